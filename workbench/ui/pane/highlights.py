"""Places that something was found at: a ground for each under the marks, one of them the current.

They come in the order of the text and do not overlap, as a search gives them, so that a window
asks for its own by one binary search.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from workbench.domain.span import Span
from workbench.ui.pane.theme import PaneTheme

_ROUND = 4.0  # pixels of a corner's radius
_OVER = 4.0  # pixels that a ground reaches over its text, so that it is seen around a tint
_RIM = 1.5  # pixels of the rim around the current place


class Highlights:
    """Found places of one text; `current` counts them from 0, and -1 is none."""

    __slots__ = ("_spans", "current")

    def __init__(self, spans: Sequence[Span] = (), *, current: int = -1) -> None:
        self._spans = spans
        self.current = spans[current] if 0 <= current < len(spans) else None

    def within(self, span: Span) -> Iterator[Span]:
        """The places that share a position with a stretch of text."""
        place = bisect_right(self._spans, span.start, key=lambda found: found.end)
        while place < len(self._spans) and self._spans[place].start < span.end:
            yield self._spans[place]
            place += 1


NO_HIGHLIGHTS = Highlights()


def paint_highlight(
    painter: QPainter, boxes: Iterable[QRectF], theme: PaneTheme, *, current: bool
) -> None:
    """Paint the ground of one place, with a rim around the current one."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box in boxes:
        path.addRoundedRect(box.adjusted(-_OVER, -_OVER, _OVER, _OVER), _ROUND, _ROUND)
    painter.fillPath(path, QColor(theme.found_now if current else theme.found))
    if current:
        painter.strokePath(path, QPen(QColor(theme.text), _RIM))
