"""Scrolling on while something is dragged beyond the edge of the pane."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer

from workbench.ui.pane.sight import Sight

_FRAME = 16  # milliseconds between two steps


class EdgeScroll(QObject):
    """Scrolls step by step while the mouse is held beyond the edge, and says so after each."""

    def __init__(
        self, parent: QObject, sight: Sight, *, scrolled: Callable[[QPointF], None]
    ) -> None:
        super().__init__(parent)
        self._sight = sight
        self._scrolled = scrolled
        self._at = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._on_timeout)

    def follow(self, point: QPointF) -> None:
        """Note where the mouse is, in the viewport."""
        self._at = point
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        """Scroll on, if the mouse is beyond the edge."""
        if self._sight.scroll_towards(self._at):
            self._scrolled(self._at)
