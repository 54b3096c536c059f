"""The real window, and how long it takes until what an act changes has been painted."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from sqlalchemy import PoolProxiedConnection

from tests.benchmarks.measuring import Clock, waited
from tests.ui.annotate.driven import Driven
from workbench.store.project import Project
from workbench.ui.application import make_window, tune_python
from workbench.ui.ask import Ask
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.window import Window

PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Shown(Driven):
    """An open window on a project, with what is painted in it."""

    app: QApplication
    paints: "Paints"

    def painted(self, act: Callable[[], object], *, clock: Clock = time.perf_counter) -> float:
        """Seconds from before an act until the pane was painted after it, by a clock."""
        self.settle()
        before = self.paints.number
        late = time.monotonic() + PATIENCE
        begun = clock()
        act()
        while self.paints.number == before:
            self.app.processEvents()
            assert time.monotonic() < late, "nothing was painted"
        return clock() - begun

    def settle(self) -> None:
        """Let everything happen that is under way, and what was to go be gone."""
        for _ in range(3):
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
def timed_commits(project: Project) -> Iterator["Waits"]:
    """Watch how long the thread that commits to a project waits for the disk meanwhile."""
    dialect = project.engine.dialect
    waits = Waits(dialect.do_commit)
    dialect.do_commit = waits.commit  # type: ignore[method-assign]
    try:
        yield waits
    finally:
        del dialect.do_commit


class Waits:
    """The seconds for which commits have stood still: what they took beyond their thread's work."""

    def __init__(self, commit: Callable[[PoolProxiedConnection], None]) -> None:
        self.seconds = 0.0
        self._commit = commit

    def commit(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Commit, and add what that waited."""
        self.seconds += waited(lambda: self._commit(dbapi_connection))


@contextmanager
def shown(path: Path, *, ask: Callable[[Window], Ask] = Ask) -> Iterator[Shown]:
    """The window on a project, open for a while; `ask` makes who answers its questions."""
    app = application()
    tune_python()
    program = make_window(app, "light")
    program.window.ask = ask(program.window)
    program.window.resize(1360, 860)
    program.window.show()
    program.projects.open_path(path)
    late = time.monotonic() + PATIENCE
    while program.window.session is None:  # a large file from elsewhere is looked through first
        app.processEvents()
        assert time.monotonic() < late, "the project was not opened"
    window = Shown(program, app, Paints(Driven(program).pane))
    window.settle()
    try:
        yield window
    finally:
        program.window.close()
        program.window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
