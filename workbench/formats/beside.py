"""Files written beside their place, then moved there.

Whoever looks at the place sees the old file or the whole new one: an export that fails half-way,
or on a full disk, leaves what was there, and no rest behind.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from workbench.domain.errors import UserError


@contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes its place at `path` when all is well, and is gone otherwise.

    Raises `UserError` where the folder or the disk refuses.
    """
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
