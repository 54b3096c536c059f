"""The tokens of a line for Prodigy, in which every span begins and ends at the border of one.

They are words, single marks and runs of blanks, cut where a span begins or ends inside. Whoever
trains a model on the file makes tokens anew and goes by the offsets of the spans.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.domain.span import Span

_PIECE = re.compile("[\\w\u0300-\u036f]+|\\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens in their order, and for each whether one blank follows that is part of no token."""

    spans: tuple[Span, ...]
    blank_after: tuple[bool, ...]

    def first(self, span: Span) -> int:
        """The number of the token that a span begins with."""
        return bisect_right(self.spans, span.start, key=lambda token: token.start) - 1

    def last(self, span: Span) -> int:
        """The number of the token that a span ends with."""
        return bisect_left(self.spans, span.end, key=lambda token: token.end)


def tokens(text: str, spans: Iterable[Span]) -> Tokens:
    """The tokens of a text; a blank is one of its own where a span begins or ends with it."""
    marked = list(spans)
    starts, ends = {span.start for span in marked}, {span.end for span in marked}
    found: list[Span] = []
    blanks: list[bool] = []
    for piece in _cut(text, sorted(starts | ends)):
        lone = piece.of(text) == " " and piece.start not in starts and piece.end not in ends
        if lone and found and found[-1].end == piece.start:
            blanks[-1] = True
        else:
            found.append(piece)
            blanks.append(False)
    return Tokens(tuple(found), tuple(blanks))


def _cut(text: str, borders: list[int]) -> Iterator[Span]:
    """The pieces of a text, cut at all borders."""
    for match in _PIECE.finditer(text):
        start = match.start()
        inside = slice(bisect_right(borders, start), bisect_left(borders, match.end()))
        for border in (*borders[inside], match.end()):
            yield Span(start, border)
            start = border
