"""What a program holds at a moment: memory, threads, timers, processes, files, windows, objects."""

import gc
import os
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

MEMORY_MAY_GROW = 0.1  # of what was held after the warm-up
OBJECTS_MAY_GROW = 0.02  # what is in hand has a few rows more or fewer


@dataclass(frozen=True, slots=True)
class Held:
    """What this process holds; memory in bytes, `objects` are Qt's."""

    memory: int
    threads: int
    timers: int
    processes: int
    files: int
    windows: int
    objects: int

    def grown(self, before: "Held", *, memory: float = MEMORY_MAY_GROW) -> list[str]:
        """What there is more of than before, beyond what may be; of memory a share."""
        limits = {
            "memory": before.memory * (1 + memory),
            "objects": before.objects * (1 + OBJECTS_MAY_GROW),
        }
        return [
            f"{name}: {getattr(before, name):,} after the warm-up, {now:,} at the end"
            for name in (field.name for field in fields(self))
            if (now := getattr(self, name)) > limits.get(name, getattr(before, name))
        ]


def held(app: QApplication) -> Held:
    """What is held now, once what nobody refers to is gone."""
    gc.collect()
    tops = app.topLevelWidgets()
    roots: list[QObject] = [app, *(top for top in tops if top.parent() is None)]
    return Held(
        memory=_memory(),
        threads=len(os.listdir("/proc/self/task")),  # noqa: PTH208 - names alone
        timers=sum(len(root.findChildren(QTimer)) for root in roots) + _timers_alone(),
        processes=len(_children()),
        files=len(os.listdir("/proc/self/fd")),  # noqa: PTH208 - names alone
        windows=len(tops),
        objects=sum(len(root.findChildren(QObject)) for root in roots),
    )


def _timers_alone() -> int:
    """Timers that Python holds and that belong to no other object."""
    return sum(type(each) is QTimer and each.parent() is None for each in gc.get_objects())


def _memory() -> int:
    """The bytes of this process that are in memory."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _children() -> list[str]:
    """The children of all threads of this process."""
    found: list[str] = []
    for task in Path("/proc/self/task").iterdir():
        found += (task / "children").read_text(encoding="ascii").split()
    return found
