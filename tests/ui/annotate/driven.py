"""The real window on a small article, for tests that drive it and ask the project afterwards."""

import functools
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Annotator
from workbench.domain.span import Span
from workbench.domain.suggester_source import NEWS_EN
from workbench.operations import importing, people, projects
from workbench.operations.progress import finish
from workbench.store import annotations, articles, suggestions
from workbench.store.project import Project
from workbench.ui.annotate.workspace import Workspace
from workbench.ui.application import Program, make_window
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.session import Session

ARTICLE = """Harbour stays closed

Mayor Ilse Varn spoke 🙂 first. “The harbour is closed,” Varn said on Monday. Officials of the port
agreed. Bo Reed blamed the Coast Guard for the collapse of the talks.
"""


@dataclass(frozen=True)
class Driven:
    """The window, and short words for what a test does to it."""

    program: Program

    @property
    def session(self) -> Session:
        session = self.program.window.session
        assert session is not None
        return session

    @property
    def workspace(self) -> Workspace:
        workspace = self.program.window.workspace
        assert workspace is not None
        return workspace

    @property
    def pane(self) -> ReadingPane:
        return self.workspace.pane

    @property
    def project(self) -> Project:
        return self.session.project

    def keys(self, *keys: str) -> None:
        """Press keys in the reading pane, each as in "Ctrl+K"."""
        for key in keys:
            QTest.keySequence(self.pane, QKeySequence(key))

    def select(self, words: str) -> None:
        """Select words, as a sweep over them does."""
        start = self.pane.text().index(words)
        self.pane.select(Span(start, start + len(words)))

    def mark(self, words: str, *keys: str) -> Annotation:
        """Select words, press keys, and let go; returns the annotation of the words."""
        self.select(words)
        self.keys(*keys, "Escape")
        (found,) = (a for a in self.marked() if a.quote == words)
        return found

    def marked(self) -> list[Annotation]:
        """The person's annotations as they are in the project."""
        who = self.session.annotator.id
        return annotations.of_article(self.project, self.session.article, annotator=who)

    def relations(self) -> list[Relation]:
        """The person's relations as they are in the project."""
        who = self.session.annotator.id
        return annotations.relations_of_article(self.project, self.session.article, annotator=who)

    def close(self) -> None:
        self.program.window.close()


def drive(qtbot: QtBot, folder: Path, text: str = ARTICLE) -> Driven:
    """Open the window on a new project with one article, which no suggester has to read."""
    path = folder / "p.workbench"
    path.write_bytes(_project_with(text))
    return open_again(qtbot, path)


@functools.cache
def _project_with(text: str) -> bytes:
    """The file of such a project, imported once by each process that runs tests."""

    def fill(project: Project) -> None:
        bring_in(project, [text], people.annotator_named(project, "ann"))
        leave_unread(project)

    return file_of(fill)


def file_of(fill: Callable[[Project], None]) -> bytes:
    """The file of a new project once it was filled and closed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.workbench"
        with closing(projects.create(path)) as project:
            fill(project)
        return path.read_bytes()


def bring_in(project: Project, texts: Sequence[str], who: Annotator) -> list[str]:
    """Import texts from files, as anybody would; returns the ids of all articles."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.txt" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
        finish(importing.import_paths(project, files, annotator=who))
    return [article.id for article in articles.list_articles(project)]


def leave_unread(project: Project) -> None:
    """Let no suggester read what is there."""
    with project.transaction("suggest", person="", kind="record") as transaction:
        known = [article.id for article in articles.list_articles(project)]
        suggestions.mark_seen(transaction, known, NEWS_EN.name, "0")


def open_again(qtbot: QtBot, path: Path, *, size: tuple[int, int] | None = (1300, 800)) -> Driven:
    """Open the window on a project, as the program does; without a size, in the one it kept."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    program = make_window(app, "light")
    qtbot.addWidget(program.window)
    if size:
        program.window.resize(*size)
    with qtbot.waitExposed(program.window):
        program.window.show()
    program.projects.open_path(path)
    return Driven(program)
