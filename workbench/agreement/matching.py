"""Partial credit between two annotators' spans, by the best one-to-one matching.

Each span is matched with at most one of the other's under the same label, so that the characters
that matched spans have in common, as a share of both, are as many as can be. The matching is
optimal (Hungarian method), hence symmetric; greedy matching in the order of a list is neither.

Spans that overlap nobody else's, or one span only, need no solver; these are nearly all.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import numpy as np

Fragments = tuple[tuple[int, int], ...]
Place = tuple[Fragments, str]  # fragments, label
Cluster = tuple[list[int], list[int]]  # places in a's list and in b's that overlap one another


def credit(a: Fragments, b: Fragments) -> float:
    """2·|a ∩ b| / (|a| + |b|) in characters: 1 for the same place, 0 for places apart."""
    if a == b:
        return 1.0
    common = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    return 2 * common / (_length(a) + _length(b)) if common else 0.0


def partial_credit(a: Sequence[Place], b: Sequence[Place]) -> dict[str, float]:
    """The credit of the best matching, by label; partial F1 = 2·credit / (|A| + |B|)."""
    credits: dict[str, float] = defaultdict(float)
    for label, ours, theirs in _by_label(a, b):
        for i, j in matched(ours, theirs):
            credits[label] += credit(ours[i], theirs[j])
    return credits


def matched(a: Sequence[Fragments], b: Sequence[Fragments]) -> list[tuple[int, int]]:
    """The pairs of the best matching of overlapping places, as places in the two lists."""
    pairs: list[tuple[int, int]] = []
    for ours, theirs in clusters(a, b):
        if len(ours) == len(theirs) == 1:
            pairs.append((ours[0], theirs[0]))
        else:
            pairs += _best(a, b, ours, theirs)
    return sorted(pairs)


def _length(fragments: Fragments) -> int:
    return sum(end - start for start, end in fragments)


def _by_label(
    a: Iterable[Place], b: Iterable[Place]
) -> Iterator[tuple[str, list[Fragments], list[Fragments]]]:
    """Both lists by label, of labels that both have."""
    sides: dict[str, tuple[list[Fragments], list[Fragments]]] = defaultdict(lambda: ([], []))
    for side, places in enumerate((a, b)):
        for fragments, label in places:
            sides[label][side].append(fragments)
    for label, (ours, theirs) in sides.items():
        if ours and theirs:
            yield label, ours, theirs


def clusters(a: Sequence[Fragments], b: Sequence[Fragments]) -> Iterator[Cluster]:
    """Places whose hulls overlap in a chain, of which both lists have some."""
    places = [(f[0][0], f[-1][1], 0, i) for i, f in enumerate(a)]
    places += [(f[0][0], f[-1][1], 1, j) for j, f in enumerate(b)]
    cluster: Cluster = ([], [])
    reach = -1
    for start, end, side, place in sorted(places):
        if start >= reach:
            if all(cluster):
                yield cluster
            cluster = ([], [])
        cluster[side].append(place)
        reach = max(reach, end)
    if all(cluster):
        yield cluster


def _best(
    a: Sequence[Fragments], b: Sequence[Fragments], ours: list[int], theirs: list[int]
) -> Iterator[tuple[int, int]]:
    """The best matching within a cluster; pairs without a common character are none."""
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    credits = np.array([[credit(a[i], b[j]) for j in theirs] for i in ours])
    for row, column in zip(*linear_sum_assignment(credits, maximize=True), strict=True):
        if credits[row, column] > 0:
            yield ours[row], theirs[column]


def lists_of(units: Iterable[tuple[Hashable, ...]]) -> list[Place]:
    """Spans as (start, end, label) in the form that is matched here."""
    return [(((int(str(s)), int(str(e))),), str(label)) for s, e, label in units]
