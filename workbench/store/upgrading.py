"""Making the schema, and bringing an older file up to it.

A file's version stands in its header (`user_version`), so that a newer file is refused without
running anything, and in Alembic's own table. An older file is copied to the backups first, then
upgraded in one transaction: killed half-way, it is still the old file. Foreign keys are off
meanwhile, since Alembic rebuilds tables and would delete children silently; they are checked at
the end. A new file runs through the same migrations, so that every file's schema has the same text,
whose hash is checked when it is opened: a trigger or view that somebody put in would run as SQL.
"""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from workbench.domain.errors import UserError
from workbench.store.sqlite import APPLICATION_ID, driver, explained

_MIGRATIONS = Path(__file__).parent / "migrations"


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
_SCHEMA_HASH = "90748d8a8ea2e7569b0b84f3db51e0d231ebad4a1a821b14c52fd9ea8dab2417"
CURRENT = Release(2, _MIGRATIONS, _SCHEMA_HASH)


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


def _check_foreign_keys(connection: Connection, path: Path) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise UserError("store.damaged", path=path)


def schema_hash(connection: sqlite3.Connection) -> str:
    """The sha256 of the text of everything that the file's schema defines."""
    digest = hashlib.sha256()
    for row in connection.execute(_SCHEMA):
        digest.update("\x1f".join(row).encode() + b"\x1e")
    return digest.hexdigest()


def back_up(source: Path, target: Path) -> None:
    """Copy a project with SQLite's backup interface, and prove the copy sound."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    with explained(source):
        _copy(source, unfinished)
    unfinished.replace(target)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as reader, closing(sqlite3.connect(target)) as writer:
        reader.backup(writer)
        result = writer.execute("PRAGMA integrity_check").fetchone()[0]
    if result != "ok":
        raise UserError("store.damaged", path=source)
