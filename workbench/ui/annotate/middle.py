"""The middle of the workspace: the text being read, and in its place one being corrected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.ui.annotate.fields import plain_label

LEAST = 280  # pixels: some words a line; in a narrow window the columns beside it give way first


class Middle(QStackedWidget):
    """Shows the reading pane unless something else takes its place; the focus follows."""

    def __init__(self, pane: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane, self._invites = pane, False
        self.setMinimumWidth(LEAST)
        self._invitation = plain_label(
            self.tr("There are no articles yet. Import some from the menu, or drop files here."),
            "muted",
        )
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(pane)
        self.setFocusProxy(pane)

    def invite(self, *, wanted: bool) -> None:
        """Say what to do where there is nothing to read yet, in the place of the empty text."""
        self._invites = wanted
        if self.currentWidget() in {self._pane, self._invitation}:
            self.show_pane()

    def show_pane(self) -> None:
        """Show the text to be read, or what to do where there is none yet."""
        self.show_instead(self._invitation if self._invites else self._pane)

    def show_instead(self, widget: QWidget) -> None:
        """Show something in place of the text."""
        if self.indexOf(widget) < 0:
            self.addWidget(widget)
        self.setCurrentWidget(widget)
        self.setFocusProxy(widget)
