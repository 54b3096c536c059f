"""A concordance: places of texts one below the other, each in the middle of its line.

Rows are asked for as they come into sight, so that a search with a million hits shows its first
page at once. A row may have a tick, which the mouse or Space turns.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from unicodedata import bidirectional

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workbench.domain.occurrences import Context
from workbench.domain.span import Span
from workbench.ui.long_list import LongList
from workbench.ui.ticks import SIZE, paint_mark, paint_tick

Index = QModelIndex | QPersistentModelIndex
PAGE = 100  # rows
FAR = 2_000  # rows that are read to bring one of them into sight
_PAD, _GAP = 8, 10  # pixels
TALL = Qt.ItemDataRole.UserRole + 1  # whether rows have a line below
_HIT_AT = 0.42  # of the line's width: where the middle of the hit stands


@dataclass(frozen=True, slots=True)
class Row:
    """A place in its context; `below` is said under it. `ticked` is None where there is no tick.

    A fixed row stands there to be seen, and its tick cannot be turned.
    """

    article: str
    span: Span
    context: Context
    below: str = ""
    ticked: bool | None = None
    fixed: bool = False


class ConcordanceModel(QAbstractListModel):
    """Rows, some of them not read yet."""

    ticks_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._coming: Iterator[Row] = iter(())
        self._more = self._tall = False

    def show_rows(self, rows: Iterable[Row], *, at_once: int = PAGE) -> None:
        """Show these rows and no others; so many of them are read at once."""
        coming = iter(rows)
        first = list(islice(coming, at_once))
        self.beginResetModel()
        self._rows, self._coming, self._more = first, coming, len(first) == at_once
        self._tall = any(row.below for row in first)
        self.endResetModel()
        self.ticks_changed.emit()

    def rows(self) -> list[Row]:
        """The rows that are read so far."""
        return self._rows

    def turn(self, place: int) -> None:
        """Turn the tick of a row that has one."""
        row = self._rows[place]
        if row.ticked is not None and not row.fixed:
            self._rows[place] = replace(row, ticked=not row.ticked)
            self._say_changed(place, place)

    def tick_all(self) -> None:
        """Tick all rows that can be ticked; none, where all are."""
        free = [p for p, row in enumerate(self._rows) if row.ticked is not None and not row.fixed]
        ticked = not all(self._rows[place].ticked for place in free)
        for place in free:
            self._rows[place] = replace(self._rows[place], ticked=ticked)
        if free:
            self._say_changed(free[0], free[-1])

    def _say_changed(self, first: int, last: int) -> None:
        """Say that the ticks of these rows, and of what is between, were turned."""
        self.dataChanged.emit(self.index(first), self.index(last))
        self.ticks_changed.emit()

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many rows are read."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be more rows."""
        return not parent.isValid() and self._more

    def fetchMore(self, _parent: Index) -> None:
        """Read a further page."""
        new = list(islice(self._coming, PAGE))
        self._more = len(new) == PAGE
        if new:
            begin = len(self._rows)
            self.beginInsertRows(QModelIndex(), begin, begin + len(new) - 1)
            self._rows += new
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its words, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == TALL:
            return self._tall
        if role == Qt.ItemDataRole.DisplayRole:
            return row.context.match
        return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, row: Row) -> str:
        words = f"{row.context.left}{row.context.match}{row.context.right}"
        ticked = {None: "", True: self.tr("ticked"), False: self.tr("not ticked")}[row.ticked]
        return ", ".join(part for part in (words, row.below, ticked) if part)


