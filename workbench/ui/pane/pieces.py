"""A text cut into pieces that are laid out one by one.

A piece is a line of the text, or a part of one: a paragraph of more than 5,000 characters is cut at
sentence ends, since laying out is the one step whose cost grows with a paragraph's length. It is
cut into parts of half that length, so that a jump into it stays within one frame. Pieces are kept
as lists of numbers, as a long text has many thousands of them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from workbench.domain.article import Structure, ZoneKind
from workbench.domain.graphemes import grapheme_start
from workbench.domain.span import Span

LONGEST = 5000  # characters of a paragraph that is laid out in one piece
PART = 2500  # characters of a part of a longer one, at most

PieceKind = ZoneKind | Literal["blank"]


class Pieces:
    """Where the pieces of a text begin and end, their line breaks left out, and their kinds."""

    __slots__ = ("ends", "kinds", "last", "starts")

    def __init__(self, text: str, structure: Structure) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.last: list[bool] = []
        for start, end in _lines(text):
            cuts = [start, *_cuts(text, start, end, structure.sentences), end]
            self.starts += cuts[:-1]
            self.ends += cuts[1:]
            self.last += [False] * (len(cuts) - 2) + [True]
        self.kinds = _kinds(self.starts, self.ends, structure)
        self._run_on(structure)

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """The piece that a position lies in; a line break belongs to the piece before it."""
        return max(0, bisect_right(self.starts, position) - 1)

    def span(self, index: int) -> Span:
        """The extent of a piece."""
        return Span(self.starts[index], self.ends[index])

    def over(self, span: Span) -> range:
        """The pieces that a span touches."""
        return range(self.at(span.start), self.at(max(span.start, span.end - 1)) + 1)

    def _run_on(self, structure: Structure) -> None:
        """Let lines inside one zone follow each other without a gap."""
        for zone in structure.zones:
            first, final = self.at(zone.span.start), self.at(zone.span.end - 1)
            for index in range(first, final):
                self.last[index] = False


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, the break left out; at least one."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _cuts(text: str, start: int, end: int, sentences: Sequence[Span]) -> Iterator[int]:
    """Where a line of more than `LONGEST` characters is cut, at sentence starts where it can."""
    if end - start <= LONGEST:
        return
    while end - start > PART:
        limit = start + PART
        place = bisect_right(sentences, limit, key=lambda sentence: sentence.start) - 1
        cut = sentences[place].start if place >= 0 else start
        if cut <= start:
            cut = text.rfind(" ", start, limit) + 1
        if cut <= start:
            cut = grapheme_start(text, limit)
        if cut <= start:  # one grapheme longer than the limit: better split it than hang
            cut = limit
        yield cut
        start = cut


def _kinds(starts: Sequence[int], ends: Sequence[int], structure: Structure) -> list[PieceKind]:
    """The kind of each piece: that of the zone it lies in."""
    zones, place, kinds = structure.zones, 0, list[PieceKind]()
    for start, end in zip(starts, ends, strict=True):
        while place < len(zones) and zones[place].span.end <= start:
            place += 1
        if start == end:
            kinds.append("blank")
        elif place < len(zones) and zones[place].span.start < end:
            kinds.append(zones[place].kind)
        else:
            kinds.append("paragraph")
    return kinds
