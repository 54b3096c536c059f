"""Processes for work that costs CPU: suggesting, training, parsing, measuring.

A task is a generator function named by "module:function". It runs in a process of its own and
streams plain values back over a pipe, so that the interface never waits for it, never imports what
it needs, and loses nothing when it crashes. Nothing here knows what a task does.

Why a process is started with a bare `__main__`: "spawn" would import the program's main module
again in every child, and the child needs its task's module alone. Why a thread reads the child's
inbox: it notices at once that the parent is gone, even while the task computes, and then ends the
process; and the task can look at a cancel flag without asking the system. Why the pipe is the only
queue: when nobody reads, the child stops at a full pipe instead of filling the memory. It holds a
megabyte where the system allows, so that the child goes on while the parent writes what it has got.
"""

import contextlib
import gc
import importlib
import multiprocessing
import os
import queue
import signal
import socket
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Any, Literal

from workbench.domain.errors import UserError

if sys.platform == "linux":
    import fcntl

REFUSE_SOCKETS = "WORKBENCH_REFUSE_SOCKETS"
PATIENCE = 1.0  # seconds that a cancelled task gets to come to its next value
TICK = 0.05  # seconds between two looks at the cancel flag while a task is silent
NEW_OBJECTS = 50_000  # that a task may make between two looks for garbage
PIPE_SIZE = 1 << 20  # bytes that results may take before somebody reads them
OUT_OF_MEMORY = 117  # the exit code of a child that ran out of memory

_Kind = Literal["value", "done", "cancelled", "refused", "failed"]
_Message = tuple[_Kind, Any]  # a pipe carries objects without types
_SPAWN = multiprocessing.get_context("spawn")
_STARTING = threading.Lock()


class TaskCancelled(Exception):  # noqa: N818 - says what happened, as signals do
    """The task was stopped by `cancel` or `close` before its end."""


class TaskFailed(Exception):  # noqa: N818 - says what happened, as signals do
    """A bug in the task; the text is the traceback in the child."""


class WorkerDied(UserError):  # noqa: N818 - says what happened, as signals do
    """The child ended in the middle of a task: killed, crashed, or out of memory."""

    def __init__(self, reason: str) -> None:
        super().__init__("operations.worker_died", reason=reason)


@dataclass(frozen=True, slots=True)
class _Request:
    """A task to run, by its number, or the wish to stop that number where `task` is empty."""

    number: int
    task: str = ""
    args: tuple[object, ...] = ()


# --- in the child


def _serve(requests: Connection, results: Connection) -> None:
    """Run the tasks that come in, one after another, until the parent closes the pipe or dies."""
    # Ctrl+C reaches the whole process group, and the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a task makes goes by itself; looking for cycles every 700 objects is time lost.
    gc.set_threshold(NEW_OBJECTS, 20, 20)
    if os.environ.get(REFUSE_SOCKETS) == "1":
        sys.addaudithook(_refuse_internet)
    inbox = _Inbox(requests)
    while True:
        request = inbox.tasks.get()
        outcome = _outcome(request, inbox=inbox, results=results)
        results.send(outcome)


