"""The middle of the workspace: the text being read, and in its place one being corrected."""

from PySide6.QtWidgets import QStackedWidget, QWidget

LEAST = 280  # pixels: some words a line; in a narrow window the columns beside it give way first


class Middle(QStackedWidget):
    """Shows the reading pane unless something else takes its place; the focus follows."""

    def __init__(self, pane: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self.setMinimumWidth(LEAST)
        self.addWidget(pane)
        self.setFocusProxy(pane)

    def show_pane(self) -> None:
        """Show the text to be read."""
        self.show_instead(self._pane)

    def show_instead(self, widget: QWidget) -> None:
        """Show something in place of the text."""
        if self.indexOf(widget) < 0:
            self.addWidget(widget)
        self.setCurrentWidget(widget)
        self.setFocusProxy(widget)
