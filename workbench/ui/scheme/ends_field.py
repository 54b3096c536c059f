"""The labels that something is for, ticked in a tree of layers."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from workbench.domain.scheme import End, Scheme

_ID = Qt.ItemDataRole.UserRole
_HEIGHT = 170  # pixels
_ON, _OFF, _PARTLY = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


class EndsField(QTreeWidget):
    """What may stand at an end of a relation: whole layers, or some of their labels."""

    chosen = Signal(tuple)  # Ends

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setProperty("role", "field")
        self.setFixedHeight(_HEIGHT)
        self._layers: tuple[object, ...] = ()
        self.itemChanged.connect(self._on_ticked)

    def show_ends(self, scheme: Scheme, ends: Sequence[End]) -> None:
        """Show the ends that hold, among all that there could be."""
        blocker = QSignalBlocker(self)
        if self._layers != scheme.layers:
            self._layers = scheme.layers
            self._fill(scheme)
        for row in self._rows():
            labels = _children(row)
            for child in labels:
                takes = any(end.takes(row.data(0, _ID), child.data(0, _ID)) for end in ends)
                child.setCheckState(0, _ON if takes else _OFF)
            row.setCheckState(0, _together(labels))
            row.setExpanded(row.isExpanded() or row.checkState(0) == _PARTLY)
        blocker.unblock()

    def _fill(self, scheme: Scheme) -> None:
        self.clear()
        for layer in scheme.layers:
            row = QTreeWidgetItem(self, [layer.name])
            row.setData(0, _ID, layer.id)
            for label in layer.labels:
                QTreeWidgetItem(row, [label.name]).setData(0, _ID, label.id)
        self.setCurrentItem(self._rows()[0])

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        """Tick a layer's labels with it, or the layer with its labels, and say the ends once."""
        blocker = QSignalBlocker(self)
        for child in _children(item):
            child.setCheckState(0, item.checkState(0))
        parent = item.parent()
        if parent is not None:
            parent.setCheckState(0, _together(_children(parent)))
        blocker.unblock()
        self.chosen.emit(tuple(self._ends()))

    def _ends(self) -> Iterable[End]:
        """The ends that are ticked: a layer with all of its labels is the layer alone."""
        for row in self._rows():
            ticked = [str(c.data(0, _ID)) for c in _children(row) if c.checkState(0) == _ON]
            if ticked:
                whole = row.checkState(0) == _ON
                yield End(str(row.data(0, _ID)), () if whole else tuple(ticked))

    def _rows(self) -> list[QTreeWidgetItem]:
        """The rows of the layers."""
        rows = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [row for row in rows if row is not None]


def _children(row: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (row.child(place) for place in range(row.childCount()))
    return [child for child in children if child is not None]


def _together(rows: Sequence[QTreeWidgetItem]) -> Qt.CheckState:
    """The tick of a layer whose labels have these."""
    states = {row.checkState(0) for row in rows}
    return states.pop() if len(states) == 1 else _PARTLY
