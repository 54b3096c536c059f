"""What texts are like, and which are nearly the same: tasks for a worker process.

MinHash keeps of each of 126 orders of all runs of words the first one that a text has; in so many
of them two texts have the same, as their runs have in common. Of each only 16 bits are kept, which
meet by chance once in 65,536 times. Texts that have three in a row in common are compared: of those
that share half of all their runs 99 in 100 meet so, of those that share a twentieth one in 200.

datasketch makes the signatures. Its index is not used: it holds 42 Python sets a text, more than a
gigabyte for 100,000 texts, where sorting the signatures by each three takes a third of a second.
Held of a text are its signature and three numbers, 276 bytes; texts that meet are compared at once,
unless they are of one group already, so that no list of pairs grows with how much is alike.
In each bucket a text is compared with those just before it alone, so that a line below every
article of an outlet costs nothing much; twins of twins are of one group anyway.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from workbench.domain.errors import UserError
from workbench.domain.text import text_hash
from workbench.domain.twins import MOST, runs

ORDERS = 126
_ROW = 3  # orders in which texts must agree to be compared
_NEAR = 8  # texts of a bucket that each is compared with
_AT_ONCE = 10_000  # pairs
_PLACED = 500  # texts that are put into their groups in one transaction

_EMPTY = MinHash(num_perm=ORDERS, seed=1, hashfunc=int, scheme="affine32")

Numbers = NDArray[np.int64]
Signatures = NDArray[np.uint16]


def _none() -> "array[int]":
    return array("q")


@dataclass(frozen=True, slots=True)
class Texts:
    """What texts are like, one after another; a head of 0 is not found yet."""

    numbers: "array[int]" = field(default_factory=_none)
    runs: "array[int]" = field(default_factory=_none)
    heads: "array[int]" = field(default_factory=_none)
    signatures: bytearray = field(default_factory=bytearray)


# The texts to compare, which come some at a time.
_HELD: list[Texts] = []


def sign(texts: Sequence[str]) -> Iterator[list[tuple[str, int, bytes]]]:
    """The hash of each text, the number of its runs, and its signature."""
    yield [_signed(text) for text in texts]


def _signed(text: str) -> tuple[str, int, bytes]:
    found = runs(text)
    hashed = _EMPTY.copy()
    hashed.update_batch(found)
    return text_hash(text), len(found), hashed.hashvalues.astype("<u2").tobytes()


def hold(
    held: int, numbers: "array[int]", runs: "array[int]", heads: "array[int]", signatures: bytes
) -> Iterator[int]:
    """Keep what some texts are like, after so many that are `held`; how many are now."""
    if not held:
        _HELD[:] = [Texts()]
    texts = _held(held)
    texts.numbers.extend(numbers)
    texts.runs.extend(runs)
    texts.heads.extend(heads)
    texts.signatures.extend(signatures)
    yield len(texts.numbers)


def _held(number: int) -> Texts:
    """The texts that were brought; a process that died took them along."""
    if not _HELD or len(_HELD[0].numbers) != number:
        raise UserError("operations.worker_died", reason="started anew")
    return _HELD[0]


def compare(held: int) -> Iterator[dict[int, int]]:
    """The heads of the groups that are new or other than they were, by the texts' numbers.

    They come some at a time, each group in one: half of one would stay apart.
    """
    texts = _held(held)
    _HELD.clear()
    yield from _whole_groups(heads_of(texts))


def heads_of(texts: Texts) -> dict[int, int]:
    """The heads that are new or other than they were, by the texts' numbers.

    Only texts without a head are compared with the others; the first of a group is its head.
    """
    signed = np.frombuffer(texts.signatures, dtype="<u2").reshape(-1, ORDERS)
    numbers, sizes, heads = map(_numbers, (texts.numbers, texts.runs, texts.heads))
    groups = np.arange(len(numbers))
    known = np.isin(heads, numbers)
    groups[known] = np.searchsorted(numbers, heads[known])
    _resolve(groups)
    fresh = (heads == 0) & (sizes > 0)
    for met in _candidates(signed, fresh):
        for begin in range(0, len(met), _AT_ONCE):
            one, other = np.divmod(met[begin : begin + _AT_ONCE], len(signed))
            apart = groups[one] != groups[other]
            _join(groups, *_twins(signed, sizes, one[apart], other[apart]))
    found = numbers[groups]
    other = found != heads
    return dict(zip(numbers[other].tolist(), found[other].tolist(), strict=True))


def _numbers(held: "array[int]") -> Numbers:
    return np.frombuffer(held, dtype=np.int64)


def _whole_groups(heads: Mapping[int, int]) -> Iterator[dict[int, int]]:
    """Texts and their heads, some at a time, each group in one."""
    part: dict[int, int] = {}
    last = 0
    for number, head in sorted(heads.items(), key=lambda item: item[1]):
        if len(part) >= _PLACED and head != last:
            yield part
            part = {}
        part[number] = last = head
    if part:
        yield part


def _twins(
    signed: Signatures, sizes: Numbers, one: Numbers, other: Numbers
) -> tuple[Numbers, Numbers]:
    """Those of some pairs of places that are twins."""
    alike = (signed[one] == signed[other]).mean(axis=1)
    shared = alike * (sizes[one] + sizes[other]) / (1 + alike)
    twin = shared >= MOST * np.minimum(sizes[one], sizes[other])
    return one[twin], other[twin]


def _candidates(signed: Signatures, fresh: NDArray[np.bool_]) -> Iterator[Numbers]:
    """The pairs that are worth comparing, each as one number: a place times all, and a place."""
    if fresh.any():
        for begin in range(0, ORDERS, _ROW):
            yield from _bucketed(_keys(signed[:, begin : begin + _ROW]), fresh)


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


def _join(groups: Numbers, one: Numbers, other: Numbers) -> None:
    """Make one group of the groups of each pair; its head is its first text."""
    for pair in zip(one.tolist(), other.tolist(), strict=True):
        first, second = sorted(_head(groups, place) for place in pair)
        groups[second] = first
    if len(one):
        _resolve(groups)


def _head(groups: Numbers, place: int) -> int:
    """The first text of the group of another, found faster the next time."""
    while (at := int(groups[place])) != place:
        groups[place] = groups[at]
        place = int(groups[at])
    return place


def _resolve(groups: Numbers) -> None:
    """Let every text know the head of its group."""
    while not np.array_equal(further := groups[groups], groups):
        groups[:] = further
