"""The small tag chooser beside a selection: what can be said, with its keys and guideline.

It never takes the focus and never covers what it is about.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from workbench.domain.scheme import Scheme
from workbench.ui.annotate.choosing.choice_row import ChoiceRow
from workbench.ui.annotate.choosing.keys import Choice, Question
from workbench.ui.farewell import empty

_GAP = 8
_WIDTH = 460


class Chooser(QFrame):
    """Offers layers, or the answers to a question, by key and by mouse."""

    layer_chosen = Signal(str)
    choice_made = Signal(object)  # Choice

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(self.tr("Tags"))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(8, 8, 8, 8)
        self._rows.setSpacing(2)
        self._guideline = QLabel(self)
        self._guideline.setMargin(8)  # as far in as the rows
        self._guidelines: dict[QObject, str] = {}
        self._rule = ""

    def show_layers(self, scheme: Scheme, recent: str) -> None:
        """Offer the layers, and the label of that name once more; an empty name offers none."""
        self._clear()
        for layer in scheme.layers:
            color = layer.labels[0].color if layer.labels else ""
            row = self._add(ChoiceRow(layer.key.upper(), layer.name, self, color=color))
            row.clicked.connect(lambda _=False, name=layer.id: self.layer_chosen.emit(name))
        self._finish(self.tr("Space: {} again").format(recent) if recent else "")

    def show_question(self, question: Question) -> None:
        """Offer the answers in reach; the guideline of the one pointed at stands below."""
        self._clear()
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
        self._finish(question.rule or self._how(question))

    def _head(self, question: Question) -> QLabel:
        """What is asked."""
        head = QLabel(question.name, self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setProperty("role", "section")
        head.setContentsMargins(8, 4, 8, 2)
        return head

    def _how(self, question: Question) -> str:
        """The keys that are not digits."""
        told = [self.tr("0: more")] if question.pages() else []
        if question.mode != "label":
            told.append(self.tr("Space: leave it"))
        return " · ".join(told)

    def place(self, anchor: QRect, inside: QRect) -> None:
        """Stand below the anchor, or above it where there is no room, inside a rectangle."""
        # Rows made while the chooser is in sight are hidden until the next event: measure them now.
        for row in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            row.setVisible(self._rows.indexOf(row) >= 0 and row is not self._silent())
        self._keep_room()
        self._rows.activate()
        # Rows alone have no height for a width: only texts that wrap do.
        wraps = self._rows.hasHeightForWidth()
        least = self._rows.totalSizeHint().height()
        self.resize(_WIDTH, self._rows.totalHeightForWidth(_WIDTH) if wraps else least)
        self.move(beside(anchor, inside, self.size()))

    def _keep_room(self) -> None:
        """Keep room for the longest guideline: a box that grew would slip away under the mouse."""
        margins = self._rows.contentsMargins()
        frame = self.width() - self.contentsRect().width()
        width = _WIDTH - frame - margins.left() - margins.right()
        heights = []
        for text in (*self._guidelines.values(), self._rule):
            self._guideline.setText(text)
            heights.append(self._guideline.heightForWidth(width))
        self._guideline.setMinimumHeight(max(0, *heights))  # an empty text has -1

    def _silent(self) -> QWidget | None:
        """The guideline, where it has nothing to say."""
        said = self._rule or any(self._guidelines.values())
        return None if said else self._guideline

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the guideline of the label pointed at, and the layer's rule while there is none."""
        if event.type() == QEvent.Type.Enter:
            self._guideline.setText(self._guidelines.get(watched) or self._rule)
        elif event.type() == QEvent.Type.Leave:
            self._guideline.setText(self._rule)
        return super().eventFilter(watched, event)

    def _clear(self) -> None:
        self._guidelines = {}
        empty(self._rows)

    def _add(self, row: ChoiceRow) -> ChoiceRow:
        row.installEventFilter(self)
        self._rows.addWidget(row)
        return row

    def _finish(self, rule: str) -> None:
        self._rule = rule
        self._guideline = QLabel(rule, self)
        self._guideline.setTextFormat(Qt.TextFormat.PlainText)
        self._guideline.setProperty("role", "muted")
        self._guideline.setWordWrap(True)
        self._rows.addWidget(self._guideline)
        self.setFixedWidth(_WIDTH)


def _shown(question: Question, choice: Choice) -> str:
    """An answer's name in one line, with what holds now and what Enter would take."""
    name = " ".join(choice.name.split())
    name = f"{name}  ✓" if choice.chosen else name
    return f"{name}  ⏎" if choice == question.offer() else name


def beside(anchor: QRect, inside: QRect, size: QSize) -> QPoint:
    """The corner of a box of that size below the anchor, else above it, never over it.

    Where there is no room on either side, the box stands below and reaches out of `inside`.
    """
    left = max(inside.left() + _GAP, min(anchor.left(), inside.right() - size.width() - _GAP))
    below = anchor.bottom() + _GAP
    if below + size.height() <= inside.bottom():
        return QPoint(left, below)
    above = anchor.top() - _GAP - size.height()
    if above >= inside.top():
        return QPoint(left, above)
    return QPoint(left, below)
