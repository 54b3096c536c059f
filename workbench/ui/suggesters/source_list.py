"""The suggesters of a project as rows, with a tick for each layer in which one is shown.

The keys are those of any table: arrows go from cell to cell, and Space ticks.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from workbench.domain.scheme import Scheme
from workbench.domain.suggester_source import Kind, SuggesterSource
from workbench.ui.language import translate
from workbench.ui.plain import plain_tip

_NAME, _KIND, _FIRST = 0, 1, 2
_UNTICKED, _TICKED = Qt.CheckState.Unchecked, Qt.CheckState.Checked

KINDS: dict[Kind, Any] = {
    "bundled": _T("suggesters", "comes along"),
    "personal": _T("suggesters", "learned"),
    "plugin": _T("suggesters", "plug-in"),
    "pattern": _T("suggesters", "pattern"),
    "words": _T("suggesters", "words"),
    "pipeline": _T("suggesters", "pipeline"),
}


class SourceList(QTreeWidget):
    """Rows of suggesters; tells when a layer of one is ticked or unticked."""

    used = Signal(object, tuple)  # SuggesterSource, layers
    meant = Signal()  # the one in hand, by Return or a double click on its name or kind

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sources: list[SuggesterSource] = []
        self._layers: list[str] = []
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAccessibleName(self.tr("Suggesters, and the layers in which each is shown"))
        self.itemChanged.connect(self._on_changed)
        self.itemActivated.connect(lambda _, column: self.meant.emit() if column < _FIRST else None)

    def show_sources(self, sources: Sequence[SuggesterSource], scheme: Scheme) -> None:
        """Show these; the cell in hand stays in hand."""
        row, column = self._row_in_hand(), max(0, self.currentColumn())
        with QSignalBlocker(self):
            self.clear()
            self._sources, self._layers = list(sources), [layer.id for layer in scheme.layers]
            self.setHeaderLabels(
                [
                    self.tr("Name"),
                    self.tr("Kind"),
                    *(layer.name for layer in scheme.layers),
                ]
            )
            self.addTopLevelItems([self._row(source) for source in self._sources])
            self._fit()
        self._go_to_row(min(max(0, row), len(self._sources) - 1), column)

    def source(self) -> SuggesterSource | None:
        """The one in hand."""
        row = self._row_in_hand()
        return self._sources[row] if row >= 0 else None

    def go_to(self, name: str) -> None:
        """Take the suggester of a name in hand."""
        for row, source in enumerate(self._sources):
            if source.name == name:
                self._go_to_row(row, _NAME)

    def _row_in_hand(self) -> int:
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None else -1

    def _go_to_row(self, row: int, column: int) -> None:
        item = self.topLevelItem(row)
        if item is not None:
            self.setCurrentItem(item, column)

    def _row(self, source: SuggesterSource) -> QTreeWidgetItem:
        kind = translate("suggesters", KINDS.get(source.kind, source.kind))
        figures = source.spec.get("figures", "")
        item = QTreeWidgetItem([source.name, f"{kind}, F1 {figures}" if figures else kind])
        item.setToolTip(_NAME, plain_tip(source.folder or source.name))
        possible = source.possible_layers or set(self._layers)
        for column, layer in enumerate(self._layers, start=_FIRST):
            if layer in possible:
                item.setCheckState(column, _TICKED if layer in source.layers else _UNTICKED)
        return item

    def _fit(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)

    def _on_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        source = self._sources[self.indexOfTopLevelItem(item)]
        ticked = tuple(
            layer
            for column, layer in enumerate(self._layers, start=_FIRST)
            if item.checkState(column) == _TICKED
        )
        self.used.emit(source, ticked)
