"""Small labels beside marks: the names of their labels, and numbers to pick them by.

A tag is no higher than the gap between two lines, so that it never hides a letter of the line
above. Where lines of marks run through that gap it goes to the mark's other end, or beside the
column, if there is room nearby.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from workbench.ui.pane.canvas import Canvas
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.piece_layout import Stretch
from workbench.ui.pane.theme import tag_ground

_ROUND = 3.5  # pixels of a tag's corner
_RAISED = 1.0  # pixels between a tag and the text under it
_NEAR = 160.0  # pixels from the column's edge within which a tag beside it is still understood
_BESIDE = 8.0  # pixels between a tag beside the column and the column


def paint_tag(canvas: Canvas, mark: Mark, *, busy: Callable[[QRectF], bool]) -> None:
    """Paint a mark's label where it begins in the window; `busy` tells where lines are drawn."""
    stretches = canvas.seen(mark.fragments[0])
    if not stretches:
        return
    font, text = canvas.flow.typography.tag, tag_text(mark)
    places = _places(canvas, _box_of(font, text), stretches[0])
    tag = canvas.settle(next((place for place in places if not busy(place)), places[0]))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(QColor(tag_ground(canvas.theme, mark.color)))
    canvas.painter.drawRoundedRect(tag, _ROUND, _ROUND)
    _write(canvas, tag, text, font)


def paint_numbers(
    canvas: Canvas, numbers: Mapping[str, str], find: Callable[[str], Mark | None]
) -> None:
    """Paint numbers over the beginnings of the marks that they are given for."""
    font, theme = QFont(canvas.flow.typography.tag), canvas.theme
    font.setWeight(QFont.Weight.Bold)
    for id, number in numbers.items():
        mark = find(id)
        stretches = canvas.seen(mark.fragments[0]) if mark else []
        if stretches:
            badge = _box_of(font, number)
            badge.setWidth(max(badge.width() - 3, badge.height()))
            box = stretches[0].box
            badge.moveCenter(box.topRight() if stretches[0].backward else box.topLeft())
            badge.translate(0, -3)
            badge = canvas.settle(badge)
            canvas.painter.setPen(QPen(QColor(theme.background), 1.5))
            canvas.painter.setBrush(QColor(theme.caret))
            canvas.painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
            _write(canvas, badge, number, font)


def tag_text(mark: Mark) -> str:
    """What the tag of a mark says: its label, and a ghost's score in per cent."""
    return mark.label if mark.score is None else f"{mark.label} {mark.score:.0%}"


def _places(canvas: Canvas, tag: QRectF, first: Stretch) -> list[QRectF]:
    """Where a tag may go, the best first: over its mark, at the other end, beside the column."""
    box = first.box
    over = box.top() - _RAISED - tag.height()
    if over < canvas.window.top():
        return [_moved(tag, box.left() - 2, box.bottom() + 4)]
    left, right = (_moved(tag, x, over) for x in (box.left() - 2, box.right() + 2 - tag.width()))
    places = [right, left] if first.backward else [left, right]
    beside = _moved(tag, -_BESIDE - tag.width(), box.center().y() - tag.height() / 2)
    is_room = beside.left() > canvas.window.left() and box.left() < _NEAR
    return [*places, beside] if is_room else places


def _moved(box: QRectF, left: float, top: float) -> QRectF:
    """A box of the same size elsewhere."""
    return QRectF(left, top, box.width(), box.height())


def _box_of(font: QFont, text: str) -> QRectF:
    """The size of a tag: capitals and descenders with little air."""
    metrics = QFontMetricsF(font)
    height = round(metrics.capHeight() + metrics.descent()) + 2
    return QRectF(0, 0, metrics.horizontalAdvance(text) + 10, height)


def _write(canvas: Canvas, box: QRectF, text: str, font: QFont) -> None:
    """Write in the page's colour in the middle of a box, by the height of capitals."""
    metrics = QFontMetricsF(font)
    left = box.center().x() - metrics.horizontalAdvance(text) / 2
    canvas.painter.setFont(font)
    canvas.painter.setPen(QColor(canvas.theme.background))
    baseline = box.center().y() + metrics.capHeight() / 2
    canvas.painter.drawText(QPointF(left, baseline), text)
