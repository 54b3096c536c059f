"""What a suggester proposed, on its way into the project.

Whoever acts meanwhile waits for a transaction, so that all are small. Articles of the usual length
are written several at once; a long text has tens of thousands of suggestions, which are written a
part at a time. A relation comes with the later of its ends, so that a run that is broken off leaves
nothing that leads nowhere. The next run goes on there, since a text counts as read with the last
part only: nothing is proposed twice at one place, and a relation that is lacking is added.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.domain.annotator import Annotator
from workbench.domain.article import Article
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.operations.proposing import Model, Proposal
from workbench.store import articles, schemes, suggestions
from workbench.store.project import Project
from workbench.store.rows import Row
from workbench.store.transaction import Transaction

AT_ONCE = 250  # suggestions, which are written in a frame or two

Failure = tuple[Article, str]
"""An article that got nothing, and why."""


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
        self._ending: defaultdict[str, list[Row]] = defaultdict(list)  # relations, by both ends
        for proposal in proposals:
            for relation in proposal.relations:
                for end in {relation["source"], relation["target"]}:
                    self._ending[end].append(relation)
        self._ids: dict[str, str] = {}  # of those that are there, each with its id in the project
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
                scheme = schemes.read_scheme(transaction)
                good = self._good(transaction, scheme)
                part = rows[begin : begin + AT_ONCE]
                self._insert(transaction, scheme, [row for row in part if row["article"] in good])
                if begin == begins[-1]:
                    suggestions.mark_seen(transaction, good, *self._model)
                    self.read = list(good)

    def _in_order(self) -> list[Row]:
        """All suggestions in the order of their texts: what a relation joins is often near."""
        rows = [row for proposal in self._proposals for row in proposal.suggestions]
        return sorted(rows, key=lambda row: (row["article"], row["start"]))

    def _good(self, transaction: Transaction, scheme: Scheme) -> dict[str, Proposal]:
        """The proposals, by article, that can be written still; why another cannot is noted."""
        ids = [proposal.article for proposal in self._proposals]
        known = {article.id: article for article in articles.by_ids(transaction, ids)}
        good: dict[str, Proposal] = {}
        self.failed = []
        for proposal in self._proposals:
            article = known.get(proposal.article)
            if article is None:
                continue  # it was taken back while it was read
            if proposal.failure:
                self.failed.append((article, proposal.failure))
            elif (proposal.text_hash, proposal.scheme_version) != (
                article.text_hash,
                scheme.version,
            ):
                self.failed.append((article, str(UserError("operations.text_replaced"))))
            else:
                good[proposal.article] = proposal
        return good

    def _insert(self, transaction: Transaction, scheme: Scheme, rows: Sequence[Row]) -> None:
        """Add what is new, and the relations of which both ends are there with that."""
        before = suggestions.made_before(transaction, rows)
        new = [row for row in rows if row["id"] not in before]
        self._ids |= {row["id"]: row["id"] for row in new} | before
        suggestions.insert_rows(transaction, new, self._lacking(transaction, scheme, rows))
        self.written += new

    def _lacking(self, transaction: Transaction, scheme: Scheme, rows: Sequence[Row]) -> list[Row]:
        """The relations that join some suggestions to what is there, and are not there yet.

        What leads somewhere already by a type that leads to one thing alone goes on leading there.
        """
        joining = [
            relation | {end: self._ids[relation[end]] for end in ("source", "target")}
            for relation in self._joining(rows)
        ]
        known = suggestions.relations_from(transaction, {each["source"] for each in joining})
        exact = {(each.source, each.type, each.target) for each in known}
        taken = {(each.source, each.type) for each in known}
        many = {kind.id for kind in scheme.relations if kind.many}
        return [
            each
            for each in joining
            if (each["source"], each["type"], each["target"]) not in exact
            and (each["type"] in many or (each["source"], each["type"]) not in taken)
        ]

    def _joining(self, rows: Sequence[Row]) -> list[Row]:
        """The proposed relations that some suggestions end, and of which both ends are there."""
        near = {
            relation["id"]: relation
            for row in rows
            for relation in self._ending[row["id"]]
            if relation["source"] in self._ids and relation["target"] in self._ids
        }
        return list(near.values())
