"""What the article list shows: the rows that pass its filter, in their order, twins together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)
from PySide6.QtWidgets import (
    QWidget,
)

from workbench.ui.annotate.articles.folding import Folding
from workbench.ui.annotate.articles.progress import DoneCounts, finished
from workbench.ui.language import day, number

Index = QModelIndex | QPersistentModelIndex
TWIN = Qt.ItemDataRole.UserRole + 1  # how an article stands among its near-duplicates


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
        if role == TWIN:
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
