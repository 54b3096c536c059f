"""What the disk and other programs do to us is said in plain sentences, and loses nothing.

A full disk and a read-only folder are true ones: a small disk of memory that is mounted for one
program alone. Where a machine does not allow that, those tests are skipped.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.exc import IntegrityError

from tests.beside import copied_beside
from tests.conftest import CHECKOUT
from tests.store.conftest import add_article, add_person, small_scheme
from workbench.domain.errors import UserError
from workbench.store import articles, people, sqlite
from workbench.store.checking import check
from workbench.store.opening import create_project, open_project
from workbench.store.project import Project

SETTINGS = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "synchronous": 2,
    "wal_autocheckpoint": 0,
    "journal_mode": "wal",
    "busy_timeout": sqlite.BUSY_TIMEOUT_MS,
}

# A program with a folder of its own, in which the disk has 640 kilobytes.
ON_A_SMALL_DISK = """
import subprocess, sys
from pathlib import Path
from tests.store.conftest import add_article, add_person, small_scheme
from workbench.domain.errors import UserError
from workbench.store import articles, people
from workbench.store.checking import check
from workbench.store.opening import create_project, open_project
from workbench.store.upgrading import back_up

folder = Path(sys.argv[1])
path = folder / "a.workbench"


def refusal(act):
    try:
        act()
    except UserError as error:
        return f"{error.key}: {error}"
    return "nothing"


def set_read_only(ro):
    subprocess.run(["mount", "-o", f"remount,{'ro' if ro else 'rw'}", folder], check=True)
"""
FILLED = """
project = create_project(path, small_scheme())
written = 0


def fill():
    global written
    while True:
        add_article(project, "A text of some length. " * 300 + str(written))
        written += 1


print(refusal(fill))
assert written == len(articles.list_articles(project)) > 0
assert check(project) == []
print(refusal(lambda: back_up(path, folder / "b.workbench")))
assert sorted(p.name for p in folder.iterdir()) == [
    "a.workbench", "a.workbench-shm", "a.workbench-wal"
]
subprocess.run(["mount", "-o", "remount,size=4m", folder], check=True)
add_person(project, "ann")
assert check(project) == []
project.close()
again = open_project(path, backups=folder)
assert written == len(articles.list_articles(again))
assert [person.name for person in people.annotators(again)] == ["ann"]
again.close()
"""
TOO_FULL_TO_BEGIN = """
(folder / "ballast").write_bytes(bytes(610_000))
print(refusal(lambda: create_project(path, small_scheme())))
assert [p.name for p in folder.iterdir()] == ["ballast"]
"""
READ_ONLY = """
create_project(path, small_scheme()).close()
set_read_only(True)
print(refusal(lambda: open_project(path, backups=folder)))
print(refusal(lambda: create_project(folder / "b.workbench", small_scheme())))
print(refusal(lambda: back_up(path, folder / "backups" / "b.workbench")))
set_read_only(False)
open_project(path, backups=folder).close()
assert [p.name for p in folder.iterdir()] == ["a.workbench"]
"""


def _can_mount() -> bool:
    """Whether a program of ours may have a disk of its own."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    trial = [unshare, "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


mounted = pytest.mark.skipif(not _can_mount(), reason="no disk can be mounted for a program here")


def on_a_small_disk(folder: Path, program: str) -> list[str]:
    """What a program prints that has a disk of 640 kilobytes at that folder to itself."""
    script = 'mount -t tmpfs -o size=640k tmpfs "$1" && exec "$2" -c "$3" "$1"'
    arguments = [folder, sys.executable, ON_A_SMALL_DISK + program]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@contextmanager
def impatient(path: Path) -> Iterator[Project]:
    """A project that does not wait ten seconds for others."""
    engine = sqlite.make_engine(path)
    event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA busy_timeout=20"))
    project = Project(path, engine)
    yield project
    project.close()


def refused(key: str, path: Path) -> "pytest.RaisesExc[UserError]":
    """Expect a refusal with that key, in a sentence that names the path."""
    return pytest.raises(UserError, check=lambda e: e.key == key and str(path) in str(e))


# --- connections


def test_every_connection_is_set_as_the_promises_need_it(project: Project) -> None:
    with project.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in SETTINGS
        }
    assert found == SETTINGS


def test_a_write_takes_the_lock_at_once_and_a_read_none(project: Project) -> None:
    with (
        project.reading() as reader,
        closing(sqlite3.connect(project.path, timeout=0, isolation_level=None)) as other,
    ):
        reader.exec_driver_sql("SELECT count(*) FROM article")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
        with project.transaction("any", person="") as transaction:
            assert transaction.time
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")


def test_a_missing_file_is_not_made_by_looking_at_it(tmp_path: Path) -> None:
    path = tmp_path / "a.workbench"
    with (
        refused("store.cannot_open", path),
        sqlite.reading(sqlite.make_engine(path), path) as connection,
    ):
        connection.exec_driver_sql("SELECT 1")
    assert not path.exists()


def test_a_log_that_is_drained_does_not_grow_while_somebody_writes(project: Project) -> None:
    log = project.path.with_name(f"{project.path.name}-wal")
    sizes = []
    for number in range(6):
        add_person(project, f"annotator {number}")
        project.drain()
        sizes.append(log.stat().st_size)
    assert max(sizes[1:]) <= sizes[0]


def test_a_checkpoint_leaves_everything_in_the_one_file(project: Project, tmp_path: Path) -> None:
    add_person(project, "ann")
    project.checkpoint()
    copied_beside(project.path, tmp_path / "copy.workbench")
    copy = open_project(tmp_path / "copy.workbench", backups=tmp_path)
    assert [person.name for person in people.annotators(copy)] == ["ann"]
    copy.close()


