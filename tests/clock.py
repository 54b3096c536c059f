"""The processor time of an act, so that the cost of one size can be held against another's."""

import gc
import time
from collections.abc import Callable


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


def _once(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start
