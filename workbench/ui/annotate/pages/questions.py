"""The page of questions: who is unsure of what, and the reviewers' answers.

An annotator sees their own questions, a reviewer everybody's and a line to answer in.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.operations.questions import Asked
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number


class QuestionsPage(QFrame):
    """Lists questions; says which is chosen, and what is answered."""

    chosen = Signal(object)  # Annotation
    answered = Signal(object, str)  # Annotation, the answer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._asked: Sequence[Asked] = ()
        self._head = plain_label("", "section")
        self._list, self._line = QListWidget(self), QLineEdit(self)
        self._list.setAccessibleName(self.tr("Questions"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._show_answer)
        self._list.itemActivated.connect(self._on_activated)
        self._line.setPlaceholderText(self.tr("Answer, then Return"))
        self._line.setAccessibleName(self.tr("Answer"))
        self._line.returnPressed.connect(self._on_answered)
        self._line.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._line)
        self.setFocusProxy(self._list)

    def show_questions(self, asked: Sequence[Asked], *, may_answer: bool) -> None:
        """List these questions; the one in hand stays in hand."""
        row = max(0, self._list.currentRow())
        self._asked = asked
        self._head.setText(self.tr("Questions · {}").format(number(len(asked))))
        self._line.setVisible(may_answer)
        self._list.clear()
        for each in asked:
            self._list.addItem(QListWidgetItem(self._said(each)))
        self._list.setCurrentRow(min(row, len(asked) - 1))

    def _said(self, asked: Asked) -> str:
        """A question in words: the span, who asks what, and the answer."""
        annotation = asked.annotation
        lines = [
            f"{' '.join(annotation.quote.split())}  ({asked.title})",
            f"{asked.person}: {annotation.unsure}",
        ]
        if annotation.answer:
            lines.append(self.tr("Answer: {}").format(annotation.answer))
        return "\n".join(lines)

    def _show_answer(self, row: int) -> None:
        self._line.setText(self._asked[row].annotation.answer if row >= 0 else "")

    def _on_activated(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self.chosen.emit(self._asked[row].annotation)

    def _on_answered(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self.answered.emit(self._asked[row].annotation, self._line.text().strip())
