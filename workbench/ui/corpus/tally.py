"""The counts that the Corpus workspace shows, counted anew while they are looked at.

Counting goes through the whole project, beside the window. So it is done only while the workspace
is in sight and something came in, and the longer it took, the longer it waits before the next time.
Who annotates sees their own work counted, since they are blind to that of others; who reviews, all.
"""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.counts import Counts
from workbench.operations import counting
from workbench.ui.jobs import Jobs
from workbench.ui.session import Session

_COUNTED = (
    *("annotation", "annotator", "article", "appearance", "assignment", "gold", "scheme"),
    *("suggestion_state", "suggester"),
)
_LEAST, _TIMES = 500, 10  # milliseconds between two counts; and how often a count fits between two
_JOB = "count"


class Tally(QObject):
    """Counts what one person may see."""

    counted = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.counts: Counts | None = None
        self._session = session
        self._jobs = jobs
        self._in_sight, self._stale, self._busy = False, True, False
        self._took = 0.0  # seconds
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count)
        session.changed.connect(self._on_changed)
        session.annotator_changed.connect(self._on_annotator_changed)
        jobs.finished.connect(self._on_finished)

    def sees_all(self) -> bool:
        """Whether everybody's work is counted."""
        return self._session.annotator.role == "reviewer"

    def _who(self) -> Annotator | None:
        """Whose work is counted; None where it is everybody's."""
        return None if self.sees_all() else self._session.annotator

    def look(self, *, in_sight: bool) -> None:
        """Count while somebody looks, and no more when nobody does."""
        self._in_sight = in_sight
        self._count_soon()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_COUNTED):
            self._stale = True
            self._count_soon()

    def _on_annotator_changed(self) -> None:
        """Show nobody what the person before them saw."""
        self.counts, self._stale = None, True
        self._jobs.cancel(_JOB)
        self.counted.emit()
        self._count_soon()

    def _count_soon(self) -> None:
        if self._in_sight and self._stale and not self._busy and not self._timer.isActive():
            wait = max(_LEAST, round(_TIMES * 1000 * self._took)) if self.counts else 0
            self._timer.start(wait)

    def _count(self) -> None:
        if not self._in_sight or self._busy:
            return
        project, who = self._session.project, self._who()
        self._stale, self._busy, began = False, True, time.monotonic()

        def take(counts: Counts) -> None:
            if who == self._who():  # else somebody else took over meanwhile
                self._took = time.monotonic() - began
                self.counts = counts
                self.counted.emit()

        self._jobs.run(_JOB, lambda _: counting.count(project, annotator=who), then=take)

    def _on_finished(self, name: str, _report: object) -> None:
        if name == _JOB:
            self._busy = False
            self._count_soon()
