"""A list of many rows, which costs hardly more than a short one.

A view asks for the number of rows as often as there are rows. Of a model that is written in Python
a hundred thousand such answers take a fifth of a second; Qt's own list of texts gives them, which
holds as many empty texts as there are rows.

One new style sheet tells each view some twenty times that its style is another, and Qt's lists go
through all their rows each time, in sight or not: with a hundred thousand rows that is two seconds.
Here they are laid out once after it, and not before the list is in sight.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QListView, QWidget


class LongModel(QStringListModel):
    """Rows that are counted by Qt; whoever inherits says what stands in one."""

    def show_rows(self, number: int) -> None:
        """Show so many rows, all of them new."""
        self.setStringList([""] * number)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A row can be chosen, and not be written in."""
        return super().flags(index) & ~Qt.ItemFlag.ItemIsEditable


class LongList(QListView):
    """A list view that may have many rows, all of one height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._restyled = False
        super().__init__(parent)
        self.setUniformItemSizes(True)

    def event(self, event: QEvent) -> bool:
        """Hear that the style is another."""
        self._restyled = event.type() == QEvent.Type.StyleChange
        try:
            return super().event(event)
        finally:
            self._restyled = False

    def doItemsLayout(self) -> None:
        """Lay the rows out, soon where only the style is another."""
        if self._restyled:
            self.scheduleDelayedItemsLayout()
        else:
            super().doItemsLayout()
