"""The article list: search as you type, filter by status, and see at a glance what is done.

A model and a delegate, with no widget a row, so that a hundred thousand articles are as quick as
ten. What takes a look at every mark, how many an article has, is asked for rows in sight alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.annotate.articles.article_model import ArticleListModel, ArticleRow
from workbench.ui.annotate.articles.filter_form import FilterForm
from workbench.ui.annotate.articles.row_view import HEIGHT, RowDelegate, Rows
from workbench.ui.annotate.fields import ChoiceField
from workbench.ui.language import number
from workbench.ui.theme import Tokens


class ArticleList(QFrame):
    """Search line, status filter, the list, and how much is done."""

    article_chosen = Signal(str)
    order_wanted = Signal(str)  # "import" or "gain"
    sight_changed = Signal()  # other rows may be in sight
    filter_made = Signal(object)  # FilterForm

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        # Kept here and not in the view, which forgets it while the filter hides the article.
        self._chosen = ""
        self._conditions = 0
        self._complete = False  # whether all articles have been read
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
        self._filter: FilterForm | None = None
        self._fold = QPushButton(self)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        self._model = ArticleListModel(self)
        self._delegate = RowDelegate(self)
        self._view = Rows(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
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
        self._view.clicked.connect(self._on_clicked)
        self._view.activated.connect(self._on_chosen)
        self._view.turned.connect(self._on_turned)

    def _lay_out(self) -> None:
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(10, 12, 10, 10)
        layout.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self._status, 1)
        first.addWidget(self._fold)
        layout.addWidget(self._search)
        layout.addLayout(first)
        layout.addWidget(self._order)
        layout.addWidget(self._view)
        layout.addWidget(self._progress)
        self.setMinimumWidth(220)

    def add_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Show some articles as they are now; those that are new come last."""
        awaited = bool(self._chosen) and not self._model.has(self._chosen)
        self._model.add_rows(rows)
        if awaited:
            self.select(self._chosen)
        self._show_progress()
        self.sight_changed.emit()

    def arrange(self, ids: Sequence[str]) -> None:
        """Show these articles alone, which are all that there are, as if they came so."""
        self._complete = True
        self._model.arrange(ids)
        self.select(self._chosen if self._model.has(self._chosen) else "")
        self._show_progress()

    def has(self, article: str) -> bool:
        """Whether there is such an article, shown or not."""
        return self._model.has(article)

    def is_empty(self) -> bool:
        """Whether there are no articles at all, whatever the filter hides."""
        return not self._model.done.articles

    def uncounted(self) -> list[str]:
        """The articles in sight of which it is not known how many marks they have."""
        area = self._view.viewport().rect()
        first = max(0, self._view.indexAt(area.topLeft()).row())
        rows = (self._model.row_at(first + place) for place in range(area.height() // HEIGHT + 2))
        return [row.id for row in rows if row is not None and row.annotations is None]

    def change_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Show some articles as they are now."""
        self._model.change_rows(rows)
        self._show_progress()

    @property
    def filter(self) -> FilterForm:
        """Asks for the conditions; made when they are first unfolded, which few days see."""
        if self._filter is None:
            self._filter = FilterForm(self)
            self._filter.hide()
            self._rows.insertWidget(self._rows.indexOf(self._view), self._filter)
            only = Qt.FindChildOption.FindDirectChildrenOnly
            fields = self._filter.findChildren(QWidget, options=only)
            for before, field in pairwise((self._order, *fields)):
                self.setTabOrder(before, field)
            self.filter_made.emit(self._filter)
        return self._filter

    def _unfold(self, wanted: bool) -> None:  # noqa: FBT001  (a slot)
        self.filter.setVisible(wanted)

    def show_filter(self) -> None:
        """Unfold the conditions, or fold them away."""
        self._fold.toggle()
        if self._fold.isChecked():
            self.filter.setFocus()

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
        self._turn(self._chosen, current=self._chosen)

    def turn_all_twins(self) -> None:
        """Unfold all near-duplicates, or fold all."""
        self._model.turn_all()
        self._show_current()

    def name_layers(self, names: Mapping[str, str]) -> None:
        """Call the layers by these names, by id."""
        self._layers = names
        self._show_progress()

    def select(self, article: str) -> None:
        """Show which article is in hand, as soon as the filter lets it.

        What else is selected stays so until another one is in hand, or other rows are shown.
        """
        known = article == self._chosen
        self._chosen = article
        self._model.reveal(article)
        if not known or not self._view.currentIndex().isValid():
            self._show_current()

    def _show_current(self) -> None:
        index = self._model.index_of(self._chosen)
        self._view.take(index)
        if index.isValid():
            self._view.scrollTo(index)

    def selected(self) -> list[str]:
        """The articles that are selected, from above; one that the keys have reached is so too."""
        rows = map(self._model.row_at, self._view.selected())
        return [row.id for row in rows if row is not None]

    def next_article(self, direction: int) -> str:
        """The id of the next (1) or previous (-1) article shown, empty at the end.

        What stands beside an article that has not been read yet nobody knows.
        """
        if self._chosen and not self._model.has(self._chosen):
            return ""
        row = self._model.neighbour(self._chosen, direction)
        return row.id if row else ""

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint in these colours."""
        self._delegate.tokens = tokens
        self._view.viewport().update()

    def _on_filter_changed(self) -> None:
        self._model.set_filter(self._search.text().strip(), self._status.currentData())
        self.select(self._chosen)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Choose the row, unless it was selected beside others, or is no longer."""
        if self._view.selected() == [index.row()]:
            self._on_chosen(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row is not None:
            self.select(row.id)
            self.article_chosen.emit(row.id)

    def _on_turned(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        reached = self._model.row_at(self._view.currentIndex().row()) or row
        if row is not None and reached is not None:
            self._turn(row.id, current=reached.id)

    def _turn(self, article: str, *, current: str) -> None:
        """Unfold or fold near-duplicates; a row is current then, or the first of its group."""
        self._model.turn(article)
        index = self._model.index_of(current)
        if not index.isValid():
            index = self._model.first_of(current)
        self._view.take(index)
        if index.isValid():
            self._view.scrollTo(index)

    def _show_progress(self) -> None:
        done = self._model.done
        if not self._complete:
            read = self.tr("Articles read so far: {}").format(number(done.articles))
            self._progress.setText(read)
            return
        told = self.tr("{} of {} done").format(number(done.whole), number(done.articles))
        listed = self._model.rowCount()
        if self._conditions:
            told = self.tr("{} listed · {}").format(number(listed), told)
        by_layer = " · ".join(
            f"{self._layers.get(layer, layer)} {number(count)}"
            for layer, count in done.layers().items()
        )
        self._progress.setText(f"{told}\n{by_layer}" if by_layer else told)
