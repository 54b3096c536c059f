"""Sums that were counted with some labels, and more of them with further labels at their end.

Which labels there are is known only when all articles have been read: one may have been used long
ago, and be gone from the scheme. So what was counted before is widened by what it did not know.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def widened(sums: Floats, shape: Sequence[int]) -> Floats:
    """Sums with room for as many at the end of each axis as it lacks."""
    if sums.shape == tuple(shape):
        return sums
    return np.pad(sums, [(0, wide - now) for now, wide in zip(sums.shape, shape, strict=True)])


def added(sums: Floats, more: Floats) -> Floats:
    """Sums and more of them."""
    return widened(sums, more.shape) + more
