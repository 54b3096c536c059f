"""How unlike the units of two annotators are, and which of them may be aligned at all.

Most pairs of a text's units are so far from one another that apart they cost less than together, so
that only what lies within reach is looked at. How far a unit reaches grows with the length of both.
The units of one annotator are therefore sorted by length, each class up to twice as long as the one
before, and in each class by their middles: what may be aligned with a unit is a stretch of each
class, and hardly more. That keeps the cost to n·log n where no place of a text is marked more often
in a longer text; where it is, the pairs that may be aligned grow as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Place = tuple[float, float, str]  # start, end, label
_SURE = 1 + 1e-9  # rounding hides nothing within reach


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much: positions α, labels β, and Δ∅ for a unit that has no counterpart."""

    alpha: float = 1.0
    beta: float = 1.0
    delta_empty: float = 1.0


# --- all units with all


def positional(a: Sequence[Place], b: Sequence[Place]) -> Floats:
    """((|Δstart| + |Δend|)/(len₁ + len₂))² of each unit of a with each of b."""
    return _positional(_Columns.of(a).upright(), _Columns.of(b))


def categorical(a: Sequence[Place], b: Sequence[Place]) -> Floats:
    """1 for each unit of a and each of b that have different labels, else 0."""
    return _categorical(_Columns.of(a).upright(), _Columns.of(b))


def dissimilarity(a: Sequence[Place], b: Sequence[Place], weights: Weights) -> Floats:
    """What each unit of a is to each of b; the last row and column are for the empty unit."""
    d = np.full((len(a) + 1, len(b) + 1), weights.delta_empty)
    d[:-1, :-1] = _mixed(_Columns.of(a).upright(), _Columns.of(b), weights)
    return d


@dataclass(frozen=True, slots=True)
class _Columns:
    """Units as arrays of one shape."""

    starts: Floats
    ends: Floats
    labels: NDArray[np.object_]

    @classmethod
    def of(cls, units: Sequence[Place]) -> "_Columns":
        places = np.array([unit[:2] for unit in units], dtype=np.float64).reshape(-1, 2)
        labels = np.array([label for _, _, label in units], dtype=np.object_)
        return cls(places[:, 0], places[:, 1], labels)

    def upright(self) -> "_Columns":
        """The same as a column, to be held against a row of others."""
        return _Columns(self.starts[:, None], self.ends[:, None], self.labels[:, None])

    def at(self, places: Ints) -> "_Columns":
        """Some of them."""
        return _Columns(self.starts[places], self.ends[places], self.labels[places])


def _positional(a: _Columns, b: _Columns) -> Floats:
    apart = abs(a.starts - b.starts) + abs(a.ends - b.ends)
    long = (a.ends - a.starts) + (b.ends - b.starts)
    return np.asarray((apart / long) ** 2, dtype=np.float64)


def _categorical(a: _Columns, b: _Columns) -> Floats:
    return np.asarray(a.labels != b.labels, dtype=np.float64)


def _mixed(a: _Columns, b: _Columns, weights: Weights) -> Floats:
    mixed = weights.alpha * _positional(a, b) + weights.beta * _categorical(a, b)
    return mixed * weights.delta_empty


# --- those near one another


@dataclass(frozen=True, slots=True)
class Pairs:
    """Units of one annotator with units of another, in order, and how unlike each pair is.

    `width` is how many units the other one has.
    """

    ours: Ints
    others: Ints
    unlike: Floats
    width: int

    def of(self, units: Ints) -> tuple[Ints, Ints]:
        """The other's units near each of some units of ours, after the place of that among some."""
        begins = np.searchsorted(self.ours, units, side="left")
        places, pairs = _spread(begins, np.searchsorted(self.ours, units, side="right"))
        return places, self.others[pairs]

    def between(self, ours: Ints, others: Ints) -> Floats:
        """How unlike one unit is to another for each two; infinite for two that are not near."""
        known, wanted = self._keys(self.ours, self.others), self._keys(ours, others)
        if not len(known):
            return np.full(len(wanted), np.inf)
        places = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
        return np.where(known[places] == wanted, self.unlike[places], np.inf)

    def _keys(self, ours: Ints, others: Ints) -> Ints:
        return ours * self.width + others


def near(a: Sequence[Place], b: Sequence[Place], weights: Weights, *, below: float) -> Pairs:
    """The pairs of units that are less unlike than `below` times Δ∅."""
    ours, theirs = _Columns.of(a), _Columns.of(b)
    reach = np.sqrt(below / weights.alpha) * _SURE if weights.alpha else np.inf
    rows, columns = _within_reach(ours, theirs, reach)
    order = np.lexsort((columns, rows))
    rows, columns = rows[order], columns[order]
    unlike = _mixed(ours.at(rows), theirs.at(columns), weights)
    kept = unlike < below * weights.delta_empty
    return Pairs(rows[kept], columns[kept], unlike[kept], len(b))


def _within_reach(a: _Columns, b: _Columns, reach: float) -> tuple[Ints, Ints]:
    """Units of a and b whose middles are no further apart than half of `reach` times their length.

    The two ends of two units are together at least twice as far apart as their middles.
    """
    middles, long = b.starts + b.ends, b.ends - b.starts  # twice the middle
    classes = np.frexp(long)[1]
    all_rows, all_columns = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for each in np.unique(classes):
        members = np.nonzero(classes == each)[0]
        members = members[np.argsort(middles[members])]
        room = reach * (a.ends - a.starts + long[members].max())
        rows, places = _spread(
            np.searchsorted(middles[members], a.starts + a.ends - room, side="left"),
            np.searchsorted(middles[members], a.starts + a.ends + room, side="right"),
        )
        all_rows.append(rows)
        all_columns.append(members[places])
    return np.concatenate(all_rows), np.concatenate(all_columns)


def _spread(begins: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Every place of each stretch from a begin to its end, after the number of the stretch."""
    counts = ends - begins
    before = np.cumsum(counts) - counts
    rows = np.repeat(np.arange(len(begins)), counts)
    return rows, np.arange(len(rows)) - np.repeat(before - begins, counts)
