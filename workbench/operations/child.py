"""One process for work that costs CPU, with its two pipes: what runs in it, and the parent's hold.

A task is a generator function named by "module:function". It runs in a process of its own and
streams plain values back over a pipe, so that the interface never waits for it, never imports what
it needs, and loses nothing when it crashes. Nothing here knows what a task does. Several tasks may
be handed over at once; they run one after another, so that the process need not wait for the next.

Why a process is started with a bare `__main__`: "spawn" would import the program's main module
again in every child, and the child needs its task's module alone. Why the child has one thread: it
computes faster so (`lifeline` says why), and looks into its inbox at each value instead. Why the
parent has one that sends: a call larger than a pipe would wait for a child that may be waiting, at
a pipe full of results, for the parent to read. Why the pipe is the only queue: when nobody reads,
the child stops at a full pipe instead of filling the memory. It holds a megabyte where the system
allows, so that the child goes on while the parent writes what it has got.
"""

import contextlib
import gc
import importlib
import math
import multiprocessing
import os
import queue
import signal
import socket
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from workbench.domain.errors import UserError
from workbench.operations import lifeline

if sys.platform == "linux":
    import fcntl

REFUSE_SOCKETS = "WORKBENCH_REFUSE_SOCKETS"
PATIENCE = 1.0  # seconds that a cancelled task gets to come to its next value
NEW_OBJECTS = 50_000  # that a task may make between two looks for garbage
PIPE_SIZE = 1 << 20  # bytes that results may take before somebody reads them
OUT_OF_MEMORY = 117  # the exit code of a child that ran out of memory
TOOK_TOO_LONG = 118  # and of one that ended what it could not stop
FIRST_TO_GO = 500  # of 1000: how readily Linux ends a child rather than the window

Kind = Literal["value", "done", "cancelled", "refused", "failed"]
Message = tuple[Kind, Any]  # a pipe carries objects without types
_SPAWN = multiprocessing.get_context("spawn")
_STARTING = threading.Lock()


class WorkerDied(UserError):  # noqa: N818 - says what happened, as signals do
    """The child ended in the middle of a task: killed, crashed, or out of memory."""

    def __init__(self, reason: str) -> None:
        super().__init__("operations.worker_died", reason=reason)


@dataclass(frozen=True, slots=True)
class Call:
    """A task with its arguments, and the seconds that it may take to a value before it is lost."""

    task: str
    args: tuple[object, ...] = ()
    patience: float = math.inf


@dataclass(frozen=True, slots=True)
class _Request:
    """A task to run, by its number, or the wish to stop all up to it where `task` is empty."""

    number: int
    task: str = ""
    args: tuple[object, ...] = ()


# --- in the child


def _serve(requests: Connection, results: Connection, parent: Connection, niceness: int) -> None:
    """Run the tasks that come in, one after another, until the parent closes the pipe or dies."""
    lifeline.end_with(parent)
    if sys.platform != "win32":
        os.nice(niceness)
    # Ctrl+C reaches the whole process group, and the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _go_first()
    _keep_to_one_core()
    # What a task makes goes by itself; looking for cycles every 700 objects is time lost.
    gc.set_threshold(NEW_OBJECTS, 20, 20)
    if os.environ.get(REFUSE_SOCKETS) == "1":
        sys.addaudithook(_refuse_internet)
    inbox = _Inbox(requests)
    while True:
        results.send(_outcome(inbox.next_task(), inbox=inbox, results=results))


