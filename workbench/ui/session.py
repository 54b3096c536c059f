"""What the window is working on: project, person, scheme and the article in hand.

`changed` is the one signal that tells views what to read again, whoever made the change: this
window, its own background jobs, or another process. Nothing else passes between views.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes, joined
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.operations import people, undoing
from workbench.store import schemes
from workbench.store.project import Project
from workbench.ui.caretaker import Caretaker

NEWS_EVERY = 200  # milliseconds


class Session(QObject):
    """An open project as one person works on it; lives in the window's thread."""

    changed = Signal(object)  # domain Changes
    acted = Signal()  # the person did something, and was not refused
    turned = Signal(object)  # domain Changes, of an act taken back or done again
    refused = Signal(object)  # UserError
    article_changed = Signal(str)
    annotator_changed = Signal()

    def __init__(self, project: Project, annotator: Annotator, parent: QObject) -> None:
        super().__init__(parent)
        self.project = project
        self.annotator = annotator
        self.article = ""
        self._told: set[str] = set()  # own acts since the last look for news
        self._scheme: Scheme | None = None
        # The first to hear of a change, so that every view finds the scheme as it is now.
        self.changed.connect(self._forget_scheme)
        self.changed.connect(self._follow_person)
        self._caretaker = Caretaker(project, self)
        self._caretaker.found.connect(self._on_damage)
        self.changed.connect(lambda _: self._caretaker.changed())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_for_news)
        self._timer.start(NEWS_EVERY)

    @property
    def scheme(self) -> Scheme:
        """The project's scheme, read again once somebody changed it."""
        if self._scheme is None:
            self._scheme = schemes.read_scheme(self.project)
        return self._scheme

    def do(self, operation: Callable[..., Changes], **arguments: Any) -> Changes | None:  # noqa: ANN401  (whatever the operation takes)
        """Run one operation of the person's and tell everyone; None where it was refused."""
        try:
            changes = operation(self.project, annotator=self.annotator, **arguments)
        except UserError as error:
            self.refused.emit(error)
            return None
        self.acted.emit()
        if changes:
            self._told.add(changes.step)
            self.changed.emit(changes)
        return changes

    def undo(self) -> None:
        """Take the person's last act back."""
        self._turn(undoing.undo)

    def redo(self) -> None:
        """Do the person's act again that was taken back last."""
        self._turn(undoing.redo)

    def open_article(self, article: str) -> None:
        """Take an article in hand."""
        if article != self.article:
            self.article = article
            self.article_changed.emit(article)

    def become(self, annotator: Annotator) -> None:
        """Go on as another person."""
        self.annotator = annotator
        self.annotator_changed.emit()

    def look_for_news(self) -> None:
        """Tell everyone what background jobs and other processes committed."""
        news = self.project.news(besides=self._told)
        if news:
            self.changed.emit(joined(news))
        if not self.project.behind:
            self._told.clear()

    def close(self) -> None:
        """Close the project whole."""
        self._timer.stop()
        self._caretaker.close()
        self.project.close()

    def _turn(self, operation: Callable[..., Changes]) -> None:
        changes = self.do(operation)
        if changes:
            self.turned.emit(changes)

    def _forget_scheme(self, changes: Changes) -> None:
        if changes.touches("scheme"):
            self._scheme = None

    def _follow_person(self, changes: Changes) -> None:
        """Go on under the person's other id, where a merge made one of two people of one name."""
        if self.annotator.id in changes.gone("annotator"):
            self.become(people.annotator_named(self.project, self.annotator.name))

    def _on_damage(self, _problems: list[str]) -> None:
        self.refused.emit(UserError("store.damaged", path=self.project.path))
