"""What the store needs in quiet moments, in a thread of its own: checkpoints and a first check.

Moving the write-ahead log into the file takes longer than a key press may, so it waits until nobody
has changed anything for a while.
"""

import logging
import queue
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.errors import UserError
from workbench.store import checking
from workbench.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

IDLE = 5_000  # milliseconds without a change


class Caretaker(QObject):
    """Looks after one open project until it is closed."""

    found = Signal(list)  # what the first check found wrong

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(lambda: self._tasks.put(project.checkpoint))
        self._thread = threading.Thread(target=self._serve, name="caretaker", daemon=True)
        self._thread.start()
        self._tasks.put(self._check)

    def changed(self) -> None:
        """Something was written: wait for the next quiet moment."""
        self._idle.start()

    def close(self) -> None:
        """Finish what is begun, and stop."""
        self._idle.stop()
        self._tasks.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except UserError as error:
                logging.getLogger(__name__).warning("%s", error)

    def _check(self) -> None:
        problems = checking.quick_check(self._project)
        if problems:
            self.found.emit(problems)
