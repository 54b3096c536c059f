"""Long verbs beside the window: a thread that only waits for worker processes and the disk.

One job runs at a time, the others wait their turn; each can be cancelled. Signals reach the window
in its own thread.
"""

import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from workbench.domain.errors import UserError
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import TaskCancelled, Worker

Start = Callable[[Worker], LongVerb[Any]]
Then = Callable[[Any], None]


class Jobs(QObject):
    """Runs long verbs one after another in a thread of its own, with one worker process."""

    progressed = Signal(str, object)  # name, Progress
    finished = Signal(str, object, object)  # name, report, what follows
    refused = Signal(object)  # UserError
    failed = Signal(str, str)  # name, what went wrong

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker()
        self._waiting: queue.SimpleQueue[tuple[str, Start, Then | None] | None] = (
            queue.SimpleQueue()
        )
        self._cancelled = threading.Event()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._unfinished = 0
        self.finished.connect(self._on_finished)

    def run(self, name: str, start: Start, *, then: Then | None = None) -> None:
        """Run a long verb when its turn comes; `start` gets the worker to use.

        `then` gets the report, in the window's thread, unless the job failed or was cancelled.
        """
        if self._thread is None:
            self._closing.clear()
            self._thread = threading.Thread(target=self._serve, name="jobs", daemon=True)
            self._thread.start()
        self._unfinished += 1
        self._waiting.put((name, start, then))

    def busy(self) -> bool:
        """Whether a job is at work or waits its turn."""
        return self._unfinished > 0

    def cancel(self) -> None:
        """Stop the job in hand; what it committed stays."""
        self._cancelled.set()
        self._worker.cancel()

    def close(self) -> None:
        """Stop everything and wait until it has stopped."""
        if self._thread is not None:
            self._closing.set()
            with contextlib.suppress(queue.Empty):
                while True:
                    self._waiting.get_nowait()
            self._waiting.put(None)
            self.cancel()
            self._worker.close()
            self._thread.join()
            self._thread = None
            self._worker.close()  # a job that began meanwhile may have started it again

    def _serve(self) -> None:
        while (job := self._waiting.get()) is not None:
            self._cancelled.clear()
            self._run(*job)

    def _run(self, name: str, start: Start, then: Then | None) -> None:
        report: object = None
        try:
            report = self._followed(name, start(self._worker))
        except TaskCancelled:
            pass
        except UserError as error:
            self.refused.emit(error)
        except Exception as error:
            logging.getLogger(__name__).exception("The job %s failed", name)
            self.failed.emit(name, f"{type(error).__name__}: {error}")
        self.finished.emit(name, report, then)

    def _on_finished(self, _name: str, report: object, then: Then | None) -> None:
        """Go on with what follows a job that came to its end."""
        self._unfinished -= 1
        if then is not None and report is not None:
            then(report)

    def _followed(self, name: str, verb: LongVerb[Any]) -> object:
        """Run a verb to its end, or close it where it is cancelled."""
        while True:
            try:
                progress: Progress = next(verb)
            except StopIteration as end:
                return end.value
            self.progressed.emit(name, progress)
            if self._cancelled.is_set() or self._closing.is_set():
                verb.close()
                raise TaskCancelled
