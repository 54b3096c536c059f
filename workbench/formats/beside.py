"""Files written beside their place, then moved there.

Whoever looks at the place sees the old file or the whole new one: an export that fails half-way,
or on a full disk, leaves what was there, and no rest behind. What is there is written over, as with
any program, unless it is a project: nobody means to lose all work to an export of it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from workbench.domain.errors import UserError

_DATABASE = b"SQLite format 3\x00"


@contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes its place at `path` when all is well, and is gone otherwise.

    Raises `UserError` where the folder or the disk refuses, or a project stands there.
    """
    check_place(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise UserError("formats.cannot_write", path=path, reason=error.strerror) from error
    finally:
        with suppress(OSError):  # a folder that nothing can be made in refuses this as well
            part.unlink(missing_ok=True)


def check_place(path: Path) -> None:
    """Refuse a folder, and a project or any other database."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        raise UserError("formats.is_folder", path=path)
    if os.path.isfile(path) and (_in_use(path) or _begins_with(path, _DATABASE)):  # noqa: PTH113
        raise UserError("formats.over_a_project", path=path)


def _in_use(path: Path) -> bool:
    """Whether a file has SQLite's log beside it.

    Whoever closes a file gives up all locks of this process on it, so that one that may be open
    here is not even looked into.
    """
    real = path.resolve()
    return real.with_name(f"{real.name}-wal").exists()


def _begins_with(path: Path, wanted: bytes) -> bool:
    """Whether a file begins with these bytes; not where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(wanted)) == wanted
    except OSError:
        return False