class _Inbox:
    """What the parent sends, read by a thread: tasks in a queue, and the number to stop."""

    def __init__(self, requests: Connection) -> None:
        self.tasks: queue.SimpleQueue[_Request] = queue.SimpleQueue()
        self.cancelled = 0
        self._requests = requests
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        """Read until the pipe ends, then end the process, whatever the task is doing."""
        try:
            self._sort_all()
        finally:
            os._exit(0)

    def _sort_all(self) -> None:
        """Put tasks into the queue and note cancellations, until the pipe ends."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                self._sort(self._requests.recv())

    def _sort(self, request: _Request) -> None:
        """Put a task into the queue, or note which one is cancelled."""
        if request.task:
            self.tasks.put(request)
        else:
            self.cancelled = request.number


def _outcome(request: _Request, *, inbox: _Inbox, results: Connection) -> _Message:
    """Run a task to its end, sending its values on the way, and say how it ended."""
    try:
        return _stream(request, inbox=inbox, results=results)
    except MemoryError:
        # What is left of a heap that ran full is not worth a second task.
        os._exit(OUT_OF_MEMORY)
    except UserError as error:
        return "refused", (error.key, {name: _plain(value) for name, value in error.values.items()})
    except Exception:  # noqa: BLE001 - whatever a task raises must reach the parent as text
        return "failed", traceback.format_exc()


def _plain(value: object) -> object:
    """A value of an error as it may travel: numbers as they are, anything else as text."""
    return value if isinstance(value, int | float | str) else str(value)


def _stream(request: _Request, *, inbox: _Inbox, results: Connection) -> _Message:
    """Send the values of a task until it ends or is cancelled."""
    module, _, function = request.task.partition(":")
    task = getattr(importlib.import_module(module), function)
    with contextlib.closing(task(*request.args)) as values:
        for value in values:
            if inbox.cancelled == request.number:
                return "cancelled", None
            results.send(("value", value))
    return "done", None


def _refuse_internet(event: str, args: tuple[object, ...]) -> None:
    """Refuse sockets that could leave this machine; an audit hook, so nothing slips past it."""
    if event == "socket.getaddrinfo" or (
        event == "socket.__new__" and args[1] in (-1, socket.AF_INET, socket.AF_INET6)
    ):
        raise PermissionError("a worker must not use the network")


# --- in the parent


class _Child:
    """One child process with its two pipes; used by one thread at a time, save for `kill`."""

    def __init__(self) -> None:
        requests, self._requests = _SPAWN.Pipe(duplex=False)
        self.results, results = _SPAWN.Pipe(duplex=False)
        _widen(self.results)
        self._number = 0
        self._process = _SPAWN.Process(
            target=_serve, args=(requests, results), name="workbench-worker", daemon=True
        )
        with _STARTING, _bare_main(), _deaf_to_interrupts():
            self._process.start()
        # The child must hold the only other ends, or neither side would see the other's end.
        requests.close()
        results.close()

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid or 0

    def begin(self, task: str, args: Sequence[object]) -> None:
        """Hand over a task; raises `WorkerDied` if the child is gone."""
        self._number += 1
        self._send(_Request(self._number, task, tuple(args)))

    def cancel(self) -> None:
        """Ask the child to stop its task at the next value."""
        self._send(_Request(self._number))

    def _send(self, request: _Request) -> None:
        """Send a request; raises `WorkerDied` if the child is gone."""
        try:
            self._requests.send(request)
        except OSError as error:
            raise WorkerDied(self._epitaph()) from error

    def receive(self) -> _Message:
        """The next message, waited for; raises `WorkerDied` if the child is gone."""
        try:
            message: _Message = self.results.recv()
        except (EOFError, OSError) as error:
            raise WorkerDied(self._epitaph()) from error
        return message

    def settle(self) -> None:
        """Stop the task in hand and read it to its end; kills a child that does not answer."""
        deadline = time.monotonic() + PATIENCE
        try:
            self.cancel()
            self._drain(deadline)
        except WorkerDied:
            self.kill()

    def _drain(self, deadline: float) -> None:
        """Read what is on its way until the task has ended or the time is up."""
        while self.results.poll(max(0.0, deadline - time.monotonic())):
            if self.receive()[0] != "value":
                return
        self.kill()

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()

    def kill(self) -> None:
        """End the process at once and wait until it is gone."""
        self._process.kill()
        self._process.join()

    def _epitaph(self) -> str:
        """Why the process ended, in a few words; ends it if its pipe is broken but it lives."""
        self._process.join(PATIENCE)
        self.kill()
        code = self._process.exitcode or 0
        if code == OUT_OF_MEMORY:
            return "out of memory"
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _widen(pipe: Connection) -> None:
    """Let a pipe hold more than the usual 64 kilobytes; only Linux can."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, PIPE_SIZE)


