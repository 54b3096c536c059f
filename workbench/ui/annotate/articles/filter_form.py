"""The conditions under which articles are listed, one line each, folded away until asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from workbench.domain.annotator import Annotator
from workbench.domain.article_filter import ArticleFilter
from workbench.domain.scheme import Scheme
from workbench.ui.ticks import TickBox

_DATE = QRegularExpression(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


class FilterForm(QFrame):
    """Asks which articles to list."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = self._choice(self.tr("Layer"))
        self._status = self._choice(self.tr("Status"))
        self._source = self._choice(self.tr("Source"))
        self._since = self._date(self.tr("From"))
        self._until = self._date(self.tr("To"))
        self._label = self._choice(self.tr("Label"))
        self._annotator = self._choice(self.tr("Annotated by"))
        self._open = self._tick(self.tr("With open suggestions"))
        self._unsure = self._tick(self.tr("With a question"))
        self._twins = self._tick(self.tr("With near-duplicates"))
        self._clear = QPushButton(self.tr("Show all"), self)
        self._clear.clicked.connect(self.clear)
        self._lay_out()
        self.setFocusProxy(self._layer)
        statuses = (
            (self.tr("Any status"), ""),
            (self.tr("Not done"), "open"),
            (self.tr("New"), "new"),
            (self.tr("Started"), "started"),
            (self.tr("Done"), "done"),
            (self.tr("Skipped"), "skipped"),
        )
        for text, status in statuses:
            self._status.addItem(text, status)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(6)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self._layer, self._status),
            (self._source,),
            (self._since, self._until),
            (self._label,),
            (self._annotator,),
            (self._open,),
            (self._unsure,),
            (self._twins,),
            (self._clear,),
        )
        for place, row in enumerate(rows):
            for column, part in enumerate(row):
                grid.addWidget(part, place, column, 1, 2 // len(row))

    # --- what there is to ask for

    def offer(self, scheme: Scheme, people: Sequence[Annotator], sources: Sequence[str]) -> None:
        """Offer these layers, labels, people and sources; what is chosen stays if it is there."""
        labels = [(layer, label) for layer in scheme.layers for label in layer.labels]
        _fill(self._layer, self.tr("Any layer"), [(each.name, each.id) for each in scheme.layers])
        _fill(self._source, self.tr("Any source"), [(each, each) for each in sources])
        _fill(self._annotator, self.tr("Anybody"), [(each.name, each.id) for each in people])
        _fill(
            self._label,
            self.tr("Any label"),
            [(f"{layer.name} · {label.name}", f"{layer.id} {label.id}") for layer, label in labels],
        )

    # --- what is asked for

    def asked(self, person: str) -> ArticleFilter:
        """The conditions, of which status and open suggestions are those of a person."""
        layer, _, label = str(self._label.currentData() or "").partition(" ")
        return ArticleFilter(
            person,
            layer=self._layer.currentData() or "",
            status=self._status.currentData() or "",
            source=self._source.currentData() or "",
            since=self._since.text(),
            until=self._until.text(),
            annotator=self._annotator.currentData() or "",
            label=(layer, label) if label else None,
            unsure=self._unsure.isChecked(),
            open_suggestions=self._open.isChecked(),
            twins=self._twins.isChecked(),
        )

    def clear(self) -> None:
        """Ask for nothing, so that all articles are listed."""
        was_blocked = self.blockSignals(True)
        for choice in self.findChildren(QComboBox):
            choice.setCurrentIndex(0)
        for line in self.findChildren(QLineEdit):
            line.clear()
        for tick in self.findChildren(TickBox):
            tick.setChecked(False)
        self.blockSignals(was_blocked)
        self.changed.emit()

    # --- parts

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(name)
        choice.setToolTip(name)
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        return choice

    def _date(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(self.tr("{}: year, month or day").format(name))
        line.setPlaceholderText(self.tr("{} 2024-01").format(name))
        line.setValidator(QRegularExpressionValidator(_DATE, line))
        line.editingFinished.connect(self.changed)
        return line

    def _tick(self, name: str) -> TickBox:
        tick = TickBox(name, self)
        tick.toggled.connect(lambda _: self.changed.emit())
        return tick


def _fill(choice: QComboBox, nothing: str, entries: Sequence[tuple[str, str]]) -> None:
    """Offer these entries below the one that asks for nothing."""
    held = choice.currentData()
    was_blocked = choice.blockSignals(True)
    choice.clear()
    for text, value in ((nothing, ""), *entries):
        choice.addItem(text, value)
    choice.setCurrentIndex(max(0, choice.findData(held)))
    choice.blockSignals(was_blocked)
