"""The columns of a table, each with what it is taken for, to be said better."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from workbench.intake.columns import FIELDS
from workbench.intake.sampling import Column
from workbench.ui.annotate.fields import ChoiceField
from workbench.ui.language import translate

_HEIGHT, _ROW = 215, 42  # pixels
_MEANINGS: dict[str, Any] = {
    "text": _T("columns", "Text of the article"),
    "title": _T("columns", "Title"),
    "source": _T("columns", "Source"),
    "published": _T("columns", "Date"),
    "author": _T("columns", "Author"),
    "url": _T("columns", "Web address"),
    "language": _T("columns", "Language"),
    "id": _T("columns", "Id of the article"),
    "meta": _T("columns", "Metadata, by its name"),
    "skip": _T("columns", "Left out"),
}


class ColumnList(QTreeWidget):
    """A row for each column: its name, a choice of what it is, and the first values in it."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said: dict[str, str] = {}
        self._choices: dict[str, ChoiceField] = {}
        self._rows: dict[str, QTreeWidgetItem] = {}
        self.setHeaderLabels([self.tr("Column"), self.tr("Is"), self.tr("Such as")])
        self.setAccessibleName(self.tr("Columns of the table"))
        self.setProperty("role", "field")
        self.setRootIsDecorated(False)
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.hide()

    def said(self) -> dict[str, str]:
        """What the person said that columns are; nothing of those left as they were found."""
        return dict(self._said)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns; those that are there already keep the hand on them."""
        if [column.name for column in columns] != list(self._choices):
            self._set_up(columns)
        for column in columns:
            self._choices[column.name].show_value(column.field)
            self._rows[column.name].setText(2, " · ".join(column.examples))
        self.setFixedHeight(min(_HEIGHT, _ROW * (len(columns) + 1)))
        self.setVisible(bool(columns))

    def _set_up(self, columns: Sequence[Column]) -> None:
        """Make a row for each column."""
        self.clear()
        self._choices.clear()
        self._rows.clear()
        entries = [(translate("columns", text), field) for field, text in _MEANINGS.items()]
        for column in columns:
            row = self._rows[column.name] = QTreeWidgetItem(self, [column.name, "", ""])
            row.setSizeHint(1, QSize(0, _ROW))
            choice = ChoiceField(entries, self)
            choice.setMinimumContentsLength(22)
            choice.setAccessibleName(self.tr("What {} is").format(column.name))
            choice.chosen.connect(lambda field, name=column.name: self._say(name, field))
            self.setItemWidget(row, 1, choice)
            self._choices[column.name] = choice
        self.resizeColumnToContents(1)

    def _say(self, name: str, field: str) -> None:
        """Take what a column is; another one that was said to be the same is as it was found."""
        same = [other for other, said in self._said.items() if said == field and field in FIELDS]
        for other in same:
            del self._said[other]
        self._said[name] = field
        self._choices[name].show_value(field)
        self.changed.emit()
