"""Painting a window of the pane: grounds, selection, lines of marks, text, caret, tags.

The drawings of a piece's marks are made once and kept until its marks, its layout or the theme
change, so that a frame of scrolling only replays them.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from workbench.domain.span import Span
from workbench.ui.pane.flow import Flow
from workbench.ui.pane.lanes import assign_lanes
from workbench.ui.pane.marks import Mark, MarkIndex
from workbench.ui.pane.piece_layout import PieceLayout, Stretch
from workbench.ui.pane.shapes import Drawing, drawing_of, emphasis_of, selection_path
from workbench.ui.pane.theme import SELECTED, PaneTheme, contrast, stroke

CARET_WIDTH = 2.0
MUTED_OPACITY = 0.25


@dataclass(frozen=True, slots=True)
class Attention:
    """What stands out in a window: selection, caret, the focused mark and the one pointed at."""

    selection: Span | None
    caret: int
    active: bool
    focused: str = ""
    hovered: str = ""
    tags: bool = False
    muted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Piece:
    """The drawings of one piece's marks, made for one layout of it."""

    layout: PieceLayout
    drawings: tuple[tuple[Mark, Drawing], ...]


class Painting:
    """Paints windows of one flow of text with its marks."""

    def __init__(self, flow: Flow, marks: MarkIndex, theme: PaneTheme) -> None:
        self._flow = flow
        self._marks = marks
        self._theme = theme
        self._pieces: dict[int, _Piece] = {}

    def forget(self, span: Span) -> None:
        """Make the drawings of the pieces under a span anew when they are seen again."""
        over = self._flow.pieces.over(span)
        for index in [index for index in self._pieces if index in over]:
            del self._pieces[index]

    def paint(self, painter: QPainter, top: int, clip: QRectF, attention: Attention) -> None:
        """Paint what lies in `clip`; the painter and the clip count from the text's upper left."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = list(self._flow.visible(max(top, int(clip.top())), int(clip.height()) + 1))
        self._prune({index for index, _, _ in shown})
        for index, place, layout in shown:
            painter.save()
            painter.translate(0, place)
            self._paint_piece(painter, index, layout, clip.translated(0, -place), attention)
            painter.restore()
        if attention.active or attention.selection is None:
            self._paint_caret(painter, attention)
        self._paint_tags(painter, top, clip, attention)

    def _prune(self, shown: set[int]) -> None:
        """Let go of drawings far from the window."""
        if len(self._pieces) > 4 * len(shown) + 64:
            self._pieces = {i: piece for i, piece in self._pieces.items() if i in shown}

    def _paint_piece(
        self, painter: QPainter, index: int, layout: PieceLayout, clip: QRectF, attention: Attention
    ) -> None:
        """Paint one piece from its own upper left corner."""
        shown = [
            (mark, drawing)
            for mark, drawing in self._drawings(index, layout)
            if drawing.bounds.top() < clip.bottom() + 4 and drawing.bounds.bottom() > clip.top() - 4
        ]
        emphasis = self._emphasis(index, attention)
        for mark, drawing in shown:
            painter.setOpacity(_opacity(mark, attention))
            drawing.fill(painter)
            if emphasis is not None and mark.id == attention.focused:
                emphasis.fill(painter)
        painter.setOpacity(1.0)
        if attention.selection is not None:
            self._draw_selection(painter, index, attention.selection)
        for mark, drawing in shown:
            painter.setOpacity(_opacity(mark, attention))
            drawing.draw(painter)
        painter.setOpacity(1.0)
        if emphasis is not None:
            emphasis.draw(painter)
        theme, style = self._theme, layout.style
        painter.setPen(QColor(theme.muted if style.muted else theme.text))
        layout.draw(painter, QPointF(0, 0), clip)

    def _emphasis(self, index: int, attention: Attention) -> Drawing | None:
        """The strong ground and outline of the focused mark, if it lies in this piece."""
        mark = self._marks.get(attention.focused)
        stretches = self._stretches(mark, index) if mark else []
        return emphasis_of(mark, stretches, self._theme) if mark and stretches else None

    def _stretches(self, mark: Mark, index: int) -> list[Stretch]:
        """The stretches of a mark in a piece."""
        return [
            stretch
            for fragment in mark.fragments
            for stretch in self._flow.stretches(fragment, index=index)
        ]

    def _draw_selection(self, painter: QPainter, index: int, selection: Span) -> None:
        """Draw the ground of the selection in a piece."""
        boxes = [stretch.box for stretch in self._flow.stretches(selection, index=index)]
        color = QColor(self._theme.selection)
        color.setAlphaF(SELECTED)
        painter.fillPath(selection_path(boxes), color)

    def _drawings(self, index: int, layout: PieceLayout) -> tuple[tuple[Mark, Drawing], ...]:
        """The drawings of a piece's marks, outer ones first."""
        found = self._pieces.get(index)
        if found is None or found.layout is not layout:
            found = _Piece(layout, tuple(self._draw_anew(index, layout)))
            self._pieces[index] = found
        return found.drawings

    def _draw_anew(self, index: int, layout: PieceLayout) -> list[tuple[Mark, Drawing]]:
        """Make the drawings of a piece's marks."""
        span = self._flow.pieces.span(index)
        marks = self._marks.within(span.start, span.end)
        lanes = assign_lanes(marks)
        drawings = []
        for mark in reversed(marks):
            drawing = drawing_of(
                mark,
                self._stretches(mark, index),
                layout.style,
                lane=lanes[mark.id],
                theme=self._theme,
            )
            drawings.append((mark, drawing))
        return drawings

    def _paint_caret(self, painter: QPainter, attention: Attention) -> None:
        """Paint the caret, pale while the keys go elsewhere."""
        box = self._flow.caret(attention.caret)
        color = QColor(self._theme.caret)
        color.setAlphaF(1.0 if attention.active else 0.35)
        left = round(box.x() - CARET_WIDTH / 2)
        painter.fillRect(QRectF(left, box.y() - 2, CARET_WIDTH, box.height() + 4), color)

    def _paint_tags(self, painter: QPainter, top: int, clip: QRectF, attention: Attention) -> None:
        """Paint the labels of the focused mark and the one pointed at, or of all."""
        taken: list[QRectF] = []
        ids = dict.fromkeys((attention.focused, attention.hovered))
        marks = [mark for id in ids if (mark := self._marks.get(id)) is not None]
        if attention.tags:
            marks += [mark for mark in self._in_window(clip) if mark.id not in ids]
        for mark in marks:
            boxes = self._flow.boxes(mark.fragments[0], int(clip.top()), int(clip.height()) + 1)
            if boxes:
                self._paint_tag(painter, mark, boxes[0], top, taken)

    def _in_window(self, clip: QRectF) -> list[Mark]:
        """The marks that begin in a window, in reading order."""
        shown = [i for i, _, _ in self._flow.visible(int(clip.top()), int(clip.height()) + 1)]
        if not shown:
            return []
        first, last = self._flow.pieces.starts[shown[0]], self._flow.pieces.ends[shown[-1]]
        marks = (m for m in self._marks.within(first, last) if m.span.start >= first)
        return sorted(marks, key=lambda mark: mark.span)

    def _paint_tag(
        self, painter: QPainter, mark: Mark, box: QRectF, top: int, taken: list[QRectF]
    ) -> None:
        """Paint a mark's label over its beginning, beside other tags, inside the window."""
        font = self._flow.typography.tag
        metrics = QFontMetricsF(font)
        text = tag_text(mark)
        tag = QRectF(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2)
        tag.moveBottomLeft(QPointF(box.left() - 2, box.top() - 2))
        if tag.top() < top:
            tag.moveTop(box.bottom() + 4)
        for other in taken:
            if tag.intersects(other):
                tag.moveLeft(other.right() + 3)
        taken.append(tag)
        color = stroke(self._theme, mark.color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(ink_on(color)))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def _opacity(mark: Mark, attention: Attention) -> float:
    """How solid a mark is: those of muted layers are hardly there."""
    return MUTED_OPACITY if mark.layer in attention.muted else 1.0


def tag_text(mark: Mark) -> str:
    """What the tag of a mark says: its label, and a ghost's score in per cent."""
    return mark.label if mark.score is None else f"{mark.label} {mark.score:.0%}"


def ink_on(color: str) -> str:
    """Black or white, whichever is easier to read on a colour."""
    return max("#ffffff", "#000000", key=lambda ink: contrast(ink, color))
