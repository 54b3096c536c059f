"""Making a project file, and opening one after checking that it is what it says.

A file from elsewhere is not trusted: its header, application id, version and the text of its
schema are checked before anything of ours reads it, and where it comes to a new place, what its
rows hold. That reads all of it: whoever opens a large file asks `is_new_here` first, and opens it
beside a window, where a thread that no longer wants it breaks it off. `quick_check` takes longer
still, so the caller runs it in the background.
"""

import contextlib
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, insert

from workbench.domain.errors import UserError
from workbench.domain.ids import new_id, now
from workbench.domain.scheme import Scheme
from workbench.store import contents, copies, displaced, held, schema, schemes, sqlite
from workbench.store.halting import NEVER, Halt, heed_thread
from workbench.store.project import Project
from workbench.store.reader import Snapshot
from workbench.store.upgrading import (
    CURRENT,
    HASHES,
    Follow,
    Release,
    back_up,
    make_private_file,
    schema_hash,
    unfollowed,
    upgrade,
    write_blank,
)

SUFFIX = ".workbench"
_PART = 16 << 20  # bytes of a file that are copied in one go
_HEADER = 100  # bytes that every SQLite file begins with
_MAGIC = b"SQLite format 3\x00"


def create_project(path: Path, scheme: Scheme, *, release: Release = CURRENT) -> Project:
    """Make a new project file with a scheme in it, for the user's eyes alone.

    Raises `UserError` where a file is already there, or the folder cannot be written.
    """
    with new_file(path, release=release) as connection:
        row = {"id": new_id(), "created": now()}
        connection.execute(insert(schema.project), row)
        schemes.insert_first(connection, scheme)
    return open_project(path, backups=path.parent, release=release)


