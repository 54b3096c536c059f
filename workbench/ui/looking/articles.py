"""The first articles as they would come in, and what would not, and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTreeWidget, QTreeWidgetItem, QWidget

from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.operations.looking import Glance
from workbench.ui.language import day
from workbench.ui.messages import sentence

_TITLE = 260  # pixels
_OPENING = Qt.ItemDataRole.UserRole


class GlanceList(QSplitter):
    """A row for each article, and the beginning of the one in hand below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._list, self._opening = QTreeWidget(self), QPlainTextEdit(self)
        self._list.setHeaderLabels(
            [
                self.tr("Title"),
                self.tr("Date"),
                self.tr("Source"),
                self.tr("Author"),
                self.tr("Encoding"),
                self.tr("File"),
            ]
        )
        self._list.setAccessibleName(self.tr("The first articles as they would come in"))
        self._list.setProperty("role", "field")
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._opening.setReadOnly(True)
        self._opening.setTabChangesFocus(True)
        self._opening.setAccessibleName(self.tr("How the article begins"))
        self._list.currentItemChanged.connect(self._on_current)
        self.setChildrenCollapsible(False)
        self.setSizes([260, 110])
        self.setStretchFactor(0, 1)

    def show_seen(self, seen: Sequence[Glance | Refusal]) -> None:
        """Show these, with the hand on the row where it was."""
        place = self._list.currentIndex().row()
        self._list.clear()
        rows = [_row(item) for item in seen]
        self._list.addTopLevelItems(rows)
        for item, row in zip(seen, rows, strict=True):
            row.setFirstColumnSpanned(isinstance(item, Refusal))
        for column in range(1, self._list.columnCount()):
            self._list.resizeColumnToContents(column)
        self._list.setColumnWidth(0, _TITLE)
        if rows:
            self._list.setCurrentItem(rows[max(0, min(place, len(rows) - 1))])

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        """Show how the article in hand begins."""
        self._opening.setPlainText(item.data(0, _OPENING) if item is not None else "")


def _row(item: Glance | Refusal) -> QTreeWidgetItem:
    """An article, or what is refused with the reason in full below."""
    if isinstance(item, Refusal):
        reason = sentence(UserError(item.key, **dict(item.values)))
        row = QTreeWidgetItem([f"{Path(item.path).name}: {reason}"])
        row.setData(0, _OPENING, reason)
        return row
    encoding = f"{item.encoding}?" if item.guessed else item.encoding
    told = [item.title, day(item.published), item.source, item.author, encoding, item.where]
    row = QTreeWidgetItem(told)
    row.setData(0, _OPENING, item.opening)
    return row
