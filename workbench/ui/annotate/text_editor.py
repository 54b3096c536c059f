"""An editor for a text in which every character counts.

What Qt calls plain text is not what was put in: `toPlainText()` turns no-break spaces into blanks
and line separators into line ends, and so does what is copied. The raw text of the document keeps
all of them, with U+2029 for line ends, which no canonical text holds. Positions are translated here
between Qt's UTF-16 units and code points.
"""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from workbench.domain.offsets import Utf16Map
from workbench.domain.span import Span
from workbench.ui.pane.typography import Look, reading_face, typography

_MARGIN = 24  # pixels
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TextEditor(QPlainTextEdit):
    """Edits a text, set like the one that is read; Ctrl+Enter applies, Escape leaves."""

    applied = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = 0
        self._text: str | None = None  # while it is known: a long one takes a while to be read
        self._units: Utf16Map | None = None
        self.textChanged.connect(self._forget)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Text to correct"))

    def show_text(self, text: str, *, caret: int, look: Look) -> None:
        """Edit this text from now on, set as the reader chose."""
        self._measure = typography(look).measure
        self.setStyleSheet(
            f'QPlainTextEdit {{ font-family: "{reading_face(look.typeface)}";'
            f" font-size: {look.points}pt;"
            " border: none; border-radius: 0; padding: 0; background: palette(base); }"
        )
        self._keep_measure()
        self.setPlainText(text)
        self.choose(Span(caret, caret))

    def text(self) -> str:
        """The text as it is now, to the character."""
        if self._text is None:
            self._text = _lines(self.document().toRawText())
        return self._text

    def _forget(self) -> None:
        self._text = self._units = None

    def choose(self, span: Span) -> None:
        """Select a span, in sight."""
        units = self._units = self._units or Utf16Map(self.text())
        cursor = self.textCursor()
        cursor.setPosition(units.to_units(span.start))
        cursor.setPosition(units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def _keep_measure(self) -> None:
        """Keep lines as long as those that are read."""
        side = max(_MARGIN, (self.width() - self._measure) // 2)
        self.setViewportMargins(side, _MARGIN, side, 0)

    # --- Qt

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected to the character."""
        data = QMimeData()
        data.setText(_lines(self.textCursor().selectedText()))
        return data

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter and Escape before the window's commands of these keys."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply, leave, or type; a line end is one whatever is held with it."""
        if not _is_own(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.applied.emit()
        else:
            self.insertPlainText("\n")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure."""
        self._keep_measure()
        super().resizeEvent(event)


def _is_own(event: QEvent) -> bool:
    """Whether a key is Escape, or Enter with a modifier, which means another thing here."""
    if not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and bool(held))


def _lines(raw: str) -> str:
    """A document's raw text with the line ends of canonical text."""
    return raw.replace("\u2029", "\n")
