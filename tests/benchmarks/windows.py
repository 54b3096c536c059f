"""The real window, and how long it takes until what an act changes has been painted."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, qInstallMessageHandler
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.ui.annotate.workspace import Workspace
from workbench.ui.application import Program, make_window, tune_python
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.session import Session

PATIENCE = 60.0  # seconds


class Shown:
    """An open window on a project."""

    def __init__(self, app: QApplication, program: Program) -> None:
        self._app = app
        self.program = program
        self._paints = Paints(self.pane)

    @property
    def workspace(self) -> Workspace:
        workspace = self.program.window.workspace
        assert workspace is not None
        return workspace

    @property
    def session(self) -> Session:
        session = self.program.window.session
        assert session is not None
        return session

    @property
    def pane(self) -> ReadingPane:
        return self.workspace.pane

    def painted(self, act: Callable[[], object]) -> float:
        """Seconds from before an act until the pane was painted after it."""
        self.settle()
        before = self._paints.number
        begun = time.perf_counter()
        act()
        while self._paints.number == before:
            self._app.processEvents()
            assert time.perf_counter() - begun < PATIENCE, "nothing was painted"
        return time.perf_counter() - begun

    def press(self, *keys: str) -> None:
        """Press keys in the reading pane."""
        for key in keys:
            QTest.keySequence(self.pane, QKeySequence(key))

    def settle(self) -> None:
        """Let everything happen that is under way, and what was to go be gone."""
        for _ in range(3):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Paints(QObject):
    """Counts how often the pane is painted."""

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane)
        self.number = 0
        pane.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count, and let the event go on."""
        if event.type() == QEvent.Type.Paint:
            self.number += 1
        return False


def application() -> QApplication:
    """The one application of this process, which keeps to itself what offscreen windows say."""
    qInstallMessageHandler(lambda *_: None)
    app = QApplication.instance() or QApplication(["benchmarks"])
    assert isinstance(app, QApplication)
    return app


@contextmanager
def shown(path: Path) -> Iterator[Shown]:
    """The window on a project, open for a while."""
    app = application()
    tune_python()
    program = make_window(app, "light")
    program.window.resize(1360, 860)
    program.window.show()
    program.projects.open_path(path)
    window = Shown(app, program)
    window.settle()
    try:
        yield window
    finally:
        program.window.close()
        program.window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
