"""Making the schema, and bringing an older file up to it.

A file's version stands in its header (`user_version`), so that a newer file is refused without
running anything, and in Alembic's own table. An older file is copied to the backups first, then
upgraded in one transaction: killed half-way, it is still the old file. Foreign keys are off
meanwhile, since Alembic rebuilds tables and would delete children silently; they are checked at
the end. A new file runs through the same migrations, so that every file's schema has the same text,
whose hash is checked when it is opened: a trigger or view that somebody put in would run as SQL.
"""

import contextlib
import errno
import functools
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from workbench.domain.errors import UserError
from workbench.store import sqlite
from workbench.store.halting import NEVER, Halt
from workbench.store.sqlite import APPLICATION_ID, driver, explained

UNFINISHED = ".part"  # what the name of a file ends in that is not whole yet
_PART = 4_000  # pages of a copy, 16 MB
_MIGRATIONS = Path(__file__).parent / "migrations"

Follow = Callable[[int, int], None]  # pages copied, of how many


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the schema: its number, where its migrations lie, and its text's sha256."""

    version: int
    migrations: Path
    schema_hash: str


# Of the tables in which FTS5 keeps its index only the names count: SQLite words them itself.
_SCHEMA = """
    SELECT type, name, tbl_name,
        iif(type = 'table' AND name GLOB 'full_text_*', '', coalesce(sql, ''))
    FROM sqlite_master ORDER BY type, name
"""
# What the schema of each released version hashes to.
HASHES = {
    1: "a717b7116ce7a6f13840d6958779c62b5427ef3ff3266ed11f3e314a7e9062a6",
    2: "3ac5eea6e1a1c9fbf2d78b86187005f068e56c26f63c110690a6cad33c91175e",
    3: "7dca57ddbdd171d77f63c7959d9bff2eb20baef89aafc5500234620ce2e7bc82",
    4: "f860bf1cd3170d1a76d2d794e3b7c5f272391ddbadb12489e04f6d94e7b15492",
    5: "220a0b311fdd66743d1bd09a1da35150f6a35aaa763abf42723872088c5572c9",
    6: "070b97a87210053c9adbb036307c05c468a6c5a9951246388ac81d0d72872a56",
}
CURRENT = Release(6, _MIGRATIONS, HASHES[6])


def upgrade(engine: Engine, path: Path, release: Release = CURRENT) -> None:
    """Run all migrations that the file lacks, in one transaction; needs the file to itself."""
    from alembic import command  # noqa: PLC0415  (costs 0.2 s that opening a file need not pay)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(release.migrations))
    with explained(path), engine.connect() as connection:
        raw = driver(connection)
        raw.execute("PRAGMA foreign_keys=OFF")
        with connection.execution_options(begin="EXCLUSIVE").begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _check_foreign_keys(connection, path)
            connection.exec_driver_sql(f"PRAGMA user_version={release.version}")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("PRAGMA foreign_keys=ON")


def write_blank(path: Path, release: Release = CURRENT) -> None:
    """Make an empty file one of a project with nothing in it; raises `UserError` if it cannot."""
    content = _blank(release)
    with _creating(path.parent):
        path.write_bytes(content)


@functools.cache
def _blank(release: Release) -> bytes:
    """What such a file holds, made once: whoever hands out makes many."""
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / "blank"
        make_private_file(path)
        engine = sqlite.make_engine(path)
        try:
            upgrade(engine, path, release)
        finally:
            engine.dispose()
        return path.read_bytes()


def _check_foreign_keys(connection: Connection, path: Path) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise UserError("store.damaged", path=path)


def schema_hash(connection: sqlite3.Connection) -> str:
    """The sha256 of the text of everything that the file's schema defines."""
    digest = hashlib.sha256()
    connection.text_factory = bytes  # a crafted schema need not be text
    for row in connection.execute(_SCHEMA):
        digest.update(b"\x1f".join(map(bytes, row)) + b"\x1e")
    return digest.hexdigest()


def unfollowed(_done: int, _total: int) -> None:
    """For a copy that nobody looks at."""


def back_up(source: Path, target: Path, *, halt: Halt = NEVER, follow: Follow = unfollowed) -> None:
    """Copy a project with SQLite's backup interface, as private as it is, and prove it sound."""
    with explained(source), closing(sqlite3.connect(source)) as reader:
        reader.execute("BEGIN")
        copy_out(reader, target, source=source, halt=halt, follow=follow)


def copy_out(
    reader: sqlite3.Connection,
    target: Path,
    *,
    source: Path,
    halt: Halt = NEVER,
    follow: Follow = unfollowed,
) -> None:
    """Copy what a connection sees of a project into a file that is there whole and sound, or not.

    A connection in the middle of a transaction sees what was there when that began.
    """
    unfinished = target.with_name(target.name + UNFINISHED)
    with _creating(target.parent):
        _make_private_folder(target.parent)
    if shutil.disk_usage(target.parent).free < size(source):
        # Filled to its end, the disk would refuse the next act as well.
        raise UserError("store.disk_full", path=target)
    make_private_file(unfinished)
    try:
        with explained(target):
            _copy_parts(reader, unfinished, halt, follow)
        with explained(source):
            _prove_sound(unfinished, source, halt)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def size(path: Path) -> int:
    """The bytes of a project's file; none where it is gone."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _copy_parts(reader: sqlite3.Connection, target: Path, halt: Halt, follow: Follow) -> None:
    """Copy a part at a time, each of which waits for the disk.

    A commit waits for all that the system has still to write to it: with gigabytes of a copy among
    that, a key press would take seconds.
    """
    reader.execute("SELECT count(*) FROM sqlite_master").fetchone()  # all parts are of one moment

    def settle(_status: int = 0, left: int = 0, total: int = 0) -> None:
        os.fsync(file.fileno())
        halt.heed()
        follow(total - left, total)

    with target.open("rb") as file, closing(sqlite3.connect(target)) as writer:
        writer.execute("PRAGMA synchronous=OFF")
        reader.backup(writer, pages=_PART, progress=settle)
        settle()


def make_private_file(path: Path) -> None:
    """Make an empty file for the user's eyes alone; raises `UserError` where none can be made."""
    with _creating(path.parent):
        os.close(os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))


def _make_private_folder(folder: Path) -> None:
    """Make a folder, and those on the way to it, for the user alone; what is there stays so."""
    if not folder.parent.exists():
        _make_private_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


@contextlib.contextmanager
def _creating(folder: Path) -> Iterator[None]:
    """Say in which folder nothing can be made."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise UserError("store.disk_full", path=folder) from error
        raise UserError("store.cannot_create", path=folder, reason=error.strerror) from error


def _prove_sound(copy: Path, source: Path, halt: Halt) -> None:
    """Refuse a copy with damage, which it can only have from its source."""
    with closing(sqlite3.connect(copy)) as connection, halt.over(connection):
        result = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if result != "ok":
        raise UserError("store.damaged", path=source)
