"""Lanes for marks that overlap: each is given one when it is first seen, and keeps it.

Marks that are seen together for the first time choose shortest first, each the lane nearest to the
text, so that what is nested lies inside what is around it; they choose together with everything
that they touch, wherever it lies, so that a lane does not depend on how the text was scrolled. Only
a chain of very many marks is cut, since opening a text must not wait for all of them.
From then on a mark that comes or goes moves no other. Three families never compete, since their
shapes do not cover each other: tints behind the text, boxes around it, lines under it.
"""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Literal

from workbench.domain.span import Span
from workbench.ui.pane.marks import Mark, MarkIndex, size_key

AT_ONCE = 400  # marks of a chain that choose their lanes together

Shape = Literal["tint", "bracket", "box", "wave"]
Family = Literal["behind", "around", "under", "in a row"]

SHAPES: Mapping[str, Shape] = {
    "entity": "tint",
    "claim": "bracket",
    "event": "box",
    "framing": "wave",
}
FAMILIES: Mapping[Shape, Family] = {
    "tint": "behind",
    "bracket": "under",
    "box": "around",
    "wave": "under",
}


def shape_of(layer: str) -> Shape:
    """The shape in which marks of a layer are drawn."""
    return SHAPES.get(layer, "bracket")


def family_of(mark: Mark) -> Family:
    """The marks that a mark competes with for its lane; one in a row competes with none."""
    return "in a row" if mark.row is not None else FAMILIES[shape_of(mark.layer)]


class Lanes:
    """The lane, counted from 0, of each mark of an index that was seen so far."""

    def __init__(self, marks: MarkIndex) -> None:
        self._marks = marks
        self._lanes: dict[str, int] = {}

    def of(self, mark: Mark) -> int:
        """The lane of a mark."""
        lane = self._lanes.get(mark.id)
        if lane is None:
            for waiting in sorted(self._waiting(mark), key=size_key):
                self._lanes[waiting.id] = self._first_free(waiting)
            lane = self._lanes[mark.id]
        return lane

    def under(self, span: Span) -> int:
        """How many lanes the lines under a stretch of text take."""
        marks = self._marks.within(span.start, span.end)
        return max((self.of(m) + 1 for m in marks if family_of(m) == "under"), default=0)

    def renew(self, id: str) -> None:
        """Let a mark that changed keep its lane if that is free where it lies now.

        One that is new gets its lane when it is seen; that of one that went is free again.
        """
        kept, mark = self._lanes.pop(id, None), self._marks.get(id)
        if kept is not None and mark is not None and kept not in self._taken(mark):
            self._lanes[id] = kept

    def _waiting(self, mark: Mark) -> Iterable[Mark]:
        """A mark without a lane, and all others without one that it touches, at any remove."""
        found, reached = {mark.id: mark}, [mark]
        while reached and len(found) < AT_ONCE:
            for other in self._rivals(reached.pop()):
                if other.id not in self._lanes and other.id not in found:
                    found[other.id] = other
                    reached.append(other)
        return found.values()

    def _rivals(self, mark: Mark) -> Iterable[Mark]:
        """The other marks of the family that share a position with a mark."""
        family = family_of(mark)
        for fragment in mark.fragments:
            for other in self._marks.within(fragment.start, fragment.end):
                if other.id != mark.id and family_of(other) == family:
                    yield other

    def _taken(self, mark: Mark) -> set[int]:
        """The lanes that are not free for a mark."""
        return {self._lanes[m.id] for m in self._rivals(mark) if m.id in self._lanes}

    def _first_free(self, mark: Mark) -> int:
        """The lane nearest to the text in which a mark overlaps nothing."""
        taken = self._taken(mark)
        return next(lane for lane in count() if lane not in taken)
