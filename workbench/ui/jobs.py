"""Long verbs beside the window: a thread that only waits for worker processes and the disk.

One job runs at a time, the others wait their turn; each can be cancelled, by its name, so that
whoever stops what they asked for stops nobody else's. A query that is under way then is broken off.
A patient job, which nobody asked for, makes way to one that somebody did, and goes on after it.
Signals reach the window in its own thread.
"""

import contextlib
import itertools
import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from workbench.domain.errors import UserError
from workbench.operations.progress import LongVerb, Progress, finish
from workbench.operations.workers import TaskCancelled, Worker
from workbench.store.halting import HaltedError, while_wanted

QUIET = 5  # how far a worker gives way whose result a person waits for
QUIETER = 10  # and one that works in the background

Start = Callable[[Worker], LongVerb[Any]]
Then = Callable[[Any], object]


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """A long verb that runs or waits for its turn."""

    name: str
    start: Start
    then: Then | None
    patient: bool = False
    cancelled: threading.Event = field(default_factory=threading.Event)
    making_way: threading.Event = field(default_factory=threading.Event)


class Jobs(QObject):
    """Runs long verbs one after another in a thread of its own, with one worker process.

    That process gives way to the window's, so that its computing is not felt there.
    """

    progressed = Signal(str, object)  # name, Progress
    finished = Signal(str, object)  # name, report
    refused = Signal(object)  # UserError
    failed = Signal(str, str)  # name, what went wrong
    _ended = Signal(object, object)  # job, report

    def __init__(self, parent: QObject, *, niceness: int = QUIET) -> None:
        super().__init__(parent)
        self._worker = Worker(niceness=niceness)
        # Who is patient comes last; the numbers keep the order, and jobs from being compared.
        self._waiting: queue.PriorityQueue[tuple[bool, int, _Job | None]] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._unfinished: list[_Job] = []
        self._in_hand: _Job | None = None
        self._turning = threading.Lock()  # held while the job in hand becomes another
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._ended.connect(self._on_ended)

    def run(
        self, name: str, start: Start, *, then: Then | None = None, patient: bool = False
    ) -> None:
        """Run a long verb when its turn comes; `start` gets the worker to use.

        `then` gets the report, in the window's thread, unless the job failed or was cancelled.
        One that is patient is broken off for others, and begun anew: it must keep what it has.
        """
        if self._thread is None:
            self._closing.clear()
            self._thread = threading.Thread(target=self._serve, name="jobs", daemon=True)
            self._thread.start()
        job = _Job(name, start, then, patient)
        self._unfinished.append(job)
        self._put(job)
        if not patient:
            self._make_way()

    def run_or_finish(self, name: str, start: Start, *, long: bool, then: Then) -> None:
        """Run a long verb as a job where it takes `long`, else at once, while the window waits."""
        if long:
            self.run(name, start, then=then)
            return
        try:
            report = finish(start(self._worker))
        except UserError as error:
            self.refused.emit(error)
        else:
            then(report)

    def busy(self) -> bool:
        """Whether a job is at work or waits its turn."""
        return bool(self._unfinished)

    def cancel(self, *names: str) -> None:
        """Stop the jobs of these names, also those that wait, or whichever is in hand.

        What they committed stays.
        """
        with self._turning:
            for job in self._unfinished:
                if job.name in names or (not names and job is self._in_hand):
                    job.cancelled.set()
            if self._in_hand is not None and self._in_hand.cancelled.is_set():
                self._worker.cancel()

    def close(self) -> None:
        """Stop everything and wait until it has stopped."""
        if self._thread is not None:
            self._closing.set()
            with contextlib.suppress(queue.Empty):
                while True:
                    self._waiting.get_nowait()
            self._put(None)
            self._worker.close()
            self._thread.join()
            self._thread = None
            for job in self._unfinished:  # one that came to its end just now is not gone on with
                job.cancelled.set()
            self._unfinished.clear()
            self._worker.close()  # a job that began meanwhile may have started it again

    def _put(self, job: _Job | None) -> None:
        self._waiting.put((job is not None and job.patient, next(self._numbers), job))

    def _make_way(self) -> None:
        """Let patient jobs wait, also one that is just about to begin."""
        with self._turning:
            for job in self._unfinished:
                if job.patient:
                    job.making_way.set()
            if self._in_hand is not None and self._in_hand.patient:
                self._worker.cancel()

    def _serve(self) -> None:
        while (job := self._waiting.get()[2]) is not None:
            self._take(job)
            report = self._report_of(job)
            self._take(None)
            self._ended.emit(job, report)

    def _take(self, job: _Job | None) -> None:
        with self._turning:
            self._in_hand = job

    def _report_of(self, job: _Job) -> object:
        """What a job came to; None where it was cancelled, refused or failed."""
        try:
            return self._followed(job)
        except (TaskCancelled, HaltedError):
            pass
        except UserError as error:
            self.refused.emit(error)
        except Exception as error:
            logging.getLogger(__name__).exception("The job %s failed", job.name)
            self.failed.emit(job.name, f"{type(error).__name__}: {error}")
        return None

    def _on_ended(self, job: _Job, report: object) -> None:
        """Go on with what follows a job that came to its end, or let it wait again."""
        if report is None and self._is_to_go_on(job):
            job.making_way.clear()
            self._put(job)
            return
        if job in self._unfinished:  # not so where all were closed meanwhile
            self._unfinished.remove(job)
        self.finished.emit(job.name, report)
        if job.then is not None and report is not None and not job.cancelled.is_set():
            job.then(report)

    def _followed(self, job: _Job) -> object:
        """Run a job's verb to its end, or close it where it is cancelled."""
        if self._is_unwanted(job):
            raise TaskCancelled
        verb = job.start(self._worker)
        while True:
            try:
                with while_wanted(lambda: self._is_unwanted(job)):
                    progress: Progress = next(verb)
            except StopIteration as end:
                return end.value
            self.progressed.emit(job.name, progress)
            if self._is_unwanted(job):
                verb.close()
                raise TaskCancelled

    def _is_unwanted(self, job: _Job) -> bool:
        return any(told.is_set() for told in (job.cancelled, job.making_way, self._closing))

    def _is_to_go_on(self, job: _Job) -> bool:
        """Whether a job was broken off for another only, and is still wanted."""
        return job in self._unfinished and job.making_way.is_set() and not job.cancelled.is_set()
