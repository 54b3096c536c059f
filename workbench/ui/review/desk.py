"""What a reviewer has on the desk: whose work is compared, where it differs, how far they agree.

The differences of all articles are read and ranked once, beside the window; after a decision only
those near it are compared again. Whoever shows something listens to the desk and asks it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.operations import agreeing, comparing
from workbench.operations.comparing import Difference
from workbench.operations.finished import Choice
from workbench.operations.ranking import Ranking, ranked
from workbench.store import articles, golds, people
from workbench.ui.jobs import Jobs
from workbench.ui.session import Session
from workbench.ui.tidying import leave_alone

_NOTHING = object()
FEW = 20  # articles that are compared again at once; more are read beside the window
MANY = 50_000  # places, among which nobody looks for garbage: that would be felt
_COMPARED = ("annotation", "relation", "assignment", "article_text")

Settle = Callable[..., Changes]


class Desk(QObject):
    """The state that the panels of the Review workspace share."""

    listed = Signal()  # the differences of all articles were read
    article_changed = Signal(str)  # those of one article changed
    measured = Signal()  # there are new figures
    chosen = Signal()  # other people or layers are compared
    hint = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.figures: dict[str, Any] | None = None
        self.annotators: tuple[str, ...] = ()  # ids of those compared; none named are all
        self.layers: tuple[str, ...] = ()
        self.choice = Choice()
        self._jobs = jobs
        self.ranking = Ranking()
        self._titles: dict[str, str] = {}
        self._outgoing: Iterator[None] = iter(())  # what was on the desk before
        self._letting_go = QTimer(self)
        self._letting_go.timeout.connect(self._let_go)
        session.changed.connect(self._on_changed)

    # --- who and what

    def people(self) -> list[Annotator]:
        """Everyone in the project."""
        return people.annotators(self.session.project)

    def choose(self, *, annotators: Iterable[str], layers: Iterable[str], choice: Choice) -> None:
        """Compare these people, by id, in these layers; none named are all.

        `choice` says which articles are compared, and of the figures which finished work.
        """
        wanted = (tuple(annotators), tuple(layers), choice)
        if wanted != (self.annotators, self.layers, self.choice):
            self.annotators, self.layers, self.choice = wanted
            self.chosen.emit()

    def title(self, article: str) -> str:
        """The title of an article."""
        if article not in self._titles:
            known = articles.by_ids(self.session.project, [article])
            self._titles[article] = "".join(each.title for each in known)
        return self._titles[article]

    # --- what differs

    def compare(self) -> None:
        """Read the differences of all articles, beside the window."""
        project, who, layers = self.session.project, self.annotators, self.layers
        among = self.choice.articles
        self._jobs.run(
            "compare",
            lambda _: ranked(project, among=among, annotators=who, layers=layers),
            then=self._take,
        )

    def of_article(self, article: str) -> Sequence[Difference]:
        """What was marked in an article, in the order of the text."""
        if self.ranking.of_article(article) is None:
            self._read([article])
        return self.ranking.of_article(article) or ()

    def led_to(self, difference: Difference) -> list[tuple[str, str]]:
        """The relations that lead from a place's gold span: type, and the words of the end."""
        gold = difference.gold
        if gold is None:
            return []
        project = self.session.project
        drawn = golds.relations_of_articles(project, [difference.article])
        ends = {r.target: r.type for r in drawn if r.source == gold.id}
        return [(ends[end.id], end.quote) for end in golds.by_ids(project, ends)]

    def settle(self, settle: Settle, **arguments: Any) -> Changes | None:  # noqa: ANN401
        """Decide something as the person who reviews; None where it was refused."""
        return self.session.do(
            lambda project, annotator: settle(project, reviewer=annotator, **arguments)
        )

    # --- how far people agree

    def measure(self) -> None:
        """Compute the figures, beside the window."""
        project, layers, choice = self.session.project, self.layers, self.choice
        names = [person.name for person in self.people() if person.id in self.annotators]
        self._jobs.run(
            "measure",
            lambda worker: agreeing.agreement(
                project, names=names, layers=layers, choice=choice, worker=worker
            ),
            then=self._take_figures,
        )

    def _take_figures(self, figures: dict[str, Any]) -> None:
        self.figures = figures
        self.measured.emit()

    # --- keeping it true

    def _take(self, ranking: Ranking) -> None:
        if ranking.number(lambda _: True) > MANY:
            leave_alone()
        self._outgoing = chain(self._outgoing, self.ranking.let_go())
        self.ranking = ranking
        self.listed.emit()
        self._letting_go.start()

    def _let_go(self) -> None:
        """Forget some of what was on the desk before."""
        if next(self._outgoing, _NOTHING) is _NOTHING:
            self._letting_go.stop()

    def _read(self, wanted: Sequence[str]) -> None:
        """Compare some articles again."""
        found = comparing.differences(
            self.session.project, wanted, annotators=self.annotators, layers=self.layers
        )
        by_article: dict[str, list[Difference]] = {article: [] for article in wanted}
        for difference in found:
            by_article[difference.article].append(difference)
        for article, places in by_article.items():
            self.ranking.replace(article, places)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("article"):
            self._titles.clear()
        decided = changes.touches("gold", "gold_decision")
        compared = changes.touches(*_COMPARED)
        touched = self.choice.among(changes.articles())
        known = [id for id in touched if compared or self.ranking.of_article(id)]
        if not (decided or compared) or not known:
            return
        if len(known) > FEW:
            self.compare()
            return
        if compared:
            self._read(known)
        for article in known:
            if not compared:
                self._settle_anew(article, changes)
            self.article_changed.emit(article)

    def _settle_anew(self, article: str, changes: Changes) -> None:
        """Compare again what decisions touched in an article."""
        project = self.session.project
        spans, rulings = golds.decided(project, changes.ids("gold_decision", article=article))
        ids = {*spans, *changes.ids("gold", article=article)}
        gone = changes.gone("gold", article=article) | changes.gone(
            "gold_decision", article=article
        )
        before = self.ranking.of_article(article) or ()
        self.ranking.replace(
            article,
            comparing.settled_anew(
                before, gold=golds.by_ids(project, ids), rulings=rulings, gone=gone
            ),
        )
