"""What an act costs the processor, held against another size's or against a bare loop.

Seconds say as much about the machine as about the act. So a bound on what one act may take is told
in bare loops, which are timed beside it; and where two acts are too much alike for a clock on a
busy machine, the calls that each makes are counted.
"""

import gc
import sys
import time
from collections.abc import Callable
from types import FrameType


def processor_seconds(act: Callable[[], object], *, runs: int = 3) -> float:
    """The least seconds of some runs, with the garbage collector at rest.

    The collector walks whatever the tests before left in memory, which is no cost of the act.
    """
    gc.collect()
    gc.disable()
    try:
        return min(_once(act) for _ in range(runs))
    finally:
        gc.enable()


def bare_loops(act: Callable[[], object], *, runs: int = 3) -> float:
    """How many times as long as a bare loop of a million additions an act takes."""
    return processor_seconds(act, runs=runs) / processor_seconds(bare_loop)


def costs_less(act: Callable[[], object], times: float, than: Callable[[], object]) -> bool:
    """Whether an act costs less than so many times another, in one of three tries.

    A busy machine can halve the speed of one act alone; what costs too much does so in every try.
    """
    return any(
        processor_seconds(act, runs=1) < times * processor_seconds(than, runs=1) for _ in range(3)
    )


def bare_loop() -> None:
    """Add up a million numbers: 0.03 seconds on a quick machine, and twice that on a slow one."""
    total = 0
    for number in range(1_000_000):
        total += number


def calls(act: Callable[[], object]) -> int:
    """How many functions an act calls, in this thread: the same on any machine, busy or not."""
    made = 0

    def count(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return made


def _once(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start
