"""What a pane sees of its text: the scroll bar, the column's place, and the ways between the two.

Places are pixels from the viewport's upper left corner on one side, and from the text's on the
other; the window is the part of the text that the viewport shows.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSignalBlocker, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from workbench.domain.span import Span
from workbench.ui.pane.flow import MARGIN, Flow
from workbench.ui.pane.handles import Handle, handle_at, handles_of
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.page import Page
from workbench.ui.pane.typography import Typography

SIDE = 24  # pixels kept free beside the text in a narrow pane


class Sight:
    """The window of one scroll area over the page that it shows."""

    page: Page

    def __init__(self, area: QAbstractScrollArea) -> None:
        self._area = area
        self._ahead = QTimer(area)  # so that scrolling on finds the next piece laid out
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(lambda: self.flow.lay_next(self.top + self.height))

    @property
    def flow(self) -> Flow:
        """The text as it flows."""
        return self.page.flow

    @property
    def top(self) -> int:
        """The top of the window, from the text's upper left."""
        return self._area.verticalScrollBar().value() - MARGIN

    @property
    def height(self) -> int:
        """The height of the window."""
        return self._area.viewport().height()

    @property
    def origin(self) -> QPointF:
        """Where the text's upper left corner lies in the viewport."""
        middle = (self._area.viewport().width() - self.flow.width) // 2
        left = max(SIDE, self.flow.typography.before, middle)
        return QPointF(left, -self.top)

    def position_at(self, point: QPointF) -> int:
        """The caret position nearest to a place in the viewport."""
        return self.flow.position_at(self.in_text(point))

    def in_text(self, point: QPointF) -> QPointF:
        """Where a place in the viewport lies in the text."""
        return point - self.origin

    def handle_at(self, point: QPointF, mark: Mark) -> Handle | None:
        """The handle of a mark that a place in the viewport means; None for none."""
        handles = handles_of(self.flow, mark, self.top, self.height)
        return handle_at(handles, self.in_text(point))

    def place_of(self, box: QRectF) -> QRect:
        """Where a box of the text lies in the viewport."""
        return box.translated(self.origin).toAlignedRect()

    def box_of(self, spans: Iterable[Span]) -> QRectF:
        """The box around what is seen of some spans; null where nothing is."""
        found = QRectF()
        for span in spans:
            for stretch in self.flow.seen(span, self.top, self.height):
                found = found.united(stretch.box)
        return found

    def show_from(self, top: int) -> None:
        """Lay out what a window from `top` shows, correct the scroll bar, and paint."""
        top = self.flow.settle(top, self.height)
        bar = self._area.verticalScrollBar()
        blocker = QSignalBlocker(bar)
        bar.setRange(0, self.flow.lowest(self.height) + MARGIN)
        bar.setPageStep(self.height)
        bar.setSingleStep(self.flow.typography.styles["paragraph"].pitch)
        bar.setValue(top + MARGIN)
        blocker.unblock()
        self._area.viewport().update()

    def look_ahead(self) -> None:
        """Lay out what comes next, once the window has nothing else to do."""
        self._ahead.start(0)

    def set_anew(self, typography: Typography) -> None:
        """Set the text anew at the width and size of now; the first position seen stays first."""
        first = self.flow.position_at(QPointF(0, max(0, self.top)))
        at_top = self.top <= 0
        self.flow.set_width(typography, width_of(self._area, typography))
        self.show_from(-MARGIN if at_top else int(self.flow.caret(first).top()))

    def reveal(self, position: int) -> None:
        """Scroll just so far that a position is seen."""
        room = self.flow.typography.styles["paragraph"].pitch
        self.show_from(self.flow.reveal(position, self.top, self.height, room=room))

    def scroll_towards(self, point: QPointF) -> bool:
        """Scroll if a place lies beyond the viewport's edge, faster further out."""
        beyond = point.y() - max(0.0, min(point.y(), float(self.height)))
        if beyond:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond / 3 + (3 if beyond > 0 else -3)))
        return bool(beyond)


def width_of(area: QAbstractScrollArea, typography: Typography) -> int:
    """The width of the text's column in an area, in pixels."""
    room = area.viewport().width() - max(SIDE, typography.before) - SIDE
    return max(80, min(typography.measure, room))
