"""Another file takes the place of one that is open: neither is harmed, and nothing is lost."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.beside import copied_beside
from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.errors import UserError
from workbench.store import articles, backups, displaced, people
from workbench.store.checking import check
from workbench.store.opening import open_project
from workbench.store.project import Project

# A program that works in a file, and is killed after another took its place.
WORK = """
import os, signal, sys
from pathlib import Path
from tests.store.conftest import add_person
from workbench.store.opening import open_project

path, other = map(Path, sys.argv[1:])
project = open_project(path, backups=path.parent)
for number in range(20):
    add_person(project, f"mine {number}")
other.replace(path)
os.kill(os.getpid(), signal.SIGKILL)
"""


def opened(path: Path) -> Project:
    return open_project(path, backups=path.parent)


def names(project: Project) -> list[str]:
    return [person.name for person in people.annotators(project)]


@pytest.fixture
def theirs(project: Project) -> Path:
    """A copy in which somebody else has worked on, as a service brings it from their machine."""
    for number in range(5):
        add_article(project, f"Article {number}. {TEXT}")
    project.checkpoint()
    copy = project.path.with_name("theirs.workbench")
    copied_beside(project.path, copy)
    with closing(opened(copy)) as other:
        for number in range(40):
            add_person(other, f"theirs {number}")
    return copy


def aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*(conflicted copy *"))


def test_what_a_file_that_came_lacks_is_kept_beside_it(project: Project, theirs: Path) -> None:
    add_person(project, "ann")
    before = theirs.read_bytes()
    theirs.replace(project.path)
    assert project.is_replaced()
    kept = project.close()
    assert project.path.read_bytes() == before
    assert aside(project.path) == [kept]
    assert sorted(path.suffix for path in project.path.parent.glob("a.*")) == [
        ".workbench",
        ".workbench-shm",
    ]
    with closing(opened(aside(project.path)[0])) as mine, closing(opened(project.path)) as other:
        assert names(mine) == ["ann"]
        assert "ann" not in names(other)
        assert (check(mine), check(other)) == ([], [])


def test_nothing_is_kept_of_a_file_that_the_one_which_came_knows(
    project: Project, theirs: Path
) -> None:
    theirs.replace(project.path)
    assert project.close() is None
    assert aside(project.path) == []
    with closing(opened(project.path)) as other:
        assert len(names(other)) == 40
        assert check(other) == []


def test_what_takes_the_place_need_not_be_a_project(project: Project) -> None:
    add_person(project, "ann")
    other = project.path.with_name("other")
    other.write_bytes(b"no project at all" * 100)
    other.replace(project.path)
    assert project.close() == aside(project.path)[0]
    assert project.path.read_bytes() == b"no project at all" * 100


def test_no_connection_reads_a_file_that_came_together_with_the_log_of_another(
    project: Project, theirs: Path
) -> None:
    add_person(project, "ann")
    theirs.replace(project.path)
    with project.reading(), pytest.raises(UserError, match="moved, deleted or replaced"):
        names(project)
    project.checkpoint()
    project.drain()
    assert project.close() is not None


@pytest.mark.skipif(sys.platform == "win32", reason="no open file is replaced there")
def test_a_file_beside_which_lies_the_log_of_another_is_not_opened_and_stays_whole(
    project: Project, theirs: Path
) -> None:
    project.close()
    path = project.path
    before = theirs.read_bytes()
    killed = subprocess.run([sys.executable, "-c", WORK, str(path), str(theirs)], check=False)
    assert killed.returncode == -9
    for _ in range(2):
        with pytest.raises(UserError, match=r"move “a\.workbench-wal” elsewhere"):
            opened(path)
    assert path.read_bytes() == before
    path.with_name("a.workbench-wal").rename(path.with_name("elsewhere"))
    with closing(opened(path)) as other:
        assert len(names(other)) == 40
        assert check(other) == []


def test_a_log_that_is_its_own_is_no_others(project: Project, tmp_path: Path) -> None:
    project.checkpoint()
    for number in range(30):
        add_person(project, f"p {number}")
    for folder in ("one", "two"):  # as after a kill: the file, and the log beside it
        place = tmp_path / folder / "a.workbench"
        place.parent.mkdir()
        copied_beside(project.path, place)
        copied_beside(Path(f"{project.path}-wal"), Path(f"{place}-wal"))
    assert not displaced.has_foreign_log(tmp_path / "one" / "a.workbench")
    with closing(opened(tmp_path / "two" / "a.workbench")) as again:
        assert len(names(again)) == 30


def test_a_file_that_is_nothing_without_its_log_is_taken_as_it_is(
    project: Project, tmp_path: Path
) -> None:
    project.checkpoint()
    add_person(project, "ann")
    place = tmp_path / "torn" / "a.workbench"
    place.parent.mkdir()
    copied_beside(project.path, place)
    with place.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40960)
    copied_beside(Path(f"{project.path}-wal"), Path(f"{place}-wal"))
    assert not displaced.has_foreign_log(place)


def test_a_deleted_file_is_still_backed_up(project: Project, tmp_path: Path) -> None:
    add_person(project, "ann")
    project.path.unlink()
    made = backups.keep(project, tmp_path / "backups")
    assert made is not None
    project.close()
    shutil.copy(made.path, project.path)
    with closing(opened(project.path)) as again:
        assert names(again) == ["ann"]
        assert articles.list_articles(again) == []
