"""Keeps the rows of the article list true: reads them a part at a time, and what came in since.

The first part is there at once, and the window answers between any two, so that a project of a
hundred thousand articles is open as soon as one of ten. The list shows what has been read. Read
again, after somebody else sat down or a row went, articles stay where they are meanwhile.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer

from workbench.domain.changes import Changes
from workbench.store import headings
from workbench.store.headings import BEGINNING, Heading
from workbench.ui.annotate.articles.article_list import ArticleList
from workbench.ui.annotate.articles.article_rows import uncounted
from workbench.ui.session import Session

PART = 500  # articles: some milliseconds


class Listing(QObject):
    """Fills the article list of one session."""

    def __init__(self, session: Session, list: ArticleList) -> None:
        super().__init__(list)
        self._session = session
        self._list = list
        self._place = BEGINNING
        self._all: _All | None = None  # while all articles are read
        self._awaited: set[str] = set()  # what came in and has not been read
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._read)

    def read_all(self) -> None:
        """Read all articles, from the first on."""
        self._place, self._all = BEGINNING, _All()
        self._read()

    def follow(self, changes: Changes) -> None:
        """Read the articles that came, and leave out those that went."""
        self._awaited |= {id for id in changes.ids("article") if not self._list.has(id)}
        if changes.gone("article"):
            self.read_all()
        elif self._awaited and not self._next.isActive():
            self._read()

    def _read(self) -> None:
        """Read the part that follows, until there is none."""
        session = self._session
        found = headings.after(
            session.project,
            self._place,
            annotator=session.annotator.id,
            layers=tuple(layer.id for layer in session.scheme.layers),
            limit=PART,
        )
        if found:
            self._take(found)
        if len(found) == PART:
            self._next.start()
        else:
            self._end()

    def _take(self, found: Sequence[Heading]) -> None:
        self._place = found[-1].place
        if self._all is not None:
            self._all.add(found)
        self._list.add_rows(map(uncounted, found))

    def _end(self) -> None:
        """Leave out what went; what came in before articles that had been read is read with all."""
        every, self._all = self._all, None
        missed = not all(map(self._list.has, self._awaited))
        self._awaited.clear()
        if every is not None:
            self._list.arrange(every.ids)
            self._list.set_groups(every.groups)
        elif missed:
            self.read_all()


class _All:
    """What a reading of all articles has come to."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.groups: dict[str, int] = {}  # of the articles that have near-duplicates
        self._first: dict[int, str] = {}  # of each group, which may be alone

    def add(self, found: Iterable[Heading]) -> None:
        """Take some articles in."""
        for heading in found:
            self.ids.append(heading.id)
            if heading.group:
                first = self._first.setdefault(heading.group, heading.id)
                if first != heading.id:
                    self.groups[first] = self.groups[heading.id] = heading.group