def _go_first() -> None:
    """Where the machine runs out of memory, let it end this process and not the window's."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(str(FIRST_TO_GO), encoding="ascii")


def _keep_to_one_core() -> None:
    """Let no product of matrices spread over the cores: the window and other children need them.

    It must be said before numpy is loaded; whoever set it otherwise is heard.
    """
    for name in ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")


class _Inbox:
    """What the parent sends: tasks in a queue, and the last number to stop."""

    def __init__(self, requests: Connection) -> None:
        self._tasks: deque[_Request] = deque()
        self._cancelled = 0
        self._requests = requests

    def next_task(self) -> _Request:
        """The next task, waited for; ends the process where no other can come."""
        while not self._tasks:
            self._take()
        return self._tasks.popleft()

    def is_cancelled(self, request: _Request) -> bool:
        """Whether a task is to be stopped, by all that has come until now."""
        while self._requests.poll():
            self._take()
        return self._cancelled >= request.number

    def _take(self) -> None:
        """Put a task into the queue, or note up to which they are cancelled."""
        try:
            request: _Request = self._requests.recv()
        except (EOFError, OSError):
            os._exit(0)
        if request.task:
            self._tasks.append(request)
        else:
            self._cancelled = request.number


def _outcome(request: _Request, *, inbox: _Inbox, results: Connection) -> Message:
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


def _stream(request: _Request, *, inbox: _Inbox, results: Connection) -> Message:
    """Send the values of a task until it ends or is cancelled."""
    if inbox.is_cancelled(request):
        return "cancelled", None
    module, _, function = request.task.partition(":")
    task = getattr(importlib.import_module(module), function)
    with contextlib.closing(task(*request.args)) as values:
        for value in values:
            if inbox.is_cancelled(request):
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


class _Outbox:
    """What waits to be sent to a child, and the thread that sends it, one after another."""

    def __init__(self, requests: Connection) -> None:
        self._requests = requests
        self._waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._send_all, name="workbench-outbox", daemon=True).start()

    def put(self, request: _Request) -> None:
        """Send a request as soon as the child takes it; raises what cannot be pickled."""
        self._waiting.put(bytes(ForkingPickler.dumps(request)))

    def close(self) -> None:
        """Send what waits, as far as somebody reads it, and nothing more."""
        self._waiting.put(b"")

    def _send_all(self) -> None:
        """Send until it is closed, or the child is gone."""
        with contextlib.suppress(OSError):
            while sent := self._waiting.get():
                self._requests.send_bytes(sent)


class Child:
    """One child process with its pipes; used by one thread at a time, save for `kill`.

    `calls` are the tasks that it was given and has not ended, the oldest first. `niceness` says how
    far it gives way to other processes, from 0 to 19, where the system knows of that.
    """

    def __init__(self, *, niceness: int = 0) -> None:
        self.calls: deque[Call] = deque()
        requests, sender = _SPAWN.Pipe(duplex=False)
        parent, self._lifeline = _SPAWN.Pipe(duplex=False)
        self.results, results = _SPAWN.Pipe(duplex=False)
        _widen(self.results)
        self._number = 0
        self._silent = 0.0
        self._verdict = ""
        self._process = _SPAWN.Process(
            target=_serve,
            args=(requests, results, parent, niceness),
            name="workbench-worker",
            daemon=True,
        )
        with _STARTING, _bare_main(), _deaf_to_interrupts():
            self._process.start()
        # The child must hold the only other ends, or neither side would see the other's end.
        for pipe in (requests, results, parent):
            pipe.close()
        self._outbox = _Outbox(sender)

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid or 0

    def begin(self, call: Call) -> None:
        """Hand over a task, to follow those in hand; whether the child is gone, `receive` tells."""
        self._number += 1
        self._outbox.put(_Request(self._number, call.task, call.args))
        self.calls.append(call)

    def cancel(self) -> None:
        """Ask the child to stop its task at the next value, and to begin none of the others."""
        self._outbox.put(_Request(self._number))

    def receive(self) -> Message:
        """The next message, waited for; raises `WorkerDied` if the child is gone."""
        try:
            message: Message = self.results.recv()
        except (EOFError, OSError) as error:
            raise WorkerDied(self._epitaph()) from error
        self._silent = 0.0
        if message[0] != "value":
            self.calls.popleft()
        return message

    def waited(self, seconds: float) -> None:
        """Note that it was waited for in vain; ends a child that tries its task's patience.

        Only time that is spent waiting counts, so that no machine that slept ends its children.
        """
        self._silent += seconds
        if self._silent > self.calls[0].patience:
            self._verdict = f"no answer for {self._silent:.0f} seconds"
            self.kill()

    def settle(self) -> None:
        """Stop the tasks in hand and read them to their end; kills a child that does not answer."""
        deadline = time.monotonic() + PATIENCE
        try:
            self.cancel()
            self._drain(deadline)
        except WorkerDied:
            self.kill()

    def _drain(self, deadline: float) -> None:
        """Read what is on its way until all tasks have ended or the time is up."""
        while self.results.poll(max(0.0, deadline - time.monotonic())):
            self.receive()
            if not self.calls:
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
        self._outbox.close()

    def _epitaph(self) -> str:
        """Why the process ended, in a few words; ends it if its pipe is broken but it lives."""
        self._process.join(PATIENCE)
        self.kill()
        if self._verdict:
            return self._verdict
        code = self._process.exitcode or 0
        if code == OUT_OF_MEMORY:
            return "out of memory"
        if code == TOOK_TOO_LONG:
            return "it took too long"
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
