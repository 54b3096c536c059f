"""What SQLite takes long for is broken off from another thread, and leaves nothing behind."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.conftest import add_articles, add_person
from workbench.store import people, upgrading
from workbench.store.checking import quick_check
from workbench.store.halting import Halt, HaltedError, while_wanted
from workbench.store.opening import open_project
from workbench.store.project import Project
from workbench.store.upgrading import copy_out

ENDLESS = (
    "WITH RECURSIVE n(i) AS (SELECT begin() UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
)

LONG = 50_000
COUNTED = "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {}) SELECT count(*) FROM n"


def test_a_statement_without_an_end_is_broken_off_by_another_thread() -> None:
    halt, begun, over = Halt(), threading.Event(), threading.Event()

    def say() -> None:
        begun.wait()
        while not over.wait(0.01):
            halt.say()

    saying = threading.Thread(target=say)
    saying.start()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.create_function("begin", 0, begun.set)
        with pytest.raises(HaltedError), halt.over(connection):
            connection.execute(ENDLESS).fetchone()
    over.set()
    saying.join()


def test_what_begins_later_is_broken_off_too(project: Project) -> None:
    halt = Halt()
    halt.say()
    with pytest.raises(HaltedError):
        quick_check(project, halt=halt)


def test_an_error_that_nobody_asked_for_stays_what_it_is() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError, match="nowhere"),
        Halt().over(connection),
    ):
        connection.execute("SELECT * FROM nowhere")


def test_a_query_that_nobody_wants_any_more_is_broken_off(project: Project) -> None:
    looked_up = iter((False, False))
    with (
        pytest.raises(HaltedError),
        while_wanted(lambda: next(looked_up, True)),
        project.reading() as connection,
    ):
        connection.exec_driver_sql(COUNTED.format(1 << 40))
    assert next(looked_up, None) is None
    assert _counted(project) == LONG


def test_nothing_of_an_act_that_is_broken_off_is_there(project: Project) -> None:
    with pytest.raises(HaltedError):
        _join_and_count(project)
    assert people.annotators(project) == []
    add_person(project, "carl")
    assert [person.name for person in people.annotators(project)] == ["carl"]


def _join_and_count(project: Project) -> None:
    with project.transaction("join", person="") as transaction:
        people.add(transaction, "dora", "annotator")
        with while_wanted(lambda: True):
            transaction.rows(text(COUNTED.format(1 << 40)))


def test_only_the_thread_that_says_so_is_broken_off(project: Project) -> None:
    found: list[int] = []
    with while_wanted(lambda: True):
        other = threading.Thread(target=lambda: found.append(_counted(project)))
        other.start()
        other.join()
    assert found == [LONG]


def _counted(project: Project) -> int:
    """A query that takes long enough to be looked up in."""
    with project.reading() as connection:
        return int(connection.exec_driver_sql(COUNTED.format(LONG)).scalar_one())


class _Busy(Halt):
    """Somebody joins a project after each part of its copy."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.parts = 0

    def heed(self) -> None:
        super().heed()
        self.parts += 1
        add_person(self._project, f"person {self.parts}")


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies are made of small parts."""
    monkeypatch.setattr(upgrading, "_PART", 50)


@pytest.mark.usefixtures("in_parts")
def test_all_parts_of_a_copy_are_of_one_moment(project: Project, tmp_path: Path) -> None:
    add_articles(project, 200)
    add_person(project, "ann")
    busy = _Busy(project)
    with closing(sqlite3.connect(project.path)) as reader:
        reader.execute("BEGIN")
        copy_out(reader, tmp_path / "copy.workbench", source=project.path, halt=busy)
    assert busy.parts > 3
    assert len(people.annotators(project)) == busy.parts + 1
    copy = open_project(tmp_path / "copy.workbench", backups=tmp_path)
    assert [person.name for person in people.annotators(copy)] == ["ann"]
    copy.close()


@pytest.mark.usefixtures("in_parts")
def test_a_copy_that_is_broken_off_leaves_nothing(project: Project, tmp_path: Path) -> None:
    add_articles(project, 200)
    halt = Halt()
    halt.say()
    place = tmp_path / "backups"
    with closing(sqlite3.connect(project.path)) as reader, pytest.raises(HaltedError):
        copy_out(reader, place / "copy.workbench", source=project.path, halt=halt)
    assert list(place.iterdir()) == []
