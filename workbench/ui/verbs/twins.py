"""Near-duplicates are looked for beside the window, once articles came in and hands rest.

After an import at once; after anything else that changed a text, such as a correction or another
process, in a quiet moment, since nobody waits for it.
"""

from PySide6.QtCore import QTimer

from workbench.domain.changes import Changes, RowChange
from workbench.operations import twins
from workbench.store.twins import TABLE
from workbench.ui.session import Session
from workbench.ui.window import Window

IDLE = 5_000  # milliseconds without a change of texts
_BRINGING = ("import", "merge", "sample")  # jobs that bring articles


class TwinVerbs:
    """Keeps the groups of near-duplicates true."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._idle = QTimer(window)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self._find)
        window.session_shown.connect(self._on_session_shown)
        window.jobs.finished.connect(self._on_finished)

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
            )

    def _tell(self, session: Session, *, found: bool) -> None:
        """Let all views know; the journal says nothing of what follows from the texts."""
        if found and session is self._window.session:
            session.changed.emit(Changes("twins", (RowChange(TABLE, "", ""),)))
