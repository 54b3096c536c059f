"""Painting a window of the pane: grounds, curves, lines of marks, text, and what lies over it.

Everything behind the text is painted for all pieces before any text is, so that a curve from one
piece to another hides no letter.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from workbench.domain.span import Span
from workbench.ui.pane.attention import Attention
from workbench.ui.pane.bridges import paint_bridges
from workbench.ui.pane.canvas import Canvas
from workbench.ui.pane.curves import Route, paint_names, paint_routes, pulled, routes_of
from workbench.ui.pane.drawings import DrawnMarks
from workbench.ui.pane.handles import paint_handles
from workbench.ui.pane.highlights import paint_highlight
from workbench.ui.pane.lanes import family_of
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.page import Page
from workbench.ui.pane.piece_layout import PieceLayout
from workbench.ui.pane.rows import paint_rows
from workbench.ui.pane.shapes import Drawing, emphasis_of, selection_path
from workbench.ui.pane.tags import paint_numbers, paint_tag
from workbench.ui.pane.theme import SELECTED, PaneTheme

CARET_WIDTH = 2.0
MUTED_OPACITY = 0.25
TRIMMED_OPACITY = 0.5


@dataclass(frozen=True, slots=True)
class _Seen:
    """A piece in the window: its number, place and layout, and what is drawn of its marks."""

    index: int
    place: int
    layout: PieceLayout
    drawings: list[tuple[Mark, Drawing]]
    strong: dict[str, Drawing]

    def busy(self, box: QRectF) -> bool:
        """Whether a line under the text runs through a box of the window."""
        box = box.translated(0, -self.place)
        return any(d.crosses(box) for mark, d in self.drawings if family_of(mark) == "under")


class Painting:
    """Paints windows of one page."""

    def __init__(self, page: Page, theme: PaneTheme) -> None:
        self._flow = page.flow
        self._marks = page.marks
        self._theme = theme
        self._drawn = DrawnMarks(page, theme)

    def renew(self, pieces: Iterable[int]) -> None:
        """Paint what changed of the marks of some pieces when they are seen again."""
        self._drawn.renew(pieces)

    def paint(self, painter: QPainter, window: QRectF, clip: QRectF, attention: Attention) -> None:
        """Paint what lies in `clip` of a window; all places count from the text's upper left."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = Canvas(painter, self._flow, self._theme, window)
        focused = attention.moved or self._marks.get(attention.focused)
        seen = self._see(clip, focused, attention)
        for piece in seen:
            with canvas.at(piece.place):
                self._paint_grounds(painter, piece, attention)
        routes = self._routes(canvas, focused, attention)
        paint_routes(canvas, routes)
        if focused is not None:
            paint_bridges(canvas, focused)
        for piece in seen:
            with canvas.at(piece.place):
                _paint_lines(painter, piece, attention)
                self._paint_text(painter, piece, clip)
        paint_rows(canvas, self._in_rows(canvas), attention)
        self._paint_over(canvas, focused, attention)
        paint_names(canvas, routes)
        # Where all tags are shown, every line has room for them.
        crowded = [] if attention.tags else seen
        for mark in self._tagged(canvas, focused, attention):
            paint_tag(canvas, mark, busy=lambda box: any(piece.busy(box) for piece in crowded))

    # --- what is seen

    def _see(self, clip: QRectF, focused: Mark | None, attention: Attention) -> list[_Seen]:
        """The pieces that a clip shows, each with the marks that it shows of them."""
        target = self._marks.get(attention.pull.target) if attention.pull else None
        strong = [mark for mark in (focused, target) if mark is not None and mark.row is None]
        visible = self._flow.visible(int(clip.top()), int(clip.height()))
        seen = []
        for index, place, layout in visible:
            top, bottom = clip.top() - place - 4, clip.bottom() - place + 4
            drawings = [
                (mark, drawing)
                for mark, drawing in self._drawn.of(index, layout)
                if drawing.bounds.top() < bottom and drawing.bounds.bottom() > top
            ]
            emphasis = {mark.id: self._emphasis(mark, index) for mark in strong}
            seen.append(_Seen(index, place, layout, drawings, emphasis))
        self._drawn.prune({piece.index for piece in seen})
        return seen

    def _emphasis(self, mark: Mark, index: int) -> Drawing:
        """The strong ground and outline of a mark in a piece."""
        return emphasis_of(mark, self._drawn.stretches(mark, index), self._theme)

    def _routes(self, canvas: Canvas, focused: Mark | None, attention: Attention) -> list[Route]:
        """The curves of the focused mark's relations, or of one that is being dragged."""
        pull = attention.pull
        if pull is not None:
            source = self._marks.get(pull.source)
            return pulled(canvas, source, pull.at, self._marks.get(pull.target)) if source else []
        return routes_of(canvas, focused, attention.links, self._marks.get) if focused else []

    def _tagged(self, canvas: Canvas, focused: Mark | None, attention: Attention) -> list[Mark]:
        """The marks whose labels are shown: the focused one and the one pointed at, or all."""
        hovered = self._marks.get(attention.hovered)
        marks = {mark.id: mark for mark in (focused, hovered) if mark and mark.row is None}
        for mark in self._in_window(canvas) if attention.tags else ():
            marks.setdefault(mark.id, mark)
        return list(marks.values())

    def _in_window(self, canvas: Canvas) -> list[Mark]:
        """The marks that begin in a window, in reading order."""
        seen = self._text_in(canvas)
        marks = (m for m in self._marks.within(seen.start, seen.end) if m.span.start >= seen.start)
        return sorted((m for m in marks if m.row is None), key=lambda mark: mark.span)

    def _in_rows(self, canvas: Canvas) -> list[Mark]:
        """The marks in rows that a window shows, longer ones first."""
        if not self._flow.typography.styles["paragraph"].rows:
            return []
        seen = self._text_in(canvas)
        marks = self._marks.within(seen.start, seen.end)
        return [mark for mark in reversed(marks) if mark.row is not None]

    def _text_in(self, canvas: Canvas) -> Span:
        """The text of the pieces that a window shows."""
        shown = [index for index, _, _ in self._flow.visible(canvas.top, canvas.height)]
        if not shown:
            return Span(0, 0)
        return Span(self._flow.pieces.starts[shown[0]], self._flow.pieces.ends[shown[-1]])

    # --- behind the text, the text, and over it

    def _paint_grounds(self, painter: QPainter, piece: _Seen, attention: Attention) -> None:
        """Paint what lies under everything: found places, tints, the selection."""
        self._paint_highlights(painter, piece.index, attention)
        strong = dict(piece.strong)
        for mark, drawing in piece.drawings:
            painter.setOpacity(_opacity(mark, attention))
            drawing.fill(painter)
            # A border that is being dragged may lie where the mark itself does not reach yet.
            if mark.id in strong and attention.moved is None:
                strong.pop(mark.id).fill(painter)
        painter.setOpacity(1.0)
        for drawing in strong.values():
            drawing.fill(painter)
        if attention.selection is not None:
            self._fill(painter, piece.index, attention.selection, SELECTED)
        for span in attention.trimmed:
            self._fill(painter, piece.index, span, TRIMMED_OPACITY * attention.glow)

    def _paint_highlights(self, painter: QPainter, index: int, attention: Attention) -> None:
        """Paint the grounds of found places in a piece."""
        highlights = attention.highlights
        for span in highlights.within(self._flow.pieces.span(index)):
            boxes = [stretch.box for stretch in self._flow.stretches(span, index=index)]
            paint_highlight(painter, boxes, self._theme, current=span == highlights.current)

    def _fill(self, painter: QPainter, index: int, span: Span, share: float) -> None:
        """Fill the ground of a span in a piece as the selection's."""
        boxes = [stretch.box for stretch in self._flow.stretches(span, index=index)]
        color = QColor(self._theme.selection)
        color.setAlphaF(share)
        painter.fillPath(selection_path(boxes), color)

    def _paint_text(self, painter: QPainter, piece: _Seen, clip: QRectF) -> None:
        """Paint the text of a piece."""
        muted = piece.layout.style.muted
        painter.setPen(QColor(self._theme.muted if muted else self._theme.text))
        piece.layout.draw(painter, QPointF(0, 0), clip.translated(0, -piece.place))

    def _paint_over(self, canvas: Canvas, focused: Mark | None, attention: Attention) -> None:
        """Paint what lies over the text: caret, handles, numbers."""
        shown = attention.active or attention.selection is None
        if shown and canvas.shows(attention.caret):
            self._paint_caret(canvas, attention)
        if focused is not None and focused.kind == "annotation" and focused.row is None:
            paint_handles(canvas, focused)
        paint_numbers(canvas, attention.numbers, self._marks.get)

    def _paint_caret(self, canvas: Canvas, attention: Attention) -> None:
        """Paint the caret, pale while the keys go elsewhere."""
        box = self._flow.caret(attention.caret)
        color = QColor(self._theme.caret)
        color.setAlphaF(1.0 if attention.active else 0.35)
        left = round(box.x() - CARET_WIDTH / 2)
        canvas.painter.fillRect(QRectF(left, box.y() - 2, CARET_WIDTH, box.height() + 4), color)


def _paint_lines(painter: QPainter, piece: _Seen, attention: Attention) -> None:
    """Paint the lines of a piece's marks."""
    for mark, drawing in piece.drawings:
        outlined = mark.id in piece.strong and attention.moved is None
        if not (outlined and family_of(mark) != "under"):
            painter.setOpacity(_opacity(mark, attention))
            drawing.draw(painter)
    painter.setOpacity(1.0)
    for drawing in piece.strong.values():
        drawing.draw(painter)


def _opacity(mark: Mark, attention: Attention) -> float:
    """How solid a mark is: those of muted layers are hardly there."""
    return MUTED_OPACITY if mark.layer in attention.muted else 1.0
