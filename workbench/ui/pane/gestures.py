"""What the mouse does: clicks count, drags sweep, and a drag beyond the edge keeps scrolling.

One click places the caret, two take the word, three the sentence, four the paragraph; dragging on
extends by the same unit. Shift extends, Alt takes characters as they are.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from workbench.ui.pane.edges import EdgeScroll
from workbench.ui.pane.sight import Sight
from workbench.ui.pane.steps import Unit

_UNITS: tuple[Unit, ...] = ("word", "sentence", "paragraph")


class Gestures(QObject):
    """Turns the mouse events of one pane into changes of its selection."""

    def __init__(self, parent: QObject, sight: Sight, *, moved: Callable[[], None]) -> None:
        super().__init__(parent)
        self._sight = sight
        self._moved = moved
        self._edge = EdgeScroll(self, sight, scrolled=self._on_scrolled)
        self.sweeping = False  # whether a button is down
        self._clicks = 0
        self._last_press = (QPointF(), 0)
        self._swept = False
        self._raw = False

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        self.sweeping = True
        self._clicks = self._count(event)
        self._swept = self._clicks > 1
        self._raw = has_alt(event)
        position = self._sight.position_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._swept = True
            self._sweep(position)
        elif self._clicks == 1:
            self._sight.page.selection.place(position)
        else:
            self._sight.page.selection.choose_unit(_UNITS[self._clicks - 2], position)
        self._moved()

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves while the button is down."""
        self._raw = has_alt(event)
        if self._swept or far_enough(event.position() - self._last_press[0]):
            self._swept = True
            self._on_scrolled(event.position())
            self._edge.follow(event.position())

    def release(self) -> bool:
        """The button goes up; returns whether it ended a sweep rather than a click."""
        self.stop()
        return self._swept

    def stop(self) -> None:
        """Forget a sweep that is going on."""
        self._edge.stop()
        self.sweeping = False

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
        if not self.sweeping:
            return
        if self._raw:
            self._sight.page.selection.extend(position, raw=True)
        else:
            self._sight.page.selection.sweep(position)

    def _on_scrolled(self, point: QPointF) -> None:
        """Sweep what lies under the mouse now."""
        self._sweep(self._sight.position_at(point))
        self._moved()


def has_alt(event: QMouseEvent) -> bool:
    """Whether Alt is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def far_enough(way: QPointF) -> bool:
    """Whether the mouse went so far from where it was pressed that it drags."""
    return way.manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
