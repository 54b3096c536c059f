"""A pattern or a list of words is written here, with a look at what it finds while one writes."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.scheme import Scheme
from workbench.domain.suggester_source import (
    SuggesterSource,
    pattern_source,
    term_in,
    words_source,
)
from workbench.ui.jobs import Jobs
from workbench.ui.session import Session
from workbench.ui.suggesters.preview_list import PreviewList
from workbench.ui.ticks import TickBox

RuleKind = Literal["pattern", "words"]


class RuleDialog(QDialog):
    """Asks for a name, a label and what to find; `source` is what is changed, if anything is."""

    def __init__(
        self,
        kind: RuleKind,
        session: Session,
        lookups: Jobs,
        parent: QWidget,
        *,
        source: SuggesterSource | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind: RuleKind = kind
        self._name, self._label = QLineEdit(self), choice_of(terms_of(session.scheme), self)
        self._pattern, self._words = QLineEdit(self), QPlainTextEdit(self)
        self._case = TickBox(self.tr("Capitals count"), self)
        self.preview = PreviewList(session, lookups, self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._set_up()
        self._lay_out()
        self._fill(source)
        self._connect()
        self._look()

    def source(self) -> SuggesterSource:
        """What is written now."""
        name, term = self._name.text().strip(), term_in(str(self._label.currentData()))
        case = self._case.isChecked()
        if self._kind == "pattern":
            return pattern_source(name, self._pattern.text(), term=term, case=case)
        return words_source(name, self._words.toPlainText().splitlines(), term=term, case=case)

    def _set_up(self) -> None:
        titles = {"pattern": self.tr("A pattern"), "words": self.tr("A list of words")}
        self.setWindowTitle(titles[self._kind])
        self.setMinimumWidth(520)
        self._pattern.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._words.setTabChangesFocus(True)
        for field, name in (
            (self._name, self.tr("Name")),
            (self._label, self.tr("Label")),
            (self._pattern, self.tr("Regular expression")),
            (self._words, self.tr("Words, one a line")),
        ):
            field.setAccessibleName(name)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self.tr("Label"), self._label)
        if self._kind == "pattern":
            form.addRow(self.tr("Regular expression"), self._pattern)
        else:
            form.addRow(self.tr("Words, one a line"), self._words)
        self._pattern.setVisible(self._kind == "pattern")
        self._words.setVisible(self._kind == "words")
        form.addRow("", self._case)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(10)
        rows.addLayout(form)
        rows.addWidget(self.preview, 1)
        rows.addWidget(self._buttons)

    def _fill(self, source: SuggesterSource | None) -> None:
        """Show what is changed; a new list of words is one of names, whose capitals count."""
        spec = source.spec if source is not None else {}
        self._name.setText(source.name if source is not None else "")
        if source is not None:
            self._label.setCurrentIndex(self._label.findData(f"{spec['layer']}/{spec['label']}"))
        self._pattern.setText(spec.get("pattern", ""))
        self._words.setPlainText("\n".join(spec.get("words", ())))
        self._case.setChecked(bool(spec.get("case", self._kind == "words")))

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._name.textChanged.connect(self._look)
        self._pattern.textChanged.connect(self._look)
        self._words.textChanged.connect(self._look)
        self._case.toggled.connect(self._look)
        self._label.currentIndexChanged.connect(self._look)
        self.preview.judged.connect(self._buttons.button(_OK).setEnabled)

    def _look(self) -> None:
        """Look for what is written, once there is a name and something to find."""
        written = self._pattern.text() if self._kind == "pattern" else self._words.toPlainText()
        whole = self._name.text().strip() and written.strip()
        self.preview.look_for(self.source() if whole else None)


_OK = QDialogButtonBox.StandardButton.Ok


def choice_of(entries: Sequence[tuple[str, str]], parent: QWidget) -> QComboBox:
    """A list to choose from, each entry with its value."""
    choice = QComboBox(parent)
    for text, value in entries:
        choice.addItem(text, value)
    return choice


def terms_of(scheme: Scheme) -> list[tuple[str, str]]:
    """Every label of a scheme by its names, with LAYER/LABEL."""
    return [
        (f"{layer.name} · {label.name}", f"{layer.id}/{label.id}")
        for layer in scheme.layers
        for label in layer.labels
    ]
