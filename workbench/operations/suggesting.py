"""Asking a suggester for all articles, or for the one in hand.

Articles that this version of the suggester has been through are left out, so that a run that was
stopped goes on where it was. What a suggester proposed already, whatever became of it, it never
proposes again at the same place.
"""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import cast

from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.suggester_source import DEFAULT_SUGGESTER, SuggesterSource
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.proposing import Chunk, Proposal, Ready
from workbench.operations.suggesters import asked_for, source_named
from workbench.operations.workers import Worker, run_many
from workbench.settings.resources import resources_folder
from workbench.store import articles, schemes, suggestions
from workbench.store.project import Project

Asked = tuple[SuggesterSource, str]
"""Whom, and the folder of the program's own files."""

_CHUNK = 20
_TASK = "workbench.operations.proposing:propose"


@dataclass(slots=True)
class SuggestReport:
    """What a run proposed: articles done, suggestions by layer, and articles that failed."""

    suggester: str
    articles: int = 0
    suggestions: Counter[str] = field(default_factory=Counter)
    failed: list[dict[str, str]] = field(default_factory=list)

    def fail(self, article: str, reason: str) -> None:
        """Note that an article got nothing, and why."""
        self.failed.append({"article": article, "reason": reason})


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
        asked = (source_named(project, suggester), str(resources_folder()))
        name, model = _load(own_worker, asked, schemes.read_scheme(project))
        seen = suggestions.articles_seen(project, name, model)
        ids = wanted if wanted is not None else [a.id for a in articles.list_articles(project)]
        todo = [id for id in ids if id not in seen]
        report = SuggestReport(name)
        with closing(_results(own_worker, _chunks(project, todo), asked, jobs)) as results:
            for proposals in results:
                _write(project, annotator, proposals, (name, model), report)
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
    they are done.
    """
    reports: list[SuggestReport] = []
    refusals: list[UserError] = []
    for source in asked_for(project, annotator):
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


def _chunks(project: Project, ids: Sequence[str]) -> Iterator[Chunk]:
    """The articles' texts, some at a time, each time with the scheme as it is."""
    for begin in range(0, len(ids), _CHUNK):
        scheme = schemes.read_scheme(project)
        yield scheme, articles.texts_of(project, ids[begin : begin + _CHUNK])


def _results(
    worker: Worker, chunks: Iterator[Chunk], asked: Asked, jobs: int
) -> Generator[list[Proposal]]:
    """What is proposed, for some articles at a time."""
    if jobs > 1:
        stream = run_many(_TASK, chunks, jobs=jobs, shared_args=asked)
    else:
        stream = _one_by_one(worker, chunks, asked)
    with closing(stream):
        for value in stream:
            if isinstance(value, list):
                yield value


def _one_by_one(worker: Worker, chunks: Iterator[Chunk], asked: Asked) -> Generator[object]:
    for chunk in chunks:
        with closing(worker.run(_TASK, *asked, chunk)) as stream:
            yield from stream


def _load(worker: Worker, asked: Asked, scheme: Scheme) -> tuple[str, str]:
    """The suggester's name and model version; it stays loaded in the worker."""
    with closing(worker.run(_TASK, *asked, (scheme, []))) as stream:
        _, name, model = cast("Ready", next(stream))
    return name, model


def _write(
    project: Project,
    annotator: Annotator,
    proposals: Sequence[Proposal],
    model: tuple[str, str],
    report: SuggestReport,
) -> None:
    """Write what is new for some articles, in one small transaction, and count it.

    Nothing is written for a text or a scheme that is no longer what it was when it was read.
    """
    with project.transaction("suggest", person=annotator.id, kind="record") as transaction:
        ids = [proposal.article for proposal in proposals]
        texts = {article.id: article.text_hash for article in articles.by_ids(transaction, ids)}
        version = schemes.read_scheme(transaction).version
        good = []
        for proposal in proposals:
            made_on = (proposal.text_hash, proposal.scheme_version)
            if proposal.failure:
                report.fail(proposal.article, proposal.failure)
            elif made_on != (texts.get(proposal.article), version):
                report.fail(proposal.article, str(UserError("operations.text_replaced")))
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
