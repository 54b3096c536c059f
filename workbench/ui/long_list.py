"""A list of many rows, whose restyling costs no more than that of a short one.

One new style sheet tells each view some twenty times that its style is another, and Qt's lists go
through all their rows each time, in sight or not: with a hundred thousand rows that is two seconds.
Here they are laid out once after it, and not before the list is in sight.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QListView, QWidget


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
