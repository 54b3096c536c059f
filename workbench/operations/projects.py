"""Making, opening and checking projects."""

import os
from contextlib import closing
from pathlib import Path
from typing import cast

from workbench.domain.errors import UserError
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.settings.folders import find_folders
from workbench.settings.resources import resources_folder
from workbench.store import checking, opening
from workbench.store.opening import SUFFIX, create_project, open_project
from workbench.store.project import Project

LARGE = 20_000_000  # bytes, which are looked through in a tenth of a second
_UPGRADE = "workbench.operations.upgrade_work:upgrade"


def with_suffix(path: Path) -> Path:
    """A name for a project as it is given to one: with the ending by which it is found again."""
    whole = path.suffix == SUFFIX or path.name in {"", ".."}
    return path if whole else path.with_name(path.name + SUFFIX)


def create(path: Path, *, scheme: str | Path = "news") -> Project:
    """Make a project with a shipped scheme by name, or one from a YAML file."""
    from workbench.formats.scheme_yaml import read_scheme  # noqa: PLC0415  (not to open one)

    source = _scheme_file(scheme)
    return create_project(path, read_scheme(source))


def open_(path: Path) -> Project:
    """Open a project; an older one is backed up first, then upgraded."""
    return open_project(path, backups=find_folders().backup)


def open_to_read(path: Path) -> Project:
    """Open a project, only to read where it may not be written to."""
    return open_(path) if opening.may_write(path) else opening.open_to_read(path)


def takes_long(path: Path) -> bool:
    """Whether opening a file reads all of it, and that is much.

    So it is with a large one that comes from elsewhere, or of which a private copy is read.
    """
    if not path.is_file() or path.stat().st_size < LARGE:
        return False
    return not opening.may_write(path) or opening.is_new_here(path)


def opened_beside(path: Path) -> LongVerb[Project]:
    """Open a project as `open_to_read` does, in the thread that asks for the next progress.

    It is closed again where nobody wants it any more.
    """
    yield Progress(0, 0)
    project = open_to_read(path)
    try:
        yield Progress(1, 1)
    except GeneratorExit:
        project.close()
        raise
    return project


def is_to_upgrade(path: Path) -> bool:
    """Whether opening a file would upgrade it first, which takes minutes where it is large."""
    return opening.may_write(path) and opening.is_older(path)


def upgrading(path: Path, worker: Worker) -> LongVerb[Path]:
    """Upgrade an older project after a backup; one that is cancelled is left as it was."""
    yield Progress(0, 0)
    with closing(worker.run(_UPGRADE, path, find_folders().backup)) as values:
        for value in values:
            yield Progress(*cast("tuple[int, int]", value))
    return path


def check(project: Project) -> list[str]:
    """Every problem of the file, its offsets, quotes and journal; empty when all is well."""
    return checking.check(project)


def _scheme_file(scheme: str | Path) -> Path:
    """The YAML file of a scheme that is named, or given as a path."""
    shipped = resources_folder() / "schemes"
    named = shipped / f"{scheme}.yaml"
    if os.path.isfile(named):  # noqa: PTH113 - Path.is_file raises where a name is too long
        return named
    if os.path.isfile(scheme):  # noqa: PTH113
        return Path(scheme)
    known = ", ".join(sorted(path.stem for path in shipped.glob("*.yaml")))
    raise UserError("operations.unknown_scheme", scheme=scheme, known=known)


__all__ = ["SUFFIX", "check", "create", "open_", "open_to_read", "with_suffix"]
