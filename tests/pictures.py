"""The pictures of the manual: QT_QPA_PLATFORM=offscreen python -m tests.pictures [--only NAME…]

A program makes them, from the sample project in the real window, so that they show what is there
now: each scene in light and in dark. It also draws the ticks of the style sheet, which can only
name a file, as `workbench.ui.ticks` paints them.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import CHECKOUT
from workbench.domain.annotator import Annotator
from workbench.operations import accepting_many, people, projects, sample, statuses
from workbench.operations.accepting_many import Wanted
from workbench.operations.progress import finish
from workbench.store import articles
from workbench.store.project import Project
from workbench.ui.application import make_window
from workbench.ui.corpus.workspace import CorpusWorkspace
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.review.workspace import ReviewWorkspace
from workbench.ui.scheme.editor import SchemeEditor
from workbench.ui.theme import DARK, LIGHT
from workbench.ui.ticks import SIZE as SIDE
from workbench.ui.ticks import paint_mark
from workbench.ui.window import Window

PICTURES = CHECKOUT / "resources" / "manual" / "pictures"
ICONS = CHECKOUT / "resources" / "icons"
THEMES = ("light", "dark")
SIZE = (1240, 760)
EDITOR = (980, 720)  # which the screen of the offscreen platform is too small for
_PATIENCE = 60_000  # milliseconds
_SETTLED = 400  # milliseconds after the last act
_READER = "cy"  # whose account it is
_WORK = (("ann", 0.5), ("bo", 0.7))  # who took all suggestions that are at least so sure

Scene = Callable[[Window], QWidget]


def annotate(window: Window) -> QWidget:
    """The window at work, with a mark in hand."""
    session = window.session
    assert session is not None
    session.become(people.annotator_named(session.project, "ann"))
    session.open_article(articles.list_articles(session.project)[-1].id)
    QTest.qWait(_SETTLED)
    pane_of(window).next_mark(1, "annotation")
    return window


def suggestion(window: Window) -> QWidget:
    """A ghost in hand, with the reason for it at the right."""
    window.dispatch.say("next_ghost")
    return window


def attributes(window: Window) -> QWidget:
    """What a claim needs, asked for."""
    select(window, "The quay will not survive another winter")
    press(window, "C", "1")
    return window


def occurrences(window: Window) -> QWidget:
    """Every place of a name."""
    select(window, "Varn")
    press(window, "E", "1", "Escape", "O")
    return window


def search(window: Window) -> QWidget:
    """Words found in all articles."""
    window.dispatch.say("find_everywhere")
    found = window.focusWidget()
    assert found is not None
    QTest.keyClicks(found, "union")
    return window


def scheme(window: Window) -> QWidget:
    """The editor of the scheme."""
    window.dispatch.say("edit_scheme")
    editor = window.findChild(SchemeEditor)
    assert editor is not None
    editor.resize(*EDITOR)
    return editor


def review(window: Window) -> QWidget:
    """What two people agree on, and where they differ."""
    session = window.session
    assert session is not None
    reviewer = people.annotator_named(session.project, "rev", role="reviewer")
    session.become(reviewer)
    window.dispatch.say("show_review")
    room = window.rooms.currentWidget()
    assert isinstance(room, ReviewWorkspace)
    measured = QEventLoop()
    room.desk.measured.connect(measured.quit)
    QTimer.singleShot(_PATIENCE, measured.quit)
    measured.exec()
    return window


def corpus(window: Window) -> QWidget:
    """What two people marked, by label."""
    session = window.session
    assert session is not None
    session.become(people.annotator_named(session.project, "rev", role="reviewer"))
    window.dispatch.say("show_corpus")
    room = window.rooms.currentWidget()
    assert isinstance(room, CorpusWorkspace)
    counted = QEventLoop()
    room.tally.counted.connect(counted.quit)
    QTimer.singleShot(_PATIENCE, counted.quit)
    counted.exec()
    return window


SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (annotate, suggestion, attributes, occurrences, search, scheme, review, corpus)
}


def _rest(window: Window) -> None:
    """Wait until all is done that was begun, and shown."""
    QTest.qWait(_SETTLED)
    while any(jobs.busy() for jobs in (window.jobs, window.lookups, window.reading)):
        QTest.qWait(_SETTLED)


@dataclass(frozen=True)
class Studio:
    """A sample project on which two people worked; each picture is taken of a copy of its own."""

    project: Path

    def shoot(self, name: str, theme: str, out: Path) -> None:
        """Write the picture of a scene."""
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        program = make_window(app, theme)
        window = program.window
        window.resize(*SIZE)
        window.show()
        program.projects.open_path(self._copied(f"{name}-{theme}"))
        _rest(window)
        shown = SCENES[name](window)
        _rest(window)
        shown.grab().save(str(out), "PNG")
        if shown is not window:
            shown.close()
        window.close()

    def _copied(self, folder: str) -> Path:
        """The project as it was prepared, under the same name."""
        copy = self.project.parent / folder / self.project.name
        copy.parent.mkdir()
        shutil.copy(self.project, copy)
        return copy


@contextmanager
def studio(folder: Path) -> Iterator[Studio]:
    """Prepare the sample in a folder."""
    os.environ |= {"WORKBENCH_HOME": str(folder / "home"), "LOGNAME": _READER}
    made = Path(sample.prepare(folder, user="ann")["project"])
    project = projects.open_(made)
    first = next(a.id for a in articles.list_articles(project) if a.title.startswith("Read me"))
    for name, least in _WORK:
        who = people.annotator_named(project, name)
        for article in articles.list_articles(project):
            if article.id != first:
                work(project, who, article.id, least)
    project.close()
    yield Studio(made)


def work(project: Project, who: Annotator, article: str, least: float) -> None:
    """Take all suggestions of an article that are so sure, and have done with it."""
    wanted = Wanted(least=least, article=article)
    finish(accepting_many.accept_above(project, annotator=who, wanted=wanted))
    layers = ["entity", "claim", "event", "framing"]
    statuses.mark_done(project, annotator=who, article=article, layers=layers)


def pane_of(window: Window) -> ReadingPane:
    """The reading pane of the room in which people annotate."""
    assert window.workspace is not None
    return window.workspace.pane


def select(window: Window, words: str) -> None:
    """Select the first place of some words."""
    pane = pane_of(window)
    start = pane.text().index(words)
    pane.place_caret(start)
    for _ in words.split():
        QTest.keySequence(pane, QKeySequence("Shift+Right"))


def press(window: Window, *keys: str) -> None:
    """Press keys in the reading pane."""
    for key in keys:
        QTest.keySequence(pane_of(window), QKeySequence(key))


def draw_ticks(folder: Path) -> None:
    """Write the tick of each theme, for screens of one and of two pixels a point."""
    for theme, tokens in zip(THEMES, (LIGHT, DARK), strict=True):
        for scale, sharp in ((1, ""), (2, "@2x")):
            image = QImage(QSize(12, 12) * scale, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            paint_mark(painter, QRect(-1, -1, SIDE, SIDE), QColor(tokens.accent_text))
            painter.end()
            image.save(str(folder / f"tick-{theme}{sharp}.png"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the pictures that are asked for, else all."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("--only", nargs="+", choices=SCENES, default=list(SCENES))
    asked = parser.parse_args(arguments)
    PICTURES.mkdir(exist_ok=True)
    draw_ticks(ICONS)
    with tempfile.TemporaryDirectory() as folder, studio(Path(folder)) as made:
        for name in asked.only:
            for theme in THEMES:
                made.shoot(name, theme, PICTURES / f"{name}-{theme}.png")


if __name__ == "__main__":
    main()
