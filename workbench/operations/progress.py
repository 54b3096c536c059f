"""Long verbs tell how far they are: generators that yield `Progress` and return a report.

Whoever runs one decides where: the command line in its own thread, the window in a thread that only
waits, since the work itself is done by worker processes. Closing the generator cancels it; what was
committed until then stays and is not repeated the next time.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How much is done of how much (0 where nobody knows), and what is in hand."""

    done: int
    total: int
    what: str = ""


LongVerb = Generator[Progress, None, T]


def told(strides: Generator[tuple[int, int], None, T]) -> LongVerb[T]:
    """Work of the store as a long verb: it counts rows, and gives what it comes to."""
    while True:
        try:
            done, total = next(strides)
        except StopIteration as end:
            return cast("T", end.value)
        yield Progress(done, total)


def finish(verb: LongVerb[T], report: Callable[[Progress], None] | None = None) -> T:
    """Run a long verb to its end and give its report."""
    while True:
        try:
            progress = next(verb)
        except StopIteration as end:
            return cast("T", end.value)
        if report is not None:
            report(progress)