class ConcordanceView(LongList):
    """Shows a concordance; Return and a double click choose a row."""

    row_shown = Signal(object)  # Row: the one in hand
    row_chosen = Signal(object)  # Row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ConcordanceModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(lambda index: self.row_chosen.emit(self.row_at(index.row())))

    def concordance(self) -> ConcordanceModel:
        """The rows behind the view."""
        return self._model

    def row_at(self, place: int) -> Row:
        """The row at a place."""
        return self._model.rows()[place]

    def step(self, direction: int) -> Row | None:
        """Go to the next row (1) or the one before (-1), round the ends; None where none is."""
        here = self.currentIndex().row()
        if here < 0:
            here = -1 if direction > 0 else 0
        self._read_until(here + 1)
        count = self._model.rowCount()
        return self.go_to((here + direction) % count) if count else None

    def go_to(self, place: int) -> Row | None:
        """Take a row in hand; None where it lies too far down to be read for that."""
        self._read_until(place)
        index = self._model.index(place)
        self.setCurrentIndex(index)
        return self.row_at(place) if index.isValid() else None

    def _read_until(self, place: int) -> None:
        """Read pages until a row is there, but not without an end."""
        while place >= self._model.rowCount() < FAR and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())

    # --- Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which row is in hand while a person walks the list."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.row_shown.emit(self.row_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn a tick with Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._model.turn(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn a tick that is clicked."""
        index = self.indexAt(event.position().toPoint())
        inside = _box(self.visualRect(index)).adjusted(-_PAD, -_PAD, _GAP // 2, _PAD)
        if index.isValid() and inside.contains(event.position().toPoint()):
            self._model.turn(index.row())
        super().mouseReleaseEvent(event)


def _box(rect: QRect) -> QRect:
    """Where the tick of a row stands."""
    return QRect(rect.left() + _PAD, rect.center().y() - SIZE // 2, SIZE, SIZE)


class _Delegate(QStyledItemDelegate):
    """Paints a row: its tick, the hit with what stands around it, and the line below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        lines = 2 if index.data(TALL) else 1
        return QSize(200, lines * option.fontMetrics.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        palette = QGuiApplication.palette()
        quiet = palette.placeholderText().color()
        color = quiet if row.fixed else palette.text().color()
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.highlight())
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 8, 8)
        left = _PAD
        if row.ticked is not None:
            if row.fixed:
                paint_mark(painter, _box(rect), color)
            else:
                paint_tick(painter, _box(rect), on=row.ticked)
            left += SIZE + _GAP
        inner = rect.adjusted(left, _PAD, -_PAD, -_PAD)
        painter.setPen(color)
        _paint_context(painter, inner, row.context)
        painter.setPen(quiet)
        _paint_below(painter, inner, row.below)
        painter.restore()


def _paint_below(painter: QPainter, inner: QRect, text: str) -> None:
    """Paint the line at the bottom of a row."""
    metrics = painter.fontMetrics()
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner.left(), inner.bottom() - metrics.descent() + 1, elided)


def _paint_context(painter: QPainter, line: QRect, context: Context) -> None:
    """Paint the hit in its place, and around it as much as there is room for."""
    bold = QFont(painter.font())
    bold.setWeight(QFont.Weight.Bold)
    metrics = QFontMetrics(bold)
    match = metrics.elidedText(context.match, Qt.TextElideMode.ElideMiddle, line.width())
    width = metrics.horizontalAdvance(match)
    start = line.left() + max(0, round(line.width() * _HIT_AT - width / 2))
    start = min(start, line.right() - width)
    _paint_around(painter, line, context, (start, start + width))
    painter.save()
    painter.setFont(bold)
    painter.drawText(start, line.top() + painter.fontMetrics().ascent(), match)
    painter.restore()


def _paint_around(painter: QPainter, line: QRect, context: Context, hit: tuple[int, int]) -> None:
    """Paint what stands before and after the hit, each on its side as the script runs."""
    metrics, mode = painter.fontMetrics(), Qt.TextElideMode
    parts = [(context.left, mode.ElideLeft), (context.right, mode.ElideRight)]
    on_left, on_right = reversed(parts) if _runs_left(context.match) else parts
    base = line.top() + metrics.ascent()
    left = metrics.elidedText(*on_left, max(0, hit[0] - line.left()))
    painter.drawText(hit[0] - metrics.horizontalAdvance(left), base, left)
    right = metrics.elidedText(*on_right, max(0, line.right() - hit[1]))
    painter.drawText(hit[1], base, right)


def _runs_left(text: str) -> bool:
    """Whether a text is written from the right: by its first letter that has a direction."""
    directions = (bidirectional(character) for character in text)
    return next((way in ("R", "AL") for way in directions if way in ("L", "R", "AL")), False)
