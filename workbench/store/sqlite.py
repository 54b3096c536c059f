"""SQLite taken at its word: connections, transactions and what its errors mean to a user.

Python's driver must not think for us: it opens no transaction of its own, since its default leaves
tables behind after a rollback and turns a reading transaction into a writing one too late for the
busy timeout. A write says BEGIN IMMEDIATE at once. `synchronous=FULL` in WAL mode makes an
acknowledged act survive a loss of power. Where one act takes many transactions, only its end is
acknowledged: those before leave it to the system when to write to the disk, and `make_lasting`
waits for all of them at once. (A commit that waits takes what came before it along, since the log
is one file: whoever builds on such a transaction never keeps more than it did.) Checkpoints never
run by themselves, because one that falls on a key press would be felt: `checkpoint` is called when
idle and on close, and `drain` beside somebody who is never idle, from another thread.

Whoever reads or writes has a connection to themselves meanwhile, the one that was used last and
knows the file best. (What SQLAlchemy takes for a database in memory would share one a thread, and
close those of other threads at random once there are more than five.)
"""

import contextlib
import functools
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from workbench.domain.errors import UserError
from workbench.store import held
from workbench.store.halting import HaltedError, let_break_off

APPLICATION_ID = 0x574B4231  # "WKB1"
BUSY_TIMEOUT_MS = 10_000
_URL = "sqlite+pysqlite://"
_WORDED: LRUCache[Any, Any] = LRUCache(1_000)  # statements as SQLite reads them, of all files
_BESIDE = 65_536  # bytes that a write-ahead log and its index need to begin with

_LOOK_MS = 20  # in which SQLite looks four times whether it may write
_LASTING = "PRAGMA synchronous=FULL"
_IN_MEMORY = "PRAGMA temp_store=MEMORY"
_PATIENT = f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}"
_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    _LASTING,
    "PRAGMA fullfsync=ON",
    "PRAGMA wal_autocheckpoint=0",
    _IN_MEMORY,
    _PATIENT,
)

# What an extended SQLite error says to a person; the longest matching prefix wins.
_MEANINGS = {
    "SQLITE_FULL": "store.disk_full",
    "SQLITE_IOERR": "store.disk_error",
    "SQLITE_BUSY": "store.busy",
    "SQLITE_LOCKED": "store.busy",
    "SQLITE_READONLY": "store.read_only",
    "SQLITE_CANTOPEN": "store.cannot_open",
    "SQLITE_CORRUPT": "store.damaged",
    "SQLITE_NOTADB": "store.not_a_project",
}
# What the driver says without a name.
_SAID = {
    "not a database": "store.not_a_project",
    "Could not decode to UTF-8": "store.damaged",
    "unsupported file format": "store.damaged",
}


@functools.cache
def _dialect() -> Dialect:
    """What words statements for SQLite: the same for all files."""
    engine = create_engine(_URL)
    engine.connect().close()  # which tells it what SQLite can do
    engine.dispose()
    return engine.dialect


def make_engine(path: Path) -> Engine:
    """An engine on an existing project file; raises nothing until it is used.

    What was worded for one file serves the next: a tenth of a second for each that is opened.
    """
    engine = create_engine(
        _URL,
        creator=functools.partial(_connect, path, held.place(path)),
        poolclass=QueuePool,
        pool_use_lifo=True,
    )
    engine.dialect = _dialect()
    engine.update_execution_options(compiled_cache=_WORDED)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _connect(path: Path, place: held.Place | None) -> sqlite3.Connection:
    """Another connection to the file that lay at a path; refused where another took its place.

    The log is found by name: it would be read into a file that it does not belong to.
    """
    if held.place(path) != place:
        raise UserError("store.gone", path=path)
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )


def read_only(path: Path, *, alone: bool = False) -> sqlite3.Connection:
    """A file to be read together with the log beside it, or `alone`, as it stands without.

    Where it is read alone, nobody may write to it: SQLite takes no locks and leaves nothing there.
    """
    without = "&immutable=1" if alone else ""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{without}", uri=True)


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    """Set what every connection needs, before its first transaction."""
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    let_break_off(connection)


def _on_begin(connection: Connection) -> None:
    """Begin as the caller says: for writing at once, or for reading a snapshot."""
    mode = connection.get_execution_options().get("begin", "DEFERRED")
    if mode == "DEFERRED":
        connection.exec_driver_sql("BEGIN")
    else:
        _begin_writing(driver(connection), mode)


