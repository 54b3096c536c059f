"""Opening a project refuses what is not one, and upgrades what is older without losing a row."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.beside import copied_beside
from tests.full_disk import full_disk
from tests.store.conftest import add_article, add_person, small_scheme
from workbench.domain.errors import UserError
from workbench.store import articles, schemes
from workbench.store.checking import check, quick_check
from workbench.store.opening import check_header, create_project, open_project, open_to_read
from workbench.store.project import Project
from workbench.store.schema import metadata
from workbench.store.upgrading import CURRENT, Release, schema_hash

NEXT = CURRENT.version + 1
PLANTED = f"""
import os
import sqlalchemy as sa
from alembic import op

revision = "{NEXT:04}"
down_revision = "{CURRENT.version:04}"


def upgrade():
    with op.batch_alter_table("article") as batch:
        batch.add_column(sa.Column("shelf", sa.Text, nullable=False, server_default=""))
    if os.environ.get("KILL_HERE"):
        os.kill(os.getpid(), 9)
"""


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        open_project(path, backups=path.parent)
    assert str(path) in str(refused.value)
    return refused.value.key


@pytest.fixture
def closed(project: Project) -> Path:
    """A project file with an article, closed."""
    add_article(project)
    project.close()
    return project.path


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = [table.name for table in metadata.sorted_tables]
        return {n: connection.execute(f"SELECT count(*) FROM {n}").fetchone()[0] for n in names}  # noqa: S608


@pytest.fixture
def next_release(tmp_path: Path) -> Release:
    """A release with one more migration than ours."""
    folder = tmp_path / "migrations"
    shutil.copytree(CURRENT.migrations, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT:04}_planted.py").write_text(PLANTED)
    fresh = create_project(tmp_path / "fresh.workbench", small_scheme())
    fresh.close()
    target = Release(NEXT, folder, "")
    with pytest.raises(UserError):
        open_project(fresh.path, backups=tmp_path / "unused", release=target)
    with closing(sqlite3.connect(fresh.path)) as connection:
        return Release(NEXT, folder, schema_hash(connection))


def test_a_new_project_keeps_its_scheme(project: Project) -> None:
    assert schemes.read_scheme(project) == small_scheme()


def test_the_migrations_make_the_tables_that_the_code_knows(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection:
        found = {
            name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
            for name in metadata.tables
        }
    assert found == {name: set(table.columns.keys()) for name, table in metadata.tables.items()}


def test_a_closed_project_is_one_whole_private_file(closed: Path) -> None:
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]
    assert closed.stat().st_mode & 0o077 == 0


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.workbench") == "store.missing"


@pytest.mark.parametrize("content", [b"", b"just text", b"SQLite format 3\x00"])
def test_a_file_that_is_no_project_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.workbench"
    path.write_bytes(content)
    assert refusal(path) in {"store.not_a_project", "store.truncated"}


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.workbench"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert refusal(path) == "store.not_a_project"


def test_a_truncated_file_is_refused_and_left_alone(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: len(whole) // 2])
    assert refusal(closed) == "store.truncated"
    assert closed.read_bytes() == whole[: len(whole) // 2]


def test_a_form_of_database_that_sqlite_does_not_know_is_damage(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[47] = 9  # the last byte of the number of the schema's format, which is 4
    closed.write_bytes(content)
    assert refusal(closed) == "store.damaged"


def test_a_newer_file_is_refused_and_left_alone(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("PRAGMA user_version=99")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = closed.read_bytes()
    assert refusal(closed) == "store.newer"
    assert closed.read_bytes() == before


def test_a_planted_trigger_is_refused(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute(
            "CREATE TRIGGER t AFTER INSERT ON annotation BEGIN DELETE FROM article; END"
        )
    assert refusal(closed) == "store.altered"


def test_a_folder_or_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.workbench"
    os.mkfifo(pipe)
    assert refusal(tmp_path) == refusal(pipe) == "store.not_a_project"


def test_an_existing_file_is_not_overwritten(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(UserError, match="already there"):
        create_project(closed, small_scheme())
    assert closed.read_bytes() == before


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No file can be made"):
        create_project(tmp_path / "no" / "a.workbench", small_scheme())


def test_a_sound_project_has_no_problems(project: Project) -> None:
    add_article(project)
    add_person(project, "ann")
    assert check(project) == []
    assert quick_check(project) == []


def test_a_row_changed_behind_the_journal_is_found(project: Project) -> None:
    article = add_article(project)
    project.close()
    with closing(sqlite3.connect(project.path, isolation_level=None)) as connection:
        connection.execute("UPDATE article SET title = 'other'")
    again = open_project(project.path, backups=project.path.parent)
    assert check(again) == [f"article {article} is not what the journal says it became"]
    again.close()


def test_a_copy_at_another_place_counts_for_itself(project: Project, tmp_path: Path) -> None:
    project.close()
    shutil.copy(project.path, tmp_path / "b.workbench")
    other = open_project(tmp_path / "b.workbench", backups=tmp_path)
    assert (other.id, other.copy != project.copy) == (project.id, True)
    other.close()


@pytest.mark.skipif(os.name == "nt", reason="locks go with a file only on POSIX systems")
def test_a_look_at_an_open_project_gives_up_none_of_its_locks(project: Project) -> None:
    add_person(project, "ann")
    log = project.path.with_name(f"{project.path.name}-wal")
    written = log.stat().st_size
    check_header(project.path)
    visit = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM journal')"
    subprocess.run([sys.executable, "-c", visit, str(project.path)], check=True)
    assert log.stat().st_size == written  # which the last one to close would remove


def test_a_project_that_is_open_here_is_not_copied_to_be_read(project: Project) -> None:
    with pytest.raises(UserError) as caught:
        open_to_read(project.path)
    assert caught.value.key == "store.busy"


def test_a_commit_of_another_connection_is_noticed_once(project: Project) -> None:
    other = open_project(project.path, backups=project.path.parent)
    assert project.news() == []
    add_person(other, "ann")
    assert [changes.verb for changes in project.news()] == ["add_annotator"]
    assert project.news() == []
    other.close()


def test_an_upgrade_makes_a_backup_and_keeps_every_row(
    closed: Path, next_release: Release, tmp_path: Path
) -> None:
    before = counts(closed)
    upgraded = open_project(closed, backups=tmp_path / "backups", release=next_release)
    upgraded.close()
    (backup,) = (tmp_path / "backups").iterdir()
    after = counts(closed)
    assert {n: c for n, c in after.items() if n != "copy"} == {
        n: c for n, c in before.items() if n != "copy"
    }
    assert counts(backup) == before
    assert refusal(closed) == "store.newer"
    open_project(backup, backups=tmp_path).close()


def test_an_upgrade_killed_half_way_leaves_the_old_file(
    closed: Path, next_release: Release, tmp_path: Path
) -> None:
    before = counts(closed)
    program = (
        "from pathlib import Path; import sys\n"
        "from workbench.store.opening import open_project\n"
        "from workbench.store.upgrading import Release\n"
        "path, number, folder, backups, text = sys.argv[1:]\n"
        "release = Release(int(number), Path(folder), text)\n"
        "open_project(Path(path), backups=Path(backups), release=release)\n"
    )
    arguments = [
        closed,
        NEXT,
        next_release.migrations,
        tmp_path / "backups",
        next_release.schema_hash,
    ]
    killed = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=os.environ | {"KILL_HERE": "1"},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    project = open_project(closed, backups=tmp_path)
    assert check(project) == []
    project.close()
    assert {n: c for n, c in counts(closed).items() if n != "copy"} == {
        n: c for n, c in before.items() if n != "copy"
    }


def test_a_process_killed_after_an_upgrade_leaves_a_file_that_opens(tmp_path: Path) -> None:
    path = Path(shutil.copy(Path(__file__).parent / "released" / "v1.workbench", tmp_path))
    program = (
        "import os, sys; from pathlib import Path\n"
        "from workbench.store.opening import open_project\n"
        "project = open_project(Path(sys.argv[1]), backups=Path(sys.argv[2]))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", program, str(path), str(tmp_path / "backups")], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert path.read_bytes()[60:64] == (1).to_bytes(4, "big")  # the new version is in the log
    project = open_project(path, backups=tmp_path / "backups")
    assert check(project) == []
    project.close()


def test_a_full_disk_in_a_checkpoint_leaves_a_file_that_opens(
    project: Project, tmp_path: Path
) -> None:
    ids = {add_article(project, f"{number} {'word ' * 20_000}") for number in range(5)}
    size = project.path.stat().st_size
    with full_disk(size), pytest.raises(UserError, match="refused to read or write"):
        project.checkpoint()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in ("a.workbench", "a.workbench-wal"):
        copied_beside(project.path.with_name(name), crashed / name)
    header = (crashed / "a.workbench").read_bytes()[:100]
    assert int.from_bytes(header[28:32], "big") * int.from_bytes(header[16:18], "big") > size
    again = open_project(crashed / "a.workbench", backups=tmp_path)
    assert check(again) == []
    assert {article.id for article in articles.list_articles(again)} == ids
    again.close()