@contextlib.contextmanager
def _bare_main() -> Generator[None]:
    """Show "spawn" an empty main module, so that the child does not import the program's own."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextlib.contextmanager
def _deaf_to_interrupts() -> Generator[None]:
    """Let a child begin with Ctrl+C held back: it would die of it while it still imports."""
    if sys.platform == "win32":
        yield
        return
    # Where it does not run yet it is started with the child, and lets interrupts through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _value_of(message: _Message) -> object:
    """What a task yielded, or the error that it ended with."""
    kind, content = message
    if kind == "refused":
        key, values = content
        raise UserError(key, **values)
    if kind == "failed":
        raise TaskFailed(content)
    if kind == "cancelled":
        raise TaskCancelled
    return content


class Worker:
    """A process of its own for one task at a time, started at the first and again after a crash.

    What a task's module keeps (a loaded model) stays between runs. All methods may be called from
    any thread; a second run waits until the first has ended.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._child: _Child | None = None
        self._wishes: weakref.WeakSet[threading.Event] = weakref.WeakSet()

    @property
    def pid(self) -> int:
        """The id of the process, 0 where none runs."""
        return self._child.pid if self._child and self._child.alive else 0

    def run(self, task: str, *args: object) -> Generator[object]:
        """The values that a task yields, each as it comes, waited for in the calling thread.

        `task` is "module:function" of a generator function; `args` are plain picklable values.
        Raises the task's own `UserError`; `TaskFailed` for any other error in it; `WorkerDied` if
        the process ended; `TaskCancelled` after `cancel` or `close`. Closing the iterator early
        stops the task.
        """
        wish = threading.Event()
        self._wishes.add(wish)
        return self._values(wish, task, args)

    def cancel(self) -> None:
        """Stop the running task and those that wait for their turn; returns at once.

        A task that comes to no further value within `PATIENCE` seconds is killed with its process.
        """
        for wish in self._wishes.copy():
            wish.set()

    def close(self) -> None:
        """End the process, and with it the running task; a later run starts another."""
        self.cancel()
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def _values(
        self, wish: threading.Event, task: str, args: Sequence[object]
    ) -> Generator[object]:
        """Yield what the task yields, and leave the child ready for the next one."""
        with self._turn:
            if wish.is_set():
                raise TaskCancelled
            child = self._living_child(wish)
            child.begin(task, args)
            ended = False
            try:
                while (message := _wait_for(child, wish))[0] == "value":
                    yield message[1]
                ended = True
                _value_of(message)
            except WorkerDied as death:
                ended = True
                if wish.is_set():
                    raise TaskCancelled from death
                raise
            finally:
                if not ended:
                    child.settle()

    def _living_child(self, wish: threading.Event) -> _Child:
        """The child, started where there is none or the last one is gone.

        `close` does not see a child that is just being made: one that is no longer wished for once
        it is there ends again.
        """
        child = self._child
        if child is None or not child.alive:
            child = self._child = _Child()
            if wish.is_set():
                self._child = None
                child.kill()
                raise TaskCancelled
        return child


def _wait_for(child: _Child, wish: threading.Event) -> _Message:
    """The next message of a child; raises `TaskCancelled` once stopping is wished."""
    while not child.results.poll(TICK):
        if wish.is_set():
            raise TaskCancelled
    if wish.is_set():
        raise TaskCancelled
    return child.receive()


def run_many(
    task: str,
    chunks: Iterable[object],
    *,
    jobs: int,
    shared_args: Sequence[object] = (),
    cancelled: Callable[[], bool] = lambda: False,
) -> Generator[object]:
    """What `task(*shared_args, chunk)` yields for every chunk, in order of completion.

    Up to `jobs` processes share the chunks; each takes the next one when it is free, so that
    `chunks` is read only as fast as they work. Where a process dies, the others go on, and
    `WorkerDied` is raised after the last chunk: what came back before then is whole. Other errors
    are raised at once, as `Worker.run` does. `cancelled` is asked at every value and `TICK`;
    closing the iterator ends the processes as well.
    """
    crew = _Crew(task, iter(chunks), jobs=jobs, shared_args=tuple(shared_args))
    try:
        while crew.fill():
            for message in crew.messages():
                if message[0] == "value":
                    yield message[1]
                _value_of(message)
            if cancelled():
                raise TaskCancelled
    finally:
        crew.close()
    if crew.death is not None:
        raise crew.death


class _Crew:
    """Several children that share the chunks of one task."""

    def __init__(
        self, task: str, chunks: Iterator[object], *, jobs: int, shared_args: tuple[object, ...]
    ) -> None:
        self.death: WorkerDied | None = None
        self._task, self._chunks = task, chunks
        self._jobs, self._shared_args = jobs, shared_args
        self._busy: dict[Connection, _Child] = {}
        self._idle: list[_Child] = []

    def fill(self) -> bool:
        """Give every free child a chunk; False where nothing is left to do."""
        for chunk in islice(self._chunks, self._jobs - len(self._busy)):
            child = self._idle.pop() if self._idle else _Child()
            child.begin(self._task, (*self._shared_args, chunk))
            self._busy[child.results] = child
        return bool(self._busy)

    def messages(self) -> Iterator[_Message]:
        """The messages that have come, waited for up to `TICK` seconds."""
        for ready in wait(list(self._busy), timeout=TICK):
            child = self._busy[ready]  # type: ignore[index]  # only connections were asked for
            try:
                message = child.receive()
            except WorkerDied as death:
                self.death = self.death or death
                del self._busy[child.results]
                continue
            if message[0] != "value":
                self._idle.append(self._busy.pop(child.results))
            yield message

    def close(self) -> None:
        """End all processes."""
        for child in (*self._busy.values(), *self._idle):
            child.kill()
