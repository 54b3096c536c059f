"""Dates as news writes them, read into ISO 8601; what could mean two days is not a date.

The date of publication stands beside the headline or opens the lead. A date further down belongs
to the story, so it is never taken.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime

from workbench.domain.article import Structure

_OPENING = 80
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen",
            "feb fév fev",
            "mar mär maer mrz",
            "apr avr abr",
            "may mai mag",
            "jun juin giu",
            "jul juil lug",
            "aug août aou ago",
            "sep set",
            "oct okt ott",
            "nov",
            "dec dez déc dic",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = (
    r"(?P<month>jan|ene|gen|feb|fév|fev|mar|mär|maer|mrz|apr|avr|abr|may|mai|mag|juin|jun|giu|juil|jul"
    r"|lug|aug|août|aou|ago|sep|set|oct|okt|ott|nov|dec|dez|déc|dic)[^\W\d_]*\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er|º)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})\b"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\b{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b{_DAY}\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}",
        rf"\b(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
    )
)
_SLASHED = re.compile(rf"\b(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/{_YEAR}")
_SHORT = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?\Z")


def iso_date(raw: str) -> str:
    """A date, as ISO 8601 with no more than was known; empty where it cannot be read.

    Takes ISO 8601 itself, the form of mails and feeds, and dates in words of some languages.
    Numbers alone count where only one order is possible: 19/01/2024, never 03/04/2024.
    """
    plain = " ".join(raw.split())
    if _SHORT.fullmatch(plain):
        return plain
    readers = (datetime.fromisoformat, _moment_of_mail)
    return next(filter(None, (_moment(plain, read) for read in readers)), "") or _named(plain)


def _moment_of_mail(text: str) -> datetime:
    """The moment that a mail's head or a feed names."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few dates are so, and it loads sockets

    return parsedate_to_datetime(text)


def find_date(text: str, structure: Structure) -> str:
    """The date of publication as ISO 8601, from the bylines or the lead's opening; else empty."""
    return next((found for piece in _openings(text, structure) if (found := _named(piece))), "")


def _openings(text: str, structure: Structure) -> Iterator[str]:
    """Where a date of publication may stand."""
    led = False
    for zone in structure.zones:
        if zone.kind == "byline":
            yield zone.span.of(text)
        elif zone.kind == "lead":
            yield _dateline(text[zone.span.start : zone.span.end][:_OPENING])
            led = True
        elif led:
            return


def _dateline(opening: str) -> str:
    """What stands before the first dash of a lead, or the lead itself if it begins with a date."""
    for mark in (" — ", " – ", " - "):
        if mark in opening:
            return opening.partition(mark)[0]
    weekday = re.match(r"[^\W\d_]+,?\s+", opening)
    return opening if _begins_with_date(opening, weekday.end() if weekday else 0) else ""


def _begins_with_date(opening: str, start: int) -> bool:
    """Whether a date stands at the very start, or behind the day of the week."""
    return any(shape.match(opening, place) for shape in _SHAPES for place in (0, start))


def _moment(raw: str, parse: Callable[[str], datetime]) -> str:
    """A moment in ISO 8601, a day alone where no time was given; empty where it is none."""
    try:
        moment = parse(raw)
    except (ValueError, OverflowError):
        return ""
    if ":" not in raw or _MIDNIGHT.search(raw):
        return moment.date().isoformat()
    return moment.isoformat()


def _named(raw: str) -> str:
    """The first date of a line, in ISO 8601; empty where there is none or no such day."""
    for shape in _SHAPES:
        match = shape.search(raw)
        if match:
            month = match["month"].casefold()
            number = int(month) if month.isdigit() else _MONTHS[month]
            return _day(int(match["year"]), number, int(match["day"]))
    match = _SLASHED.search(raw)
    return _unambiguous(match) if match else ""


def _unambiguous(match: re.Match[str]) -> str:
    """A date in slashes where only one of its numbers can be the month."""
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    readings = {_day(year, one, two), _day(year, two, one)} - {""}
    return readings.pop() if len(readings) == 1 else ""


def _day(year: int, month: int, day: int) -> str:
    """A day in ISO 8601; empty where the calendar has none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
