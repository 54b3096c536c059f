"""What the store needs in quiet moments, in its own thread: a check, reading, packing, backups.

At the end it backs up once more, if anything was done, and the copy does not take minutes as that
of a large project does. A check or a copy that is still under way then is broken off, and one that
an act began with as well where it would take minutes.

Reading what came in into the full-text index, packing old entries of the journal, and moving the
write-ahead log into the file take longer than a key press may, so they wait until nobody has
changed anything for a while; reading and packing stop half-way when somebody does. Only the log is
drained meanwhile, beside whoever works on and on: it would grow by some forty kilobytes an act.
"""

import logging
import queue
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.errors import UserError
from workbench.operations import backups, compacting, searching
from workbench.operations.progress import LongVerb
from workbench.store import checking
from workbench.store.halting import Halt, HaltedError
from workbench.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

IDLE = 5_000  # milliseconds without a change
BACKUP_EVERY = 900  # seconds, at the most often
PAUSE = 20  # times as long as a backup took, until the next
QUICK = 200 << 20  # bytes that are copied while a window closes
DRAIN_EVERY = 10  # seconds, while somebody works


class Caretaker(QObject):
    """Looks after one open project until it is closed."""

    found = Signal(list)  # what the first check found wrong
    unable = Signal(object)  # UserError, told once, that no backup can be made

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self._on_idle)
        self._quiet = threading.Event()
        self._halt = Halt()
        self._backup_due = 0.0
        self._written = False
        self._told = False
        self._drain_due = 0.0
        self._thread = threading.Thread(target=self._serve, name="caretaker", daemon=True)
        self._thread.start()
        self._tasks.put(self._check)
        if not project.only_read:
            self._idle.start()

    def changed(self) -> None:
        """Something was written: wait for the next quiet moment."""
        self._written = True
        self._quiet.clear()
        self._idle.start()
        if time.monotonic() >= self._drain_due:
            self._drain_due = time.monotonic() + DRAIN_EVERY
            self._tasks.put(self._project.drain)

    def close(self) -> None:
        """Back up what was done, where that is quick, and stop."""
        self._idle.stop()
        self._quiet.clear()
        if self._written:
            self._tasks.put(self._back_up_at_the_end)
        self._tasks.put(None)
        self._halt.end(self._thread)
        if not self._is_quick():
            self._project.break_off()

    def _serve(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except HaltedError:
                pass
            except UserError as error:
                logging.getLogger(__name__).warning("%s", error)

    def _on_idle(self) -> None:
        self._quiet.set()
        self._tasks.put(lambda: self._while_quiet(searching.index_pending(self._project)))
        self._tasks.put(lambda: self._while_quiet(compacting.compact(self._project)))
        self._tasks.put(self._project.checkpoint)
        self._tasks.put(self._back_up)

    def _while_quiet(self, verb: LongVerb[Any]) -> None:
        """Go on with a long verb as long as nobody changes anything."""
        with closing(verb):
            while self._quiet.is_set() and next(verb, None) is not None:
                pass

    def _back_up(self) -> None:
        """Keep a backup, if the last one is older than a quarter of an hour, or took so long."""
        begun = time.monotonic()
        if self._quiet.is_set() and begun >= self._backup_due:
            try:
                backups.keep(self._project, halt=self._halt)
            except UserError:
                self._tell_once(UserError("operations.no_backup", path=self._project.path))
                raise
            self._told = False
            taken = time.monotonic() - begun
            self._backup_due = time.monotonic() + max(BACKUP_EVERY, PAUSE * taken)

    def _tell_once(self, error: UserError) -> None:
        """Say what is wrong, and no more until it went well again."""
        if not self._told:
            self._told = True
            self.unable.emit(error)

    def _back_up_at_the_end(self) -> None:
        """Keep a backup, unless the window would have to wait for it."""
        if self._is_quick():
            backups.keep(self._project)

    def _is_quick(self) -> bool:
        """Whether a copy of the project may take its time while a window closes."""
        return backups.size(self._project) <= QUICK

    def _check(self) -> None:
        problems = checking.quick_check(self._project, halt=self._halt)
        if problems:
            self.found.emit(problems)
