"""How far people agree, as tables: the figures of each layer, and a heat map of pairs and labels.

A cell says its figure with its interval, and is the warmer the less there is of agreement, so that
what needs work is seen first; the number stands in it, so that no colour has to be told apart. What
is undefined says why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.domain.colors import blend
from workbench.domain.scheme import Scheme
from workbench.operations.charts.grid import HeatMap, Warmth
from workbench.ui.language import number, translate
from workbench.ui.theme import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
# Why a figure is undefined, as the arithmetic says it.
WHY: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("figures", "no article was finished by two of these annotators"),
    QT_TRANSLATE_NOOP("figures", "nobody marked a span in an article that two have finished"),
    QT_TRANSLATE_NOOP("figures", "every span began as a suggestion"),
    QT_TRANSLATE_NOOP("figures", "chance brings no disagreement here: there is one value alone"),
)
_WARM = "#d55e00"  # of the palette of Okabe and Ito
_WARMEST = 0.45  # the share of it that text can still be read on
_AROUND = 20  # pixels beside the text of a cell


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its interval, and whose it is: a pair of people and a label, or a layer."""

    value: float | None
    interval: Sequence[float] | None = None
    why: str = ""
    about: tuple[str, ...] = ()
    warm: bool = True

    def said(self) -> str:
        """The figure in words, with its interval on a second line."""
        if self.value is None:
            return "–"
        if not self.interval:
            return f"{self.value:z.2f}"
        low, high = self.interval
        return f"{self.value:z.2f}\n{low:z.2f}–{high:z.2f}"


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by row and column, with their heads."""

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()


def warmth(cell: Cell) -> float:
    """How full a cell's ground is: the more, the less of agreement there is."""
    if not cell.warm or cell.value is None:
        return 0.0
    return _WARMEST * (1 - min(1.0, max(0.0, cell.value)))


def heat_map(grid: Grid) -> HeatMap:
    """A grid as a picture, with the grounds that it has in the window."""
    cells = tuple(
        tuple(Warmth(tuple(cell.said().split("\n")), _WARM, warmth(cell)) for cell in row)
        for row in grid.cells
    )
    return HeatMap(tuple(tuple(row.split("\n")) for row in grid.rows), grid.columns, cells)


class GridModel(QAbstractTableModel):
    """A grid as Qt's views want it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid = Grid()
        self._tokens = LIGHT

    def show_grid(self, grid: Grid, tokens: Tokens) -> None:
        """Show another grid."""
        self.beginResetModel()
        self.grid, self._tokens = grid, tokens
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The head of a row or column."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = self.grid.columns if orientation == Qt.Orientation.Horizontal else self.grid.rows
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A figure, its ground, and why it is undefined."""
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.said()
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return cell.why
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.BackgroundRole if cell.warm and cell.value is not None:
                return QColor(blend(_WARM, self._tokens.surface, warmth(cell)))
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self._tokens.muted if cell.value is None else self._tokens.text)
        return None

    def cell(self, index: Index) -> Cell:
        """The cell at a place."""
        return self.grid.cells[index.row()][index.column()]


