"""Worker processes for work that costs CPU: suggesting, training, parsing, measuring.

A `Worker` is one process that is kept between tasks, with what they loaded; `run_many` makes some
for one piece of work. Both are a crew that is given calls: each process takes the next one when it
is free. What a process is, and what a task, stands in `child`.

Where a process dies, or says nothing for too long and is ended, only the call in hand is lost: the
others go on in its place, and the death is told at the end. A task that ends its process whatever
it is given is not asked for ever.
"""

import threading
import time
import weakref
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import Connection, wait

from workbench.domain.errors import UserError
from workbench.operations.child import Call, Child, Message, WorkerDied

TICK = 0.05  # seconds between two looks at the cancel flag while a task is silent
AT_MOST = 5  # processes that die one after another, none of which had come to an end of a call


class TaskCancelled(Exception):  # noqa: N818 - says what happened, as signals do
    """The task was stopped by `cancel` or `close` before its end."""


class TaskFailed(Exception):  # noqa: N818 - says what happened, as signals do
    """A bug in the task; the text is the traceback in the child."""


class Worker:
    """A process of its own for one task at a time, started at the first and again after a crash.

    What a task's module keeps (a loaded model) stays between runs. All methods may be called from
    any thread; a second run waits until the first has ended.
    """

    def __init__(self, *, niceness: int = 0) -> None:
        """`niceness` says how far it gives way to other processes, such as a window's."""
        self._niceness = niceness
        self._turn = threading.Lock()
        self._child: Child | None = None
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
        return self.run_calls([Call(task, args)])

    def run_calls(self, calls: Iterable[Call]) -> Generator[object]:
        """The values of several calls, one after another, as `run_many` gives those of its own.

        Each is handed over before the one before it has ended.
        """
        wish = threading.Event()
        self._wishes.add(wish)
        return self._values(wish, iter(calls))

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

    def _values(self, wish: threading.Event, calls: Iterator[Call]) -> Generator[object]:
        """Yield what the calls yield, and leave the child ready for the next ones."""
        with self._turn:
            if wish.is_set():
                raise TaskCancelled
            crew = _Crew(calls, hire=lambda: self._living_child(wish), ahead=1)
            try:
                yield from crew.values(wish.is_set)
            finally:
                crew.settle()

    def _living_child(self, wish: threading.Event) -> Child:
        """The child, started where there is none or the last one is gone.

        `close` does not see a child that is just being made: one that is no longer wished for once
        it is there ends again.
        """
        child = self._child
        if child is not None and child.alive:
            return child
        if child is not None:
            child.kill()  # it ended by itself: what served it ends too
        child = self._child = Child(niceness=self._niceness)
        if wish.is_set():
            self._child = None
            child.kill()
            raise TaskCancelled
        return child


def run_many(
    calls: Iterable[Call],
    *,
    jobs: int,
    ahead: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Generator[object]:
    """The values of all calls, each as it comes, in whatever order the calls get on.

    Up to `jobs` processes share them; each takes the next one when it is free, so that `calls` is
    read only as fast as they work, and `ahead` more wait at each. Where a process dies, the others
    go on, and `WorkerDied` is raised after the last call, or once `AT_MOST` died in a row: what
    came back before then is whole. Other errors are raised at once, as `Worker.run` does.
    `cancelled` is asked at every value and `TICK`; closing the iterator ends the processes too.
    """
    crew = _Crew(iter(calls), jobs=jobs, ahead=ahead)
    try:
        yield from crew.values(cancelled)
    finally:
        crew.dismiss()


class _Crew:
    """Some children that share calls."""

    def __init__(
        self,
        calls: Iterator[Call],
        *,
        hire: Callable[[], Child] = Child,
        jobs: int = 1,
        ahead: int = 0,
    ) -> None:
        self._calls, self._hire = calls, hire
        self._jobs, self._ahead = jobs, ahead
        self._children: dict[Connection, Child] = {}
        self._orphans: deque[Call] = deque()  # given to a child that died before it began them
        self._death: WorkerDied | None = None
        self._in_a_row = 0  # deaths since the last message

    def values(self, cancelled: Callable[[], bool]) -> Generator[object]:
        """The values of all calls; the first death of a child is raised at the end."""
        while self._fill():
            for message in self._messages():
                if cancelled():
                    raise TaskCancelled
                if message[0] == "value":
                    yield message[1]
                _value_of(message)
            if cancelled():
                raise TaskCancelled
        if self._death is not None:
            raise self._death

    def settle(self) -> None:
        """Stop what is in hand, and leave the children ready for other calls."""
        for child in self._busy():
            child.settle()

    def dismiss(self) -> None:
        """End all children."""
        for child in self._children.values():
            child.kill()

    def _busy(self) -> list[Child]:
        return [child for child in self._children.values() if child.calls]

    def _fill(self) -> bool:
        """Give the children as many calls as they may hold; False where nothing is left to do."""
        while self._has_room() and (call := self._next_call()):
            self._least_busy().begin(call)
        return bool(self._busy())

    def _has_room(self) -> bool:
        children = self._children.values()
        return len(children) < self._jobs or any(len(c.calls) <= self._ahead for c in children)

    def _next_call(self) -> Call | None:
        return self._orphans.popleft() if self._orphans else next(self._calls, None)

    def _least_busy(self) -> Child:
        """The child with the least to do, hired where all have some and one may come."""
        least = min(self._children.values(), key=lambda child: len(child.calls), default=None)
        if least is None or (least.calls and len(self._children) < self._jobs):
            least = self._hire()
            self._children[least.results] = least
        return least

    def _messages(self) -> Iterator[Message]:
        """The messages that have come, waited for up to `TICK` seconds."""
        begun = time.monotonic()
        ready = wait([child.results for child in self._busy()], timeout=TICK)
        waited = time.monotonic() - begun
        for child in self._busy():
            if child.results in ready:
                yield from self._message_of(child)
            else:
                child.waited(min(waited, TICK))

    def _message_of(self, child: Child) -> Iterator[Message]:
        """The next message of a child; none where it is dead."""
        try:
            message = child.receive()
        except WorkerDied as death:
            self._bury(child, death)
            return
        self._in_a_row = 0
        yield message

    def _bury(self, child: Child, death: WorkerDied) -> None:
        """Leave a dead child's other calls to the living; raises its death where too many died."""
        self._death = self._death or death
        del self._children[child.results]
        self._orphans.extend(islice(child.calls, 1, None))
        self._in_a_row += 1
        if self._in_a_row == AT_MOST:
            raise self._death


def _value_of(message: Message) -> object:
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
