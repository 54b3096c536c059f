"""γ: how much less disordered the annotators' units are, at their best alignment, than by chance.

γ takes overlap, nesting and any number of annotators as they come: it aligns units with one another
(or with nothing) so that the alignment costs least, and compares that cost with the cost for
annotators who put the same units anywhere (Mathet, Widlöcher & Métivier 2015, "The unified and
holistic method gamma", Computational Linguistics 41(3)).

The best alignment is a set partition: each unit stands in exactly one of the candidate tuples, at
the least total cost. Tuples that cost more than the same units apart can never be in it and are
never made, which leaves few enough for HiGHS; between two annotators it is an assignment. Chance is
the paper's: each annotator of a sample is one of the real ones, drawn at random, whose units are
shifted around the text, each by another distance. That makes γ a Monte-Carlo value: its seed and
its number of samples belong to it. SciPy takes half a second to load, so it is asked for late.
"""

import random
from collections.abc import Generator, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.coefficients import Coefficient
from workbench.agreement.continuum import Annotators, Unit, people

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Place = tuple[float, float, str]  # start, end, label
_TRIES = 100  # to find a shift that is not like another one


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much: positions α, labels β, and Δ∅ for a unit that has no counterpart."""

    alpha: float = 1.0
    beta: float = 1.0
    delta_empty: float = 1.0


@dataclass(frozen=True, slots=True)
class Gamma:
    """Disorder observed and expected, with all that one needs to compute it again.

    `expected` is the mean of `samples` drawn with `seed`; it is 0 where there was nothing to draw.
    """

    observed: float
    expected: float
    seed: int
    samples: int
    weights: Weights

    @property
    def value(self) -> float | None:
        """γ = 1 − observed/expected, or None where nobody has a unit or only one has read."""
        return Coefficient(self.observed, self.expected).value


@dataclass(frozen=True, slots=True)
class Alignment:
    """Units of all annotators in tuples, None for whoever has none there, and the disorder."""

    tuples: tuple[tuple[int | None, ...], ...]
    disorder: float


def gamma(
    units: Iterable[Unit],
    annotators: Annotators,
    *,
    seed: int,
    samples: int,
    alpha: float = 1.0,
    beta: float = 1.0,
    delta_empty: float = 1.0,
    length: int | None = None,
) -> Gamma:
    """γ = 1 − δ/δₑ: the disorder of the best alignment against its mean over random texts.

    d = α·((|Δstart| + |Δend|)/(len₁ + len₂))²·Δ∅ + β·[labels differ]·Δ∅ between two units; a
    tuple's disorder is the mean of d over its pairs, with Δ∅ for each pair that misses a unit, and
    an alignment's the sum over its tuples, divided by the mean number of units an annotator.
    `length` bounds the shifts of chance; without it the outermost units do.
    """
    weights = Weights(alpha, beta, delta_empty)
    steps = gamma_steps(
        units, annotators, seed=seed, samples=samples, weights=weights, length=length
    )
    return _last(steps)


def gamma_steps(
    units: Iterable[Unit],
    annotators: Annotators,
    *,
    seed: int,
    samples: int,
    weights: Weights,
    length: int | None = None,
) -> Generator[int, None, Gamma]:
    """γ sample by sample: yields how many are done, so that it can be watched and stopped."""
    marked = [unit for unit in units if unit[1] < unit[2]]
    lanes = _lanes(marked, people(marked, annotators))
    if len(lanes) < 2 or not marked:
        return Gamma(0.0, 0.0, seed, samples, weights)
    observed = best_alignment(lanes, weights).disorder
    chance: list[float] = []
    for sample in shuffled(lanes, seed=seed, samples=samples, length=length):
        chance.append(best_alignment(sample, weights).disorder)
        yield len(chance)
    return Gamma(observed, fmean(chance) if chance else 0.0, seed, samples, weights)


def _last(steps: Generator[int, None, Gamma]) -> Gamma:
    """What a generator returns at its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("Gamma", end.value)


def _lanes(units: Iterable[Unit], annotators: Sequence[Hashable]) -> list[list[Place]]:
    """Each annotator's units by place."""
    lanes: dict[Hashable, list[Place]] = {who: [] for who in annotators}
    for who, start, end, label in units:
        lanes[who].append((start, end, label))
    return [sorted(lane) for lane in lanes.values()]


# --- dissimilarity


def positional(a: Sequence[Place], b: Sequence[Place]) -> Floats:
    """((|Δstart| + |Δend|)/(len₁ + len₂))² of each unit of a with each of b."""
    starts, ends = _columns(a)
    others, other_ends = _columns(b)
    apart = abs(starts[:, None] - others) + abs(ends[:, None] - other_ends)
    long = (ends - starts)[:, None] + (other_ends - others)
    return (apart / long) ** 2


def categorical(a: Sequence[Place], b: Sequence[Place]) -> Floats:
    """1 for each unit of a and each of b that have different labels, else 0."""
    return np.array([[x[2] != y[2] for y in b] for x in a], dtype=np.float64)


def _columns(units: Sequence[Place]) -> tuple[Floats, Floats]:
    places = np.array([unit[:2] for unit in units], dtype=np.float64).reshape(-1, 2)
    return places[:, 0], places[:, 1]


def dissimilarity(a: Sequence[Place], b: Sequence[Place], weights: Weights) -> Floats:
    """What each unit of a is to each of b; the last row and column are for the empty unit."""
    d = np.full((len(a) + 1, len(b) + 1), weights.delta_empty)
    if a and b:
        mixed = weights.alpha * positional(a, b) + weights.beta * categorical(a, b)
        d[:-1, :-1] = mixed * weights.delta_empty
    return d


