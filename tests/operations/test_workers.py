"""Workers: tasks in real processes, ended in every way that a process can end."""

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from workbench.domain.errors import UserError
from workbench.operations.child import (
    FIRST_TO_GO,
    PATIENCE,
    REFUSE_SOCKETS,
    Call,
    WorkerDied,
)
from workbench.operations.workers import AT_MOST, TaskCancelled, TaskFailed, Worker, run_many

TASKS = "tests.operations.worker_tasks"
CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def calls(name: str, first: object, chunks: Iterable[object]) -> Iterator[Call]:
    """A task of the tests, called for each chunk."""
    return (Call(f"{TASKS}:{name}", (first, chunk)) for chunk in chunks)


def _gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def _until(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        threading.Event().wait(0.01)
    return True


def test_values_come_back_in_order(worker: Worker) -> None:
    assert list(worker.run(f"{TASKS}:count", 1000)) == list(range(1000))


def test_no_process_is_started_before_the_first_run() -> None:
    assert Worker().pid == 0


def test_what_a_task_keeps_stays_between_runs(worker: Worker) -> None:
    list(worker.run(f"{TASKS}:remember", 1))
    pid = worker.pid
    assert list(worker.run(f"{TASKS}:remember", 2)) == [[1, 2]]
    assert worker.pid == pid


def test_a_child_imports_its_task_and_not_the_main_module(tmp_path: Path) -> None:
    main = tmp_path / "main.py"
    main.write_text(
        "import colorsys\n"
        "if __name__ == '__main__':\n"
        "    from workbench.operations.workers import Worker\n"
        "    worker = Worker()\n"
        f"    (loaded,) = worker.run('{TASKS}:modules')\n"
        "    worker.close()\n"
        "    print(*loaded)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        [sys.executable, str(main)], capture_output=True, text=True, check=True, env=environment
    )
    loaded = set(done.stdout.split())
    assert TASKS in loaded
    assert not {"colorsys", "spacy", "PySide6", "sqlalchemy", "typer"} & loaded


def test_importing_workers_loads_the_standard_library_and_the_domain_alone() -> None:
    code = "import sys, workbench.operations.workers; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    names = {name.partition(".")[0] for name in loaded.stdout.split()}
    assert not {"spacy", "numpy", "PySide6", "sqlalchemy", "typer"} & names


def test_a_user_error_arrives_as_itself_and_the_worker_goes_on(worker: Worker) -> None:
    with pytest.raises(UserError) as caught:
        list(worker.run(f"{TASKS}:refuse"))
    assert (caught.value.key, caught.value.values) == ("domain.span_empty", {"start": 3, "end": 3})
    assert list(worker.run(f"{TASKS}:count", 2)) == [0, 1]


def test_a_bug_arrives_with_its_traceback(worker: Worker) -> None:
    with pytest.raises(TaskFailed, match="planted bug") as caught:
        list(worker.run(f"{TASKS}:fail"))
    assert "worker_tasks.py" in str(caught.value)


def test_a_value_that_cannot_travel_is_a_failure_not_a_hang(worker: Worker) -> None:
    with pytest.raises(TaskFailed, match="pickle"):
        list(worker.run(f"{TASKS}:unpicklable"))


@pytest.mark.parametrize("task", ["no.such.module:x", f"{TASKS}:no_such_function"])
def test_an_unknown_task_is_a_failure(worker: Worker, task: str) -> None:
    with pytest.raises(TaskFailed):
        list(worker.run(task))


@pytest.mark.parametrize(
    ("task", "args", "reason"),
    [
        ("exit_at_once", (3,), "exit code 3"),
        ("kill_itself", (), "signal 9"),
        ("out_of_memory", (), "out of memory"),
    ],
)
def test_a_death_is_told_after_what_came_before_it_and_the_next_run_starts_anew(
    worker: Worker, task: str, args: tuple[object, ...], reason: str
) -> None:
    values = worker.run(f"{TASKS}:{task}", *args)
    assert next(values) == 1
    with pytest.raises(WorkerDied, match=reason):
        next(values)
    assert list(worker.run(f"{TASKS}:count", 2)) == [0, 1]


def test_a_child_killed_while_idle_is_replaced(worker: Worker) -> None:
    list(worker.run(f"{TASKS}:count", 1))
    os.kill(worker.pid, signal.SIGKILL)
    assert _until(lambda: worker.pid == 0)
    assert list(worker.run(f"{TASKS}:count", 2)) == [0, 1]


def test_cancel_from_another_thread_stops_a_task_and_keeps_its_process(worker: Worker) -> None:
    values = worker.run(f"{TASKS}:endless")
    assert list(islice(values, 3)) == [0, 1, 2]
    pid = worker.pid
    threading.Thread(target=worker.cancel).start()
    with pytest.raises(TaskCancelled):
        for _ in values:
            pass
    assert list(worker.run(f"{TASKS}:count", 2)) == [0, 1]
    assert worker.pid == pid


def test_a_task_that_does_not_answer_is_killed_in_time(worker: Worker) -> None:
    values = worker.run(f"{TASKS}:hang")
    pid = next(values)
    began = time.monotonic()
    worker.cancel()
    with pytest.raises(TaskCancelled):
        next(values)
    assert time.monotonic() - began < PATIENCE + 1
    assert isinstance(pid, int)
    assert _gone(pid)
    assert list(worker.run(f"{TASKS}:count", 2)) == [0, 1]


def test_cancel_before_the_first_value_counts(worker: Worker) -> None:
    values = worker.run(f"{TASKS}:endless")
    worker.cancel()
    with pytest.raises(TaskCancelled):
        next(values)


def test_cancel_without_a_task_stops_no_later_one(worker: Worker) -> None:
    worker.cancel()
    assert list(worker.run(f"{TASKS}:count", 2)) == [0, 1]


def test_leaving_the_loop_early_stops_the_task(worker: Worker) -> None:
    values = worker.run(f"{TASKS}:endless")
    next(values)
    values.close()
    assert list(worker.run(f"{TASKS}:count", 2)) == [0, 1]


def test_close_ends_a_running_task_of_another_thread(worker: Worker) -> None:
    ended: list[type[BaseException]] = []
    pids: list[object] = []

    def consume() -> None:
        try:
            pids.extend(worker.run(f"{TASKS}:hang"))
        except TaskCancelled as error:
            ended.append(type(error))

    thread = threading.Thread(target=consume)
    thread.start()
    assert _until(lambda: worker.pid != 0)
    worker.close()
    thread.join(10)
    assert ended == [TaskCancelled]


def test_a_second_run_waits_for_the_first(worker: Worker) -> None:
    first = worker.run(f"{TASKS}:count", 3)
    next(first)
    second: list[object] = []
    thread = threading.Thread(target=lambda: second.extend(worker.run(f"{TASKS}:count", 2)))
    thread.start()
    assert list(first) == [1, 2]
    thread.join(10)
    assert second == [0, 1]


def test_a_full_pipe_holds_the_child_back(worker: Worker, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    values = worker.run(f"{TASKS}:fill_the_pipe", str(notes))
    for _ in range(3):
        next(values)
    assert len(notes.read_text().splitlines()) <= 5


def test_calls_and_results_larger_than_a_pipe_do_not_wait_for_each_other(worker: Worker) -> None:
    large = [bytes([number]) * 4_000_000 for number in range(4)]
    came: list[object] = []
    echoed = worker.run_calls(Call(f"{TASKS}:echo", (content,)) for content in large)
    thread = threading.Thread(target=lambda: came.extend(echoed), daemon=True)
    thread.start()
    thread.join(20)
    assert came == large


def test_ctrl_c_does_not_reach_a_task(worker: Worker) -> None:
    assert list(worker.run(f"{TASKS}:interrupt_itself")) == ["went on"]


def test_an_interrupt_while_a_child_still_starts_does_not_end_it(worker: Worker) -> None:
    def interrupt() -> None:
        while not worker.pid:
            pass
        os.kill(worker.pid, signal.SIGINT)

    interrupter = threading.Thread(target=interrupt)
    interrupter.start()
    assert list(worker.run(f"{TASKS}:interrupt_itself")) == ["went on"]
    interrupter.join()


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_a_worker_refuses_the_network_when_told_to(
    worker: Worker, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(REFUSE_SOCKETS, "1")
    with pytest.raises(TaskFailed, match="must not use the network"):
        list(worker.run(f"{TASKS}:open_socket", family))


def test_the_refusal_of_the_network_can_fail(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(REFUSE_SOCKETS, raising=False)
    assert list(worker.run(f"{TASKS}:open_socket", "AF_INET")) == ["opened"]


def test_a_child_dies_with_a_parent_that_was_killed() -> None:
    code = (
        "from workbench.operations.workers import Worker\n"
        f"values = Worker().run('{TASKS}:hang')\n"
        "print(next(values), flush=True)\n"
        "next(values)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=CHECKOUT
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    assert _until(lambda: _gone(pid))


def test_many_chunks_come_back_whole_whatever_the_number_of_jobs() -> None:
    chunks = [[3 * n, 3 * n + 1, 3 * n + 2] for n in range(10)]
    expected = sorted((number, number * 5) for number in range(30))
    for jobs in (1, 2):
        found = run_many(calls("double_all", 5, chunks), jobs=jobs)
        assert sorted(found) == expected  # type: ignore[type-var]  # pairs of numbers


def test_no_chunk_is_no_process() -> None:
    assert list(run_many([], jobs=2)) == []


@pytest.mark.parametrize("ahead", [0, 1, 3])
def test_a_death_among_many_loses_its_own_call_alone(ahead: int) -> None:
    found: list[object] = []
    values = run_many(calls("die_on", 3, [[1, 2], [3, 4], [5, 6], [7]]), jobs=2, ahead=ahead)
    with pytest.raises(WorkerDied, match="exit code 9"):
        found.extend(iter(lambda: next(values), None))
    assert sorted(str(number) for number in found) == ["1", "2", "5", "6", "7"]


def test_a_refusal_among_many_is_raised_at_once() -> None:
    with pytest.raises(TaskFailed):
        list(run_many(calls("no_such_function", 1, [[2], [3]]), jobs=2))


def test_many_can_be_cancelled_while_silent() -> None:
    wish = threading.Event()
    values = run_many(calls("die_on", 3, [[1]]), jobs=1, cancelled=wish.is_set)
    assert next(values) == 1
    wish.set()
    with pytest.raises(TaskCancelled):
        list(values)


def test_leaving_many_early_ends_the_processes() -> None:
    values = run_many(calls("double_all", 2, ([n] for n in range(10**6))), jobs=2, ahead=1)
    next(values)
    values.close()


def test_a_worker_takes_several_calls_and_goes_on_after_a_death(worker: Worker) -> None:
    found: list[object] = []
    values = worker.run_calls(calls("die_on", 3, [[1, 2], [3, 4], [5, 6], [7]]))
    with pytest.raises(WorkerDied, match="exit code 9"):
        found.extend(iter(lambda: next(values), None))
    assert found == [1, 2, 5, 6, 7]
    assert list(worker.run(f"{TASKS}:count", 2)) == [0, 1]


def test_leaving_several_calls_early_keeps_the_process_and_begins_no_other(worker: Worker) -> None:
    values = worker.run_calls(Call(f"{TASKS}:remember", (number,)) for number in range(10))
    assert next(values) == [0]
    pid = worker.pid
    values.close()
    (kept,) = worker.run(f"{TASKS}:remember", 99)
    assert kept in ([0, 99], [0, 1, 99])
    assert worker.pid == pid


def test_a_task_that_says_nothing_for_too_long_is_ended_and_the_others_go_on(
    worker: Worker,
) -> None:
    hung = Call(f"{TASKS}:hang", patience=0.5)
    values = worker.run_calls([hung, Call(f"{TASKS}:count", (2,))])
    pid = next(values)
    assert [next(values), next(values)] == [0, 1]
    assert isinstance(pid, int)
    assert _gone(pid)
    with pytest.raises(WorkerDied, match=r"no answer for [01] seconds"):
        next(values)


def test_time_that_nobody_waits_is_no_silence(worker: Worker) -> None:
    values = worker.run_calls([Call(f"{TASKS}:count", (200,), patience=0.5)])
    next(values)
    threading.Event().wait(1)
    assert list(values) == list(range(1, 200))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_always_dies_is_not_asked_for_ever(jobs: int) -> None:
    asked: list[int] = []

    def fatal() -> Iterator[Call]:
        for number in range(100):
            asked.append(number)
            yield Call(f"{TASKS}:exit_before_all", (4,))

    with pytest.raises(WorkerDied, match="exit code 4"):
        list(run_many(fatal(), jobs=jobs))
    assert len(asked) <= AT_MOST + jobs


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux lets a process say so.")
def test_a_machine_that_runs_out_of_memory_ends_a_worker_before_the_window(worker: Worker) -> None:
    assert list(worker.run(f"{TASKS}:readiness_to_go")) == [FIRST_TO_GO]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no niceness.")
def test_a_worker_gives_way_as_far_as_it_is_told() -> None:
    for niceness in (0, 3):
        worker = Worker(niceness=niceness)
        assert list(worker.run(f"{TASKS}:niceness")) == [min(19, os.nice(0) + niceness)]
        worker.close()


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux lists the threads of a process.")
def test_a_product_of_matrices_keeps_to_one_core(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    assert list(worker.run(f"{TASKS}:threads_of_a_product")) == [1]


def test_a_child_that_is_still_being_made_ends_when_all_closes() -> None:
    kept = [Worker() for _ in range(40)]  # a worker that is forgotten ends its child anyway
    for moment, worker in enumerate(kept):
        values = worker.run(f"{TASKS}:endless")
        thread = threading.Thread(target=_take, args=(values,))
        thread.start()
        threading.Event().wait(moment / 10_000)
        worker.close()
        thread.join()
    assert multiprocessing.active_children() == []


def _take(values: Iterator[object]) -> None:
    with contextlib.suppress(TaskCancelled):
        list(values)
