"""Exports written in a folder beside their place, then moved there.

Whoever looks at the place sees the old files or the whole new ones: an export that fails half-way,
is cancelled, or meets a full disk leaves what was there, and no rest behind. What one that was
killed left is cleared away by the next to the same place; a folder that it had set aside returns.
"""

import glob
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.formats.beside import check_place

RECEIPT = "RECEIPT.json"


@contextmanager
def staged(out: Path, *, folder: bool) -> Iterator[Path]:
    """A new folder to write in, of which `out` is made when all is well.

    With `folder` it becomes `out` itself, where there is nothing yet but perhaps an earlier export;
    else its files take their places beside `out`, each under its name. Raises `UserError` where the
    folder or the disk refuses, or what stands there may not be written over.
    """
    check = _check_folder if folder else check_place
    _clear_remains(out)
    check(out)
    stage = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        stage.mkdir()
        yield stage
        _settle(stage)
        if folder:
            _put_in_place(stage, out)
        else:
            _move_files(stage, out.parent)
    except OSError as error:
        raise UserError("formats.cannot_write", path=out, reason=error.strerror) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _clear_remains(out: Path) -> None:
    """Clear away what killed exports to a place left, and bring back what they had set aside."""
    for rest in out.parent.glob(f".{glob.escape(out.name)}.*"):
        pid, _, kind = rest.name.removeprefix(f".{out.name}.").partition(".")
        if kind not in {"part", "old"} or not pid.isdecimal() or _is_running(int(pid)):
            continue
        if kind == "old" and not os.path.lexists(out):
            rest.rename(out)
        else:
            shutil.rmtree(rest, ignore_errors=True)


def _is_running(pid: int) -> bool:
    """Whether a process is there; where that cannot be asked without harm, it is taken to be."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _check_folder(out: Path) -> None:
    """Refuse a place where something stands that no export made."""
    if out.is_dir():
        if any(out.iterdir()) and not (out / RECEIPT).is_file():
            raise UserError("formats.folder_not_empty", path=out)
    elif os.path.lexists(out):
        raise UserError("formats.not_a_folder", path=out)


def _settle(stage: Path) -> None:
    """See that all that was written is on the disk before it takes its place."""
    for path in stage.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _put_in_place(stage: Path, out: Path) -> None:
    """Let a folder take the place of an earlier one."""
    old = stage.with_suffix(".old")
    if out.is_dir():
        out.rename(old)
    stage.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _move_files(stage: Path, folder: Path) -> None:
    """Let files take their places in a folder, each at once; a project is never written over."""
    names = sorted(path.name for path in stage.iterdir())
    for name in names:
        check_place(folder / name)
    for name in names:
        (stage / name).replace(folder / name)
