"""The drawings of the marks of pieces, made once and kept until something about them changes.

They are kept until the marks or the layout of their piece change, so that a frame of scrolling
only replays them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.ui.pane.marks import Mark
from workbench.ui.pane.page import Page
from workbench.ui.pane.piece_layout import PieceLayout, Stretch
from workbench.ui.pane.shapes import Drawing, drawing_of
from workbench.ui.pane.theme import PaneTheme

Drawings = tuple[tuple[Mark, Drawing], ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """The drawings of one piece's marks, made for one layout of it."""

    layout: PieceLayout
    drawings: Drawings


class DrawnMarks:
    """How the marks of a page look, piece by piece, in one theme."""

    def __init__(self, page: Page, theme: PaneTheme) -> None:
        self._page = page
        self._theme = theme
        self._kept: dict[int, _Kept] = {}

    def of(self, index: int, layout: PieceLayout) -> Drawings:
        """The drawings of a piece's marks, outer ones first."""
        found = self._kept.get(index)
        if found is None or found.layout is not layout:
            found = _Kept(layout, self._draw(index, layout))
            self._kept[index] = found
        return found.drawings

    def forget(self, pieces: Iterable[int]) -> None:
        """Make the drawings of some pieces anew when they are seen again."""
        for index in pieces:
            self._kept.pop(index, None)

    def prune(self, seen: set[int]) -> None:
        """Let go of drawings far from the pieces that are seen."""
        if len(self._kept) > 4 * len(seen) + 64:
            self._kept = {i: kept for i, kept in self._kept.items() if i in seen}

    def stretches(self, mark: Mark, index: int) -> list[Stretch]:
        """The stretches of a mark in a piece."""
        return [
            stretch
            for fragment in mark.fragments
            for stretch in self._page.flow.stretches(fragment, index=index)
        ]

    def _draw(self, index: int, layout: PieceLayout) -> Drawings:
        """Make the drawings of a piece's marks, but for those in rows."""
        span = self._page.flow.pieces.span(index)
        return tuple(
            (mark, self._drawing(mark, index, layout))
            for mark in reversed(self._page.marks.within(span.start, span.end))
            if mark.row is None
        )

    def _drawing(self, mark: Mark, index: int, layout: PieceLayout) -> Drawing:
        """Make the drawing of a mark in a piece."""
        stretches, lane = self.stretches(mark, index), self._page.lanes.of(mark)
        return drawing_of(mark, stretches, layout.style, lane=lane, theme=self._theme)
