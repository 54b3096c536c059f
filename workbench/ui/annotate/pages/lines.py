"""Rows of a few lines each: what it is in strong letters, then the words, the last line muted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y, _LEADING = 9, 6, 2  # pixels


class LinesDelegate(QStyledItemDelegate):
    """Paints a row's text line by line, each cut where the room ends."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the row's lines; the width is the view's."""
        lines = str(index.data()).count("\n") + 1
        pitch = QFontMetrics(_strong(option.font)).height() + _LEADING
        return QSize(0, lines * pitch + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        self.initStyleOption(option, index)
        lines, option.text = str(index.data()).split("\n"), ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        pitch = QFontMetrics(_strong(option.font)).height() + _LEADING
        box = QRect(option.rect).adjusted(_PAD_X, _PAD_Y, -_PAD_X, 0)
        box.setHeight(pitch)
        colors = QGuiApplication.palette()  # the style sheet pales those of the row
        painter.save()
        for place, line in enumerate(lines):
            font = option.font if place else _strong(option.font)
            muted = 0 < place == len(lines) - 1
            painter.setFont(font)
            painter.setPen((colors.placeholderText() if muted else colors.text()).color())
            cut = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)
            box.translate(0, pitch)
        painter.restore()


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong
