"""Asking a suggester for all articles, or for the one in hand.

Articles that this version of the suggester has been through are left out, so that a run that was
stopped goes on where it was. What a suggester proposed already, whatever became of it, it never
proposes again at the same place. An article that cannot be read is named in the report with the
reason, and costs no other; it counts as not read.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field

from workbench.domain.annotator import Annotator
from workbench.domain.article import Article
from workbench.domain.errors import UserError
from workbench.domain.suggester_source import DEFAULT_SUGGESTER
from workbench.operations.asking import Asked
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.proposing import Model, Proposal
from workbench.operations.suggesters import asked_for, source_named
from workbench.operations.trusting import answer_for
from workbench.operations.workers import Worker
from workbench.store import articles, schemes, suggestions
from workbench.store.project import Project


@dataclass(slots=True)
class SuggestReport:
    """What a run proposed: articles done, suggestions by layer, and articles that failed."""

    suggester: str
    articles: int = 0
    suggestions: Counter[str] = field(default_factory=Counter)
    failed: list[dict[str, str]] = field(default_factory=list)

    def fail(self, article: Article, reason: str) -> None:
        """Note that an article got nothing, and why."""
        self.failed.append({"article": article.id, "title": article.title, "reason": reason})


def suggest(
    project: Project,
    *,
    annotator: Annotator,
    suggester: str = DEFAULT_SUGGESTER,
    wanted: Sequence[str] | None = None,
    jobs: int = 1,
    worker: Worker | None = None,
) -> LongVerb[SuggestReport]:
    """Ask a suggester for the articles it has not seen, all or those wanted."""
    own_worker = worker or Worker()
    try:
        asked = Asked(project, source_named(project, suggester), own_worker)
        ids = wanted if wanted is not None else articles.ids(project)
        todo = asked.unread(ids)
        report = SuggestReport(asked.model[0])
        with closing(asked.proposals(todo, jobs=jobs)) as stream:
            for proposals in stream:
                _write(project, annotator, proposals, asked.model, report)
                done = report.articles + len(report.failed)
                yield Progress(done, len(todo), proposals[-1].article)
        return report
    finally:
        if worker is None:
            own_worker.close()


def suggest_in_use(
    project: Project,
    *,
    annotator: Annotator,
    wanted: Sequence[str] | None = None,
    worker: Worker | None = None,
) -> LongVerb[list[SuggestReport]]:
    """Ask every suggester of which the person sees anything, one after another.

    One that cannot be loaded does not keep the others from their work: its error is raised when
    they are done. Nothing is said of one that its user has refused to load.
    """
    reports: list[SuggestReport] = []
    refusals: list[UserError] = []
    for source in asked_for(project, annotator):
        if answer_for(source) is False:
            continue
        verb = suggest(
            project, annotator=annotator, suggester=source.name, wanted=wanted, worker=worker
        )
        try:
            reports.append((yield from verb))
        except UserError as refusal:
            refusals.append(refusal)
    if refusals:
        raise refusals[0]
    return reports


def _write(
    project: Project,
    annotator: Annotator,
    proposals: Sequence[Proposal],
    model: Model,
    report: SuggestReport,
) -> None:
    """Write what is new for some articles, in one small transaction, and count it.

    Nothing is written for a text or a scheme that is no longer what it was when it was read.
    """
    with project.transaction("suggest", person=annotator.id, kind="record") as transaction:
        ids = [proposal.article for proposal in proposals]
        known = {article.id: article for article in articles.by_ids(transaction, ids)}
        version = schemes.read_scheme(transaction).version
        good = []
        for proposal in proposals:
            article = known.get(proposal.article)
            if article is None:
                continue  # it was taken back while it was read
            if proposal.failure:
                report.fail(article, proposal.failure)
            elif (proposal.text_hash, proposal.scheme_version) != (article.text_hash, version):
                report.fail(article, str(UserError("operations.text_replaced")))
            else:
                good.append(proposal)
        new = suggestions.insert_new(
            transaction,
            [row for proposal in good for row in proposal.suggestions],
            [row for proposal in good for row in proposal.relations],
        )
        suggestions.mark_seen(transaction, [proposal.article for proposal in good], *model)
    report.articles += len(good)
    report.suggestions.update(row["layer"] for row in new)
