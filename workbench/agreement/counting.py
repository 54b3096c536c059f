"""The sums from which all figures of a layer follow, article by article.

Each figure is a ratio of sums that add up over articles: so many spans, so many shared, so many
characters. They are counted once an article; the corpus is their sum, and a resample of the
bootstrap the sum with other weights. Nothing is ever compared twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.differences import SAME_PLACE
from workbench.agreement.matching import Place, clusters, credit, partial_credit
from workbench.agreement.unitizing import ratio
from workbench.agreement.work import Layer, Marked, Text

Floats = NDArray[np.float64]
SHARED, IN_A, IN_B, CREDIT, HAND_SHARED, HAND_A, HAND_B = range(7)
Numbered = tuple[Place, int]  # the same span may be there several times
Once = dict[Numbered, None]  # a set in order
Cell = tuple[str, str]  # label of a, label of b; the empty one is nothing


@dataclass(frozen=True, slots=True)
class Side:
    """The spans of one annotator in one article: where and what, each once, and those by hand."""

    places: list[Place]
    once: Once
    by_hand: Once


Sides = dict[str, list[Side | None]]


def sides_of(layer: Layer, texts: Sequence[Text]) -> Sides:
    """The spans of each annotator, article by article, None where they have not finished it."""
    return {
        who: [_side(spans[text.id]) if text.id in spans else None for text in texts]
        for who, spans in sorted(layer.work.items())
    }


def _side(marks: Sequence[Marked]) -> Side:
    places = [mark.place for mark in marks]
    once = _once(places)
    if not any(mark.aided for mark in marks):
        return Side(places, once, once)
    by_hand = [place for mark, place in zip(marks, places, strict=True) if not mark.aided]
    return Side(places, once, _once(by_hand))


def _once(places: Iterable[Place]) -> Once:
    """Each place as often as it is there, in this order, told apart by a number."""
    times = Counter(places)
    return {(place, number): None for place, most in times.items() for number in range(most)}


@dataclass(frozen=True, slots=True)
class Counts:
    """Spans of pairs of annotators: articles × pairs × labels × what is counted."""

    sums: Floats
    both: NDArray[np.bool_]  # articles × pairs: whether both have finished it


def count_spans(labels: Sequence[str], sides: Sides) -> Counts:
    """What every two annotators share in each article that both have finished, by label."""
    pairs = tuple(combinations(sides, 2))
    places = {label: place for place, label in enumerate(labels)}
    articles = len(next(iter(sides.values()), ()))
    sums = np.zeros((articles, len(pairs), len(labels), 7))
    both = np.zeros((articles, len(pairs)), dtype=np.bool_)
    said = {who: _said(places, of) for who, of in sides.items()}
    for number, (a, b) in enumerate(pairs):
        both[:, number] = [
            bool(one and other) for one, other in zip(sides[a], sides[b], strict=True)
        ]
        rows = np.flatnonzero(both[:, number])
        sums[rows, number, :, IN_A], sums[rows, number, :, HAND_A] = said[a][:, rows]
        sums[rows, number, :, IN_B], sums[rows, number, :, HAND_B] = said[b][:, rows]
        for row in rows:
            ours, theirs = sides[a][row], sides[b][row]
            if ours and theirs:
                _count_pair(sums[row, number], places, ours, theirs)
    return Counts(sums, both)


def _said(places: dict[str, int], sides: Sequence[Side | None]) -> Floats:
    """How many spans of each label there are, all and by hand: 2 × articles × labels."""
    sums = np.zeros((len(sides), len(places), 2))
    for row, side in enumerate(sides):
        for which, spans in enumerate((side.once, side.by_hand) if side else ()):
            _add(sums[row], places, which, spans)
    return np.moveaxis(sums, -1, 0)


def _count_pair(sums: Floats, places: dict[str, int], a: Side, b: Side) -> None:
    """Count what two annotators share in one article."""
    _add(sums, places, SHARED, a.once.keys() & b.once.keys())
    _add(sums, places, HAND_SHARED, a.by_hand.keys() & b.by_hand.keys())
    for label, sum_ in partial_credit(a.places, b.places).items():
        sums[places[label], CREDIT] += sum_


def _add(sums: Floats, places: dict[str, int], what: int, spans: Iterable[Numbered]) -> None:
    for (_, label), _ in spans:
        sums[places[label], what] += 1


def f1(sums: Floats, *, shared: int = SHARED, a: int = IN_A, b: int = IN_B) -> Floats:
    """2·shared / (|A| + |B|) of the last axis, nan where neither has a span."""
    return ratio(2 * sums[..., shared], sums[..., a] + sums[..., b])


# --- confusion


def confusion(sides: Sides) -> tuple[Counter[Cell], Counter[str]]:
    """What one annotator has where another has a label, over all pairs and in both directions.

    Keys are (label of one, label of the other), with the empty label where the other has missed
    it; and, apart from these, how many spans have the same label and another border. Spans are held
    against the exactly equal, then the overlapping under the same label, then the nearest under
    another label at mostly the same place.
    """
    cells: Counter[Cell] = Counter()
    borders: Counter[str] = Counter()
    for a, b in combinations(sides.values(), 2):
        for ours, theirs in zip(a, b, strict=True):
            if ours and theirs:
                _confuse(cells, borders, ours.once, theirs.once)
    return cells, borders


def _confuse(cells: Counter[Cell], borders: Counter[str], ours: Once, theirs: Once) -> None:
    """Count how the spans of two annotators in an article are to one another."""
    for (_, label), _ in ours.keys() & theirs.keys():
        cells[label, label] += 2
    left = [place for place, number in ours if (place, number) not in theirs]
    right = [place for place, number in theirs if (place, number) not in ours]
    near = list(_nearest(left, right))
    for i, j in near:
        _confuse_near(cells, borders, left[i][1], right[j][1])
    for number, missed in enumerate((left, right)):
        used = {pair[number] for pair in near}
        for place, (_, label) in enumerate(missed):
            cells[label, ""] += place not in used


def _nearest(left: Sequence[Place], right: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """The pairs of spans at one place, the nearest first; no span is in two of them."""
    for ours, theirs in clusters([place for place, _ in left], [place for place, _ in right]):
        near = [
            (-(same + common), i, j)
            for i in ours
            for j in theirs
            if (common := credit(left[i][0], right[j][0]))
            and ((same := left[i][1] == right[j][1]) or common >= SAME_PLACE)
        ]
        used: tuple[set[int], set[int]] = (set(), set())
        for _, i, j in sorted(near):
            if i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                yield i, j


def _confuse_near(cells: Counter[Cell], borders: Counter[str], a: str, b: str) -> None:
    """Count two spans that overlap: another border, or another label from both sides."""
    if a == b:
        borders[a] += 2
    else:
        cells[a, b] += 1
        cells[b, a] += 1
