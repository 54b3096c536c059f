"""Articles coming in, with or without annotations.

Files are parsed by a worker process; each article is written in a small transaction of its own, and
all of them are one act. The same text twice is one article: appearances and annotations join. What
cannot be taken is reported with its reason and stops nothing else. Importing the same file again
changes nothing.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from workbench.domain.annotator import Annotator, Status
from workbench.domain.article import ArticleText, Structure
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.operations.incoming_work import Work
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import articles
from workbench.store.project import Project
from workbench.store.transaction import Transaction

_TASK = "workbench.operations.incoming:read"


@dataclass(slots=True)
class ImportReport:
    """What came in: new articles, known ones, annotations, and what was refused and why."""

    articles: int = 0
    known: int = 0
    annotations: int = 0
    refused: list[Refusal] = field(default_factory=list)


def import_paths(
    project: Project,
    paths: Sequence[Path],
    *,
    annotator: Annotator,
    format: str = "",
    whose: str = "",
    as_status: Status = "done",
    worker: Worker | None = None,
) -> LongVerb[ImportReport]:
    """Take files and folders into the project, as one act of `annotator`.

    `whose` names the person whose annotations are that carry no name; the layers that a file covers
    are marked `as_status` for their annotators.
    """
    reader = worker or Worker()
    report = ImportReport()
    intake = _Import(project, annotator, Work(project, whose or annotator.name, as_status), report)
    try:
        with closing(reader.run(_TASK, [str(path) for path in paths], format)) as incoming:
            for number, item in enumerate(incoming, start=1):
                where = intake.take(item)
                yield Progress(number, 0, where)
        intake.finish()
        return report
    finally:
        if worker is None:
            reader.close()


class _Import:
    """One import in progress: its act, its work on annotations, and the report that grows."""

    def __init__(
        self, project: Project, annotator: Annotator, work: Work, report: ImportReport
    ) -> None:
        self._project = project
        self._annotator = annotator
        self._work = work
        self._report = report
        self._step = new_id()

    def take(self, item: object) -> str:
        """Write what the worker read, or note why it cannot be; returns where it came from."""
        if isinstance(item, Refusal):
            self._report.refused.append(item)
            return item.path
        where, corpus = cast("tuple[str, CorpusArticle]", item)
        try:
            self._write(corpus)
        except UserError as error:
            refusal = Refusal(where, error.key, tuple(error.values.items()))
            self._report.refused.append(refusal)
        return where

    def _write(self, corpus: CorpusArticle) -> None:
        self._work.meet_people(corpus)
        with self._transaction() as transaction:
            known = articles.by_hash(transaction, corpus.article.text_hash)
            id = known or _insert(transaction, corpus)
            articles.add_appearances(transaction, id, corpus.appearances)
            marked = self._work.write(transaction, id, corpus)
        self._report.articles += known is None
        self._report.known += known is not None
        self._report.annotations += marked

    def finish(self) -> None:
        """Mark the layers that the files cover, also in the articles where nothing was found."""
        for article, assignments in self._work.uncovered():
            with self._transaction() as transaction:
                self._work.assign(transaction, article, assignments)

    def _transaction(self) -> AbstractContextManager[Transaction]:
        return self._project.transaction("import", person=self._annotator.id, step=self._step)


def _insert(transaction: Transaction, corpus: CorpusArticle) -> str:
    """Add an article whose text is new; returns its id."""
    id = corpus.article.id or new_id()
    if articles.by_ids(transaction, [id]):
        raise UserError("operations.other_text", id=id)
    structure = cast("Structure", corpus.structure)
    articles.insert(
        transaction, replace(corpus.article, id=id), ArticleText(id, corpus.text, structure)
    )
    return id
