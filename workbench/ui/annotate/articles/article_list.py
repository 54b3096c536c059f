"""The article list: search as you type, filter by status, and see at a glance what is done.

A model and a delegate, with no widget a row, so that a hundred thousand articles are as quick as
ten. What takes a look at every mark, how many an article has, is asked for rows in sight alone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    QStringListModel,
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
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.offsets import Utf16Map
from workbench.ui.annotate.articles.filter_form import FilterForm
from workbench.ui.annotate.articles.folding import Folding, Twin
from workbench.ui.annotate.articles.progress import DoneCounts, finished
from workbench.ui.annotate.fields import ChoiceField
from workbench.ui.language import day, number
from workbench.ui.theme import LIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _PAD, _LINE = 82, 10, 20
_INDENT = 16  # pixels, of a near-duplicate below the first
_TWIN = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the list shows of an article; `status` is by layer, in the order of the scheme.

    The numbers of annotations and suggestions are None until they have been counted.
    """

    id: str
    title: str
    source: str
    published: str
    status: Mapping[str, str]
    annotations: int | None = None
    suggestions: int | None = None

    def done(self) -> bool:
        """Whether all layers are done or skipped."""
        return finished(self.status)

    def details(self) -> str:
        """The second line."""
        parts = (self.source, day(self.published), self._numbers())
        return " · ".join(part for part in parts if part)

    def _numbers(self) -> str:
        """How many annotations and suggestions there are, where that is known."""
        if self.annotations is None or self.suggestions is None:
            return ""
        return f"{number(self.annotations)} / {number(self.suggestions)}"


