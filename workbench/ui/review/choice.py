"""Whose work is compared, in which layers and articles, and which of it: beside the figures."""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.operations.finished import Choice, Helped, When
from workbench.operations.ranking import Settled
from workbench.ui.annotate.articles.filter_form import FilterForm
from workbench.ui.annotate.fields import ChoiceField, plain_label
from workbench.ui.language import number


class ChoicePanel(QFrame):
    """Ticks for people and layers, and how far the adjudication is."""

    changed = Signal()
    measure_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._people = self._list(self.tr("People"))
        self._layers = self._list(self.tr("Layers"))
        self._progress = plain_label("")
        self._state = self._pick(
            self.tr("State of the work"),
            [(self.tr("As it was first finished"), "first"), (self.tr("As it is now"), "current")],
        )
        self._help = self._pick(
            self.tr("Help by suggestions"),
            [
                (self.tr("With and without help"), "all"),
                (self.tr("Only with suggestions"), "on"),
                (self.tr("Only without suggestions"), "off"),
            ],
        )
        self._measure = ChoiceField(
            [(self.tr("F1, exact"), "f1"), (self.tr("F1, partial"), "partial_f1")], self
        )
        self._measure.setAccessibleName(self.tr("Measure of pairs"))
        self._measure.show_value("f1")
        self._measure.chosen.connect(self._on_measure_chosen)
        self.measure = "f1"
        self.filter = FilterForm(self)
        self.filter.hide()
        self.filter.changed.connect(self.changed)
        self._fold = QPushButton(self.tr("Only some articles"), self)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self.filter.setVisible)
        self._lay_out()
        self.setFocusProxy(self._people)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(plain_label(self.tr("Compared"), "section"))
        layout.addWidget(self._people, 2)
        layout.addWidget(plain_label(self.tr("In the layers"), "section"))
        layout.addWidget(self._layers, 1)
        for part in (self._fold, self.filter, self._state, self._help, self._measure):
            layout.addWidget(part)
        layout.addWidget(plain_label(self.tr("Settled"), "section"))
        layout.addWidget(self._progress)

    def _pick(self, name: str, entries: Sequence[tuple[str, str]]) -> ChoiceField:
        """A field whose first entry holds at first, wide enough for each."""
        field = ChoiceField(entries, self)
        field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        field.setAccessibleName(name)
        field.show_value(entries[0][1])
        field.chosen.connect(lambda value: self._on_picked(field, str(value)))
        return field

    def _on_picked(self, field: ChoiceField, value: str) -> None:
        field.show_value(value)
        self.changed.emit()

    def _on_measure_chosen(self, value: str) -> None:
        self.measure = value
        self._measure.show_value(value)
        self.measure_changed.emit()

    def finished(self, articles: frozenset[str] | None) -> Choice:
        """Which finished work is compared, of some articles or of all."""
        when, help = self._state.value(), self._help.value()
        return Choice(cast("When", when), 0, cast("Helped", help), articles)

    def _list(self, name: str) -> QListWidget:
        view = QListWidget(self)
        view.setAccessibleName(name)
        view.itemChanged.connect(lambda _: self.changed.emit())
        return view

    def offer(self, people: Sequence[tuple[str, str]], layers: Sequence[tuple[str, str]]) -> None:
        """Offer people and layers, each by id and name; ticks that were off stay off."""
        for view, entries in ((self._people, people), (self._layers, layers)):
            off = {_id(item) for item in _items(view) if not _ticked(item)}
            view.blockSignals(True)
            view.clear()
            for id, name in entries:
                item = QListWidgetItem(name)
                item.setData(Qt.ItemDataRole.UserRole, id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                state = Qt.CheckState.Unchecked if id in off else Qt.CheckState.Checked
                item.setCheckState(state)
                view.addItem(item)
            view.blockSignals(False)

    def people(self) -> tuple[str, ...]:
        """The ids of those who are ticked; none where all are."""
        return _chosen(self._people)

    def layers(self) -> tuple[str, ...]:
        """The layers that are ticked; none where all are."""
        return _chosen(self._layers)

    def show_progress(self, progress: Settled) -> None:
        """Say how far the adjudication is."""
        places = self.tr("Places: {} of {}").format(
            number(progress.settled), number(progress.places)
        )
        articles = self.tr("Articles: {} of {}").format(
            number(progress.articles_settled), number(progress.articles)
        )
        self._progress.setText(f"{places}\n{articles}")


def _chosen(view: QListWidget) -> tuple[str, ...]:
    items = list(_items(view))
    ticked = tuple(_id(item) for item in items if _ticked(item))
    return () if len(ticked) == len(items) else ticked


def _items(view: QListWidget) -> Iterable[QListWidgetItem]:
    return (view.item(row) for row in range(view.count()))


def _id(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))


def _ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