def _begin_writing(connection: sqlite3.Connection, mode: str) -> None:
    """Begin once nobody else writes, and look for that often.

    SQLite by itself looks ten times a second after a while, and would find others at it each time
    where several write on and on.
    """
    end = time.monotonic() + BUSY_TIMEOUT_MS / 1_000
    connection.execute(f"PRAGMA busy_timeout={_LOOK_MS}")
    try:
        while not _has_begun(connection, mode, last=time.monotonic() > end):
            pass
    finally:
        connection.execute(_PATIENT)


def _has_begun(connection: sqlite3.Connection, mode: str, *, last: bool) -> bool:
    """Whether a transaction could begin; raises what SQLite does where it is the last attempt."""
    try:
        connection.execute(f"BEGIN {mode}")
    except sqlite3.OperationalError as error:
        if last or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


@contextlib.contextmanager
def writing(engine: Engine, path: Path, *, lasting: bool = True) -> Iterator[Connection]:
    """A connection inside a writing transaction, committed at the end and rolled back on error.

    One that is not `lasting` survives the end of the process, and a loss of power only once
    `make_lasting` or a lasting one has followed.
    """
    with (
        explained(path),
        engine.connect() as connection,
        contextlib.nullcontext() if lasting else _without_waiting(connection),
        connection.execution_options(begin="IMMEDIATE").begin(),
    ):
        yield connection


@contextlib.contextmanager
def _without_waiting(connection: Connection) -> Iterator[None]:
    """Let a connection commit without waiting for the disk, for a while."""
    driver(connection).execute("PRAGMA synchronous=NORMAL")
    try:
        yield
    finally:
        driver(connection).execute(_LASTING)


def make_lasting(engine: Engine, path: Path) -> None:
    """Wait until all that was committed is on the disk.

    Only a commit that writes a page does so; that the version is what it was is such a page.
    """
    with explained(path), engine.connect() as connection:
        (version,) = driver(connection).execute("PRAGMA user_version").fetchone()
        driver(connection).execute(f"PRAGMA user_version={version}")


@contextlib.contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """A connection that sees one snapshot of the file."""
    with explained(path), engine.connect() as connection:
        yield connection


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses for an outer reason into a sentence that the user can act on.

    What was broken off since nobody wants it any more raises `HaltedError`.
    """
    try:
        yield
    except DBAPIError as error:
        raise explanation(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise explanation(error, path) or error from error
    except UnicodeDecodeError as error:  # damage that SQLite quotes in what it says
        raise UserError("store.damaged", path=path) from error


def explanation(error: BaseException | None, path: Path) -> UserError | HaltedError | None:
    """What to raise for an SQLite error, or None where it must be a bug of ours."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_INTERRUPT":
        return HaltedError()
    for prefix, key in _MEANINGS.items():
        if name.startswith(prefix):
            full = key == "store.disk_error" and _is_full(path.parent)
            return UserError("store.disk_full" if full else key, path=path)
    for words, key in _SAID.items():
        if isinstance(error, sqlite3.DatabaseError) and words in str(error):
            return UserError(key, path=path)
    return None


def _is_full(folder: Path) -> bool:
    """Whether a disk has no room for what SQLite keeps beside a file in use."""
    try:
        return shutil.disk_usage(folder).free < _BESIDE
    except OSError:
        return False


def checkpoint(engine: Engine, path: Path, *, waits: bool) -> None:
    """Move the write-ahead log into the file, so that a file copied by hand is whole.

    Where somebody still reads in it, as a backup does for minutes, one that `waits` keeps all who
    write waiting as well; the other moves what it can. Most is moved beside those who write, who
    would wait for all of it otherwise.
    """
    drain(engine, path)
    with explained(path), engine.connect() as connection:
        driver(connection).execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS if waits else 0}")
        try:
            driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            driver(connection).execute(_PATIENT)


def drain(engine: Engine, path: Path) -> None:
    """Move what the log holds into the file beside those who write, so that it need not grow.

    Nobody waits for it. The log begins anew with the next write, unless somebody still reads in it.
    """
    with explained(path), engine.connect() as connection:
        driver(connection).execute("PRAGMA wal_checkpoint(PASSIVE)")


def vacuum(connection: Connection) -> None:
    """Write a file anew without what is free in it, by way of a copy that is not in memory."""
    driver(connection).execute("PRAGMA temp_store=FILE")
    driver(connection).execute("VACUUM")
    driver(connection).execute(_IN_MEMORY)


def log_of(path: Path) -> Path:
    """Where the write-ahead log of a file lies: beside it, and not beside a link to it."""
    real = path.resolve()
    return real.with_name(f"{real.name}-wal")


def has_log(path: Path) -> bool:
    """Whether a write-ahead log waits beside a file."""
    log = log_of(path)
    return log.exists() and log.stat().st_size > 0


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for what must be said outside a transaction."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)
