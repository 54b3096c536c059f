"""Exports written in a folder beside their place, then moved there.

Whoever looks at the place sees the old files or the whole new ones: an export that fails half-way,
is cancelled, or meets a full disk leaves what was there, and no rest behind. What one that was
killed left is cleared away by the next to the same place; a folder that it had set aside returns.

A format that cannot hold a large corpus in one file writes a folder in its place, under the file's
name and full of files of its kind, which an export may take the place of as of a file.
"""

import glob
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    check = _check_folder if folder else _check_file
    _clear_remains(out)
    check(out)
    stage = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        stage.mkdir()
        yield stage
        _settle(stage)
        if folder:
            _put_in_place(stage, out, old=stage.with_suffix(".old"))
        else:
            _move_files(stage, out)
    except OSError as error:
        raise UserError("formats.cannot_write", path=out, reason=error.strerror) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def names_in(folder: Path) -> list[str]:
    """The files in a folder and its folders, by their places there, with slashes.

    There may be two for each article, so that nothing more is held of each.
    """
    within = len(str(folder)) + 1
    found = (os.path.join(at, name) for at, _, names in os.walk(folder) for name in names)  # noqa: PTH118
    return sorted(path[within:].replace(os.sep, "/") for path in found)


def _clear_remains(out: Path) -> None:
    """Clear away what killed exports to a place left, and bring back what they had set aside."""
    for rest in out.parent.glob(f".{glob.escape(out.name)}.*"):
        pid, _, kind = rest.name.removeprefix(f".{out.name}.").partition(".")
        if kind not in {"part", "old"} or not pid.isdecimal() or _is_running(int(pid)):
            continue
        if kind == "old" and not os.path.lexists(out):
            rest.rename(out)
        else:
            _remove(rest)


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


def _check_file(place: Path) -> None:
    """Refuse a folder that is not full of files of the place's own kind, and a project."""
    if not _is_in_parts(place):
        check_place(place)


def _is_in_parts(place: Path) -> bool:
    """Whether a folder stands there in place of a file, as an earlier export left it."""
    if not place.suffix or not os.path.isdir(place):  # noqa: PTH112 - as in `check_place`
        return False
    found = list(place.iterdir())
    ours = all(each.suffix == place.suffix and each.stem.isdecimal() for each in found)
    return bool(found) and ours


def _settle(stage: Path) -> None:
    """See that all that was written is on the disk before it takes its place."""
    for name in names_in(stage):
        with (stage / name).open("rb") as file:
            os.fsync(file.fileno())


def _put_in_place(made: Path, place: Path, *, old: Path) -> None:
    """Let a folder take its place, or a file that of a folder; what is there is set aside."""
    if os.path.lexists(place):
        place.rename(old)
    made.rename(place)
    _remove(old)


def _remove(rest: Path) -> None:
    """Remove a file or a folder, as far as that can be done."""
    if rest.is_dir():
        shutil.rmtree(rest, ignore_errors=True)
    else:
        with suppress(OSError):
            rest.unlink(missing_ok=True)


def _move_files(stage: Path, out: Path) -> None:
    """Let files take their places beside `out`, each at once; a project is never written over."""
    places = {path: out.parent / path.name for path in sorted(stage.iterdir())}
    for place in places.values():
        _check_file(place)
    for path, place in places.items():
        if place == out and (path.is_dir() or place.is_dir()):
            _put_in_place(path, place, old=stage.with_suffix(".old"))
        else:
            path.replace(place)
