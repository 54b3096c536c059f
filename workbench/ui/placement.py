"""Where the window stood and how wide its panels were: kept when it closes, given back at start.

Both are Qt's own bytes as text. What no longer fits a screen is Qt's to mend, and what is no such
text at all is passed over.
"""

import base64
import binascii

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QSplitter

from workbench.ui.preferences import Preferences
from workbench.ui.window import Window


class Placement(QObject):
    """Gives the window its place and its panels their widths, and keeps them."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        window.closing.connect(self._keep_place)
        window.session_leaving.connect(self._keep_panels)
        window.session_shown.connect(self._restore_panels)
        place, _ = self._kept()
        if place:
            window.restoreGeometry(_bytes(place))

    def _kept(self) -> tuple[str, str]:
        """The window's place and the panels' widths; empty where they were never kept."""
        place, _, panels = self._preferences.settings.window.partition(" ")
        return place, panels

    def _keep_place(self) -> None:
        _, panels = self._kept()
        self._keep(_text(self._window.saveGeometry()), panels)

    def _keep_panels(self) -> None:
        splitter = self._splitter()
        if splitter is not None:
            self._keep(self._kept()[0], _text(splitter.saveState()))

    def _restore_panels(self) -> None:
        splitter, (_, panels) = self._splitter(), self._kept()
        if splitter is not None and panels:
            splitter.restoreState(_bytes(panels))

    def _splitter(self) -> QSplitter | None:
        return self._window.workspace.splitter if self._window.workspace else None

    def _keep(self, place: str, panels: str) -> None:
        self._preferences.change(window=f"{place} {panels}")


def _text(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except binascii.Error:
        return QByteArray()
