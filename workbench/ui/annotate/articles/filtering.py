"""Keeps the article list to what its filter asks for.

An article that no longer fits, since somebody worked on it, stays until another is opened: it would
leave the list under the hand.
"""

from PySide6.QtCore import QObject

from workbench.domain.article_filter import ArticleFilter
from workbench.domain.changes import Changes
from workbench.store import filters, people, twins
from workbench.ui.annotate.articles.article_list import ArticleList
from workbench.ui.annotate.articles.filter_form import FilterForm
from workbench.ui.session import Session

MANY = 500  # articles of which all are asked for anew rather than one by one
_OFFERED = ("annotator", "appearance", "layer", "label")


class Filtering(QObject):
    """Answers the filter of an article list for one session."""

    def __init__(self, session: Session, list: ArticleList) -> None:
        super().__init__(list)
        self._session = session
        self._list = list
        self._fitting: set[str] = set()
        self._touched: set[str] = set()  # articles that may fit no longer, or fit now
        self._form: FilterForm | None = None
        list.filter_made.connect(self._on_made)
        session.article_changed.connect(lambda _: self._catch_up())
        session.annotator_changed.connect(self.apply)
        session.changed.connect(self._on_changed)

    def _on_made(self, form: FilterForm) -> None:
        """Offer what there is to ask for, which is not looked up before."""
        self._form = form
        form.changed.connect(self.apply)
        self._offer()

    def apply(self) -> None:
        """List the articles that fulfil the conditions, all of them where there are none."""
        asked = self._asked()
        if asked.conditions():
            self._fitting = filters.matching(self._session.project, asked)
        self._show(asked)

    def _asked(self) -> ArticleFilter:
        who = self._session.annotator.id
        return self._form.asked(who) if self._form is not None else ArticleFilter(who)

    def _show(self, asked: ArticleFilter) -> None:
        self._touched.clear()
        conditions = asked.conditions()
        self._list.set_matching(frozenset(self._fitting) if conditions else None, conditions)

    def _catch_up(self) -> None:
        """Ask again of the articles that were worked on."""
        asked = self._asked()
        if len(self._touched) > MANY:
            self.apply()
        elif asked.conditions() and self._touched:
            found = filters.matching(self._session.project, asked, among=self._touched)
            self._fitting = self._fitting - self._touched | found
            self._show(asked)

    def _offer(self) -> None:
        if self._form is not None:
            project = self._session.project
            self._form.offer(
                self._session.scheme, people.annotators(project), filters.sources(project)
            )

    def _on_changed(self, changes: Changes) -> None:
        self._touched |= changes.articles()
        if changes.touches(*_OFFERED):
            self._offer()
        if changes.touches("article", twins.TABLE):
            self.apply()
