"""An open project serves any number of threads and readers, and tells what others committed."""

import shutil
import sqlite3
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.store import annotations, articles, people, schema
from workbench.store.checking import check
from workbench.store.halting import Halt, HaltedError
from workbench.store.opening import open_project
from workbench.store.project import Project
from workbench.store.sqlite import BUSY_TIMEOUT_MS


def names(project: Project) -> list[str]:
    return [person.name for person in people.annotators(project)]


@pytest.fixture
def other(project: Project) -> "Project":
    """The same file, opened once more."""
    return open_project(project.path, backups=project.path.parent)


# --- threads and readers


def test_many_threads_after_one_another_leave_each_others_connections_alone(
    project: Project,
) -> None:
    add_person(project, "ann")
    for _ in range(10):
        with ThreadPoolExecutor(3) as threads:
            assert list(threads.map(lambda _: names(project), range(3))) == [["ann"]] * 3
        assert names(project) == ["ann"]
        project.news()


def test_many_threads_that_write_at_once_all_get_their_turn(project: Project) -> None:
    start = threading.Barrier(6)

    def join(number: int) -> None:
        start.wait()
        for part in range(5):
            add_person(project, f"{number}.{part}")

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(join, range(6)))
    assert len(names(project)) == 30
    assert check(project) == []


def test_a_read_inside_a_write_sees_what_was_committed_before(project: Project) -> None:
    with project.transaction("add_annotator", person="") as transaction:
        people.add(transaction, "ann", "annotator")
        assert [person.name for person in people.annotators(transaction)] == ["ann"]
        assert names(project) == []
    assert names(project) == ["ann"]


def test_rows_read_one_by_one_are_of_one_moment(project: Project) -> None:
    ids = [add_article(project, f"{TEXT}{number}") for number in range(3)]
    seen = []
    for row in project.images(schema.article):
        seen.append(row["id"])
        add_article(project, f"{TEXT} while reading {len(seen)}")
    assert sorted(seen) == sorted(ids)
    assert len(articles.list_articles(project)) == 6


def act_many(path: Path, person: str, article: str, number: int) -> None:
    """Mark the first word so many times, each as one act, and take every tenth back."""
    project = open_project(path, backups=path.parent)
    for act in range(number):
        mark = Annotation(new_id(), article, person, "entity", "person", (Span(0, 7),), TEXT[:7])
        with project.transaction("annotate", person=person) as transaction:
            annotations.insert_many(transaction, [mark])
        if act % 10 == 9:
            project.turn(person, "undo")
    project.close()


