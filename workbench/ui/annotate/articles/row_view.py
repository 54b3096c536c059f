"""How the article list shows its rows: painted without a widget each, all of one height."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.domain.offsets import Utf16Map
from workbench.ui.annotate.articles.article_model import TWIN, Index
from workbench.ui.annotate.articles.folding import Twin
from workbench.ui.language import number
from workbench.ui.long_list import LongList
from workbench.ui.theme import LIGHT

HEIGHT = 82  # pixels of a row
_PAD, _LINE = 10, 20
_ARROW = 18  # pixels, of the triangle beside the number of near-duplicates
_INDENT = 16  # pixels, of a near-duplicate below the first


class RowDelegate(QStyledItemDelegate):
    """Paints a row: title, details, and a dot a layer."""

    tokens = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, twin = index.data(Qt.ItemDataRole.UserRole), index.data(TWIN)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, state)
        inner = _inner(rect)
        if twin is not None and not twin.first:
            self._branch(painter, inner)
            inner.adjust(_INDENT, 0, 0, 0)
        upper = inner.adjusted(0, 0, 0, -_LINE)
        self._title(painter, upper, row.title, bold=not row.done())
        lower = inner.adjusted(0, inner.height() - _LINE, -4 * 14 - 6, 0)
        if twin is not None and twin.first:
            fold = knob(rect, twin, option.font)
            self._knob(painter, fold, twin)
            lower.setLeft(fold.right() + 8)
        self._details(painter, lower, row.details())
        for place, status in enumerate(reversed(row.status.values())):
            self._dot(painter, QPointF(inner.right() - place * 14 - 4, inner.bottom() - 8), status)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        """Tinted where the row is selected, and a line around the one that the keys have reached.

        They reach rows that they do not select, with Ctrl held down.
        """
        selected = bool(state & QStyle.StateFlag.State_Selected)
        reached = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(QColor(self.tokens.selected) if selected else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.tokens.accent), 1.2) if reached else Qt.PenStyle.NoPen)
        if selected or reached:
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), 8, 8)

    def _title(self, painter: QPainter, rect: QRect, title: str, *, bold: bool) -> None:
        """The title on up to two lines."""
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        cut = first_line(title, font, rect.width())
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.text))
        rest = metrics.elidedText(title[cut:], Qt.TextElideMode.ElideRight, rect.width())
        for row, line in enumerate((title[:cut], rest)):
            painter.drawText(rect.left(), rect.top() + metrics.ascent() + row * _LINE, line)

    def _details(self, painter: QPainter, rect: QRect, text: str) -> None:
        """The quiet line below."""
        painter.setFont(_small(painter.font()))
        painter.setPen(QColor(self.tokens.muted))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, elided)

    def _branch(self, painter: QPainter, rect: QRect) -> None:
        """The line that a near-duplicate hangs on."""
        painter.setPen(QPen(QColor(self.tokens.muted), 1.2))
        x = rect.left() + 3
        painter.drawLine(x, rect.top() - _PAD, x, rect.bottom() + _PAD)

    def _knob(self, painter: QPainter, rect: QRect, twin: Twin) -> None:
        """How many near-duplicates an article has, beside a triangle that points to them."""
        color = QColor(self.tokens.accent)
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 6, 6)
        x, y = rect.left() + 10.0, rect.center().y() + 0.5
        right = (QPointF(x - 2, y - 4), QPointF(x - 2, y + 4), QPointF(x + 3, y))
        down = (QPointF(x - 4, y - 2), QPointF(x + 4, y - 2), QPointF(x, y + 3))
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF(right if twin.folded else down))
        painter.setFont(_small(painter.font()))
        text = rect.adjusted(_ARROW, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, _others(twin))

    def _dot(self, painter: QPainter, center: QPointF, status: str) -> None:
        """Hollow is new, tinted is started, full is done, a dash is skipped."""
        color = QColor(self.tokens.accent)
        painter.setPen(QPen(color, 1.4))
        if status == "skipped":
            painter.drawLine(center - QPointF(3.5, 0), center + QPointF(3.5, 0))
            return
        fill = QColor(color)
        fill.setAlpha({"done": 255, "started": 90}.get(status, 0))
        painter.setBrush(fill)
        painter.drawEllipse(center, 3.6, 3.6)


def _inner(rect: QRect) -> QRect:
    """A row without its margins."""
    return rect.adjusted(_PAD + 4, _PAD, -_PAD - 4, -_PAD)


def knob(rect: QRect, twin: Twin, font: QFont) -> QRect:
    """Where in a row the near-duplicates are unfolded and folded: as wide as their number."""
    inner, metrics = _inner(rect), QFontMetrics(_small(font))
    width = _ARROW + metrics.horizontalAdvance(_others(twin)) + 8
    return QRect(inner.left(), inner.bottom() - _LINE + 2, width, _LINE - 2)


def _others(twin: Twin) -> str:
    return f"+{number(twin.others)}"


def _small(font: QFont) -> QFont:
    """The font of the quiet line."""
    small = QFont(font)
    small.setWeight(QFont.Weight.Normal)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


class Rows(LongList):
    """The rows, all of one height: one that changes is painted again, and moves no other.

    Several are selected with Shift and Ctrl. What is selected is asked for as ranges of rows, of
    which a hundred thousand rows are one.
    """

    turned = Signal(QModelIndex)  # the first of near-duplicates, which are to be folded or not

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected(self) -> list[int]:
        """The places that are selected, from above."""
        ranges = self.selectionModel().selection().toList()
        return sorted(place for each in ranges for place in range(each.top(), each.bottom() + 1))

    def take(self, index: Index) -> None:
        """Make a row the current one and the only one selected, whatever keys are held down."""
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, alone)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave what is selected where a click meets no row."""
        if isinstance(event, QMouseEvent) and not index.isValid():
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold near-duplicates where their number stands; elsewhere choose a row."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        twin = index.data(TWIN)
        if twin is not None and twin.first and self.knob(index).contains(place):
            self.turned.emit(index)
        else:
            super().mousePressEvent(event)

    def knob(self, index: QModelIndex) -> QRect:
        """Where the near-duplicates of a row are unfolded and folded."""
        return knob(self.visualRect(index), index.data(TWIN), self.font())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold near-duplicates to the right, fold them to the left."""
        twin = self.currentIndex().data(TWIN)
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if twin is not None and wanted == twin.folded:
            self.turned.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint rows again; a list of Qt's would lay all ten thousand out anew."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))


def first_line(title: str, font: QFont, width: int) -> int:
    """How many code points of a title stand on its first line."""
    layout = QTextLayout(title, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return Utf16Map(title).to_points(line.textLength())
