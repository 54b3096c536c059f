"""Intervals by the bootstrap: articles drawn again and again, with replacement.

Articles are what was sampled from the world, not spans or characters, and near-duplicates among
them are one piece of news: groups are drawn, whole. Because every figure is a function of sums over
articles, a resample is a row of weights, and all resamples are one product of matrices.

Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13 (the percentile interval).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Interval = tuple[float, float] | None
LEVEL = 0.95


def weights(groups: Sequence[str], *, samples: int, seed: int) -> Floats:
    """How often each article is in each resample: samples × articles."""
    names, member = np.unique(np.array(groups, dtype=np.str_), return_inverse=True)
    chance = np.random.default_rng(seed)
    number = len(names)
    if not number:
        return np.zeros((samples, 0))
    drawn = np.empty((samples, number))
    for row in drawn:
        row[:] = np.bincount(chance.integers(number, size=number), minlength=number)
    return drawn[:, member]


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
