"""Work on many rows that tells how far it is, so that it can be waited for, and stopped.

A stride is (rows done, of how many). Closing the generator between two strides rolls back what it
was writing, so that nothing of it has happened.
"""

from collections.abc import Generator, Iterator, Sequence
from typing import TypeVar, cast

T = TypeVar("T")
Strides = Generator[tuple[int, int], None, T]
LENGTH = 500  # rows


def parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Items, a stride of them at a time."""
    return (items[begin : begin + LENGTH] for begin in range(0, len(items), LENGTH))


def run_through(strides: Strides[T]) -> T:
    """Do work to its end at once, and give what it comes to."""
    while True:
        try:
            next(strides)
        except StopIteration as end:
            return cast("T", end.value)
