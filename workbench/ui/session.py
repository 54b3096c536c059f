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
from workbench.operations.progress import LongVerb
from workbench.operations.workers import Worker
from workbench.store import schemes
from workbench.store.project import Project
from workbench.store.undo import Way
from workbench.ui.caretaker import Caretaker
from workbench.ui.jobs import Jobs

NEWS_EVERY = 200  # milliseconds


class Session(QObject):
    """An open project as one person works on it; lives in the window's thread."""

    changed = Signal(object)  # domain Changes
    acted = Signal()  # the person did something, and was not refused
    turned = Signal(object)  # domain Changes, of an act taken back or done again
    refused = Signal(object)  # UserError
    warned = Signal(object)  # UserError, of what happened without anybody's doing
    replaced = Signal()  # another file took the place of the project's
    article_changed = Signal(str)
    annotator_changed = Signal()

    def __init__(self, project: Project, annotator: Annotator, parent: QObject) -> None:
        super().__init__(parent)
        self.project = project
        self.annotator = annotator
        self.article = ""
        self._at_place = True
        self._told: set[str] = set()  # own acts since the last look for news
        self._scheme: Scheme | None = None
        # The first to hear of a change, so that every view finds the scheme as it is now.
        self.changed.connect(self._forget_scheme)
        self.changed.connect(self._follow_person)
        self._caretaker = Caretaker(project, self)
        self._caretaker.found.connect(self._on_damage)
        self._caretaker.unable.connect(self.warned)
        self.changed.connect(lambda _: self._caretaker.changed())
        self.acts = Jobs(self)
        self.acts.refused.connect(self.refused)
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
        if self.waits():
            return None
        try:
            changes = operation(self.project, annotator=self.annotator, **arguments)
        except UserError as error:
            self.refused.emit(error)
            return None
        self._tell(changes)
        return changes

    def carry_out(
        self,
        name: str,
        start: Callable[[Worker], LongVerb[Changes]],
        *,
        long: bool,
        then: Callable[[Changes], object] = lambda _: None,
    ) -> None:
        """Run an act of the person's that may be large, and tell everyone.

        `start` gets a worker to use. One that is `long` runs beside the window, as a job of that
        name, and nothing else can be done meanwhile: the file takes one writer at a time.
        """
        if self.waits():
            return
        self.acts.run_or_finish(
            name, start, long=long, then=lambda changes: self._end(changes, then)
        )

    def waits(self) -> bool:
        """Whether a long act is at work, so that nothing else can be done now, which is told."""
        if self.acts.busy():
            self.refused.emit(UserError("ui.act_at_work"))
        return self.acts.busy()

    def undo(self) -> None:
        """Take the person's last act back."""
        self._turn("undo")

    def redo(self) -> None:
        """Do the person's act again that was taken back last."""
        self._turn("redo")

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
        """Tell everyone what background jobs and other processes committed.

        A long act of the person's tells itself when it ends.
        """
        if self.project.is_replaced():
            self.replaced.emit()
            return
        self._look_at_place()
        if self.acts.busy():
            return
        news = self.project.news(besides=self._told)
        if news:
            self.changed.emit(joined(news))
        if not self.project.behind:
            self._told.clear()

    def _look_at_place(self) -> None:
        """Say when the file is deleted or moved, before anybody works on in vain."""
        at_place = self.project.is_at_place()
        if self._at_place and not at_place:
            self.refused.emit(UserError("store.gone", path=self.project.origin))
        self._at_place = at_place

    def close(self) -> None:
        """Close the project whole."""
        self._timer.stop()
        self.acts.close()
        self._caretaker.close()
        self.project.close()

    def _turn(self, way: Way) -> None:
        project, who = self.project, self.annotator
        self.carry_out(
            way,
            lambda _: undoing.turning(project, annotator=who, way=way),
            long=undoing.takes_long(project, annotator=who, way=way),
            then=self.turned.emit,
        )

    def _end(self, changes: Changes, then: Callable[[Changes], object]) -> None:
        self._tell(changes)
        then(changes)

    def _tell(self, changes: Changes) -> None:
        """Tell everyone what the person did."""
        self.acted.emit()
        if changes:
            self._told.add(changes.step)
            self.changed.emit(changes)

    def _forget_scheme(self, changes: Changes) -> None:
        if changes.touches("scheme"):
            self._scheme = None

    def _follow_person(self, changes: Changes) -> None:
        """Go on under the person's other id, where a merge made one of two people of one name."""
        if self.annotator.id in changes.gone("annotator"):
            self.become(people.annotator_named(self.project, self.annotator.name))

    def _on_damage(self, _problems: list[str]) -> None:
        self.warned.emit(UserError("store.damaged", path=self.project.path))
