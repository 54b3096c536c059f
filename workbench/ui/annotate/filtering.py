"""Keeps the article list to what its filter asks for.

The list is asked for anew when the conditions change, when another article is opened, and when
articles came or went; not with every act, since an article that is worked on would leave the list
under the hand.
"""

from PySide6.QtCore import QObject

from workbench.domain.changes import Changes
from workbench.store import filters, people
from workbench.ui.annotate.article_list import ArticleList
from workbench.ui.session import Session

_OFFERED = ("annotator", "appearance", "layer", "label")


class Filtering(QObject):
    """Answers the filter of an article list for one session."""

    def __init__(self, session: Session, list: ArticleList) -> None:
        super().__init__(list)
        self._session = session
        self._list = list
        list.filter.changed.connect(self.apply)
        session.article_changed.connect(lambda _: self.apply())
        session.annotator_changed.connect(self.apply)
        session.changed.connect(self._on_changed)
        self._offer()

    def apply(self) -> None:
        """List the articles that fulfil the conditions, all of them where there are none."""
        asked = self._list.filter.asked(self._session.annotator.id)
        conditions = asked.conditions()
        self._list.set_matching(
            filters.matching(self._session.project, asked) if conditions else None, conditions
        )

    def _offer(self) -> None:
        project = self._session.project
        self._list.filter.offer(
            self._session.scheme, people.annotators(project), filters.sources(project)
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_OFFERED):
            self._offer()
        if changes.touches("article"):
            self.apply()
