"""The sums from which all figures of a layer follow, article by article.

Each figure is a ratio of sums that add up over articles: so many spans, so many shared, so many
characters. They are counted once an article; the corpus is their sum, and a resample of the
bootstrap the sum with other weights. Nothing is ever compared twice.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.continuum import Continuum
from workbench.agreement.differences import SAME_PLACE
from workbench.agreement.matching import Place, credit, partial_credit
from workbench.agreement.unitizing import Coincidences, coincidences, ratio
from workbench.agreement.work import Layer, Marked, Text

Floats = NDArray[np.float64]
SHARED, IN_A, IN_B, CREDIT, HAND_SHARED, HAND_A, HAND_B = range(7)
Numbered = tuple[Place, int]  # the same span may be there several times
Once = dict[Numbered, None]  # a set in order
Cell = tuple[str, str]  # label of a, label of b; the empty one is nothing


@dataclass(frozen=True, slots=True)
class Counts:
    """Spans of pairs of annotators: articles × pairs × labels × what is counted."""

    pairs: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]
    sums: Floats
    both: NDArray[np.bool_]  # articles × pairs: whether both have finished it


def count_spans(layer: Layer, texts: Sequence[Text]) -> Counts:
    """What every two annotators share in each article that both have finished, by label."""
    pairs = tuple(combinations(sorted(layer.work), 2))
    places = {label: place for place, label in enumerate(layer.labels)}
    sums = np.zeros((len(texts), len(pairs), len(layer.labels), 7))
    both = np.zeros((len(texts), len(pairs)), dtype=np.bool_)
    sides = _sides(layer, texts)
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
    return Counts(pairs, layer.labels, sums, both)


@dataclass(frozen=True, slots=True)
class _Side:
    """The spans of one annotator in one article: where and what, each once, and those by hand."""

    places: list[Place]
    once: Once
    by_hand: Once


def _sides(layer: Layer, texts: Sequence[Text]) -> dict[str, list[_Side | None]]:
    """The spans of each annotator, article by article, None where they have not finished it."""
    return {
        who: [_side(spans[text.id]) if text.id in spans else None for text in texts]
        for who, spans in layer.work.items()
    }


def _side(marks: Sequence[Marked]) -> _Side:
    places = [mark.place for mark in marks]
    once = _once(places)
    if not any(mark.aided for mark in marks):
        return _Side(places, once, once)
    by_hand = [place for mark, place in zip(marks, places, strict=True) if not mark.aided]
    return _Side(places, once, _once(by_hand))


def _once(places: Iterable[Place]) -> Once:
    """Each place as often as it is there, in this order, told apart by a number."""
    times = Counter(places)
    return {(place, number): None for place, most in times.items() for number in range(most)}


def _said(places: dict[str, int], sides: Sequence[_Side | None]) -> Floats:
    """How many spans of each label there are, all and by hand: 2 × articles × labels."""
    sums = np.zeros((len(sides), len(places), 2))
    for row, side in enumerate(sides):
        for which, spans in enumerate((side.once, side.by_hand) if side else ()):
            _add(sums[row], places, which, spans)
    return np.moveaxis(sums, -1, 0)


def _count_pair(sums: Floats, places: dict[str, int], a: _Side, b: _Side) -> None:
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


def count_characters(layer: Layer, texts: Sequence[Text]) -> tuple[Coincidences, int]:
    """The coincidences of all labels but those apart, and how many spans the overlap rule took."""
    continua = [
        Continuum(
            [
                (who, *mark_hull, mark.label)
                for who, spans in layer.work.items()
                for mark in spans.get(text.id, ())
                if mark.label not in layer.apart
                for mark_hull in mark.fragments
            ],
            text.length,
            tuple(who for who, spans in layer.work.items() if text.id in spans),
        )
        for text in texts
    ]
    found, left_out = coincidences(continua, layer.labels)
    return found, sum(map(len, left_out))


def by_label(layer: Layer, labels: Iterable[str]) -> dict[str, Layer]:
    """The layer with the spans of one label alone, for each of these: one against all else."""
    work: dict[str, dict[str, dict[str, tuple[Marked, ...]]]] = {
        label: {who: dict.fromkeys(spans, ()) for who, spans in layer.work.items()}
        for label in labels
    }
    for who, spans in layer.work.items():
        for id, marks in spans.items():
            for mark in marks:
                work[mark.label][who][id] += (mark,)
    return {label: Layer(layer.id, (label,), alone) for label, alone in work.items()}


# --- confusion


def confusion(layer: Layer, texts: Sequence[Text]) -> tuple[Counter[Cell], Counter[str]]:
    """What one annotator has where another has a label, over all pairs and in both directions.

    Keys are (label of one, label of the other), with the empty label where the other has missed
    it; and, apart from these, how many spans have the same label and another border. Spans are held
    against the exactly equal, then the overlapping under the same label, then the nearest under
    another label at mostly the same place.
    """
    cells: Counter[Cell] = Counter()
    borders: Counter[str] = Counter()
    sides = _sides(layer, texts)
    for a, b in combinations(sorted(layer.work), 2):
        for ours, theirs in zip(sides[a], sides[b], strict=True):
            if ours and theirs:
                _confuse(cells, borders, ours.once, theirs.once)
    return cells, borders


def _confuse(cells: Counter[Cell], borders: Counter[str], ours: Once, theirs: Once) -> None:
    """Count how the spans of two annotators in an article are to one another."""
    for (_, label), _ in ours.keys() & theirs.keys():
        cells[label, label] += 2
    left = [place for place, number in ours if (place, number) not in theirs]
    right = [place for place, number in theirs if (place, number) not in ours]
    near = sorted(
        (-(same + common), i, j)
        for i, (place, label) in enumerate(left)
        for j, (other, other_label) in enumerate(right)
        if _meet(place, other)
        and (common := credit(place, other))
        and ((same := label == other_label) or common >= SAME_PLACE)
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, i, j in near:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            _confuse_near(cells, borders, left[i][1], right[j][1])
    for i, (_, label) in enumerate(left):
        cells[label, ""] += i not in used_left
    for j, (_, label) in enumerate(right):
        cells[label, ""] += j not in used_right


def _meet(a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]]) -> bool:
    return a[0][0] < b[-1][1] and b[0][0] < a[-1][1]


def _confuse_near(cells: Counter[Cell], borders: Counter[str], a: str, b: str) -> None:
    """Count two spans that overlap: another border, or another label from both sides."""
    if a == b:
        borders[a] += 2
    else:
        cells[a, b] += 1
        cells[b, a] += 1
