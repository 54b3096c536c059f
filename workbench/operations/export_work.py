"""Writing an export: runs in a worker process, which keeps the writers between its tasks.

Articles come some at a time, so that nobody holds them all, and are written while the next ones are
read from the project. Each task yields how many annotations it wrote, and what was lost.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workbench.domain.corpus import Loss, Order
from workbench.domain.errors import UserError
from workbench.formats import registry
from workbench.formats.out_folder import OutFolder
from workbench.formats.registry import Writer

Told = tuple[int, list[Loss]]

# The writers of the export in hand and their folders, by the part, and what they lost lately.
_WRITERS: dict[str, Writer] = {}
_FOLDERS: dict[str, OutFolder] = {}
_LOST: list[Loss] = []


def begin(format: str, out: str, parts: dict[str, tuple[Path, Order]]) -> Iterator[Told]:
    """Open a writer for each part, given its folder; what was never finished is forgotten."""
    _let_go()
    make = registry.writer(format)
    with _disk(out):
        for part, (folder, order) in parts.items():
            _FOLDERS[part] = OutFolder(folder)
            _WRITERS[part] = make(_FOLDERS[part], order, _LOST.append)
    yield 0, _lost()


def add(out: str, part: str, items: Sequence[Any]) -> Iterator[Told | None]:
    """Write items into a part; yields None at once, for they have come."""
    yield None
    with _disk(out):
        yield sum(map(_writer(part).add, items)), _lost()


def finish(out: str) -> Iterator[Told]:
    """Close all parts."""
    with _disk(out):
        for writer in _WRITERS.values():
            writer.finish()
        lost = _lost()
        _let_go()
    yield 0, lost


def _writer(part: str) -> Writer:
    """The writer of a part; a process that died took the others with it."""
    if part not in _WRITERS:
        raise UserError("operations.worker_died", reason="started anew")
    return _WRITERS[part]


def _let_go() -> None:
    """Close all files and forget the export in hand."""
    for folder in _FOLDERS.values():
        folder.close()
    _FOLDERS.clear()
    _WRITERS.clear()
    _LOST.clear()


def _lost() -> list[Loss]:
    """What was lost since this was asked last."""
    lost = _LOST.copy()
    _LOST.clear()
    return lost


@contextmanager
def _disk(out: str) -> Iterator[None]:
    """Say of a disk that refuses where the export was to go; whatever failed is let go."""
    try:
        yield
    except OSError as error:
        _let_go()
        raise UserError("formats.cannot_write", path=out, reason=error.strerror) from error
