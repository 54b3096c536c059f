"""The page to search from: a line to type in, where to look, and the places that were found.

It only shows and asks; what is found is put in by whoever listens (see `acts.searching`). While the
line has the focus, Return goes from place to place and Down goes into the list.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.concordance import ConcordanceView, Row
from workbench.ui.bars import ProgressLine
from workbench.ui.ticks import TickBox

WAIT = 150  # milliseconds after the last letter typed
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchPage(QFrame):
    """Asks for words, and shows where they stand."""

    asked = Signal()
    stepped = Signal(int)
    # Passed on here, since the jobs live longer than the page and whoever listens to it.
    job_ended = Signal(str, object)  # name, report

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._line = QLineEdit(self)
        self._line.setAccessibleName(self.tr("Words to find"))
        self._line.setClearButtonEnabled(True)
        self._line.installEventFilter(self)
        self._everywhere = TickBox(self.tr("In all articles"), self)
        self._told = plain_label("", "muted")
        self.list = ConcordanceView(self)
        self.list.setAccessibleName(self.tr("Places found"))
        self.progress = ProgressLine(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self.asked)
        self._line.textChanged.connect(lambda _: self._timer.start())
        self._everywhere.toggled.connect(self._on_everywhere_changed)
        self._lay_out()
        self._on_everywhere_changed()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        for part in (plain_label(self.tr("Search"), "section"), self._line, self._everywhere):
            layout.addWidget(part)
        layout.addWidget(self._told)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.progress)
        self.setFocusProxy(self._line)

    # --- what is asked

    def typed(self) -> str:
        """What is searched for."""
        return self._line.text().strip()

    def everywhere(self) -> bool:
        """Whether all articles are searched, and not only the one in hand."""
        return self._everywhere.isChecked()

    def begin(self, words: str, *, everywhere: bool) -> None:
        """Take words to search for, or keep those that stand there, ready to type over them."""
        self._everywhere.setChecked(everywhere)
        if words:
            self._line.setText(words)
        self._line.setFocus()
        self._line.selectAll()
        self.ask_now()

    def ask_now(self) -> None:
        """Ask without waiting for further letters."""
        self._timer.stop()
        self.asked.emit()

    # --- what is found

    def show_rows(self, rows: Iterable[Row], told: str) -> None:
        """Show these places and no others, with a word on how many there are."""
        self.list.concordance().show_rows(rows)
        self.tell(told)

    def tell(self, told: str) -> None:
        """Say how many places there are."""
        self._told.setText(told)

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from place to place, or into the list, while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _RETURN:
                self._on_return(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                self.list.step(1)
                return True
        return super().eventFilter(watched, event)

    def _on_return(self, direction: int) -> None:
        if self._timer.isActive():
            self.ask_now()
        self.stepped.emit(direction)

    def _on_everywhere_changed(self) -> None:
        self._line.setPlaceholderText(
            self.tr('Words, "a phrase", begin*, -without')
            if self.everywhere()
            else self.tr("Find in this article")
        )
        if self.typed():
            self.ask_now()
