"""Intervals by the bootstrap: articles drawn again and again, with replacement.

Articles are what was sampled from the world, not spans or characters, and near-duplicates among
them are one piece of news: groups are drawn, whole. Because every figure is a function of sums over
articles, a resample is a row of weights, and all resamples are one product of matrices.

Nor need all articles be held to be drawn from. How many draws of a resample fall on the first
thousand groups is a binomial number, and which of them they hit is even; what is left falls on the
others. So groups come a thousand at a time, in their order, and only the sums of resamples stay.

Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13 (the percentile interval).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.adding import added, widened

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Interval = tuple[float, float] | None
LEVEL = 0.95
AT_ONCE = 1_000  # groups that are drawn from together


class Draws:
    """So many resamples of so many groups, drawn as the groups come in."""

    def __init__(self, groups: int, *, samples: int, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._coming = groups
        self._left = np.full(samples, groups)  # draws of each resample that have not fallen yet

    def weights(self, number: int) -> Floats:
        """How often each of the next groups is in each resample: samples × groups."""
        drawn = np.zeros((len(self._left), number))
        fallen = self._fallen(number)
        for row, size in zip(drawn, fallen, strict=True):
            if size:
                row[:] = np.bincount(self._chance.integers(number, size=size), minlength=number)
        self._coming -= number
        self._left -= fallen
        return drawn

    def _fallen(self, number: int) -> Ints:
        """How many draws of each resample fall on the next groups: all, on the last ones."""
        if number == self._coming:
            return self._left.copy()
        fallen: Ints = self._chance.binomial(self._left, number / self._coming)
        return fallen


class Resamples:
    """Sums over articles in each of some resamples, as the articles come in, by their groups.

    Articles come in the order of their groups, so that those of one are together; `groups` is how
    many of these there will be.
    """

    def __init__(self, groups: int, *, samples: int, seed: int) -> None:
        self._draws = Draws(groups, samples=samples, seed=seed)
        self._groups: list[str] = []  # that wait to be drawn from, each once
        self._waiting: list[Floats] = []  # what is counted in them: groups × …
        self._sums: list[Floats] = []

    def add(self, groups: Sequence[str], sums: Sequence[Floats]) -> None:
        """Add articles by their groups; each of `sums` is articles × whatever is counted."""
        names, place = np.unique(np.array([*self._groups, *groups]), return_inverse=True)
        self._waiting = [_by_group(each, place) for each in _joined(self._waiting, sums)]
        self._groups = names.tolist()
        while len(self._groups) > AT_ONCE:  # only the last one can still grow
            self._draw(AT_ONCE)

    def totals(self) -> list[Floats]:
        """The sums of each resample, once all articles are there: samples × what is counted."""
        self._draw(len(self._groups))
        return self._sums

    def _draw(self, number: int) -> None:
        """Draw from the first groups that wait."""
        weights = self._draws.weights(number)
        drawn = [np.tensordot(weights, each[:number], axes=1) for each in self._waiting]
        pairs = zip(self._sums, drawn, strict=True)
        self._sums = [added(*pair) for pair in pairs] if self._sums else drawn
        self._groups = self._groups[number:]
        self._waiting = [each[number:] for each in self._waiting]


def _joined(waiting: Sequence[Floats], sums: Sequence[Floats]) -> list[Floats]:
    """The sums of groups that wait and of articles, one below the other."""
    if not waiting:
        return list(sums)
    return [
        np.concatenate((widened(before, (len(before), *more.shape[1:])), more))
        for before, more in zip(waiting, sums, strict=True)
    ]


def _by_group(sums: Floats, place: Ints) -> Floats:
    """The sums of each group, of rows that belong to the group at some place."""
    found = np.zeros((int(place.max(initial=-1)) + 1, *sums.shape[1:]))
    np.add.at(found, place, sums)
    return found


def interval(values: Floats) -> Interval:
    """The middle 95 per cent of a figure over resamples; None where most have it undefined."""
    defined = values[~np.isnan(values)]
    if 2 * len(defined) < len(values) or not len(defined):
        return None
    low, high = np.quantile(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def mean_of_defined(values: Floats, axis: int = -1) -> Floats:
    """The mean over an axis of what is defined there, nan where nothing is."""
    there = ~np.isnan(values)
    number = there.sum(axis=axis)
    total = np.where(there, values, 0.0).sum(axis=axis)
    means: Floats = np.divide(
        total, number, out=np.full(np.shape(number), np.nan), where=np.asarray(number > 0)
    )
    return means
