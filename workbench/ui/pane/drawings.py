"""The drawings of the marks of pieces, made once and kept until something about them changes.

A frame of scrolling only replays them. A mark that comes or goes moves no other, so that only its
own drawing is made when the marks of a piece change; all of them are where its layout does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.ui.pane.marks import Mark
from workbench.ui.pane.page import Page
from workbench.ui.pane.piece_layout import PieceLayout, Stretch
from workbench.ui.pane.shapes import Drawing, drawing_of
from workbench.ui.pane.theme import PaneTheme

Drawings = tuple[tuple[Mark, Drawing], ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """The drawings of one piece's marks in their lanes, made for one layout of it."""

    layout: PieceLayout
    made: Mapping[tuple[Mark, int], Drawing]
    drawings: Drawings


class DrawnMarks:
    """How the marks of a page look, piece by piece, in one theme."""

    def __init__(self, page: Page, theme: PaneTheme) -> None:
        self._page = page
        self._theme = theme
        self._kept: dict[int, _Kept] = {}
        self._stale: set[int] = set()  # pieces whose marks changed since

    def of(self, index: int, layout: PieceLayout) -> Drawings:
        """The drawings of a piece's marks, outer ones first."""
        found = self._kept.get(index)
        if found is None or found.layout is not layout or index in self._stale:
            found = self._kept[index] = self._draw(index, layout, found)
            self._stale.discard(index)
        return found.drawings

    def renew(self, pieces: Iterable[int]) -> None:
        """Draw what changed of the marks of some pieces when they are seen again."""
        self._stale.update(pieces)

    def prune(self, seen: set[int]) -> None:
        """Let go of drawings far from the pieces that are seen."""
        if len(self._kept) > 4 * len(seen) + 64:
            self._kept = {i: kept for i, kept in self._kept.items() if i in seen}
            self._stale &= self._kept.keys()

    def stretches(self, mark: Mark, index: int) -> list[Stretch]:
        """The stretches of a mark in a piece."""
        return [
            stretch
            for fragment in mark.fragments
            for stretch in self._page.flow.stretches(fragment, index=index)
        ]

    def _draw(self, index: int, layout: PieceLayout, before: _Kept | None) -> _Kept:
        """Draw a piece's marks, but for those in rows and those drawn before that stay the same."""
        known = before.made if before is not None and before.layout is layout else {}
        span = self._page.flow.pieces.span(index)
        made = {}
        for mark in reversed(self._page.marks.within(span.start, span.end)):
            if mark.row is None:
                key = (mark, self._page.lanes.of(mark))
                made[key] = known.get(key) or self._drawing(*key, index, layout)
        return _Kept(layout, made, tuple((mark, drawing) for (mark, _), drawing in made.items()))

    def _drawing(self, mark: Mark, lane: int, index: int, layout: PieceLayout) -> Drawing:
        """Make the drawing of a mark in a piece."""
        stretches = self.stretches(mark, index)
        return drawing_of(mark, stretches, layout.style, lane=lane, theme=self._theme)
