"""The pane for screen readers: its role, its name, and its text with caret and selection.

Assistive technology counts UTF-16 units of the whole text, so the whole text is mapped here, once,
and only when something asks.
"""

import weakref
from functools import cache
from typing import Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from workbench.domain.offsets import Utf16Map
from workbench.domain.span import Span


class Readable(Protocol):
    """What the pane tells a screen reader; positions in code points, places on the screen."""

    def text(self) -> str:
        """The whole text."""

    def caret(self) -> int:
        """Where the caret stands."""

    def selection(self) -> Span | None:
        """What is selected."""

    def select(self, span: Span) -> None:
        """Select a span."""

    def clear_selection(self) -> None:
        """Select nothing."""

    def place_caret(self, position: int) -> None:
        """Put the caret somewhere, in sight."""

    def caret_rect(self, position: int) -> QRect:
        """The box of the character at a position, on the screen."""

    def position_on_screen(self, point: QPoint) -> int:
        """The position nearest to a place on the screen."""


class _TextSide(QAccessibleTextInterface):
    """The text of a pane in UTF-16 units."""

    def __init__(self, pane: Readable) -> None:
        super().__init__()
        # PySide never lets go of an interface that it handed to Qt: it must not hold the pane.
        self._pane: Readable = weakref.proxy(pane)
        self._mapped = ""
        self._map = Utf16Map("")

    def _units(self) -> Utf16Map:
        """The map of the text in hand."""
        text = self._pane.text()
        if text is not self._mapped:
            self._mapped, self._map = text, Utf16Map(text)
        return self._map

    def characterCount(self) -> int:
        return self._units().to_units(len(self._pane.text()))

    def text(self, startOffset: int, endOffset: int) -> str:  # noqa: N803
        units = self._units()
        return self._pane.text()[units.to_points(startOffset) : units.to_points(endOffset)]

    def cursorPosition(self) -> int:
        return self._units().to_units(self._pane.caret())

    def setCursorPosition(self, position: int) -> None:
        self._pane.place_caret(self._units().to_points(position))

    def selectionCount(self) -> int:
        return int(self._pane.selection() is not None)

    def selection(self, _index: int) -> tuple[int, int]:
        span, units = self._pane.selection() or Span(0, 0), self._units()
        return units.to_units(span.start), units.to_units(span.end)

    def setSelection(self, _index: int, startOffset: int, endOffset: int) -> None:  # noqa: N803
        self.addSelection(startOffset, endOffset)

    def addSelection(self, startOffset: int, endOffset: int) -> None:  # noqa: N803
        units = self._units()
        self._pane.select(Span(units.to_points(startOffset), units.to_points(endOffset)))

    def removeSelection(self, _index: int) -> None:
        self._pane.clear_selection()

    def characterRect(self, offset: int) -> QRect:
        return self._pane.caret_rect(self._units().to_points(offset))

    def offsetAtPoint(self, point: QPoint) -> int:
        return self._units().to_units(self._pane.position_on_screen(point))

    def scrollToSubstring(self, startIndex: int, _endIndex: int) -> None:  # noqa: N803
        self.setCursorPosition(startIndex)


class _PaneSide(QAccessibleWidget):
    """A pane as a read-only text of many lines."""

    def __init__(self, widget: QWidget, pane: Readable) -> None:
        super().__init__(widget, QAccessible.Role.EditableText)
        self._text = _TextSide(pane)
        # PySide 6.11 crashes on None from `interface_cast`, where C++ means "I have no such side".
        # A wrapper that was never initialised stands for a null pointer, which is just that.
        self._nothing = _TextSide.__new__(_TextSide)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state

    def interface_cast(self, type: QAccessible.InterfaceType) -> int:
        wanted = type == QAccessible.InterfaceType.TextInterface
        # The stub says `int` for a C++ pointer; what PySide takes is the wrapper.
        return cast("int", self._text if wanted else self._nothing)


@cache
def make_readable(pane_type: type) -> None:
    """Let screen readers read every pane of a type; more calls change nothing."""

    def side_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, pane_type):
            return None
        return _PaneSide(cast("QWidget", thing), cast("Readable", thing))

    QAccessible.installFactory(side_of)
