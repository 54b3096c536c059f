"""How well proposed spans match marked ones: the arithmetic behind every score of a suggester.

A span counts *exact* where the other side has one with the same borders, each of them used once.
It counts as *overlapping* where it touches any span of the other side; that is counted on both
sides, so that two short proposals inside one long mark are both right and the mark is found once.
With labels, a span is held only against spans of its own label. A share of nothing is None, never
0 or 1, and counts add up, so that articles are scored together (micro average).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

Mark = tuple[int, int, str]
"""Start, end and label of a span, in code points."""


@dataclass(frozen=True, slots=True)
class Match:
    """How many spans were proposed and marked, and how many of each side match the other."""

    proposed: int = 0
    marked: int = 0
    right: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """The share of the proposed spans that are right."""
        return _share(self.right, self.proposed)

    @property
    def recall(self) -> float | None:
        """The share of the marked spans that are found."""
        return _share(self.found, self.marked)

    @property
    def f1(self) -> float | None:
        """2·P·R / (P + R); 0 where nothing matches, and None where neither side has a span."""
        if not self.proposed and not self.marked:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        total = precision + recall
        return 2 * precision * recall / total if total else 0.0

    def __add__(self, other: "Match") -> "Match":
        """Both counted together."""
        return Match(
            self.proposed + other.proposed,
            self.marked + other.marked,
            self.right + other.right,
            self.found + other.found,
        )


NOTHING = Match()


def exact(proposed: Iterable[Mark], marked: Iterable[Mark], *, labels: bool = True) -> Match:
    """Spans with the same borders, and the same label unless `labels` are ignored."""
    ours, theirs = _counted(proposed, labels=labels), _counted(marked, labels=labels)
    shared = (ours & theirs).total()
    return Match(ours.total(), theirs.total(), shared, shared)


def overlap(proposed: Iterable[Mark], marked: Iterable[Mark], *, labels: bool = True) -> Match:
    """Spans that touch any of the other side, of the same label unless `labels` are ignored."""
    ours, theirs = _by_label(proposed, labels=labels), _by_label(marked, labels=labels)
    total = NOTHING
    for label in ours.keys() | theirs.keys():
        mine, other = ours.get(label, []), theirs.get(label, [])
        right, found = _touching(mine, other), _touching(other, mine)
        total += Match(len(mine), len(other), right, found)
    return total


def _share(part: int, whole: int) -> float | None:
    """A share, or None where it is one of nothing."""
    return part / whole if whole else None


def _counted(marks: Iterable[Mark], *, labels: bool) -> Counter[Mark]:
    """The marks as a multiset, without their labels where these are ignored."""
    return Counter((start, end, label if labels else "") for start, end, label in marks)


def _by_label(marks: Iterable[Mark], *, labels: bool) -> dict[str, list[tuple[int, int]]]:
    """The borders under each label, or all under none."""
    found: dict[str, list[tuple[int, int]]] = {}
    for start, end, label in marks:
        found.setdefault(label if labels else "", []).append((start, end))
    return found


def _touching(spans: Sequence[tuple[int, int]], others: Iterable[tuple[int, int]]) -> int:
    """How many spans share a code point with any of the others.

    Of those that start before a span's end, the one that reaches furthest decides.
    """
    ordered = sorted(others)
    starts = [start for start, _ in ordered]
    reach = [0, *accumulate((end for _, end in ordered), max)]
    return sum(reach[bisect_left(starts, end)] > start for start, end in spans)
