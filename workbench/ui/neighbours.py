"""Copies that come to lie beside a project while it is open, as where a service synchronises it.

The system tells when names come and go in a folder, so that nothing is looked up while none does;
the folder is read beside the window, since there may be very many files in it. What came is named
until it is gone or the project closes: a question would take the keys from whoever is writing, and
the next opening asks whether to merge.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from workbench.operations import places
from workbench.operations.progress import LongVerb, Progress
from workbench.ui.jobs import Jobs

SETTLED = 500  # milliseconds without another name, after which a folder is read


class Neighbours(QObject):
    """Watches for copies of a project that a service sets aside beside it."""

    changed = Signal(list)  # Paths of those that came since the project was opened

    def __init__(self, path: Path, before: Iterable[Path], lookups: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._lookups = path, lookups
        self._before = frozenset(before)
        self._shown: list[Path] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED)
        self._soon.timeout.connect(self._look)
        self._watcher = QFileSystemWatcher([str(path.resolve().parent)], self)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())

    def close(self) -> None:
        """Watch no more; said again, it changes nothing."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._soon.stop()

    def _look(self) -> None:
        self._lookups.run("neighbours", lambda _: _set_aside(self._path), then=self._compare)

    def _compare(self, found: list[Path]) -> None:
        new = [each for each in found if each not in self._before]
        if new != self._shown:
            self._shown = new
            self.changed.emit(new)


def _set_aside(path: Path) -> LongVerb[list[Path]]:
    yield Progress(0, 0)
    return places.set_aside(path)
