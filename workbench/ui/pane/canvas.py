"""A window being painted: the painter at the text's upper left corner, and what it paints on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.domain.span import Span
from workbench.ui.pane.flow import Flow
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.piece_layout import Stretch
from workbench.ui.pane.theme import PaneTheme


@dataclass(frozen=True, slots=True)
class Canvas:
    """One window of a flow under a painter; `window` counts from the text's upper left.

    `taken` are the places of small labels, so that none is painted over another.
    """

    painter: QPainter
    flow: Flow
    theme: PaneTheme
    window: QRectF
    taken: list[QRectF] = field(default_factory=list)

    @property
    def top(self) -> int:
        """Where the window begins."""
        return int(self.window.top())

    @property
    def height(self) -> int:
        """How high the window is."""
        return int(self.window.height())

    def shows(self, position: int) -> bool:
        """Whether the window shows the piece that a position is in."""
        return self.flow.shows(position, self.top, self.height)

    def gap_at(self, y: float) -> float:
        """The middle of the gap between two lines in the window that is nearest to a height."""
        return self.flow.gap_at(min(max(y, self.top), self.top + self.height - 1))

    def seen(self, span: Span) -> list[Stretch]:
        """What the window shows of a span."""
        return self.flow.seen(span, self.top, self.height)

    def seen_of(self, mark: Mark) -> list[Stretch]:
        """What the window shows of a mark."""
        return [stretch for fragment in mark.fragments for stretch in self.seen(fragment)]

    @contextmanager
    def at(self, place: float) -> Iterator[None]:
        """Let the painter stand at the upper left corner of a piece."""
        self.painter.save()
        self.painter.translate(0, place)
        try:
            yield
        finally:
            self.painter.restore()

    def settle(self, label: QRectF) -> QRectF:
        """Move a small label beside those already there, inside the window, and take its place."""
        for other in self.taken:
            if label.intersects(other):
                label.moveLeft(other.right() + 3)
        label.moveRight(min(label.right(), self.window.right()))
        self.taken.append(label)
        return label
