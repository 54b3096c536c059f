"""Long verbs run one after another beside the window, and each can be stopped."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from tests.store.conftest import small_scheme
from workbench.domain.errors import UserError
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store.opening import create_project
from workbench.ui.jobs import Jobs

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
Start = Callable[[Worker], LongVerb[object]]
PATIENCE = 10.0  # seconds


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    assert qtbot
    parent = QObject()
    jobs = Jobs(parent)
    yield jobs
    jobs.close()


@pytest.fixture
def told(jobs: Jobs) -> list[tuple[object, ...]]:
    """All that the jobs say, in the order in which it comes to the window."""
    said: list[tuple[object, ...]] = []
    jobs.progressed.connect(lambda name, step: said.append((name, step.done)))
    jobs.refused.connect(lambda error: said.append(("refused", error.key)))
    jobs.failed.connect(lambda name, why: said.append((name, why)))
    jobs.finished.connect(lambda name, report: said.append((name, report)))
    return said


def steps(number: int, report: object) -> Start:
    """A job of so many steps."""

    def start(_: Worker) -> LongVerb[object]:
        for step in range(number):
            yield Progress(step + 1, number)
        return report

    return start


class Endless:
    """A job that goes on until it is stopped, and remembers that it was."""

    def __init__(self) -> None:
        self.begun, self.left = threading.Event(), threading.Event()

    def __call__(self, _: Worker) -> LongVerb[object]:
        try:
            while True:
                self.begun.set()
                yield Progress(0, 0)
        finally:
            self.left.set()


def raising(error: Exception) -> Start:
    """A job that fails after its first step."""

    def start(_: Worker) -> LongVerb[object]:
        yield Progress(1, 2)
        raise error

    return start


def rest(qtbot: QtBot, jobs: Jobs) -> None:
    """Wait until no job is at work."""
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=int(PATIENCE * 1000))


def test_jobs_run_one_after_another_and_tell_every_step(
    qtbot: QtBot, jobs: Jobs, told: list[tuple[object, ...]]
) -> None:
    assert not jobs.busy()
    jobs.run("import", steps(2, "in"))
    jobs.run("suggest", steps(1, "read"))
    assert jobs.busy()
    rest(qtbot, jobs)
    assert told == [
        ("import", 1),
        ("import", 2),
        ("import", "in"),
        ("suggest", 1),
        ("suggest", "read"),
    ]


def test_a_patient_job_makes_way_and_is_begun_anew(
    qtbot: QtBot, jobs: Jobs, told: list[tuple[object, ...]]
) -> None:
    endless, turns = Endless(), iter((True, False))
    got: list[object] = []
    jobs.run(
        "twins",
        lambda worker: endless(worker) if next(turns) else steps(0, "found")(worker),
        then=got.append,
        patient=True,
    )
    assert endless.begun.wait(PATIENCE)
    jobs.run("export", steps(0, "out"))
    rest(qtbot, jobs)
    assert endless.left.is_set()
    assert [each for each in told if each != ("twins", 0)] == [
        ("export", "out"),
        ("twins", "found"),
    ]
    assert got == ["found"]


def test_a_patient_job_that_was_cancelled_is_not_begun_anew(
    qtbot: QtBot, jobs: Jobs, told: list[tuple[object, ...]]
) -> None:
    endless = Endless()
    jobs.run("twins", endless, patient=True)
    assert endless.begun.wait(PATIENCE)
    jobs.cancel("twins")
    jobs.run("export", steps(0, "out"))
    rest(qtbot, jobs)
    assert ("twins", None) in told
    assert ("export", "out") in told


def test_what_follows_a_job_gets_its_report_in_the_thread_of_the_window(
    qtbot: QtBot, jobs: Jobs
) -> None:
    got: list[object] = []
    window = QThread.currentThread()
    jobs.run("import", steps(0, "in"), then=lambda r: got.append((r, QThread.currentThread())))
    rest(qtbot, jobs)
    assert got == [("in", window)]


def test_a_cancelled_job_is_left_and_the_next_one_runs(
    qtbot: QtBot, jobs: Jobs, told: list[tuple[object, ...]]
) -> None:
    endless = Endless()
    followed: list[object] = []
    jobs.run("endless", endless, then=followed.append)
    jobs.run("next", steps(1, "done"))
    assert endless.begun.wait(PATIENCE)
    jobs.cancel()
    rest(qtbot, jobs)
    assert endless.left.is_set()
    assert followed == []
    assert told[-3:] == [("endless", None), ("next", 1), ("next", "done")]


def test_jobs_are_cancelled_by_their_name_also_those_that_wait(
    qtbot: QtBot, jobs: Jobs, told: list[tuple[object, ...]]
) -> None:
    endless, never = Endless(), Endless()
    jobs.run("find", endless)
    jobs.run("read", steps(1, "done"))
    jobs.run("find", never)
    assert endless.begun.wait(PATIENCE)
    jobs.cancel("read in vain")
    assert not endless.left.is_set()
    jobs.cancel("find")
    rest(qtbot, jobs)
    assert endless.left.is_set()
    assert not never.begun.is_set()
    assert told[-4:] == [("find", None), ("read", 1), ("read", "done"), ("find", None)]


def test_who_cancels_what_waits_stops_not_what_is_in_hand(
    qtbot: QtBot, jobs: Jobs, told: list[tuple[object, ...]]
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def count(worker: Worker) -> LongVerb[object]:
        numbers = list(worker.run("tests.operations.worker_tasks:count", 3))
        begun.set()
        go_on.wait(PATIENCE)
        numbers += worker.run("tests.operations.worker_tasks:count", 2)
        yield Progress(1, 1)
        return numbers

    jobs.run("read", count)
    jobs.run("find", steps(1, "found"))
    assert begun.wait(PATIENCE)
    jobs.cancel("find")
    go_on.set()
    rest(qtbot, jobs)
    assert told == [("read", 1), ("read", [0, 1, 2, 0, 1]), ("find", None)]


def test_a_refusal_is_said_as_one_and_the_next_job_runs(
    qtbot: QtBot, jobs: Jobs, told: list[tuple[object, ...]]
) -> None:
    jobs.run("import", raising(UserError("operations.no_name")))
    jobs.run("next", steps(0, "done"))
    rest(qtbot, jobs)
    assert told == [
        ("import", 1),
        ("refused", "operations.no_name"),
        ("import", None),
        ("next", "done"),
    ]


def test_a_fault_is_told_and_logged_and_the_next_job_runs(
    qtbot: QtBot,
    jobs: Jobs,
    told: list[tuple[object, ...]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    jobs.run("import", raising(ZeroDivisionError("planted")))
    jobs.run("next", steps(0, "done"))
    rest(qtbot, jobs)
    assert told[1:] == [
        ("import", "ZeroDivisionError: planted"),
        ("import", None),
        ("next", "done"),
    ]
    assert "planted" in caplog.text


def test_closing_stops_the_job_in_hand_and_begins_no_other(jobs: Jobs) -> None:
    endless, never = Endless(), Endless()
    jobs.run("endless", endless)
    jobs.run("never", never)
    assert endless.begun.wait(PATIENCE)
    jobs.close()
    assert endless.left.is_set()
    assert not never.begun.is_set()


def test_closing_breaks_off_a_query_that_would_never_end(jobs: Jobs, project_path: Path) -> None:
    begun, project = threading.Event(), create_project(project_path, small_scheme())

    def count(_: Worker) -> LongVerb[object]:
        yield Progress(0, 1)
        with project.reading() as connection:
            begun.set()
            return connection.exec_driver_sql(ENDLESS).all()

    jobs.run("count", count)
    assert begun.wait(PATIENCE)
    jobs.close()
    assert not jobs.busy()
    project.close()


def test_what_follows_a_job_is_not_done_in_a_window_that_closed_meanwhile(
    qtbot: QtBot, jobs: Jobs
) -> None:
    ended = threading.Event()
    followed: list[object] = []

    def start(_: Worker) -> LongVerb[object]:
        yield Progress(1, 1)
        ended.set()
        return "whole"

    jobs.run("last", start, then=followed.append)
    assert ended.wait(PATIENCE)
    with qtbot.waitSignal(jobs.finished):
        jobs.close()
    assert followed == []


def test_closing_idle_jobs_is_quick_and_can_be_done_twice(jobs: Jobs) -> None:
    jobs.run("short", steps(0, None))
    jobs.close()
    jobs.close()
    assert not jobs.busy()


def test_closed_jobs_begin_anew(qtbot: QtBot, jobs: Jobs, told: list[tuple[object, ...]]) -> None:
    jobs.run("endless", Endless())
    jobs.run("never", Endless())
    jobs.close()
    jobs.run("next", steps(0, "done"))
    rest(qtbot, jobs)
    assert told[-1] == ("next", "done")
