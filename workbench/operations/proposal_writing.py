"""What a suggester proposed, on its way into the project.

Whoever acts meanwhile waits for a transaction, so that all are small. Articles of the usual length
are written several at once; a long text has tens of thousands of suggestions, which are written a
part at a time. Those come first to which others lead, and each comes with its relations: a run that
is broken off leaves nothing that leads nowhere. It goes on at the next, since a text counts as read
with the last part only, and nothing is proposed twice at one place.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.domain.annotator import Annotator
from workbench.domain.article import Article
from workbench.domain.errors import UserError
from workbench.operations.proposing import Model, Proposal
from workbench.store import articles, schemes, suggestions
from workbench.store.project import Project
from workbench.store.rows import Row
from workbench.store.transaction import Transaction

AT_ONCE = 250  # suggestions, which are written in a frame or two
Failure = tuple[Article, str]
"""An article that got nothing, and why."""

_DEEP = 4  # relations one behind the other, after which the order is left as it is


class Writing:
    """Proposals for some articles, and what became of them.

    Nothing is written for a text or a scheme that is no longer what it was when it was read.
    """

    def __init__(
        self,
        project: Project,
        annotator: Annotator,
        proposals: Sequence[Proposal],
        model: Model,
    ) -> None:
        self._project, self._annotator, self._model = project, annotator, model
        self._proposals = proposals
        self._leading: defaultdict[str, list[Row]] = defaultdict(list)
        for proposal in proposals:
            for relation in proposal.relations:
                self._leading[relation["source"]].append(relation)
        self._there: dict[str, str] = {}  # what was proposed before, by the ids it has now
        self.written: list[Row] = []
        self.read: list[str] = []  # ids of articles
        self.failed: list[Failure] = []

    def parts(self) -> Iterator[None]:
        """Write all in transactions, with a pause between each and the next."""
        rows = self._in_order()
        begins = range(0, max(1, len(rows)), AT_ONCE)
        for begin in begins:
            if begin:
                yield
            with self._project.transaction(
                "suggest", person=self._annotator.id, kind="record"
            ) as transaction:
                good = self._good(transaction)
                part = rows[begin : begin + AT_ONCE]
                self._insert(transaction, [row for row in part if row["article"] in good])
                if begin == begins[-1]:
                    suggestions.mark_seen(transaction, good, *self._model)
                    self.read = list(good)

    def _in_order(self) -> list[Row]:
        """All suggestions: first what others lead to, and then in the order of the text."""
        rows = [row for proposal in self._proposals for row in proposal.suggestions]
        depths = {row["id"]: 0 for row in rows}
        for _ in range(_DEEP):
            for source, relations in self._leading.items():
                below = (depths.get(relation["target"], -1) for relation in relations)
                depths[source] = max(depths[source], 1 + max(below))
        return sorted(rows, key=lambda row: (depths[row["id"]], row["article"], row["start"]))

    def _good(self, transaction: Transaction) -> dict[str, Proposal]:
        """The proposals, by article, that can be written still; why another cannot is noted."""
        ids = [proposal.article for proposal in self._proposals]
        known = {article.id: article for article in articles.by_ids(transaction, ids)}
        version = schemes.read_scheme(transaction).version
        good: dict[str, Proposal] = {}
        self.failed = []
        for proposal in self._proposals:
            article = known.get(proposal.article)
            if article is None:
                continue  # it was taken back while it was read
            if proposal.failure:
                self.failed.append((article, proposal.failure))
            elif (proposal.text_hash, proposal.scheme_version) != (article.text_hash, version):
                self.failed.append((article, str(UserError("operations.text_replaced"))))
            else:
                good[proposal.article] = proposal
        return good

    def _insert(self, transaction: Transaction, rows: Sequence[Row]) -> None:
        """Add what is new, with its relations, some of which lead to what was there before."""
        self._there |= suggestions.made_before(transaction, rows)
        new = [row for row in rows if row["id"] not in self._there]
        relations = [
            relation | {"target": self._there.get(relation["target"], relation["target"])}
            for row in new
            for relation in self._leading[row["id"]]
        ]
        suggestions.insert_rows(transaction, new, relations)
        self.written += new
