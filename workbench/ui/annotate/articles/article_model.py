"""What the article list shows: the rows that pass its filter, in their order, twins together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QWidget,
)

from workbench.ui.annotate.articles.folding import Folding
from workbench.ui.annotate.articles.progress import DoneCounts, finished
from workbench.ui.language import day, number
from workbench.ui.long_list import LongModel

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


class ArticleListModel(LongModel):
    """The rows that pass the filter, in the order they came in or in one that was given.

    Rows stand as they came; what is moved and left out are their numbers, so that a hundred
    thousand are sorted and filtered in a moment.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[ArticleRow] = []
        self._numbers: dict[str, int] = {}  # of the rows, by id
        self._searched: list[str] = []  # what each row says, folded, to be searched
        self._gain: Mapping[str, int] | None = None
        self._sequence: Sequence[int] = range(0)  # the numbers in the order to be shown
        self._places: Sequence[int] = range(0)  # where in it each number stands
        self._shown: list[int] = []  # the places that are shown
        self.done = DoneCounts()
        self.folding = Folding()
        self._words, self._status = "", "all"
        self._matching: AbstractSet[str] | None = None

    # --- rows

    def add_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Show some rows as they are now; those that are new come last."""
        new: list[ArticleRow] = []
        for row in rows:
            if row.id in self._numbers:
                self._change_row(row)
            else:
                self._numbers[row.id] = len(self._rows) + len(new)
                new.append(row)
        if new:
            self._append(new)

    def _append(self, new: Sequence[ArticleRow]) -> None:
        before = len(self._rows)
        self._rows += new
        self._searched += map(_searched, new)
        self.done.add(row.status for row in new)
        added = range(before, len(self._rows))
        if isinstance(self._sequence, range):
            self._sequence = self._places = range(len(self._rows))
        else:  # behind all others, until they are sorted
            self._sequence, self._places = [*self._sequence, *added], [*self._places, *added]
        shown = self._passing(added)
        if shown:
            self._shown += shown
            self.insertRows(self.rowCount(), len(shown))

    def change_rows(self, rows: Iterable[ArticleRow]) -> None:
        """Show some rows as they are now, of those that there are; only they are painted again."""
        for row in rows:
            if row.id in self._numbers:
                self._change_row(row)

    def _change_row(self, row: ArticleRow) -> None:
        number = self._numbers[row.id]
        if row == self._rows[number]:
            return
        self.done.count(self._rows[number].status, -1)
        self.done.count(row.status, 1)
        self._rows[number] = row
        self._searched[number] = _searched(row)
        index = self.index_of(row.id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def arrange(self, ids: Sequence[str]) -> None:
        """Keep these rows alone, as if they had come in this order."""
        if list(self._numbers) == list(ids):
            return
        self._rows = [self._rows[self._numbers[id]] for id in ids]
        self._numbers = {id: number for number, id in enumerate(ids)}
        self._searched = [_searched(row) for row in self._rows]
        self.done = DoneCounts(row.status for row in self._rows)
        self._sort()

    # --- their order

    def set_order(self, ids: Sequence[str] | None) -> None:
        """Show the rows in the order of these articles, others behind; None is as they came in."""
        self._gain = None if ids is None else {id: place for place, id in enumerate(ids)}
        self._sort()

    def set_groups(self, groups: Mapping[str, int]) -> None:
        """Show near-duplicates together, by the group of each article that has any."""
        if self.folding.set_groups(groups):
            self._sort()

    def _sort(self) -> None:
        """Put the numbers into order; a plain range where they are in order by themselves."""
        rows, gain = self._rows, self._gain
        sequence: Sequence[int] = range(len(rows))
        if gain is not None:
            sequence = sorted(sequence, key=lambda number: gain.get(rows[number].id, len(gain)))
        if self.folding.has_groups():
            sequence = self.folding.together(sequence, [rows[number].id for number in sequence])
        self._sequence = sequence
        self._places = sequence if isinstance(sequence, range) else _inverted(sequence)
        self._filter()

    # --- what is shown of them

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
        number = self._numbers.get(article)
        if number is None or self.index_of(article).isValid():
            return
        if self._words in self._searched[number] and self._fulfils(self._rows[number]):
            self.folding.unfold(article)
            self._filter()

    def _filter(self) -> None:
        self.folding.forget_shown()
        self._shown = self._passing(range(len(self._rows)))
        self.show_rows(len(self._shown))

    def _passing(self, places: range) -> list[int]:
        """Those of some places whose rows pass the filter, and are not folded under another."""
        words, searched, sequence = self._words, self._searched, self._sequence
        passing = [place for place in places if words in searched[sequence[place]]]
        rows = self._rows
        if self._matching is not None or self._status != "all":
            passing = [place for place in passing if self._fulfils(rows[sequence[place]])]
        if self.folding.has_groups():
            shows = self.folding.shows
            passing = [place for place in passing if shows(rows[sequence[place]].id)]
        return passing

    def _fulfils(self, row: ArticleRow) -> bool:
        """Whether a row fulfils the conditions besides the words."""
        if self._matching is not None and row.id not in self._matching:
            return False
        return self._status in ("all", "done" if row.done() else "open")

    def has(self, article: str) -> bool:
        """Whether there is such an article, shown or not."""
        return article in self._numbers

    def row_at(self, here: int) -> ArticleRow | None:
        """The row shown at a place of the view, if there is one."""
        return (
            self._rows[self._sequence[self._shown[here]]] if 0 <= here < len(self._shown) else None
        )

    def index_of(self, article: str) -> QModelIndex:
        """Where an article is shown; invalid where it is not."""
        number = self._numbers.get(article)
        if number is None:
            return QModelIndex()
        place = self._places[number]
        here = bisect_left(self._shown, place)
        found = here < len(self._shown) and self._shown[here] == place
        return self.index(here) if found else QModelIndex()

    def first_of(self, article: str) -> QModelIndex:
        """Where the first of an article's near-duplicates is shown."""
        return self.index_of(self.folding.first_of(article))

    def neighbour(self, article: str, direction: int) -> ArticleRow | None:
        """The row shown next after (1) or before (-1) an article, which itself may be hidden."""
        number = self._numbers.get(article)
        if number is None:
            return self.row_at(0 if direction > 0 else len(self._shown) - 1)
        place = self._places[number]
        if direction > 0:
            return self.row_at(bisect_right(self._shown, place))
        return self.row_at(bisect_left(self._shown, place) - 1)

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


def _searched(row: ArticleRow) -> str:
    """What a row says, as it is searched."""
    return f"{row.title}\n{row.source}".casefold()


def _inverted(sequence: Sequence[int]) -> list[int]:
    """Where in a sequence each number stands."""
    places = [0] * len(sequence)
    for place, member in enumerate(sequence):
        places[member] = place
    return places
