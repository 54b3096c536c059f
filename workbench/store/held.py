"""Which project files this process has open, so that none is opened beside SQLite meanwhile.

On POSIX systems a process that closes a file gives up all its locks on it, those of SQLite too. The
next other process that closes the project would take itself for the last one, and remove the
write-ahead log under those who still write to it. So whoever wants the first bytes of a file asks
here before, and asks SQLite where the file is held.
"""

from pathlib import Path
from weakref import WeakKeyDictionary

Place = tuple[int, int]  # a device, and the number of a file on it

_HELD: WeakKeyDictionary[object, Place | None] = WeakKeyDictionary()


def place(path: Path) -> Place | None:
    """What tells the file at a path from every other; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def hold(holder: object, where: Place | None) -> None:
    """Note that somebody has the file at a place open."""
    _HELD[holder] = where


def let_go(holder: object) -> None:
    """Note that somebody has closed their file."""
    _HELD.pop(holder, None)


def is_held(path: Path) -> bool:
    """Whether this process has the file at a path open as a project."""
    where = place(path)
    return where is not None and where in list(_HELD.values())
