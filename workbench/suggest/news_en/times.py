"""Dates and periods: patterns over the text, with an ISO value where the words alone give one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.domain.span import Span

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SEASONS = ["spring", "summer", "autumn", "winter"]
_NEAR_DAYS = ("yesterday", "today", "tomorrow", "tonight")

TIME_WORDS = frozenset((*_MONTHS, *_DAYS, *_NEAR_DAYS)) - {"may", "march", "august"}

_MONTH = "(?P<month>" + "|".join(name.capitalize() for name in _MONTHS) + ")"
_DAY = "(?:" + "|".join(name.capitalize() for name in _DAYS) + ")"
_NUMBER = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_UNIT = rf"(?:week|weekend|month|year|decade|century|{'|'.join(_SEASONS)}|night)"
_NEAR = "(?:[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ate last|[Ee]arly)"
_MONTH_ALONE = _MONTH.replace("?P<month>", "?:")

_PATTERNS: tuple[tuple[re.Pattern[str], float, str], ...] = tuple(
    (re.compile(pattern), score, reason)
    for pattern, score, reason in (
        (rf"\b(?:{_DAY},? )?{_MONTH} {_NUMBER}(?:,? {_YEAR})?\b(?!:)", 0.85, "date"),
        (rf"\b(?:{_DAY},? )?{_NUMBER} (?:of )?{_MONTH}(?:,? {_YEAR})?\b", 0.85, "date"),
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<digits>[01]\d)-(?P<day>[0-3]\d)\b", 0.85, "date"),
        (rf"\b{_MONTH},? (?:of )?{_YEAR}\b", 0.85, "month"),
        (rf"\b{_NEAR} (?:{_DAY}|{_MONTH_ALONE}|{_UNIT})\b", 0.75, "relative date"),
        (rf"\b(?:{_UNIT}|{_DAY}) (?:before last|ago)\b", 0.6, "relative date"),
        (r"\b(?:\w+) (?:days|weeks|months|years|decades) (?:ago|earlier|later)\b", 0.6, "distance"),
        (rf"\b{_YEAR}\b(?![,.]\d|%|-)", 0.6, "year"),
        (rf"\b{_DAY}(?: (?:morning|afternoon|evening|night))?\b", 0.7, "weekday"),
        (rf"(?<=[Ii]n ){_MONTH}\b|(?<=[Ss]ince ){_MONTH_ALONE}\b", 0.7, "month"),
        (r"\b(?:[Yy]esterday|[Tt]omorrow|[Tt]oday|[Tt]onight)\b", 0.5, "relative date"),
    )
)


@dataclass(frozen=True, slots=True)
class Time:
    """A date or period; `attributes` hold its ISO 8601 value as far as the words give it."""

    span: Span
    score: float
    reason: str
    attributes: Mapping[str, str]


def find_times(text: str) -> Iterator[Time]:
    """All dates and periods of a text in its order; of two that overlap, the fuller."""
    taken: list[Time] = []
    covered: set[int] = set()
    for pattern, score, reason in _PATTERNS:
        for match in pattern.finditer(text):
            if covered.isdisjoint(range(match.start(), match.end())):
                covered.update(range(match.start(), match.end()))
                span = Span(match.start(), match.end())
                taken.append(Time(span, score, reason, _value(match.groupdict())))
    return iter(sorted(taken, key=lambda time: time.span))


def _value(parts: Mapping[str, str | None]) -> dict[str, str]:
    """The attribute `value` where the year is known; a date without one has none."""
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    if not year:
        return {}
    number = _MONTHS.index(month.lower()) + 1 if month else int(parts.get("digits") or 0)
    if not number:
        return {"value": year}
    return {"value": f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")}
