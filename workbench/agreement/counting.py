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
from workbench.agreement.matching import credit, partial_credit
from workbench.agreement.unitizing import Coincidences, coincidences, ratio
from workbench.agreement.work import Layer, Marked, Text

Floats = NDArray[np.float64]
SHARED, IN_A, IN_B, CREDIT, HAND_SHARED, HAND_A, HAND_B = range(7)
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
    for number, (a, b) in enumerate(pairs):
        ours, theirs = layer.work[a], layer.work[b]
        for row, text in enumerate(texts):
            if text.id in ours and text.id in theirs:
                both[row, number] = True
                _count_pair(sums[row, number], places, ours[text.id], theirs[text.id])
    return Counts(pairs, layer.labels, sums, both)


def _count_pair(
    sums: Floats, places: dict[str, int], a: Sequence[Marked], b: Sequence[Marked]
) -> None:
    """Count the spans of two annotators in one article."""
    if not a and not b:
        return
    ours, theirs = Counter(x.place for x in a), Counter(x.place for x in b)
    _add(sums, places, SHARED, (ours & theirs).elements())
    _add(sums, places, IN_A, (x.place for x in a))
    _add(sums, places, IN_B, (x.place for x in b))
    for label, sum_ in partial_credit([x.place for x in a], [x.place for x in b]).items():
        sums[places[label], CREDIT] += sum_
    hand, by_hand = (Counter(x.place for x in side if not x.aided) for side in (a, b))
    _add(sums, places, HAND_SHARED, (hand & by_hand).elements())
    _add(sums, places, HAND_A, hand.elements())
    _add(sums, places, HAND_B, by_hand.elements())


def _add(
    sums: Floats, places: dict[str, int], what: int, marks: Iterable[tuple[object, str]]
) -> None:
    for _, label in marks:
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
    for a, b in combinations(sorted(layer.work), 2):
        for text in texts:
            if text.id in layer.work[a] and text.id in layer.work[b]:
                _confuse(cells, borders, layer.work[a][text.id], layer.work[b][text.id])
    return cells, borders


def _confuse(
    cells: Counter[Cell], borders: Counter[str], a: Sequence[Marked], b: Sequence[Marked]
) -> None:
    """Count how the spans of two annotators in an article are to one another."""
    ours, theirs = Counter(x.place for x in a), Counter(x.place for x in b)
    for _, label in (ours & theirs).elements():
        cells[label, label] += 2
    left, right = list((ours - theirs).elements()), list((theirs - ours).elements())
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
