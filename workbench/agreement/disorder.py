"""γ: how much less disordered the annotators' units are, at their best alignment, than by chance.

γ takes overlap, nesting and any number of annotators as they come: it aligns units with one another
(or with nothing) so that the alignment costs least, and compares that cost with the cost for
annotators who put the same units anywhere (Mathet, Widlöcher & Métivier 2015, "The unified and
holistic method gamma", Computational Linguistics 41(3)).

Chance is the paper's: each annotator of a sample is one of the real ones, drawn at random, whose
units are shifted around the text, each by another distance. That makes γ a Monte-Carlo value: its
seed and its number of samples belong to it.
"""

import random
from collections.abc import Generator, Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import cast

from workbench.agreement.aligning import best_alignment
from workbench.agreement.coefficients import Coefficient
from workbench.agreement.continuum import Annotators, Unit, people
from workbench.agreement.unlikeness import Place, Weights

_TRIES = 100  # to find a shift that is not like another one


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