def test_four_programs_at_work_on_one_project_lose_nothing(project: Project) -> None:
    article, number = add_article(project), 50
    crew = [add_person(project, name) for name in ("ann", "bo", "cy", "di")]
    project.news()
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as programs:
        runs = [
            programs.submit(act_many, project.path, person.id, article, number) for person in crew
        ]
        for run in runs:
            run.result()
    kept = number - number // 10
    assert annotations.counts_by_article(project) == {(article, p.id): kept for p in crew}
    told = [changes.verb for changes in project.news()]
    assert len(told) == 4 * (number + number // 10)
    for person in crew:
        assert project.turn(person.id, "undo").verb == "annotate"
    assert check(project) == []


# --- what others committed


def test_what_another_process_committed_is_told_once_and_in_order(
    project: Project, other: Project
) -> None:
    project.news()
    article = add_article(other)
    ann = add_person(other, "ann")
    told = project.news()
    assert [changes.verb for changes in told] == ["import", "add_annotator"]
    assert told[0].articles() == {article}
    assert told[1].ids("annotator") == {ann.id}
    assert project.news() == []
    other.close()


def test_both_sides_tell_each_other(project: Project, other: Project) -> None:
    for turn in range(3):
        one, two = (project, other) if turn % 2 else (other, project)
        one.news()
        add_person(two, f"person {turn}")
        (changes,) = one.news()
        assert changes.verb == "add_annotator"
    assert names(project) == names(other) == ["person 0", "person 1", "person 2"]
    other.close()


def test_what_a_thread_of_this_process_committed_is_told_too(project: Project) -> None:
    project.news()
    with ThreadPoolExecutor(1) as threads:
        threads.submit(add_person, project, "ann").result()
    assert [changes.verb for changes in project.news()] == ["add_annotator"]


def test_acts_that_the_caller_knows_are_left_out_and_never_come_later(
    project: Project, other: Project
) -> None:
    project.news()
    with project.transaction("mine", person="", kind="record") as transaction:
        people.add(transaction, "ann", "annotator")
    add_person(other, "bo")
    told = project.news(besides={transaction.changes.step})
    assert [changes.verb for changes in told] == ["add_annotator"]
    assert project.news() == []
    other.close()


def test_an_undo_of_another_process_is_news(project: Project, other: Project) -> None:
    ann = add_person(project, "ann")
    article = add_article(project)
    row = {"id": new_id(), "article": article, "annotator": ann.id, "layer": "entity"}
    with project.transaction("assign", person=ann.id) as transaction:
        transaction.insert(schema.assignment, row)
    project.news()
    other.turn(ann.id, "undo")
    (told,) = project.news()
    assert told.gone("assignment") == {row["id"]}
    other.close()


def interrupted(project: Project) -> None:
    """An act that ends in a fault after its first write."""
    with project.transaction("broken", person="") as transaction:
        people.add(transaction, "ann", "annotator")
        raise ZeroDivisionError


def test_nothing_committed_is_no_news(project: Project, other: Project) -> None:
    project.news()
    with pytest.raises(ZeroDivisionError):
        interrupted(other)
    assert (project.news(), names(project)) == ([], [])
    other.close()


def test_a_project_is_closed_twice_without_harm(project: Project) -> None:
    project.news()
    project.close()
    project.close()
    assert [path.name for path in project.path.parent.iterdir()] == [project.path.name]


def test_nothing_is_written_into_a_file_that_is_gone_and_all_goes_on_once_it_is_back(
    project: Project,
) -> None:
    project.checkpoint()
    away = project.path.with_name("away")
    project.path.rename(away)
    with pytest.raises(UserError, match="moved, deleted or replaced"):
        add_person(project, "ann")
    shutil.copy(away, project.path)  # another file of the same name
    with pytest.raises(UserError, match="moved, deleted or replaced"):
        add_person(project, "ann")
    away.replace(project.path)
    add_person(project, "ann")
    assert names(project) == ["ann"]
    assert check(project) == []


def test_what_is_done_beside_the_work_sees_what_stood_when_it_began(project: Project) -> None:
    add_person(project, "ann")
    written = threading.Event()
    seen: list[object] = []

    def count(connection: Connection, _: Halt) -> None:
        written.wait(10)
        seen.append(connection.execute(select(func.count()).select_from(schema.annotator)).scalar())

    project.beside(count)
    project.beside(lambda *_: seen.append("a second one at once"))
    add_person(project, "ben")
    written.set()
    project.wait()
    assert seen == [1]
    assert len(people.annotators(project)) == 2


def test_what_is_done_beside_the_work_can_be_broken_off(project: Project) -> None:
    left: list[bool] = []

    def never_end(_: Connection, halt: Halt) -> None:
        try:
            while True:
                halt.heed()
        except HaltedError:
            left.append(True)

    project.beside(never_end)
    project.break_off()
    assert left == [True]


def test_a_writer_gets_in_among_others_who_write_on_and_on(project: Project) -> None:
    turns: list[int] = []
    done, pause = threading.Event(), threading.Event()

    def write_on_and_on() -> None:
        with closing(sqlite3.connect(project.path, isolation_level=None)) as connection:
            while not done.is_set():
                connection.execute("BEGIN IMMEDIATE")
                turns.append(1)
                pause.wait(0.03)
                connection.execute("COMMIT")
                pause.wait(0.003)

    other = threading.Thread(target=write_on_and_on)
    other.start()
    while len(turns) < 3:
        pause.wait(0.001)
    before = len(turns)
    add_person(project, "ann")
    took = len(turns) - before
    done.set()
    other.join()
    assert took < 30


def test_a_checkpoint_waits_for_nobody_who_reads(project: Project) -> None:
    add_person(project, "ann")
    with project.snapshot() as reader:
        assert people.annotators(reader)
        add_person(project, "ben")
        begun = time.monotonic()
        project.checkpoint()
        add_person(project, "cy")
        assert time.monotonic() - begun < BUSY_TIMEOUT_MS / 1_000
        assert len(people.annotators(reader)) == 1
    assert len(people.annotators(project)) == 3
