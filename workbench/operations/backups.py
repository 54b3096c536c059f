"""Backups of a project: kept, listed, and put back.

An act that changes much begins with one: what the file holds at that moment is copied beside the
act, so that nobody waits for it, however large the project is. Where it cannot be kept the act goes
on, since undo has no need of it, and the log says why.
"""

from contextlib import closing
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.operations.progress import LongVerb, Progress, finish
from workbench.operations.projects import open_
from workbench.settings.folders import find_folders
from workbench.store import backups, upgrading
from workbench.store.backups import Backup
from workbench.store.halting import NEVER, Halt
from workbench.store.project import Project


def keep(project: Project, *, spare: Backup | None = None, halt: Halt = NEVER) -> Backup | None:
    """Back a project up, if something was done since the last time; the one to `spare` stays."""
    return backups.keep(project, find_folders().backup, spare=spare, halt=halt)


def size(project: Project) -> int:
    """How many bytes a backup would copy."""
    return upgrading.size(project.path)


def begin(project: Project) -> None:
    """Back a project up as it stands at this moment, beside the act that follows."""
    backups.begin(project, find_folders().backup)


def kept(project: Project) -> list[Backup]:
    """The backups that there are of a project, newest first."""
    return backups.kept(project, find_folders().backup)


def done_since(project: Project, backup: Backup) -> dict[str, int]:
    """What putting a backup back would take away: how many acts of each verb were done since."""
    return backups.done_since(project, backup)


def restoring(path: Path, wanted: Backup) -> LongVerb[Backup]:
    """Put a backup in the place of a project, after what stands there was backed up."""
    yield Progress(0, 0, str(path))
    with closing(open_(path)) as project:
        keep(project, spare=wanted)
    backups.restore(path, wanted)
    return wanted


def restore(path: Path, number: int) -> Backup:
    """Put a backup, numbered from 1 for the newest, in the place of a project.

    What stands there is backed up first, which takes the first number from then on.
    """
    with closing(open_(path)) as project:
        found = kept(project)
    if not 1 <= number <= len(found):
        raise UserError("operations.no_such_backup", number=number, kept=len(found))
    return finish(restoring(path, found[number - 1]))
