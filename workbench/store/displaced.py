"""A project whose file another took the place of, as a program that synchronises folders does.

SQLite goes on in the file that it opened, which has no name any more, and finds its write-ahead log
by the name alone: read together with the file that came, the log makes one of two that never were
together. So a log is asked first whether it is that of the file beside it; and what stood in a file
that was replaced is kept beside the one that came, by a name by which it is found and merged.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from workbench.store import sqlite
from workbench.store.upgrading import HASHES, copy_out, schema_hash

_LATEST = "SELECT seq, id FROM journal ORDER BY seq DESC LIMIT 1000"
_SINCE = "SELECT seq, id FROM journal WHERE seq >= ?"
_KNOWN = "SELECT 1 FROM journal WHERE id = ?"
_DAMAGED = "SQLITE_CORRUPT"

Entries = set[tuple[int, str]]


def has_foreign_log(path: Path) -> bool:
    """Whether the log beside a file belongs to another, which lay in its place before.

    A log only adds to its file: what stands in the journal of the file alone stands at the same
    place in both together. A file that can be read only together with its log says nothing.
    """
    if not sqlite.has_log(path):
        return False
    alone = _entries(path, _LATEST, alone=True)
    if not alone:
        return False
    first = min(seq for seq, _ in alone)
    together = _entries(path, _SINCE, first)
    return together is None or not alone <= together


def keep(connection: Connection, path: Path) -> Path | None:
    """Keep what a connection sees of a file that was replaced beside the one that came.

    None where that knows all of it. Raises `UserError` where it cannot be written.
    """
    last = connection.exec_driver_sql(_LATEST).first()
    if last is None or _knows(path, str(last.id)):
        return None
    written = f"{datetime.now(UTC):%Y-%m-%d %H%M%S}"
    kept = path.with_name(f"{path.stem} (conflicted copy {written}){path.suffix}")
    copy_out(sqlite.driver(connection), kept, source=path)
    return kept


def remove_foreign_log(path: Path) -> None:
    """Remove the log of a file that was replaced, once what it held is known elsewhere."""
    if has_foreign_log(path):
        sqlite.log_of(path).unlink(missing_ok=True)


def _entries(path: Path, query: str, *values: object, alone: bool = False) -> Entries | None:
    """What a query finds in the journal of a file; None where it is damaged."""
    try:
        with closing(sqlite.read_only(path, alone=alone)) as file:
            return set(file.execute(query, values))
    except sqlite3.DatabaseError as error:
        damaged = (getattr(error, "sqlite_errorname", "") or "").startswith(_DAMAGED)
        return None if damaged else set()


def _knows(path: Path, entry: str) -> bool:
    """Whether a file alone holds an entry of the journal; one that is not ours holds none."""
    try:
        with closing(sqlite.read_only(path, alone=True)) as file:
            ours = schema_hash(file) in HASHES.values()
            return ours and file.execute(_KNOWN, (entry,)).fetchone() is not None
    except sqlite3.DatabaseError:
        return False
