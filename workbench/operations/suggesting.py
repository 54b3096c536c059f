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
from workbench.domain.errors import UserError
from workbench.domain.suggester_source import DEFAULT_SUGGESTER
from workbench.operations.asking import Asked
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.proposal_writing import Writing
from workbench.operations.suggesters import asked_for, source_named
from workbench.operations.trusting import answer_for
from workbench.operations.workers import Worker
from workbench.store import articles
from workbench.store.project import Project


@dataclass(slots=True)
class SuggestReport:
    """What a run proposed: articles done, suggestions by layer, and articles that failed."""

    suggester: str
    articles: int = 0
    suggestions: Counter[str] = field(default_factory=Counter)
    failed: list[dict[str, str]] = field(default_factory=list)

    def add(self, writing: Writing) -> None:
        """Count what was written for some articles, and note which got nothing, and why."""
        self.articles += len(writing.read)
        self.suggestions.update(row["layer"] for row in writing.written)
        for article, reason in writing.failed:
            said = {"article": article.id, "title": article.title, "reason": reason}
            self.failed.append(said)

    def done(self) -> int:
        """How many articles the run is done with."""
        return self.articles + len(self.failed)


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
                writing = Writing(project, annotator, proposals, asked.model)
                for _ in writing.parts():
                    yield Progress(report.done(), len(todo))
                report.add(writing)
                yield Progress(report.done(), len(todo), proposals[-1].article)
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
