"""The marks of a text: annotations and ghosts, by id, by place and in reading order."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from workbench.domain.span import Fragments, Span, hull
from workbench.ui.pane.intervals import Entry, Intervals

MANY = 1000  # marks that are sooner sorted anew than put in one by one
MarkKind = Literal["annotation", "ghost"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show over text: `label` is the shown name, `color` is "#rrggbb".

    Fragments are sorted and in code points; `score` is None where nobody gave one. With a `row`,
    counted from 0, it is a bar in that row under its lines instead of a shape of its layer.
    """

    id: str
    layer: str
    label: str
    fragments: Fragments
    kind: MarkKind = "annotation"
    color: str = "#5c7cad"
    score: float | None = None
    row: int | None = None

    @property
    def span(self) -> Span:
        """The hull of the fragments."""
        return hull(self.fragments)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation to show: its type's name, and the marks that it leads from and to."""

    id: str
    name: str
    source: str
    target: str


class MarkIndex:
    """All marks of one text; every change and question costs the logarithm of their number."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._sort_anew()

    def _sort_anew(self) -> None:
        """Sort all marks by place and in reading order."""
        self._places = Intervals(
            (fragment.start, fragment.end, mark.id)
            for mark in self._marks.values()
            for fragment in mark.fragments
        )
        self._order: dict[MarkKind, list[Entry]] = {"annotation": [], "ghost": []}
        for mark in self._marks.values():
            self._order[mark.kind].append(reading_key(mark))
        for order in self._order.values():
            order.sort()

    def __len__(self) -> int:
        return len(self._marks)

    def __contains__(self, id: str) -> bool:
        return id in self._marks

    def ids(self) -> AbstractSet[str]:
        """The ids of all marks."""
        return self._marks.keys()

    def get(self, id: str) -> Mark | None:
        """The mark of that id, if there is one."""
        return self._marks.get(id)

    def put(self, mark: Mark) -> Mark | None:
        """Add a mark, or take it instead of the one with its id, which is returned."""
        old = self.drop(mark.id)
        self._marks[mark.id] = mark
        for fragment in mark.fragments:
            self._places.insert(fragment.start, fragment.end, mark.id)
        insort(self._order[mark.kind], reading_key(mark))
        return old

    def drop(self, id: str) -> Mark | None:
        """Take a mark out; returns it, or None where there was none."""
        mark = self._marks.pop(id, None)
        if mark is None:
            return None
        for fragment in mark.fragments:
            self._places.remove(fragment.start, fragment.end, id)
        order = self._order[mark.kind]
        del order[bisect_left(order, reading_key(mark))]
        return mark

    def change(self, changed: Iterable[Mark], gone: Iterable[str]) -> list[Mark]:
        """Put marks in and take marks out by id; returns those that were and those that are.

        What is there already stays untouched. Very many at once are sorted in with all others.
        """
        new = [mark for mark in changed if mark != self._marks.get(mark.id)]
        ids = dict.fromkeys([*gone, *(mark.id for mark in new)])
        old = [self._marks[id] for id in ids if id in self._marks]
        if len(new) + len(old) > MANY:
            for mark in old:
                del self._marks[mark.id]
            self._marks |= {mark.id: mark for mark in new}
            self._sort_anew()
        else:
            for mark in old:
                self.drop(mark.id)
            for mark in new:
                self.put(mark)
        return old + new

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks with a fragment that shares a position with [start, end), shortest first."""
        ids = {id for _, _, id in self._places.overlapping(start, end)}
        return sorted((self._marks[id] for id in ids), key=size_key)

    def after(self, key: Entry, kind: MarkKind) -> Mark | None:
        """The first mark of a kind behind (start, end, id) in reading order."""
        order = self._order[kind]
        place = bisect_right(order, key)
        return self._marks[order[place][2]] if place < len(order) else None

    def before(self, key: Entry, kind: MarkKind) -> Mark | None:
        """The last mark of a kind ahead of (start, end, id) in reading order."""
        order = self._order[kind]
        place = bisect_left(order, key)
        return self._marks[order[place - 1][2]] if place else None


def reading_key(mark: Mark) -> Entry:
    """Where a mark stands in reading order: by start, then by end, then by id."""
    return (mark.fragments[0].start, mark.fragments[-1].end, mark.id)


def size_key(mark: Mark) -> tuple[int, int, str]:
    """Length of the hull first, so that inner marks come before those around them."""
    span = mark.span
    return (len(span), span.start, mark.id)
