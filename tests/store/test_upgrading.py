"""An older file is checked, copied and brought up to date whole, or left as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from tests.store.conftest import add_article, add_person
from workbench.domain.errors import UserError
from workbench.store import people
from workbench.store.checking import check
from workbench.store.halting import Halt, HaltedError
from workbench.store.opening import bring_up_to_date, check_header, open_project
from workbench.store.project import Project
from workbench.store.upgrading import CURRENT, HASHES, Release, back_up, schema_hash

RELEASED = Path(__file__).parent / "released"
NEXT = CURRENT.version + 1
MIGRATION = """
from alembic import op

revision = "{next}"
down_revision = "{last}"


def upgrade():
    op.execute("UPDATE article SET title = 'upgraded'")
    op.execute("{statement}")
"""


@pytest.fixture
def closed(project: Project) -> Path:
    """A project file with an article, closed."""
    add_article(project)
    project.close()
    return project.path


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A file of the first released version."""
    return Path(shutil.copy(RELEASED / "v1.workbench", tmp_path / "old.workbench"))


def release_with(folder: Path, statement: str) -> Release:
    """A release whose last migration ends with that statement."""
    shutil.copytree(CURRENT.migrations, folder, ignore=shutil.ignore_patterns("__pycache__"))
    next, last = f"{NEXT:04}", f"{CURRENT.version:04}"
    planted = MIGRATION.format(next=next, last=last, statement=statement)
    (folder / "versions" / f"{next}_planted.py").write_text(planted)
    return Release(NEXT, folder, CURRENT.schema_hash)


def first_pages() -> int:
    """How many pages the file of the first released version has."""
    with closing(sqlite3.connect(RELEASED / "v1.workbench")) as connection:
        return int(connection.execute("PRAGMA page_count").fetchone()[0])


def content(path: Path) -> list[object]:
    """The version, the schema and the rows of a file, the index of words aside."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchall()
        schema = connection.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
        tables = [n for n, type, _ in schema if type == "table" and not n.startswith("full_text")]
        rows = [connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables]  # noqa: S608
    return [version, schema, rows]


def refused(key: str) -> "pytest.RaisesExc[UserError]":
    """Expect a refusal with that key."""
    return pytest.raises(UserError, check=lambda error: error.key == key)


# --- backups


def test_a_backup_holds_what_is_still_in_the_log(project: Project, tmp_path: Path) -> None:
    add_person(project, "ann")
    assert project.path.with_name("a.workbench-wal").stat().st_size > 0
    back_up(project.path, tmp_path / "deep" / "er" / "b.workbench")
    copy = open_project(tmp_path / "deep" / "er" / "b.workbench", backups=tmp_path)
    assert [person.name for person in people.annotators(copy)] == ["ann"]
    assert copy.id == project.id
    assert check(copy) == []
    copy.close()


def test_a_backup_is_as_private_as_the_project(closed: Path, tmp_path: Path) -> None:
    back_up(closed, tmp_path / "b.workbench")
    assert (tmp_path / "b.workbench").stat().st_mode & 0o077 == 0


def test_a_backup_of_a_damaged_file_is_refused_and_leaves_nothing(
    closed: Path, tmp_path: Path
) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    with refused("store.damaged") as damaged:
        back_up(closed, tmp_path / "backups" / "b.workbench")
    assert str(closed) in str(damaged.value)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_backup_that_failed_leaves_the_earlier_one(closed: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.workbench"
    back_up(closed, target)
    before = target.read_bytes()
    whole = closed.read_bytes()
    closed.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    with refused("store.damaged"):
        back_up(closed, target)
    assert target.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(closed: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with refused("store.cannot_create") as error:
        back_up(closed, tmp_path / "file" / "b.workbench")
    assert str(tmp_path / "file") in str(error.value)


# --- upgrades


def test_every_released_version_is_known_by_its_schema() -> None:
    assert list(HASHES) == list(range(1, CURRENT.version + 1))
    for version, known in HASHES.items():
        with closing(sqlite3.connect(RELEASED / f"v{version}.workbench")) as connection:
            assert schema_hash(connection) == known


def test_an_upgrade_tells_how_far_its_backup_is(first: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    bring_up_to_date(first, backups=tmp_path / "backups", follow=lambda *far: told.append(far))
    assert told[-1][0] == told[-1][1]
    assert (told[0][1], check_header(first)) == (first_pages(), CURRENT.version)


def test_an_upgrade_that_is_broken_off_leaves_the_old_file_and_no_backup(
    first: Path, tmp_path: Path
) -> None:
    halt = Halt()
    with pytest.raises(HaltedError):
        bring_up_to_date(
            first, backups=tmp_path / "backups", halt=halt, follow=lambda *_: halt.say()
        )
    assert content(first) == content(RELEASED / "v1.workbench")
    assert list((tmp_path / "backups").iterdir()) == []


def test_an_upgraded_file_has_the_schema_of_a_new_one_and_is_upgraded_once(
    first: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        project = open_project(first, backups=tmp_path / "backups")
        assert check(project) == []
        project.close()
    (backup,) = (tmp_path / "backups").iterdir()
    assert backup.name.startswith("old.v1.20")
    assert content(backup) == content(RELEASED / "v1.workbench")


def test_an_older_file_with_a_planted_trigger_is_refused_before_it_can_run(
    first: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(first)) as connection:
        connection.execute("CREATE TRIGGER t AFTER UPDATE ON act BEGIN DELETE FROM article; END")
    before = content(first)
    with refused("store.altered"):
        open_project(first, backups=tmp_path / "backups")
    assert content(first) == before
    assert not (tmp_path / "backups").exists()


def test_a_migration_that_fails_leaves_the_file_as_it_was_and_the_backup(
    closed: Path, tmp_path: Path
) -> None:
    before = content(closed)
    broken = release_with(tmp_path / "migrations", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(DBAPIError, match="nowhere"):
        open_project(closed, backups=tmp_path / "backups", release=broken)
    assert content(closed) == before
    (backup,) = (tmp_path / "backups").iterdir()
    assert content(backup) == before
    open_project(closed, backups=tmp_path).close()


def test_a_migration_that_would_orphan_rows_is_refused_whole(closed: Path, tmp_path: Path) -> None:
    before = content(closed)
    orphaning = release_with(tmp_path / "migrations", "DELETE FROM article")
    with refused("store.damaged"):
        open_project(closed, backups=tmp_path / "backups", release=orphaning)
    assert content(closed) == before


def test_no_upgrade_without_a_backup(first: Path, tmp_path: Path) -> None:
    before = content(first)
    (tmp_path / "backups").write_text("no folder")
    with refused("store.cannot_create"):
        open_project(first, backups=tmp_path / "backups")
    assert content(first) == before
