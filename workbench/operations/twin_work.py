"""What texts are like, and which are nearly the same: tasks for a worker process.

MinHash keeps of each of 126 orders of all runs of words the first one that a text has; in so many
of them two texts have the same, as their runs have in common. Of each only 16 bits are kept, which
meet by chance once in 65,536 times. Texts that have three in a row in common are compared: of those
that share half of all their runs 99 in 100 meet so, of those that share a twentieth one in 200.

datasketch makes the signatures. Its index is not used: it holds 42 Python sets a text, more than a
gigabyte for 100,000 texts, where sorting the signatures by each three takes a third of a second.
In each bucket a text is compared with those just before it alone, so that a line below every
article of an outlet costs nothing much; twins of twins are of one group anyway.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from workbench.domain.text import text_hash
from workbench.domain.twins import MOST, runs

ORDERS = 126
_ROW = 3  # orders in which texts must agree to be compared
_NEAR = 8  # texts of a bucket that each is compared with
_AT_ONCE = 10_000  # pairs

_EMPTY = MinHash(num_perm=ORDERS, seed=1, hashfunc=int, scheme="affine32")

Numbers = NDArray[np.int64]


def sign(texts: Sequence[str]) -> Iterator[list[tuple[str, int, bytes]]]:
    """The hash of each text, the number of its runs, and its signature."""
    yield [_signed(text) for text in texts]


def _signed(text: str) -> tuple[str, int, bytes]:
    found = runs(text)
    hashed = _EMPTY.copy()
    hashed.update_batch(found)
    return text_hash(text), len(found), hashed.hashvalues.astype("<u2").tobytes()


def compare(
    sizes: Sequence[int], heads: Sequence[int], numbers: Sequence[int], signatures: bytes
) -> Iterator[dict[int, int]]:
    """The heads of the groups that are new or other than they were, by the texts' numbers.

    Only texts without a head (0) are compared with the others; the first of a group is its head.
    """
    signed = np.frombuffer(signatures, dtype="<u2").reshape(-1, ORDERS)
    fresh = np.asarray(heads, dtype=np.int64) == 0
    places = {number: place for place, number in enumerate(numbers)}
    groups = [places.get(head, place) for place, head in enumerate(heads)]
    for one, other in _twins(signed, np.asarray(sizes), fresh):
        first, second = sorted((_head(groups, one), _head(groups, other)))
        groups[second] = first
    found = (numbers[_head(groups, place)] for place in range(len(groups)))
    yield {
        number: head for number, old, head in zip(numbers, heads, found, strict=True) if old != head
    }


def _twins(
    signed: NDArray[np.uint16], sizes: Numbers, fresh: NDArray[np.bool_]
) -> Iterator[tuple[int, int]]:
    """The pairs of places of twins, at least one of each fresh."""
    met = _candidates(signed, fresh & (sizes > 0))
    for begin in range(0, len(met), _AT_ONCE):
        one, other = np.divmod(met[begin : begin + _AT_ONCE], len(signed))
        alike = (signed[one] == signed[other]).mean(axis=1)
        shared = alike * (sizes[one] + sizes[other]) / (1 + alike)
        twin = shared >= MOST * np.minimum(sizes[one], sizes[other])
        yield from zip(one[twin].tolist(), other[twin].tolist(), strict=True)


def _candidates(signed: NDArray[np.uint16], fresh: NDArray[np.bool_]) -> Numbers:
    """The pairs that are worth comparing, each as one number: a place times all, and a place."""
    met = [np.empty(0, dtype=np.int64)]
    if fresh.any():
        for begin in range(0, ORDERS, _ROW):
            met += _bucketed(_keys(signed[:, begin : begin + _ROW]), fresh)
    return np.unique(np.concatenate(met))


def _keys(row: NDArray[np.uint16]) -> NDArray[np.uint64]:
    """A few orders of each text as one number."""
    wide = row.astype(np.uint64)
    shifts = np.arange(0, 16 * _ROW, 16, dtype=np.uint64)
    keys: NDArray[np.uint64] = np.bitwise_or.reduce(wide << shifts, axis=1)
    return keys


def _bucketed(keys: NDArray[np.uint64], fresh: NDArray[np.bool_]) -> Iterator[Numbers]:
    """The pairs of texts that have the same key and stand near one another."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    for apart in range(1, min(_NEAR, len(keys) - 1) + 1):
        one, other = order[:-apart], order[apart:]
        wanted = (ordered[:-apart] == ordered[apart:]) & (fresh[one] | fresh[other])
        yield one[wanted] * len(keys) + other[wanted]


def _head(groups: list[int], place: int) -> int:
    """The first text of the group of another, found faster the next time."""
    while groups[place] != place:
        groups[place] = place = groups[groups[place]]
    return place
