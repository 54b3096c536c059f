"""The alignment of all annotators' units that costs least, on which γ stands.

It is a set partition: each unit stands in exactly one of the candidate tuples, at the least total
cost. Tuples that cost more than one of their units and the others apart can never be needed and are
never made. Between two annotators it is an assignment over the pairs that are left, with a stand-in
for each unit that may stay alone. Among more it is solved as a linear program first, whose result
is nearly always whole. Where units are left in halves, those that hang together with them through
candidates are solved again as integers, each such part by itself: parts are small where texts are
long, and solving them together would try the halves of one with those of all others. SciPy takes
half a second to load, so it is asked for late.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.unlikeness import Floats, Ints, Pairs, Place, Weights, near

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Lanes = Sequence[Sequence[Place]]
Tuples = tuple[tuple[int | None, ...], ...]
Near = Mapping[tuple[int, int], Pairs]  # two annotators → the pairs of their units
_WHOLE = 1e-6  # how far from 0 and 1 a linear program's result may be


@dataclass(frozen=True, slots=True)
class Alignment:
    """Units of all annotators in tuples, None for whoever has none there, and the disorder."""

    tuples: Tuples
    disorder: float


def best_alignment(lanes: Lanes, weights: Weights) -> Alignment:
    """The alignment of all units that costs least, and what it costs a unit."""
    units = sum(map(len, lanes))
    if not units:
        return Alignment((), 0.0)
    solve = _assigned if len(lanes) == 2 else _partitioned
    tuples, cost = solve(lanes, weights)
    return Alignment(tuples, cost / (units / len(lanes)))


# --- two annotators


def _assigned(lanes: Lanes, weights: Weights) -> tuple[Tuples, float]:
    """The best alignment of two annotators: pairs that save most against units left alone."""
    ours, theirs = map(len, lanes)
    pairs = near(lanes[0], lanes[1], weights, below=2)
    chosen = _matching(pairs, ours, theirs, weights.delta_empty)
    both = [(int(i), int(j)) for i, j in zip(pairs.ours[chosen], pairs.others[chosen], strict=True)]
    with_a, with_b = {i for i, _ in both}, {j for _, j in both}
    alone_a = [(i, None) for i in range(ours) if i not in with_a]
    alone_b = [(None, j) for j in range(theirs) if j not in with_b]
    alone = weights.delta_empty * (len(alone_a) + len(alone_b))
    return (*both, *alone_a, *alone_b), sum(pairs.unlike[chosen].tolist()) + alone


def _matching(pairs: Pairs, ours: int, theirs: int, empty: float) -> NDArray[np.bool_]:
    """Which pairs stand in the cheapest matching, where a unit costs `empty` alone.

    Each unit has a stand-in on the other side to be matched with instead, and the stand-ins of two
    that are paired are matched with one another for nothing. SciPy takes no pair that costs
    nothing, so that each of the matching, always as many, costs a little more.
    """
    from scipy.sparse import csr_array  # noqa: PLC0415
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # noqa: PLC0415

    a, b = np.arange(ours), np.arange(theirs)
    rows = np.concatenate((pairs.ours, a, ours + b, ours + pairs.others))
    columns = np.concatenate((pairs.others, theirs + a, b, theirs + pairs.ours))
    costs = np.concatenate(
        (pairs.unlike, np.full(ours + theirs, empty), np.zeros(len(pairs.unlike)))
    )
    shape = (ours + theirs, ours + theirs)
    graph = csr_array((costs + (empty or 1.0), (rows, columns)), shape=shape)
    _, partners = min_weight_full_bipartite_matching(cast("Any", graph))
    return cast("NDArray[np.bool_]", partners[pairs.ours] == pairs.others)


# --- more annotators


def _partitioned(lanes: Lanes, weights: Weights) -> tuple[Tuples, float]:
    """The best alignment of several annotators, as a set partition that HiGHS solves."""
    tuples, costs = _candidates(lanes, weights)
    sizes = np.array([len(lane) for lane in lanes])
    real = tuples < sizes
    chosen = np.nonzero(_partition(costs, _members(tuples, sizes)))[0]
    named = [
        tuple(int(unit) if there else None for unit, there in zip(tuples[c], real[c], strict=True))
        for c in chosen
    ]
    return tuple(named), float(costs[chosen].sum())


def _members(tuples: Ints, sizes: Ints) -> "csr_array":
    """Which units, the rows, stand in which tuples, the columns."""
    from scipy.sparse import csr_array  # noqa: PLC0415

    offsets = np.cumsum(sizes) - sizes
    columns, lane = np.nonzero(tuples < sizes)
    rows = offsets[lane] + tuples[columns, lane]
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=(int(sizes.sum()), len(tuples)))


def _partition(costs: Floats, members: "csr_array") -> NDArray[np.bool_]:
    """The tuples that hold each unit once and cost least together."""
    shares = _least(costs, members, whole=False)
    chosen = shares > 0.5
    halves = (shares > _WHOLE) & (shares < 1 - _WHOLE)
    for part in _parts(members, halves):
        rows = np.unique(members[:, part].nonzero()[0])
        chosen[part] = _least(costs[part], members[:, part][rows], whole=True) > 0.5
    return chosen


def _parts(members: "csr_array", columns: NDArray[np.bool_]) -> list[Ints]:
    """The columns that hang together with some columns, part by part."""
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    if not columns.any():
        return []
    _, part_of_unit = connected_components(cast("Any", members @ members.T), directed=False)
    units, tuples = members.nonzero()
    parts = np.empty(len(columns), dtype=np.int64)
    parts[tuples] = part_of_unit[units]
    return [np.nonzero(parts == part)[0] for part in np.unique(parts[columns])]


def _least(costs: Floats, members: "csr_array", *, whole: bool) -> Floats:
    """The share of each tuple at the least cost for which each unit's shares come to one."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

    found = milp(
        costs,
        constraints=LinearConstraint(cast("Any", members), 1, 1),
        integrality=np.full(len(costs), int(whole)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    return cast("Floats", found.x)


def _candidates(lanes: Lanes, weights: Weights) -> tuple[Ints, Floats]:
    """The tuples that may stand in the best alignment, as indices of units, and their disorder.

    The index after an annotator's last unit stands for none. With P pairs of annotators, a unit
    that is (P + k)·Δ∅ or further from all k others of its tuple together costs no more alone.
    """
    number, empty = len(lanes), weights.delta_empty
    pairs = number * (number - 1) // 2
    most = pairs + number - 1
    close = {
        (a, b): near(lanes[a], lanes[b], weights, below=most)
        for a, b in combinations(range(number), 2)
    }
    sizes = np.array([len(lane) for lane in lanes])
    led = [_led_by(lane, sizes, close, most * empty) for lane in range(number)]
    tuples, apart = (np.concatenate(parts) for parts in zip(*led, strict=True))
    others = (tuples < sizes).sum(axis=1) - 1
    worth = ((apart < (pairs + others)[:, None] * empty) | (apart == 0)).all(axis=1)
    tuples, apart, others = tuples[worth], apart[worth], others[worth]
    missing = pairs - others * (others + 1) // 2
    return tuples, (apart.sum(axis=1) / 2 + missing * empty) / pairs


def _led_by(leader: int, sizes: Ints, close: Near, most: float) -> tuple[Ints, Floats]:
    """The tuples whose first unit is of one annotator, and how unlike each unit is to the others.

    No unit of a tuple is unlike the others by `most` or more.
    """
    tuples = np.tile(sizes, (sizes[leader], 1))
    tuples[:, leader] = np.arange(sizes[leader])
    apart = np.zeros(tuples.shape)
    for lane in range(leader + 1, len(sizes)):
        rows, units = close[leader, lane].of(tuples[:, leader])
        joined, more = tuples[rows], apart[rows]
        joined[:, lane] = units
        for other in range(leader, lane):
            there = joined[:, other] < sizes[other]
            unlike = np.where(there, close[other, lane].between(joined[:, other], units), 0)
            more[:, other] += unlike
            more[:, lane] += unlike
        kept = (more < most).all(axis=1)
        tuples, apart = np.vstack((tuples, joined[kept])), np.vstack((apart, more[kept]))
    return tuples, apart
