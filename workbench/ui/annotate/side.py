"""The column beside the text: the inspector, and in its place whatever page is asked for.

A page is any widget with a name. It is added once, by whoever makes it, and shown when a command
asks for it; Escape brings the inspector back.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

INSPECTOR = ""
LEAST = 250  # pixels


class Side(QStackedWidget):
    """Holds pages by name, one in sight."""

    page_changed = Signal(str)
    left = Signal()

    def __init__(self, inspector: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, QWidget] = {}
        self.setMinimumWidth(LEAST)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.add_page(INSPECTOR, inspector)

    def add_page(self, name: str, page: QWidget) -> None:
        """Keep a page to be shown by its name."""
        self._pages[name] = page
        self.addWidget(page)
        if self.currentWidget() is page:
            self.setFocusProxy(page)

    def page(self) -> str:
        """The name of the page in sight; empty while it is the inspector."""
        shown = self.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), INSPECTOR)

    def show_page(self, name: str) -> None:
        """Bring a page into sight."""
        if name != self.page():
            self.setCurrentWidget(self._pages[name])
            self.setFocusProxy(self._pages[name])
            self.page_changed.emit(name)
