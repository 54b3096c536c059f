"""What stands between quotation marks, in one walk over the marks of a text.

A quotation ends with its line. Where a curly one is not closed there, it is taken to run to the end
of the line, since a speech of several paragraphs opens each of them and closes the last alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.span import Span
from workbench.suggest.news_en.reading import Reading

_MARK = re.compile("[“”„«»\"\n]|''|(?<!\\w)[‘'](?=\\w)(?!s\\b)|[’'](?!\\w)")
_OPENS = frozenset("“„«")
_SINGLE_OPENS = frozenset("‘'")
_CLOSED_BY = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
LONGEST = 4000  # characters of a quotation
LONGEST_SINGLE = 300  # of one in single marks, which are apostrophes as often
_STRAIGHT = _SINGLE_OPENS | {'"'}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: its words without the marks, and its characters with them."""

    first: int
    after: int
    span: Span
    single: bool


def find_quotations(reading: Reading) -> list[Quotation]:
    """All quotations of a text in its order; single marks only where no double ones surround."""
    return [
        Quotation(first, after, span, single)
        for span, single in _spans(reading.text)
        if (first := bisect_left(reading.starts, span.start + 1))
        < (after := bisect_left(reading.starts, _inner_end(reading.text, span)))
    ]


def _inner_end(text: str, span: Span) -> int:
    """Where the words of a quotation end; the closing mark of the last paragraph may be missing."""
    if text.endswith("''", span.start, span.end):
        return span.end - 2
    return span.end - 1 if text[span.end - 1] in "”“»\"’'" else span.end


def _spans(text: str) -> Iterator[tuple[Span, bool]]:
    """Each quotation with its marks, and whether they are single."""
    opened, mark = -1, ""
    for match in _MARK.finditer(text):
        sign, position = match.group(), match.start()
        if sign == "''":
            sign = '"'
        if sign == "\n":
            if mark in _OPENS and 0 < position - opened <= LONGEST:
                yield Span(opened, position), False
            mark = ""
        elif mark and sign in _CLOSED_BY[mark] and _closes(text, match):
            single = mark in _SINGLE_OPENS
            if 1 < position - opened <= (LONGEST_SINGLE if single else LONGEST):
                yield Span(opened, match.end()), single
            mark = ""
        elif _opens(text, match) and (not mark or mark in _STRAIGHT):
            opened, mark = position, sign


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether a mark can close a quotation: a straight one after a blank opens another."""
    sign, before = match.group(), text[match.start() - 1 : match.start()]
    behind = text[match.end() : match.end() + 1]
    return sign not in {'"', "''"} or not before.isspace() or not behind.strip()


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a mark can open a quotation."""
    sign, behind = match.group(), text[match.end() : match.end() + 1]
    if sign in _OPENS:
        return True
    if sign in {'"', "''"}:
        return bool(behind.strip())
    return sign in _SINGLE_OPENS and behind.isalnum()
