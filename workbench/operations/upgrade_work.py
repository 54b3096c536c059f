"""Upgrading an older project: runs in a worker process, as it takes minutes of a large one.

A thread is at it, so that a value goes out now and then even while SQLite is busy, and whoever no
longer wants the upgrade is heard: the backup is broken off then, with nothing left of it. Once the
upgrade itself has begun, only the end of the process stops it, which leaves the old file as well.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from workbench.store import opening
from workbench.store.halting import Halt

TICK = 0.1  # seconds between two values
_UNKNOWN = (0, 0)


def upgrade(path: Path, backups: Path) -> Iterator[tuple[int, int]]:
    """How many hundredths of the backup are copied, of how many; of the rest nobody knows."""
    halt, far = Halt(), _UNKNOWN

    def follow(done: int, total: int) -> None:
        nonlocal far
        far = (100 * done // total, 100) if done < total else _UNKNOWN

    with ThreadPoolExecutor(1) as thread:
        work = thread.submit(
            opening.bring_up_to_date, path, backups=backups, halt=halt, follow=follow
        )
        try:
            while not wait([work], TICK).done:
                yield far
        finally:
            halt.say()
        work.result()
