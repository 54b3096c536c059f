"""Copies of a project kept aside, each proved sound: the last of every hour, day and week.

The newest stands always; of those before it the last of each hour stays for a day, of each day for
a week, and of each week for a year. They lie under a hash of the project's own id, so that one that
was moved or renamed keeps them. Putting one back replaces the file in one step, after what stood
there was itself backed up; the file that comes is a copy of its own, which merges with what went on
without. Together they take no more than half of the room that the disk would have without them:
the oldest of a project of gigabytes go earlier.
"""

import hashlib
import logging
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from sqlalchemy import Connection

from workbench.domain.errors import UserError
from workbench.store import sqlite
from workbench.store.halting import NEVER, Halt, HaltedError
from workbench.store.project import Project
from workbench.store.upgrading import UNFINISHED, copy_out, make_private_file, size

_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{12}\.workbench")
_WRITTEN = "%Y-%m-%dT%H%M%S%f"
# For how long one of each is kept.
_KEPT = (
    (timedelta(days=1), "%Y-%m-%d %H"),
    (timedelta(weeks=1), "%Y-%m-%d"),
    (timedelta(weeks=52), "%G-%V"),
)
_ABANDONED = timedelta(hours=1)  # after which nobody still writes an unfinished one
_LAST = "SELECT id FROM journal ORDER BY seq DESC LIMIT 1"
_SINCE = (
    "SELECT verb, COUNT(DISTINCT step) FROM journal "
    "WHERE seq > coalesce((SELECT seq FROM journal WHERE id = ?), 0) GROUP BY verb ORDER BY 2 DESC"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project, and when it was made, in UTC."""

    path: Path
    time: datetime


def kept(project: Project, folder: Path) -> list[Backup]:
    """The backups of a project in a folder, newest first."""
    found = [path for path in _place(project, folder).glob("*") if _NAME.fullmatch(path.name)]
    times = [datetime.strptime(path.stem, _WRITTEN).replace(tzinfo=UTC) for path in found]
    both = zip(found, times, strict=True)
    return sorted((Backup(*each) for each in both), key=lambda each: each.time, reverse=True)


def keep(
    project: Project, folder: Path, *, spare: Backup | None = None, halt: Halt = NEVER
) -> Backup | None:
    """Back a project up where no backup knows its last act, and thin those before.

    The one to `spare` stays. Raises `UserError` where the copy cannot be written, or the project is
    damaged.
    """
    with project.reading() as connection:
        return _keep(project, connection, folder, spare=spare, halt=halt)


def begin(project: Project, folder: Path) -> None:
    """As `keep`, of a project as it stands now, in a thread of its own; a refusal is logged."""

    def run(connection: Connection, halt: Halt) -> None:
        try:
            with suppress(HaltedError), sqlite.explained(project.path):
                _keep(project, connection, folder, halt=halt)
        except (UserError, OSError) as error:
            logging.getLogger(__name__).warning("No backup was made before this: %s", error)

    project.beside(run)


def _keep(
    project: Project,
    connection: Connection,
    folder: Path,
    *,
    spare: Backup | None = None,
    halt: Halt = NEVER,
) -> Backup | None:
    """As `keep`, of what a connection sees, whatever is done to the file meanwhile."""
    before = kept(project, folder)
    last = str(connection.exec_driver_sql(_LAST).scalar() or "")
    if last in {_last_entry(each.path) for each in before}:
        return None
    time = datetime.now(UTC)
    made = Backup(_place(project, folder) / f"{time.strftime(_WRITTEN)}.workbench", time)
    copy_out(sqlite.driver(connection), made.path, source=project.path, halt=halt)
    gone = superfluous([made, *before], time)
    left = [each for each in (made, *before) if each not in gone]
    for each in (*gone, *crowding(left)):
        if each != spare:
            each.path.unlink(missing_ok=True)
    _sweep(made.path.parent, time)
    return made


def _sweep(place: Path, time: datetime) -> None:
    """Remove what was left of backups that were broken off, as by a kill, some time ago."""
    for rest in place.glob(f"*{UNFINISHED}*"):
        with suppress(FileNotFoundError):  # whoever wrote it has come to an end
            if time.timestamp() - rest.stat().st_mtime > _ABANDONED.total_seconds():
                rest.unlink()


def superfluous(backups: list[Backup], time: datetime) -> list[Backup]:
    """Those of some backups, newest first, that need not be kept at a time."""
    seen: set[str] = set()
    found = []
    for backup in backups[1:]:
        age = time - backup.time
        spans = [backup.time.strftime(form) for within, form in _KEPT if age <= within]
        if spans and spans[0] not in seen:
            seen.update(spans)
        else:
            found.append(backup)
    return found


def crowding(backups: list[Backup]) -> list[Backup]:
    """Those of some backups, newest first, for which there is no room; the newest has some."""
    sizes = [size(backup.path) for backup in backups]
    room = (shutil.disk_usage(backups[0].path.parent).free + sum(sizes)) // 2
    taken = list(accumulate(sizes))  # by each together with all that are newer
    return [each for each, here in zip(backups[1:], taken[1:], strict=True) if here > room]


def done_since(project: Project, backup: Backup) -> dict[str, int]:
    """How many acts of each verb a project has that a backup has not, most frequent first."""
    last = _last_entry(backup.path)
    with project.reading() as connection:
        return dict(sqlite.driver(connection).execute(_SINCE, (last,)).fetchall())


def restore(path: Path, backup: Backup) -> None:
    """Put a backup in the place of a project that nobody has open; it is whole or not at all.

    Raises `UserError` where somebody has it open, or the disk refuses.
    """
    if sqlite.log_of(path).exists():
        raise UserError("store.busy", path=path)
    unfinished = path.with_name(path.name + UNFINISHED)
    make_private_file(unfinished)
    try:
        with (
            sqlite.explained(path),
            closing(sqlite.read_only(backup.path, alone=True)) as source,
        ):
            _copy(source, unfinished)
        shutil.copymode(path, unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _place(project: Project, folder: Path) -> Path:
    """Where a project's backups lie; its id comes from the file, and is no name to be trusted."""
    return folder / hashlib.sha256(project.id.encode()).hexdigest()[:32]


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as writer:
        source.backup(writer)


def _last_entry(path: Path) -> str:
    """The id of the last entry in a project's journal, empty where it has none."""
    with sqlite.explained(path), closing(sqlite.read_only(path, alone=True)) as connection:
        found = connection.execute(_LAST).fetchone()
    return str(found[0]) if found else ""
