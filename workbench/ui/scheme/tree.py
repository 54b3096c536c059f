"""Everything in a scheme as a tree: layers, their labels and attributes, relations, the rest."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from workbench.domain.scheme import Layer, RelationType, Scheme
from workbench.domain.scheme_editing import Spot
from workbench.domain.scheme_places import (
    ARTICLE_LABELS,
    LAYERS_OF_SCHEME,
    RELATIONS,
    Item,
    Place,
    attributes_of,
    attributes_of_relation,
    labels_of,
)
from workbench.ui.scheme.fields import swatch
from workbench.ui.scheme.words import shown

# A row holds its place and id; an empty id stands for the list itself.
_SPOT = Qt.ItemDataRole.UserRole
_RELATIONS: Any = _T("scheme", "Relations")
_ATTRIBUTES: Any = _T("scheme", "Attributes")
_ARTICLE_LABELS: Any = _T("scheme", "Labels of the article")


class SchemeTree(QTreeWidget):
    """Shows a scheme, and says which thing is in hand."""

    chosen = Signal(object)  # Spot; the list alone has an empty id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Scheme"))
        self.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, self.header().ResizeMode.ResizeToContents)
        self._rows: dict[Spot, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(self._on_current_changed)

    def spot(self) -> Spot | None:
        """The thing in hand, or the list that is, with an empty id."""
        row = self.currentItem()
        return _spot(row) if row is not None else None

    def show_scheme(self, scheme: Scheme) -> None:
        """Show a scheme; what was open stays open, and what was in hand in hand."""
        blocker = QSignalBlocker(self)
        before, folded = self.spot(), {s for s, row in self._rows.items() if not row.isExpanded()}
        known = bool(self._rows)
        self.clear()
        self._rows = {}
        for layer in scheme.layers:
            self._add_layer(layer)
        relations = self._add(None, (RELATIONS, ""), shown(_RELATIONS))
        for relation in scheme.relations:
            self._add_relation(relations, relation)
        whole = self._add(None, (ARTICLE_LABELS, ""), shown(_ARTICLE_LABELS))
        for label in scheme.article_labels:
            self._add_item(whole, ARTICLE_LABELS, label)
        for spot, row in self._rows.items():
            row.setExpanded(spot not in folded if known else spot[0] == LAYERS_OF_SCHEME)
        blocker.unblock()
        self.go_to(before or (LAYERS_OF_SCHEME, scheme.layers[0].id))

    def go_to(self, spot: Spot) -> None:
        """Take a thing in hand; where it is gone, the list or the layer that it was in."""
        place = spot[0]
        owner: Spot = (LAYERS_OF_SCHEME, place.owner)
        for candidate in (spot, (place, ""), owner, (RELATIONS, place.owner), (RELATIONS, "")):
            row = self._rows.get(candidate)
            if row is not None:
                self.setCurrentItem(row)
                self.scrollToItem(row)
                return

    def _on_current_changed(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.chosen.emit(_spot(row))

    # --- rows

    def _add_layer(self, layer: Layer) -> None:
        row = self._add_item(None, LAYERS_OF_SCHEME, layer)
        for label in layer.labels:
            child = self._add_item(row, labels_of(layer.id), label)
            child.setIcon(0, swatch(label.color))
        attributes = self._add(row, (attributes_of(layer.id), ""), shown(_ATTRIBUTES))
        for attribute in layer.attributes:
            self._add_item(attributes, attributes_of(layer.id), attribute)

    def _add_relation(self, parent: QTreeWidgetItem, relation: RelationType) -> None:
        row = self._add_item(parent, RELATIONS, relation)
        place = attributes_of_relation(relation.id)
        attributes = self._add(row, (place, ""), shown(_ATTRIBUTES))
        for attribute in relation.attributes:
            self._add_item(attributes, place, attribute)

    def _add_item(
        self, parent: QTreeWidgetItem | None, place: Place, item: Item
    ) -> QTreeWidgetItem:
        row = self._add(parent, (place, item.id), item.name)
        row.setText(1, getattr(item, "key", "").upper())
        return row

    def _add(self, parent: QTreeWidgetItem | None, spot: Spot, text: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem([text, ""])
        row.setData(0, _SPOT, spot)
        if parent is None:
            self.addTopLevelItem(row)
        else:
            parent.addChild(row)
        self._rows[spot] = row
        return row


def _spot(row: QTreeWidgetItem) -> Spot:
    place, id = row.data(0, _SPOT)
    return place, id