# --- the best alignment


def best_alignment(lanes: Sequence[Sequence[Place]], weights: Weights) -> Alignment:
    """The alignment of all units that costs least, and what it costs a unit."""
    units = sum(map(len, lanes))
    if not units:
        return Alignment((), 0.0)
    solve = _assigned if len(lanes) == 2 else _partitioned
    tuples, cost = solve(lanes, weights)
    return Alignment(tuples, cost / (units / len(lanes)))


def _assigned(
    lanes: Sequence[Sequence[Place]], weights: Weights
) -> tuple[tuple[tuple[int | None, ...], ...], float]:
    """The best alignment of two annotators: pairs that save most against units left alone."""
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    d = dissimilarity(lanes[0], lanes[1], weights)[:-1, :-1]
    saved = np.maximum(2 * weights.delta_empty - d, 0)
    rows, columns = linear_sum_assignment(saved, maximize=True)
    pairs = [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if saved[i, j] > 0]
    with_a, with_b = {i for i, _ in pairs}, {j for _, j in pairs}
    alone_a = [(i, None) for i in range(len(lanes[0])) if i not in with_a]
    alone_b = [(None, j) for j in range(len(lanes[1])) if j not in with_b]
    cost = sum(d[pair] for pair in pairs) + weights.delta_empty * (len(alone_a) + len(alone_b))
    return (*pairs, *alone_a, *alone_b), float(cost)


def _partitioned(
    lanes: Sequence[Sequence[Place]], weights: Weights
) -> tuple[tuple[tuple[int | None, ...], ...], float]:
    """The best alignment of several annotators, as a set partition that HiGHS solves."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415
    from scipy.sparse import csr_array  # noqa: PLC0415

    tuples, costs = _candidates(lanes, weights)
    sizes = np.array([len(lane) for lane in lanes])
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    real = tuples < sizes
    columns, lane = np.nonzero(real)
    rows = offsets[lane] + tuples[columns, lane]
    shape = (int(offsets[-1]), len(costs))
    once = csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    found = milp(
        costs,
        constraints=LinearConstraint(cast("Any", once), 1, 1),
        integrality=np.ones(len(costs), dtype=np.int64),
        bounds=Bounds(0, 1),
    )
    chosen = np.nonzero(cast("Floats", found.x) > 0.5)[0]
    named = [
        tuple(int(unit) if there else None for unit, there in zip(tuples[c], real[c], strict=True))
        for c in chosen
    ]
    return tuple(named), float(costs[chosen].sum())


def _candidates(lanes: Sequence[Sequence[Place]], weights: Weights) -> tuple[Ints, Floats]:
    """The tuples that may stand in the best alignment, as indices of units, and their disorder.

    The index after an annotator's last unit stands for none. With P pairs of annotators, a unit
    that is further than (P + k)·Δ∅ from all k others of its tuple together costs less alone.
    """
    number, empty = len(lanes), weights.delta_empty
    pairs = number * (number - 1) // 2
    d = {
        (a, b): dissimilarity(lanes[a], lanes[b], weights)
        for a, b in combinations(range(number), 2)
    }
    tuples = np.arange(len(lanes[0]) + 1)[:, None]
    costs = np.zeros(len(tuples))
    for b in range(1, number):
        each = np.stack([d[a, b][tuples[:, a]] for a in range(b)])
        near = (each <= (pairs + number - 1) * empty).all(axis=0)
        row, unit = np.nonzero(near)
        costs = costs[row] + each[:, row, unit].sum(axis=0)
        tuples = np.hstack((tuples[row], unit[:, None]))
    sizes = np.array([len(lane) for lane in lanes])
    units = (tuples < sizes).sum(axis=1)
    worth = (units > 0) & (costs / pairs <= units * empty + 1e-9)
    return tuples[worth], costs[worth] / pairs


# --- chance


def shuffled(
    lanes: Sequence[Sequence[Place]], *, seed: int, samples: int, length: int | None = None
) -> Generator[list[list[Place]]]:
    """Random texts: for each annotator a real one's units, shifted round the text.

    Shifts are further apart than half the mean length of a unit, so that no two annotators of a
    sample lie on one another by construction, but no more than a 24th of the text, so that
    short texts leave chance its room.
    """
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    units = [unit for lane in lanes for unit in lane]
    low = 0.0 if length is not None else min(start for start, _, _ in units)
    high = float(length) if length is not None else max(end for _, end, _ in units)
    apart = min(sum(end - start for start, end, _ in units) / len(units) / 2, (high - low) / 24)
    for _ in range(samples):
        drawn: list[list[Place]] = []
        while not any(drawn):
            shifts = _shifts(chance, len(lanes), high - low, apart)
            drawn = [_shifted(chance.choice(lanes), shift, low, high) for shift in shifts]
        yield drawn


def _shifts(chance: random.Random, number: int, width: float, apart: float) -> list[float]:
    """Distances to shift by, no two nearer than `apart` as far as that is found."""
    shifts: list[float] = []
    for _ in range(number):
        for _ in range(_TRIES):
            shift = chance.uniform(0, width)
            if all(apart <= abs(shift - other) <= width - apart for other in shifts):
                break
        shifts.append(shift)
    return shifts


def _shifted(lane: Sequence[Place], shift: float, low: float, high: float) -> list[Place]:
    """Units shifted to the right; one that would begin beyond the end begins at the front."""
    width = high - low
    moved = (
        (start + shift - (width if start + shift >= high else 0), end - start, label)
        for start, end, label in lane
    )
    return sorted((start, start + long, label) for start, long, label in moved)
