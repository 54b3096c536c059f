"""The figures of a chart as a table that keys go through, and that can be copied into another one.

What is copied are the figures as they are, with the heads of their columns, parted by tabs; no cell
of it is taken for a formula.
"""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from workbench.formats.cells import safe
from workbench.operations.charts.chart import Cell, Chart, is_figure
from workbench.ui.language import number

Index = QModelIndex | QPersistentModelIndex
_MEASURED = 50  # rows that a column's width follows from; there may be thousands of sources
_WIDEST = 440  # pixels that a narrow window leaves the table
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Model(QAbstractTableModel):
    """The rows of a chart as Qt's views want them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[tuple[Cell, ...], ...] = ()

    def show_chart(self, chart: Chart) -> None:
        """Show the figures of another chart."""
        self.beginResetModel()
        self._heads, self._rows = chart.heads, chart.rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The head of a column; over figures it stands to the right, as they do."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self._rows[0][section] if self._rows else "")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A figure as the language writes it."""
        cell = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return number(cell) if isinstance(cell, int) else cell
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(cell)
        return None

    def copied(self, rows: Iterable[int], columns: Iterable[int]) -> str:
        """Some rows and columns with their heads, as a table goes from program to program."""
        wanted = list(columns)
        lines = [self._heads, *(self._rows[row] for row in rows)]
        return "\n".join("\t".join(_plain(line[column]) for column in wanted) for line in lines)


def _alignment(cell: Cell) -> Qt.AlignmentFlag:
    return _RIGHT if is_figure(cell) else _LEFT


def _plain(cell: Cell) -> str:
    """A cell on one line, without what would part it from others."""
    return safe(" ".join(str(cell).split()))


class FiguresTable(QTableView):
    """Shows the figures of a chart; the key for copying copies what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setStretchLastSection(True)
        heads.setResizeContentsPrecision(_MEASURED)
        heads.setHighlightSections(False)

    def show_chart(self, chart: Chart) -> None:
        """Show the figures of a chart; the place in hand stays where it still is one."""
        here = self.currentIndex()
        self.setAccessibleName(chart.title)
        self._model.show_chart(chart)
        self.setCurrentIndex(self._model.index(max(0, here.row()), max(0, here.column())))
        self.setMinimumWidth(min(_WIDEST, self._width()))

    def _width(self) -> int:
        """The pixels that all columns need."""
        heads = self.horizontalHeader()
        columns = (
            max(heads.sectionSizeHint(column), self.sizeHintForColumn(column))
            for column in range(self._model.columnCount())
        )
        bar = self.verticalScrollBar().sizeHint().width()
        return sum(columns) + bar + 2 * self.frameWidth()

    def copy_all(self) -> None:
        """Copy the whole table."""
        rows, columns = range(self._model.rowCount()), range(self._model.columnCount())
        QGuiApplication.clipboard().setText(self._model.copied(rows, columns))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the rows and columns that something is selected in; leave the rest to Qt."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            return
        chosen = self.selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        QGuiApplication.clipboard().setText(self._model.copied(rows, columns))
