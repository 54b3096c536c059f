"""Near-duplicates: looked for beside the window, and given what was marked in one of them.

They are looked for after an import at once; after anything else that changed a text, such as a
correction or another process, in a quiet moment, since nobody waits for it. Whatever else is asked
for meanwhile goes first.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes, RowChange
from workbench.domain.errors import UserError
from workbench.operations import twins
from workbench.store.twins import TABLE
from workbench.ui.farewell import part_with
from workbench.ui.language import number, translate
from workbench.ui.messages import sentence
from workbench.ui.session import Session
from workbench.ui.window import Window

if TYPE_CHECKING:
    from workbench.operations.carrying import Plan

IDLE = 5_000  # milliseconds without a change of texts
_BRINGING = ("import", "merge", "sample")  # jobs that bring articles


class TwinVerbs:
    """Keeps the groups of near-duplicates true, and carries annotations over."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._idle = QTimer(window)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self._find)
        window.session_shown.connect(self._on_session_shown)
        window.jobs.finished.connect(self._on_finished)

    def carry_to_twins(self) -> None:
        """Carry what the person marked in the article in hand over to its near-duplicates."""
        from workbench.operations import carrying  # noqa: PLC0415

        session = self._window.session
        if session is None or not session.article:
            return
        project, who, article = session.project, session.annotator, session.article
        self._window.jobs.run(
            "align",
            lambda worker: carrying.preview(project, annotator=who, article=article, worker=worker),
            then=lambda plan: self._show(session, who, plan),
        )

    def _show(self, session: Session, who: Annotator, plan: "Plan") -> None:
        """Show what would be carried over, and do it where that is wanted."""
        from workbench.operations import carrying  # noqa: PLC0415
        from workbench.ui.twins_dialog import TwinsDialog  # noqa: PLC0415

        if session is not self._window.session:
            return
        if not plan.shares:
            error = UserError("operations.no_twins", title=plan.article.title)
            self._window.message.say(sentence(error))
            return
        dialog = TwinsDialog(plan, session.scheme, self._window)
        agreed = self._window.ask.answered(dialog)
        part_with(dialog)
        if agreed and plan:
            self._window.jobs.run(
                "carry",
                lambda _: carrying.carry(session.project, annotator=who, plans=[plan]),
                then=lambda articles: self._tell_carried(plan, articles),
            )

    def _tell_carried(self, plan: "Plan", articles: int) -> None:
        from workbench.ui.twins_dialog import counted  # noqa: PLC0415

        told = translate("TwinVerbs", "Carried over to near-duplicates: {}.")
        self._window.message.say(f"{told.format(number(articles))} {counted(plan)}")

    def _on_session_shown(self, session: Session) -> None:
        session.changed.connect(self._on_changed)
        self._idle.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("article"):
            self._idle.start()

    def _on_finished(self, name: str, report: object) -> None:
        if name in _BRINGING and report is not None:
            self._find()

    def _find(self) -> None:
        """Compare what was not compared yet."""
        self._idle.stop()
        session = self._window.session
        if session is not None:
            project = session.project
            self._window.jobs.run(
                "twins",
                lambda worker: twins.find(project, worker=worker),
                then=lambda found: self._tell(session, found=found),
                patient=True,
            )

    def _tell(self, session: Session, *, found: bool) -> None:
        """Let all views know; the journal says nothing of what follows from the texts."""
        if found and session is self._window.session:
            session.changed.emit(Changes("twins", (RowChange(TABLE, "", ""),)))