def test_who_writes_does_not_wait_for_what_a_checkpoint_can_move_before(tmp_path: Path) -> None:
    path, left = tmp_path / "long.db", []

    def note(statement: str) -> None:
        if "TRUNCATE" in statement:  # from here on it keeps those waiting who write
            left.append(frames_to_move(path))

    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda connection, _: connection.set_trace_callback(note))
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("CREATE TABLE filling (bytes BLOB)")
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("INSERT INTO filling VALUES (zeroblob(1000000))")
        assert frames_to_move(path) > 200
        sqlite.checkpoint(engine, path, waits=False)
    engine.dispose()
    assert left == [0]


def frames_to_move(path: Path) -> int:
    """The pages in a log that are not in the file yet, as SQLite notes them beside it.

    Another program reads it: SQLite's locks would go when this one closed the file.
    """
    read = ["head", "--bytes=100", f"{path}-shm"]
    noted = subprocess.run(read, check=True, capture_output=True).stdout
    written, moved = (int.from_bytes(noted[at : at + 4], sys.byteorder) for at in (16, 96))
    return written - moved


def test_statements_are_worded_once_for_all_files(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_person(project, "ann")
    assert check(project) == []
    other = create_project(tmp_path / "other.workbench", small_scheme())
    add_person(other, "ann")

    def word(*_: object, **__: object) -> None:
        raise AssertionError("worded again")

    monkeypatch.setattr(type(other.engine.dialect), "statement_compiler", word)
    assert check(other) == []
    other.close()


# --- other programs


def test_a_file_that_another_program_writes_is_busy_and_free_again(project: Project) -> None:
    with (
        impatient(project.path) as hasty,
        closing(sqlite3.connect(project.path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with refused("store.busy", project.path):
            add_person(hasty, "ann")
        assert people.annotators(hasty) == []
        other.execute("ROLLBACK")
        add_person(hasty, "ann")
        assert [person.name for person in people.annotators(project)] == ["ann"]


def test_a_file_that_another_program_locks_whole_is_busy(project: Project) -> None:
    project.close()
    with closing(sqlite3.connect(project.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        engine = sqlite.make_engine(project.path)
        event.listen(engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout=20"))
        with refused("store.busy", project.path):
            Project(project.path, engine)
        engine.dispose()


# --- the disk


@mounted
def test_a_full_disk_loses_the_last_act_alone_and_goes_on_with_room(tmp_path: Path) -> None:
    act, backup = on_a_small_disk(tmp_path, FILLED)
    assert act.startswith("store.disk_full: ")
    assert f"{tmp_path / 'a.workbench'}” is full. The last act was not saved" in act
    assert backup.startswith("store.disk_full: ")


@mounted
def test_a_disk_too_full_for_a_project_leaves_no_part_of_one(tmp_path: Path) -> None:
    (refusal,) = on_a_small_disk(tmp_path, TOO_FULL_TO_BEGIN)
    assert refusal.startswith("store.disk_full: ")
    assert ".part" not in refusal


@mounted
def test_a_read_only_folder_is_refused_in_a_sentence_each_time(tmp_path: Path) -> None:
    opened, made, backed_up = on_a_small_disk(tmp_path, READ_ONLY)
    assert opened.startswith("store.read_only: ")
    assert str(tmp_path / "a.workbench") in opened
    assert made.startswith(f"store.cannot_create: No file can be made in “{tmp_path}”")
    assert backed_up.startswith(f"store.cannot_create: No file can be made in “{tmp_path}/backups”")


def test_a_file_that_may_not_grow_loses_the_last_act_alone(project: Project) -> None:
    add_article(project)
    engine = sqlite.make_engine(project.path)
    with closing(sqlite3.connect(project.path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    event.listen(engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count={pages}"))
    tight = Project(project.path, engine)
    with refused("store.disk_full", project.path):
        add_article(tight, "A long text. " * 10_000)
    tight.close()
    assert len(articles.list_articles(project)) == 1
    assert check(project) == []


# --- what an error means


def test_a_fault_of_ours_is_never_dressed_as_a_sentence(project: Project) -> None:
    add_person(project, "ann")
    with pytest.raises(IntegrityError):
        add_person(project, "ann")
    assert [person.name for person in people.annotators(project)] == ["ann"]


def test_a_file_of_something_else_is_no_project(tmp_path: Path) -> None:
    path = tmp_path / "a.workbench"
    path.write_bytes(b"SQLite format 3\0" + b"rubbish " * 600)
    with (
        refused("store.not_a_project", path),
        sqlite.reading(sqlite.make_engine(path), path) as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM article")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An empty database with a write-ahead log."""
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    return path


def test_a_commit_that_need_not_last_does_not_wait_and_the_next_one_does(file: Path) -> None:
    engine = sqlite.make_engine(file)
    with sqlite.writing(engine, file, lasting=False) as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 1
    with sqlite.writing(engine, file) as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()


def test_making_it_last_is_a_commit_that_writes_a_page_and_changes_nothing(file: Path) -> None:
    engine = sqlite.make_engine(file)
    with sqlite.writing(engine, file, lasting=False) as connection:
        connection.exec_driver_sql("PRAGMA user_version=3")
    log = file.with_name(f"{file.name}-wal")
    before = log.stat().st_size
    sqlite.make_lasting(engine, file)
    assert log.stat().st_size > before
    with sqlite.reading(engine, file) as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 3
    engine.dispose()