class _Ground(QStyledItemDelegate):
    """Paints the ground that the model gives, which a style sheet would leave out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, then the figure."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), ground)
        super().paint(painter, option, index)


class GridTable(QTableView):
    """Shows a grid, `spread` over its width; Return on a cell asks for what is behind it."""

    cell_chosen = Signal(object)  # Cell
    cell_shown = Signal(object)  # Cell

    def __init__(self, name: str, parent: QWidget | None = None, *, spread: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = GridModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Ground(self))
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        heads = self.horizontalHeader()
        mode = QHeaderView.ResizeMode
        heads.setSectionResizeMode(mode.Stretch if spread else mode.ResizeToContents)
        widest = self.fontMetrics().horizontalAdvance("−0.00–−0.00")  # an interval, never cut
        heads.setMinimumSectionSize(widest + _AROUND)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.activated.connect(lambda index: self.cell_chosen.emit(self._model.cell(index)))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_grid(self, grid: Grid, tokens: Tokens) -> None:
        """Show another grid; the place in hand stays."""
        here = self.currentIndex()
        self._model.show_grid(grid, tokens)
        row = min(max(0, here.row()), len(grid.rows) - 1)
        column = min(max(0, here.column()), len(grid.columns) - 1)
        self.setCurrentIndex(self._model.index(row, column))

    def grid(self) -> Grid:
        """What is shown."""
        return self._model.grid

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_shown.emit(self._model.cell(index))


def layer_grid(figures: Mapping[str, Any], scheme: Scheme) -> Grid:
    """The figures of each layer: F1, uα, γ, with what was compared of what was assigned."""
    columns = (
        translate("figures", "F1, exact"),
        translate("figures", "F1, partial"),
        "uα",
        "|uα",
        "γ",
    )
    layers = [layer for layer in scheme.layers if layer.id in figures["layers"]]
    rows = tuple(_layer_row(layer.id, figures["layers"][layer.id]) for layer in layers)
    heads = tuple(_with_coverage(layer.name, figures["coverage"][layer.id]) for layer in layers)
    return Grid(heads, columns, rows)


def _with_coverage(name: str, coverage: Mapping[str, int]) -> str:
    """A layer's name, and how many articles were compared of those that were assigned to two."""
    said = translate("figures", "Articles: {} of {}").format(
        coverage["finished_by_two"], coverage["assigned_to_two"]
    )
    return f"{name}\n{said}"


def _layer_row(layer: str, found: Mapping[str, Any]) -> tuple[Cell, ...]:
    intervals = found["ci95"]
    return tuple(
        Cell(found.get(name), intervals.get(name), _why(found, name), (layer,))
        for name in ("mean_f1", "mean_partial_f1", "u_alpha", "u_alpha_binary", "gamma")
    )


def _why(found: Mapping[str, Any], name: str) -> str:
    """Why a figure of a layer is undefined, in the user's language; empty where it is not."""
    if found.get(name) is not None:
        return ""
    undefined = found["undefined"]
    return translate("figures", undefined.get(name) or undefined.get("mean_f1") or WHY[-1])


def pair_grid(figures: Mapping[str, Any], layer: str, scheme: Scheme, measure: str = "f1") -> Grid:
    """F1 of each pair of people in each label of a layer that somebody used: "f1" is exact."""
    found = figures["layers"].get(layer)
    if found is None:
        return Grid()
    pairs = found["pairs"]
    labels = [
        label.id
        for label in scheme.layer(layer).labels
        if any(sum(pair["labels"][label.id]["spans"].values()) for pair in pairs)
    ]
    all_labels = translate("figures", "all labels")
    return Grid(
        rows=tuple(_pair_said(pair) for pair in pairs),
        columns=(all_labels, *(scheme.label_name(layer, label) for label in labels)),
        cells=tuple(
            (_whole(pair, measure), *(_part(pair, label, measure) for label in labels))
            for pair in pairs
        ),
    )


def _pair_said(pair: Mapping[str, Any]) -> str:
    """Two people, and how many articles both have finished."""
    articles = translate("figures", "Articles: {}").format(number(pair["articles"]))
    return f"{pair['a']} · {pair['b']}\n{articles}"


def _nothing(pair: Mapping[str, Any], unmarked: str) -> str:
    """Why a pair has no figure: they share no article, or marked nothing there."""
    if pair["articles"]:
        return unmarked
    return translate("figures", "they have finished no article in common")


def _whole(pair: Mapping[str, Any], measure: str) -> Cell:
    """F1 of a pair in all labels that count; exact ones have an interval."""
    exact = measure == "f1"
    value = pair["exact"]["f1"] if exact else pair["partial"]["f1"]
    unmarked = translate("figures", "neither marked anything")
    why = "" if value is not None else _nothing(pair, unmarked)
    return Cell(value, pair["ci95"]["f1"] if exact else None, why, (pair["a"], pair["b"], ""))


def _part(pair: Mapping[str, Any], label: str, measure: str) -> Cell:
    """F1 of a pair in one label."""
    found = pair["labels"][label]
    value = found[measure]
    unused = translate("figures", "neither used this label")
    why = "" if value is not None else _nothing(pair, unused)
    interval = found["ci95"]["f1"] if measure == "f1" else None
    return Cell(value, interval, why, (pair["a"], pair["b"], label))
