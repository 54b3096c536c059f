"""What the mouse does: clicks count, drags sweep, and a drag beyond the edge keeps scrolling.

One click places the caret, two take the word, three the sentence, four the paragraph; dragging on
extends by the same unit. Shift extends, Alt takes characters as they are.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from workbench.ui.pane.selection import Selection
from workbench.ui.pane.steps import Unit

_UNITS: tuple[Unit, ...] = ("word", "sentence", "paragraph")
_FRAME = 16  # milliseconds between two steps of scrolling while dragging beyond the edge


class Gestures(QObject):
    """Turns the mouse events of one pane into changes of its selection."""

    def __init__(
        self,
        parent: QObject,
        *,
        position_at: Callable[[QPointF], int],
        scroll: Callable[[QPointF], bool],
        moved: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._position_at = position_at
        self._scroll = scroll
        self._moved = moved
        self._selection: Selection | None = None
        self._clicks = 0
        self._last_press = (QPointF(), 0)
        self._swept = False
        self._raw = False
        self._at = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def sweeping(self) -> bool:
        """Whether a button is down."""
        return self._selection is not None

    def press(self, event: QMouseEvent, selection: Selection) -> None:
        """A button goes down."""
        self._selection = selection
        self._clicks = self._count(event)
        self._swept = self._clicks > 1
        self._at = event.position()
        self._raw = _has_alt(event)
        position = self._position_at(self._at)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._swept = True
            self._sweep(position)
        elif self._clicks == 1:
            selection.place(position)
        else:
            selection.choose_unit(_UNITS[self._clicks - 2], position)
        self._moved()

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves while the button is down."""
        self._at = event.position()
        self._raw = _has_alt(event)
        distance = (self._at - self._last_press[0]).manhattanLength()
        if self._swept or distance >= QGuiApplication.styleHints().startDragDistance():
            self._swept = True
            self._sweep(self._position_at(self._at))
            self._moved()
            if not self._timer.isActive():
                self._timer.start()

    def release(self) -> bool:
        """The button goes up; returns whether it ended a sweep rather than a click."""
        self.stop()
        return self._swept

    def stop(self) -> None:
        """Forget a sweep that is going on."""
        self._timer.stop()
        self._selection = None

    def _count(self, event: QMouseEvent) -> int:
        """Which click in a row this press is, from 1 to 4."""
        place, time = event.position(), event.timestamp()
        last_place, last_time = self._last_press
        self._last_press = (place, time)
        hints = QGuiApplication.styleHints()
        near = (place - last_place).manhattanLength() <= hints.mouseDoubleClickDistance()
        quick = time - last_time <= hints.mouseDoubleClickInterval()
        count = self._clicks % 4 + 1 if near and quick and self._clicks else 1
        double = event.type() == QMouseEvent.Type.MouseButtonDblClick
        return max(count, 2) if double else count

    def _sweep(self, position: int) -> None:
        """Extend the selection to a position, by words or by bare characters."""
        if self._selection is None:
            return
        if self._raw:
            self._selection.extend(position, raw=True)
        else:
            self._selection.sweep(position)

    def _on_timeout(self) -> None:
        """Scroll on while the mouse is beyond the edge, and sweep what comes into sight."""
        if self._scroll(self._at):
            self._sweep(self._position_at(self._at))
            self._moved()


def _has_alt(event: QMouseEvent) -> bool:
    """Whether Alt is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