class ArticleListModel(QStringListModel):
    """The rows that pass the filter, in the order they came in or in one that was given.

    A view asks for the number of rows as often as there are rows: Qt's own model answers that,
    which holds as many empty texts as rows are shown.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._came: list[str] = []  # the ids, as they came in
        self._order: Mapping[str, int] | None = None
        self._all: list[ArticleRow] = []
        self._places: dict[str, int] = {}
        self._searched: list[str] = []  # what each row says, folded, to be searched
        self._shown: list[int] = []
        self.done = DoneCounts()
        self.folding = Folding()
        self._words, self._status = "", "all"
        self._matching: AbstractSet[str] | None = None

    def set_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Show these rows and no others."""
        self._all = list(rows)
        self._came = [row.id for row in self._all]
        self.done = DoneCounts(row.status for row in self._all)
        if self._order is None and not self.folding.has_groups():
            self._place_rows()
        else:
            self._sort()

    def set_order(self, ids: Sequence[str] | None) -> None:
        """Show the rows in the order of these articles, others behind; None is as they came in."""
        self._order = None if ids is None else {id: place for place, id in enumerate(ids)}
        self._sort()

    def set_groups(self, groups: Mapping[str, int]) -> None:
        """Show near-duplicates together, by the group of each article that has any."""
        if groups or self.folding.has_groups():
            self.folding.set_groups(groups)
            self._sort()

    def _sort(self) -> None:
        order = self._order or {}
        places = {id: order.get(id, len(order) + came) for came, id in enumerate(self._came)}
        together = self.folding.together(places)
        self._all.sort(key=lambda row: together[row.id])
        self._place_rows()

    def _place_rows(self) -> None:
        """Note where each row is, and what it says."""
        self._places = {row.id: place for place, row in enumerate(self._all)}
        self._searched = [f"{row.title}\n{row.source}".casefold() for row in self._all]
        self._filter()

    def change_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Show some rows as they are now; only they are painted again."""
        for row in rows:
            place = self._places.get(row.id)
            if place is None:
                continue
            self.done.count(self._all[place].status, -1)
            self.done.count(row.status, 1)
            self._all[place] = row
            self._searched[place] = f"{row.title}\n{row.source}".casefold()
            index = self.index_of(row.id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def set_filter(self, words: str, status: str) -> None:
        """Show only articles with these words, and "all", "open" or "done" ones."""
        self._words, self._status = words.casefold(), status
        self._filter()

    def set_matching(self, ids: AbstractSet[str] | None) -> None:
        """Show only these articles of them; None is all."""
        if ids != self._matching:
            self._matching = ids
            self._filter()

    def turn(self, article: str) -> None:
        """Unfold the near-duplicates of an article, or fold them."""
        if self.folding.turn(article):
            self._filter()

    def turn_all(self) -> None:
        """Unfold all near-duplicates, or fold all."""
        self.folding.turn_all()
        self._filter()

    def reveal(self, article: str) -> None:
        """Unfold an article that is folded under another."""
        place = self._places.get(article)
        if place is None or self.index_of(article).isValid():
            return
        if self._words in self._searched[place] and self._fulfils(self._all[place]):
            self.folding.unfold(article)
            self._filter()

    def _filter(self) -> None:
        words, bare = self._words, self._matching is None and self._status == "all"
        passing = (
            (place, self._all[place].id)
            for place, said in enumerate(self._searched)
            if words in said and (bare or self._fulfils(self._all[place]))
        )
        self._shown = self.folding.folded(passing)
        self.setStringList([""] * len(self._shown))

    def _fulfils(self, row: ArticleRow) -> bool:
        """Whether a row fulfils the conditions besides the words."""
        if self._matching is not None and row.id not in self._matching:
            return False
        return self._status in ("all", "done" if row.done() else "open")

    def has(self, article: str) -> bool:
        """Whether there is such an article, shown or not."""
        return article in self._places

    def row_at(self, place: int) -> ArticleRow | None:
        """The row shown at a place, if there is one."""
        return self._all[self._shown[place]] if 0 <= place < len(self._shown) else None

    def index_of(self, article: str) -> QModelIndex:
        """Where an article is shown; invalid where it is not."""
        place = self._places.get(article)
        if place is None:
            return QModelIndex()
        here = bisect_left(self._shown, place)
        found = here < len(self._shown) and self._shown[here] == place
        return self.index(here) if found else QModelIndex()

    def first_of(self, article: str) -> QModelIndex:
        """Where the first of an article's near-duplicates is shown."""
        return self.index_of(self.folding.first_of(article))

    def neighbour(self, article: str, direction: int) -> ArticleRow | None:
        """The row shown next after (1) or before (-1) an article, which itself may be hidden."""
        place = self._places.get(article)
        if place is None:
            return self.row_at(0 if direction > 0 else len(self._shown) - 1)
        if direction > 0:
            return self.row_at(bisect_right(self._shown, place))
        return self.row_at(bisect_left(self._shown, place) - 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be chosen, and not be written in."""
        return super().flags(index) & ~Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the row itself, or what a screen reader says."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == _TWIN:
            return self.folding.twin(row.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    def _spoken(self, row: ArticleRow) -> str:
        """All that the row shows, the dots too, in words."""
        words = {
            "new": self.tr("new"),
            "started": self.tr("started"),
            "done": self.tr("done"),
            "skipped": self.tr("skipped"),
        }
        status = (f"{layer}: {words[status]}" for layer, status in row.status.items())
        numbers = (self._twins(row), self._spoken_counts(row))
        parts = (row.title, row.source, day(row.published), *numbers, *status)
        return ", ".join(part for part in parts if part)

    def _spoken_counts(self, row: ArticleRow) -> str:
        if row.annotations is None or row.suggestions is None:
            return ""
        return self.tr("annotations: {annotations}, suggestions: {suggestions}").format(
            annotations=number(row.annotations), suggestions=number(row.suggestions)
        )

    def _twins(self, row: ArticleRow) -> str:
        """What a reader hears of near-duplicates."""
        twin = self.folding.twin(row.id)
        if twin is None:
            return ""
        if not twin.first:
            return self.tr("near-duplicate")
        told = self.tr("near-duplicates: {}")
        if twin.folded:
            told = self.tr("near-duplicates folded: {}")
        return told.format(number(twin.others))


class _Delegate(QStyledItemDelegate):
    """Paints a row: title, details, and a dot a layer."""

    tokens = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, twin = index.data(Qt.ItemDataRole.UserRole), index.data(_TWIN)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(self.tokens.selected))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), 8, 8)
        inner = _inner(rect)
        if twin is not None and not twin.first:
            self._branch(painter, inner)
            inner.adjust(_INDENT, 0, 0, 0)
        upper = inner.adjusted(0, 0, 0, -_LINE)
        self._title(painter, upper, row.title, bold=not row.done())
        lower = inner.adjusted(0, inner.height() - _LINE, -4 * 14 - 6, 0)
        if twin is not None and twin.first:
            self._knob(painter, knob(rect), twin)
            lower.setLeft(knob(rect).right() + 8)
        self._details(painter, lower, row.details())
        for place, status in enumerate(reversed(row.status.values())):
            self._dot(painter, QPointF(inner.right() - place * 14 - 4, inner.bottom() - 8), status)
        painter.restore()

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
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Normal)
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
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
        text = rect.adjusted(18, 0, -4, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, f"+{number(twin.others)}")

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


def knob(rect: QRect) -> QRect:
    """Where in a row the near-duplicates are unfolded and folded."""
    inner = _inner(rect)
    return QRect(inner.left(), inner.bottom() - _LINE + 2, 48, _LINE - 2)


class _Rows(QListView):
    """The rows, all of one height: one that changes is painted again, and moves no other."""

    turned = Signal(QModelIndex)  # the first of near-duplicates, which are to be folded or not

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold near-duplicates where their number stands; elsewhere choose a row."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        twin = index.data(_TWIN)
        if twin is not None and twin.first and knob(self.visualRect(index)).contains(place):
            self.turned.emit(index)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold near-duplicates to the right, fold them to the left."""
        twin = self.currentIndex().data(_TWIN)
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


class ArticleList(QFrame):
    """Search line, status filter, the list, and how much is done."""

    article_chosen = Signal(str)
    order_wanted = Signal(str)  # "import" or "gain"
    sight_changed = Signal()  # other rows may be in sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        # Kept here and not in the view, which forgets it while the filter hides the article.
        self._chosen = ""
        self._conditions = 0
        self._layers: Mapping[str, str] = {}
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search titles and sources"))
        self._search.setAccessibleName(self.tr("Search articles"))
        self._search.setClearButtonEnabled(True)
        self._status = QComboBox(self)
        self._status.setAccessibleName(self.tr("Filter by status"))
        for text, status in (
            (self.tr("All articles"), "all"),
            (self.tr("Not done"), "open"),
            (self.tr("Done"), "done"),
        ):
            self._status.addItem(text, status)
        self._order = ChoiceField(
            [(self.tr("As they came in"), "import"), (self.tr("By expected gain"), "gain")], self
        )
        self._order.setAccessibleName(self.tr("Order of the articles"))
        self._order.show_value("import")
        self._order.chosen.connect(lambda order: self.order_wanted.emit(str(order)))
        self.filter = FilterForm(self)
        self.filter.hide()
        self._fold = QPushButton(self)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self.filter.setVisible)
        self._model = ArticleListModel(self)
        self._delegate = _Delegate(self)
        self._view = _Rows(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.setUniformItemSizes(True)
        self._view.setAccessibleName(self.tr("Articles"))
        self._progress = QLabel(self)
        self._progress.setProperty("role", "muted")
        self._progress.setTextFormat(Qt.TextFormat.PlainText)
        self._progress.setWordWrap(True)
        self.setFocusProxy(self._view)
        self.set_matching(None, 0)
        self._lay_out()
        self._search.textChanged.connect(self._on_filter_changed)
        self._status.currentIndexChanged.connect(self._on_filter_changed)
        self._model.modelReset.connect(self.sight_changed)
        self._view.verticalScrollBar().valueChanged.connect(self.sight_changed)
        self._view.verticalScrollBar().rangeChanged.connect(self.sight_changed)
        self._view.clicked.connect(self._on_chosen)
        self._view.activated.connect(self._on_chosen)
        self._view.turned.connect(self._on_turned)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 12, 10, 10)
        layout.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self._status, 1)
        first.addWidget(self._fold)
        layout.addWidget(self._search)
        layout.addLayout(first)
        layout.addWidget(self._order)
        for part in (self.filter, self._view, self._progress):
            layout.addWidget(part)
        self.setMinimumWidth(220)

    def set_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Show these articles and no others."""
        self._model.set_rows(rows)
        self.select(self._chosen if self._model.has(self._chosen) else "")
        self._show_progress()

    def uncounted(self) -> list[str]:
        """The articles in sight of which it is not known how many marks they have."""
        area = self._view.viewport().rect()
        first = max(0, self._view.indexAt(area.topLeft()).row())
        rows = (self._model.row_at(first + place) for place in range(area.height() // _HEIGHT + 2))
        return [row.id for row in rows if row is not None and row.annotations is None]

    def change_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Show some articles as they are now."""
        self._model.change_rows(rows)
        self._show_progress()

    def show_filter(self) -> None:
        """Unfold the conditions, or fold them away."""
        self._fold.toggle()
        if self._fold.isChecked():
            self.filter.setFocus()
            self.filter.focusNextChild()

    def set_matching(self, ids: AbstractSet[str] | None, conditions: int) -> None:
        """Show only these articles, since so many conditions hold; None is all."""
        self._conditions = conditions
        self._fold.setText(
            self.tr("Filter · {}").format(conditions) if conditions else self.tr("Filter")
        )
        self._model.set_matching(ids)
        self.select(self._chosen)
        self._show_progress()

    def set_order(self, ids: Sequence[str] | None) -> None:
        """Show the articles in this order, the one in hand first; None is as they came in."""
        self._order.show_value("import" if ids is None else "gain")
        here = [self._chosen] if self._chosen else []
        self._model.set_order(None if ids is None else list(dict.fromkeys([*here, *ids])))
        self.select(self._chosen)

    def set_groups(self, groups: Mapping[str, int]) -> None:
        """Show near-duplicates together, by the group of each article that has any."""
        self._model.set_groups(groups)
        self.select(self._chosen)

    def turn_twins(self) -> None:
        """Unfold the near-duplicates of the article in hand, or fold them under the first."""
        self._turn(self._chosen)

    def turn_all_twins(self) -> None:
        """Unfold all near-duplicates, or fold all."""
        self._model.turn_all()
        self._show_current()

    def name_layers(self, names: Mapping[str, str]) -> None:
        """Call the layers by these names, by id."""
        self._layers = names
        self._show_progress()

    def select(self, article: str) -> None:
        """Show which article is in hand, as soon as the filter lets it."""
        self._chosen = article
        self._model.reveal(article)
        self._show_current()

    def _show_current(self) -> None:
        index = self._model.index_of(self._chosen)
        self._view.setCurrentIndex(index)
        if index.isValid():
            self._view.scrollTo(index)

    def next_article(self, direction: int) -> str:
        """The id of the next (1) or previous (-1) article shown, empty at the end."""
        row = self._model.neighbour(self._chosen, direction)
        return row.id if row else ""

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint in these colours."""
        self._delegate.tokens = tokens
        self._view.viewport().update()

    def _on_filter_changed(self) -> None:
        self._model.set_filter(self._search.text().strip(), self._status.currentData())
        self.select(self._chosen)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row is not None:
            self._chosen = row.id
            self.article_chosen.emit(row.id)

    def _on_turned(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row is not None:
            self._turn(row.id)

    def _turn(self, article: str) -> None:
        """Unfold or fold near-duplicates; the row that was current stays so, or the first does."""
        self._model.turn(article)
        self._show_current()
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.first_of(article))

    def _show_progress(self) -> None:
        done = self._model.done
        told = self.tr("{} of {} done").format(number(done.whole), number(done.articles))
        listed = self._model.rowCount()
        if self._conditions:
            told = self.tr("{} listed · {}").format(number(listed), told)
        by_layer = " · ".join(
            f"{self._layers.get(layer, layer)} {number(count)}"
            for layer, count in done.layers().items()
        )
        self._progress.setText(f"{told}\n{by_layer}" if by_layer else told)
