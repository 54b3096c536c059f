"""What a suggester would find in the article in hand, looked for in a worker while it is made."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.suggester_source import SuggesterSource
from workbench.operations.previewing import Preview, preview
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.concordance import ConcordanceView, Row
from workbench.ui.jobs import Jobs
from workbench.ui.language import number
from workbench.ui.messages import sentence
from workbench.ui.session import Session

PREVIEWING = "preview"
_PAUSE = 150  # milliseconds without a key before it is looked for


class PreviewList(QWidget):
    """The places that would be found, and how many; or why none can be."""

    judged = Signal(bool)  # whether what was looked for can be kept

    def __init__(self, session: Session, lookups: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._lookups = session, lookups
        self._source: SuggesterSource | None = None
        self._told, self._list = plain_label("", "muted"), ConcordanceView(self)
        self._list.setAccessibleName(self.tr("What would be found in the article in hand"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._told)
        rows.addWidget(self._list, 1)

    def text(self) -> str:
        """What is said of what was found."""
        return self._told.text()

    def look_for(self, source: SuggesterSource | None) -> None:
        """Look for what a suggester would find, once the hand rests; for None, show nothing."""
        self._source = source
        self._lookups.cancel(PREVIEWING)
        self.judged.emit(False)
        self._pause.start()

    def _look(self) -> None:
        source, session = self._source, self._session
        if source is None or not session.article:
            self._list.concordance().show_rows([])
            self._told.setText("")
            self.judged.emit(source is not None)
            return
        project, article = session.project, session.article
        self._lookups.run(
            PREVIEWING,
            lambda worker: preview(project, source=source, article=article, worker=worker),
            then=lambda found: self._show(source, found),
        )

    def _show(self, source: SuggesterSource, found: Preview) -> None:
        if source is not self._source:
            return
        rows = [Row(self._session.article, span, context) for span, context in found.places]
        self._list.concordance().show_rows(rows)
        if found.refusal is not None:
            self._told.setText(sentence(found.refusal))
        else:
            told = self.tr("In the article in hand: {}").format(number(found.number))
            self._told.setText(told)
        self.judged.emit(found.refusal is None)
