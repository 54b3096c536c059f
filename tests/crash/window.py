"""A person at the window, who marks, decides, takes back and goes on, and says what was done.

The window is the real one without a screen, and is used by its keys. An act counts as shown once
the session has told of it; its step is said then, and must be in the file whatever comes after.
Another comes for one thing that takes long, agrees to all that is asked, and goes.
"""

import random
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from workbench.domain.changes import Changes
from workbench.domain.span import Span
from workbench.operations import backups
from workbench.store.project import Project
from workbench.ui.application import Program, make_window, tune_python
from workbench.ui.ask import Ask
from workbench.ui.session import Session
from workbench.ui.window import Window

_KEYS = {
    "mark": ("E", "1", "Escape"),
    "claim": ("C", "1", "Escape", "Escape"),
    "accept": ("Tab", "Return", "Escape"),
    "reject": ("Tab", "Backspace", "Escape"),
    "delete": ("N", "Del"),
    "move": ("N", "K", "Escape"),
    "everywhere": ("O",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y",),
    "next": ("Ctrl+PgDown",),
    "done": ("Ctrl+Return", "Ctrl+Return"),
}
_CARE: Mapping[str, Callable[[Project], object]] = {  # what is done while nobody works
    "checkpoint": Project.checkpoint,
    "backup": backups.keep,
}
TOLD = "told"
_SELECTING = {"mark", "claim", "everywhere"}


def at_work(path: Path, seed: int) -> Callable[[], None]:
    """Somebody who works in a project until the end comes, as a program to be run."""

    def run() -> None:
        tune_python()
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        person = Person(make_window(app, "light"), random.Random(seed))  # noqa: S311  (not secret)
        person.open(path)
        app.exec()

    return run


def having_done(command: str, files: Sequence[str]) -> Callable[[], None]:
    """Somebody who opens the first of some files, does one thing with the others, and goes."""

    def run() -> None:
        tune_python()
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        program = make_window(app, "light")
        errand = Errand(program.window, [Path(file) for file in files[1:]])
        program.window.show()
        program.projects.open_path(Path(files[0]))
        errand.do(command)
        app.exec()

    return run


class Agreeing(Ask):
    """Answers for a person who agrees to everything and picks some files."""

    def __init__(self, parent: QWidget, files: list[Path]) -> None:
        super().__init__(parent)
        self._files = files

    def files_to_import(self) -> list[Path]:
        return self._files

    def copies_to_merge(self) -> list[Path]:
        return self._files

    def answered(self, dialog: QDialog) -> bool:
        return bool(dialog)


class Errand(QObject):
    """One thing that is done in the window, told once nothing is left to do; then it closes."""

    def __init__(self, window: Window, files: list[Path]) -> None:
        super().__init__(window)
        self._window = window
        window.ask = Agreeing(window, files)
        window.jobs.finished.connect(lambda *_: QTimer.singleShot(0, self._leave))
        window.session_shown.connect(self._want_no_suggestions)

    def do(self, command: str) -> None:
        """Do it; without a command it was the opening."""
        if command:
            self._window.dispatch.say(command)
        else:
            QTimer.singleShot(0, self._leave)

    def _leave(self) -> None:
        if not self._window.jobs.busy():
            say(TOLD)
            self._window.close()

    def _want_no_suggestions(self, session: Session) -> None:
        """Let nothing read the article in hand: it would come to more or less at random."""
        for signal in (session.article_changed, session.changed):
            signal.connect(lambda _: self._window.reading.cancel("suggest"))


class Person:
    """Acts in the window at random, one act each time that it is idle."""

    def __init__(self, program: Program, chance: random.Random) -> None:
        self.program = program
        self._chance = chance
        self._timer = QTimer(program.window)
        self._timer.timeout.connect(self.act)

    @property
    def window(self) -> Window:
        return self.program.window

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    def open(self, path: Path) -> None:
        """Open a project and begin."""
        self.window.show()
        self.window.activateWindow()
        self.program.projects.open_path(path)
        self.session.changed.connect(say_done)
        say("begun")
        self._timer.start(0)

    def act(self) -> None:
        """Do one thing or another."""
        verb = self._chance.choice((*_KEYS, "mark", "accept", *_CARE))
        if verb in _CARE:
            _CARE[verb](self.session.project)
            return
        if verb in _SELECTING:
            self.select()
        press(self.pane, _KEYS[verb])
        if verb == "everywhere":
            press(QApplication.focusWidget() or self.pane, ("Return",))
        self.pane.setFocus()

    @property
    def pane(self) -> QWidget:
        assert self.window.workspace is not None
        return self.window.workspace.pane

    def select(self) -> None:
        """Select some word of the article."""
        assert self.window.workspace is not None
        pane = self.window.workspace.pane
        words = pane.text().split()
        word = self._chance.choice(words)
        start = pane.text().index(word)
        pane.select(Span(start, start + len(word)))


def press(widget: QWidget, keys: Sequence[str]) -> None:
    """Press keys, each as in "Ctrl+K"."""
    for key in keys:
        QTest.keySequence(widget, QKeySequence(key))


def say_done(changes: Changes) -> None:
    """Say the step of an act that is shown."""
    if changes.step:
        say(f"done {changes.step}")


def say(what: str) -> None:
    """Say something at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()
