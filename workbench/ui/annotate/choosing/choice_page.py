"""What the chooser offers at one time: a row for each answer, and a guideline below them."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.ui.annotate.choosing.choice_row import ChoiceRow
from workbench.ui.annotate.choosing.keys import Choice, Question

Offered = tuple[str, str, str, str]  # a layer: its id, key, name and colour


class ChoicePage(QWidget):
    """The rows of layers or of answers; it is filled once."""

    layer_chosen = Signal(str)
    choice_made = Signal(object)  # Choice

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(8, 8, 8, 8)
        self._rows.setSpacing(2)
        self._guideline = QLabel(self)
        self._guidelines: dict[QObject, str] = {}
        self._rule = ""
        self._measured: tuple[int, str] | None = None  # the width and the font it keeps room for

    def offer_layers(self, layers: Iterable[Offered], rule: str) -> None:
        """Offer layers."""
        for id, key, name, color in layers:
            row = self._add(ChoiceRow(key, name, self, color=color))
            row.clicked.connect(lambda _=False, layer=id: self.layer_chosen.emit(layer))
        self._finish(rule)

    def offer_answers(self, question: Question, rule: str) -> None:
        """Offer the answers in reach; the guideline of the one pointed at stands below."""
        self._rows.addWidget(self._head(question))
        rows = []
        for choice in question.in_reach():
            name, told = _shown(question, choice), choice.guideline
            row = self._add(ChoiceRow(choice.key, name, self, color=choice.color, told=told))
            rows.append(row)
            row.setAccessibleName(choice.name)
            self._guidelines[row] = choice.guideline
            row.clicked.connect(lambda _=False, made=choice: self.choice_made.emit(made))
        for row in rows:
            row.keep_room_for([each.text() for each in rows])
        self._finish(rule)

    def _head(self, question: Question) -> QLabel:
        """What is asked."""
        head = QLabel(question.name, self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setProperty("role", "section")
        head.setContentsMargins(8, 4, 8, 2)
        return head

    def _add(self, row: ChoiceRow) -> ChoiceRow:
        row.installEventFilter(self)
        self._rows.addWidget(row)
        return row

    def _finish(self, rule: str) -> None:
        self._rule = rule
        self._guideline.setText(rule)
        self._guideline.setTextFormat(Qt.TextFormat.PlainText)
        self._guideline.setProperty("role", "muted")
        self._guideline.setWordWrap(True)
        self._rows.addWidget(self._guideline)
        # Made while the chooser is in sight, they were hidden until the next event, and measured
        # as nothing.
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setVisible(part is not self._guideline or self._says_more())

    def _says_more(self) -> bool:
        """Whether the guideline ever has anything to say."""
        return bool(self._rule) or any(self._guidelines.values())

    def height_at(self, width: int) -> int:
        """The height in pixels that it takes at a width."""
        self._keep_room(width)
        self._rows.activate()
        # Rows alone have no height for a width: only texts that wrap do.
        if self._rows.hasHeightForWidth():
            return self._rows.totalHeightForWidth(width)
        return self._rows.totalSizeHint().height()

    def _keep_room(self, width: int) -> None:
        """Keep room for the longest guideline: a box that grew would slip away under the mouse."""
        self._guideline.ensurePolished()
        measured = (width, self._guideline.font().key())
        if measured != self._measured:
            self._measured = measured
            self._guideline.setMinimumHeight(self._longest(width))

    def _longest(self, width: int) -> int:
        """The height of the longest guideline at a width."""
        margins = self._rows.contentsMargins()
        room = width - margins.left() - margins.right()
        heights = [0]  # an empty text has -1
        for text in (*self._guidelines.values(), self._rule):
            self._guideline.setText(text)
            heights.append(self._guideline.heightForWidth(room))
        return max(heights)

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the guideline of the label pointed at, and the layer's rule while there is none."""
        if event.type() == QEvent.Type.Enter:
            self._guideline.setText(self._guidelines.get(watched) or self._rule)
        elif event.type() == QEvent.Type.Leave:
            self._guideline.setText(self._rule)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Point at nothing when it is shown again."""
        self._guideline.setText(self._rule)
        super().hideEvent(event)


def _shown(question: Question, choice: Choice) -> str:
    """An answer's name in one line, with what holds now and what Enter would take."""
    name = " ".join(choice.name.split())
    name = f"{name}  ✓" if choice.chosen else name
    return f"{name}  ⏎" if choice == question.offer() else name