@contextlib.contextmanager
def new_file(path: Path, *, release: Release = CURRENT) -> Iterator[Connection]:
    """An empty file in which a project is written, and that is put in its place whole."""
    if os.path.lexists(path):
        raise UserError("store.exists", path=path)
    unfinished = path.with_name(path.name + ".part")
    make_private_file(unfinished)
    try:
        write_blank(unfinished, release)
        engine = sqlite.make_engine(unfinished)
        try:
            with sqlite.writing(engine, path) as connection:
                yield connection
        finally:
            engine.dispose()
        # Only now, so that no write-ahead log is left behind under the unfinished name.
        with sqlite.explained(path), closing(sqlite3.connect(unfinished)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def open_project(path: Path, *, backups: Path, release: Release = CURRENT) -> Project:
    """Open a project file, upgrading an older one after a backup into the folder `backups`.

    Raises `UserError` for a file that is missing, foreign, newer, damaged, tampered with, or not to
    be written to.
    """
    version = check_header(path, release)
    if not os.access(path, os.W_OK):
        raise UserError("store.read_only", path=path)
    if not may_write(path):
        raise UserError("store.cannot_open", path=path)
    return Project(path, _checked(path, version, release, backups=backups))


def open_to_read(path: Path, *, release: Release = CURRENT) -> Project:
    """Open a private copy of a project that may not be written to, to be read.

    Whatever is opened needs a log and its index beside it, or must be sure that nobody writes
    meanwhile; an older file would have to be upgraded. A copy is all that, and the file stays
    exactly as it is. Raises `UserError` as `open_project` does, and where it is open here already.
    """
    if held.is_held(path):
        raise UserError("store.busy", path=path)
    _header(path)
    aside = tempfile.TemporaryDirectory(prefix="workbench-")
    try:
        copied = Path(aside.name) / path.name
        with _called(path, copied):
            _copy_with_log(path, copied)
            engine = _checked(copied, check_header(copied, release), release)
            return Project(copied, engine, origin=path, aside=aside)
    except BaseException:
        aside.cleanup()
        raise


def may_write(path: Path) -> bool:
    """Whether this user may write to a file, and make what SQLite needs beside it.

    SQLite would open one all the same, and leave an index of the log beside it that may not be
    written to either: the file would stay shut when the right to write has come.
    """
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def is_older(path: Path, *, release: Release = CURRENT) -> bool:
    """Whether a file has to be upgraded; raises `UserError` as `check_header` does."""
    return check_header(path, release) < release.version


def is_new_here(path: Path, *, release: Release = CURRENT) -> bool:
    """Whether a file that is up to date was never opened where it is, and will be read whole.

    Raises `UserError` for one whose schema is not ours.
    """
    _check_schema(path, release.schema_hash)
    engine = sqlite.make_engine(path)
    try:
        with sqlite.reading(engine, path) as connection:
            return not copies.is_at_home(connection, path)
    finally:
        engine.dispose()


def bring_up_to_date(
    path: Path,
    *,
    backups: Path,
    release: Release = CURRENT,
    halt: Halt = NEVER,
    follow: Follow = unfollowed,
) -> None:
    """Upgrade an older file, after a backup into the folder `backups`; another stays as it is.

    It can be broken off until the upgrade begins, and is the old file then.
    """
    version = check_header(path, release)
    if version == release.version:
        return
    _make_ready(path, version, backups, halt=halt, follow=follow)
    halt.heed()
    engine = sqlite.make_engine(path)
    try:
        upgrade(engine, path, release)
    finally:
        engine.dispose()


def _make_ready(
    path: Path,
    version: int,
    backups: Path | None,
    *,
    halt: Halt = NEVER,
    follow: Follow = unfollowed,
) -> None:
    """Check and back up an older file before its upgrade; a private copy needs no backup."""
    # Before its triggers and views, if somebody put some in, could see the upgrade.
    _check_schema(path, HASHES.get(version, ""))
    if backups is not None:
        kept = backups / f"{path.stem}.v{version}.{now():.19}{SUFFIX}".replace(":", "")
        back_up(path, kept, halt=halt, follow=follow)


def _checked(path: Path, version: int, release: Release, *, backups: Path | None = None) -> Engine:
    """An engine on a project file that is what it says, upgraded where its version is older."""
    engine = sqlite.make_engine(path)
    try:
        if version < release.version:
            _make_ready(path, version, backups)
            upgrade(engine, path, release)
        _check_schema(path, release.schema_hash)
        with sqlite.reading(engine, path) as connection:
            if not copies.is_at_home(connection, path):
                _check_contents(connection, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _copy_with_log(path: Path, copy: Path) -> None:
    """Copy a file and the log beside it, if there is one."""
    try:
        _copy(path, copy)
        with contextlib.suppress(FileNotFoundError):
            _copy(sqlite.log_of(path), sqlite.log_of(copy))
    except OSError as error:
        raise UserError("store.cannot_read", path=path, reason=error.strerror) from error


def _copy(source: Path, target: Path) -> None:
    """Copy a file a part at a time, as long as that is wanted."""
    with source.open("rb") as reader, target.open("wb") as writer:
        while part := reader.read(_PART):
            writer.write(part)
            heed_thread()


@contextlib.contextmanager
def _called(path: Path, copy: Path) -> Iterator[None]:
    """Say of a file what is refused of its copy."""
    try:
        yield
    except UserError as error:
        named = {k: path if value == copy else value for k, value in error.values.items()}
        raise UserError(error.key, **named) from error


@contextlib.contextmanager
def borrowed(path: Path, *, release: Release = CURRENT) -> Iterator[Snapshot]:
    """Read a project that belongs to somebody else, whose file stays exactly as it is.

    What is read is a private copy, upgraded where the file is older. Raises `UserError` as
    `open_project` does.
    """
    if not may_write(path):
        with closing(open_to_read(path, release=release)) as project, project.snapshot() as reader:
            yield reader
        return
    version = check_header(path, release)
    _check_schema(path, HASHES.get(version, ""))
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        copied = Path(folder) / path.name
        back_up(path, copied)
        engine = sqlite.make_engine(copied)
        try:
            if version < release.version:
                upgrade(engine, path, release)
            with sqlite.reading(engine, path) as connection:
                _check_contents(connection, path)
                yield Snapshot(connection)
        finally:
            engine.dispose()


@contextlib.contextmanager
def looked_into(path: Path) -> Iterator[Snapshot]:
    """Read a project that is open elsewhere in this program, from one snapshot."""
    engine = sqlite.make_engine(path)
    try:
        with sqlite.reading(engine, path) as connection:
            yield Snapshot(connection)
    finally:
        engine.dispose()


def check_header(path: Path, release: Release = CURRENT) -> int:
    """The schema version of a file by its first 100 bytes; raises `UserError` if it is not ours.

    A process that was killed, or met a full disk, may leave a write-ahead log beside the file. The
    header is then half old and half new, and SQLite is asked for the version. So it is for a file
    that is open here, and was checked then.
    """
    if held.is_held(path):
        return _logged_version(path)
    header, size = _header(path)
    if len(header) < len(_MAGIC) or not header.startswith(_MAGIC):
        raise UserError("store.not_a_project", path=path)
    logged = sqlite.has_log(path)
    if len(header) < _HEADER or (size < _promised_size(header) and not logged):
        raise UserError("store.truncated", path=path)
    if int.from_bytes(header[68:72], "big") != sqlite.APPLICATION_ID:
        raise UserError("store.not_a_project", path=path)
    if logged and displaced.has_foreign_log(path):
        raise UserError("store.foreign_log", path=path, log=sqlite.log_of(path).name)
    version = _logged_version(path) if logged else int.from_bytes(header[60:64], "big")
    if version > release.version:
        raise UserError("store.newer", path=path, version=version, known=release.version)
    return version


def _header(path: Path) -> tuple[bytes, int]:
    """The first bytes of a file that is not open here, and how many it has."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a folder, or a pipe that would wait for ever
            raise UserError("store.not_a_project", path=path)
        with path.open("rb") as file:
            return file.read(_HEADER), file.seek(0, os.SEEK_END)
    except FileNotFoundError as error:
        raise UserError("store.missing", path=path) from error
    except OSError as error:
        raise UserError("store.cannot_read", path=path, reason=error.strerror) from error


def _logged_version(path: Path) -> int:
    """The schema version of a file together with its write-ahead log."""
    with sqlite.explained(path), closing(sqlite.read_only(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _promised_size(header: bytes) -> int:
    """The bytes that the header says the file has; a file in WAL mode may still grow beyond it."""
    page = int.from_bytes(header[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")


def _check_schema(path: Path, expected: str) -> None:
    """Refuse a file whose schema holds anything but what our migrations make."""
    with sqlite.explained(path), closing(sqlite.read_only(path)) as connection:
        found = schema_hash(connection)
    if found != expected:
        raise UserError("store.altered", path=path)


def _check_contents(connection: Connection, path: Path) -> None:
    """Refuse a file whose rows hold what nobody could read."""
    if not contents.is_intact(sqlite.driver(connection)):
        raise UserError("store.damaged", path=path)
    table = contents.unsound(sqlite.driver(connection))
    if table or not schemes.is_readable(Snapshot(connection)):
        raise UserError("store.unsound", path=path, table=table or "scheme")
