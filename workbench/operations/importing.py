"""Articles coming in, with or without annotations.

Files are parsed and made ready by a worker process; batches of articles are written in small
transactions, and all of them are one act, with an entry of the journal for each article, that waits
once for the disk. The same text twice is one article: appearances and annotations join. What cannot
be taken is reported with its reason and stops nothing else. Importing the same file again changes
nothing.

A layer that a file covers is taken as finished by its annotator in every article of the file that
does not itself say how its layers stand: "looked and found nothing" must come in as well. Where a
file says who read an article, nobody else has finished anything there.
"""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import cast

from workbench.domain.annotator import Annotator, Status
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id, now
from workbench.domain.label_names import LabelNames
from workbench.intake.incoming import IntakeOptions
from workbench.operations import backups
from workbench.operations.child import WorkerDied
from workbench.operations.incoming import AT_MOST, Batch, Begun, Trial
from workbench.operations.looking import check_options
from workbench.operations.packing import Terms, finished
from workbench.operations.people import annotator_named
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import articles, joining, schemes
from workbench.store.joining import Conflict, Outcome
from workbench.store.parcels import Parcel, Rows, name_people
from workbench.store.project import Project
from workbench.store.rows import assignment_row
from workbench.store.transaction import Transaction

_TASK = "workbench.operations.incoming:read"
_DEFAULTS = IntakeOptions()
_AT_ONCE = 100  # articles whose silent layers are marked in one transaction


@dataclass(slots=True)
class ImportReport:
    """What came in: new articles, known ones, annotations, and what was refused and why.

    `formats` counts the articles of annotated files by what these were read as, `units` those whose
    offsets turned out to count something else than their format says, and `passed` by its type what
    files have that is not read. `unnamed` are the files whose names did not fit the pattern.
    """

    articles: int = 0
    known: int = 0
    annotations: int = 0
    refused: list[Refusal] = field(default_factory=list)
    formats: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    unnamed: list[str] = field(default_factory=list)

    @property
    def seen(self) -> int:
        """How many inputs have been dealt with."""
        return self.articles + self.known + len(self.refused)


def import_paths(
    project: Project,
    paths: Sequence[Path],
    *,
    annotator: Annotator,
    format: str = "",
    whose: str = "",
    as_status: Status = "done",
    labels: Mapping[str, str] | None = None,
    options: IntakeOptions = _DEFAULTS,
    patience: float = AT_MOST,
    worker: Worker | None = None,
) -> LongVerb[ImportReport]:
    """Take files and folders into the project, as one act of `annotator`.

    `whose` names the person whose annotations are that carry no name; the layers that a file covers
    are marked `as_status` for their annotators. `labels` say which LAYER/LABEL is meant by names in
    the files, where the scheme does not tell. `options` say how files without annotations are read.
    A PDF, or an archive that may hold one, gets `patience` seconds for each article.
    """
    check_options(options)
    backups.begin(project)
    reader = worker or Worker()
    names = LabelNames(schemes.read_scheme(project), labels or {})
    terms = Terms(names, whose or annotator.name, as_status, now())
    intake = _Import(project, annotator, terms)
    try:
        said = ([str(path) for path in paths], format, terms, options)
        yield from intake.read(lambda behind: reader.run(_TASK, *said, Trial(behind, patience)))
        intake.finish()
        return intake.report
    finally:
        if worker is None:
            reader.close()
        project.make_lasting()


class _Import:
    """One import in progress: its act, who has been met, what its files cover, and the report."""

    def __init__(self, project: Project, annotator: Annotator, terms: Terms) -> None:
        self.report = ImportReport()
        self._project = project
        self._annotator = annotator
        self._terms = terms
        self._step = new_id()
        self._on_trial = ""  # the file that may end the worker's process
        self._ids: dict[str, str] = {}
        # Each article that came, and the layers that it covers; None where it says how they stand.
        self._covers: dict[str, frozenset[tuple[str, str]] | None] = {}
        self._readers: dict[str, frozenset[str]] = {}  # names of those who read it, where known
        self._marked: set[str] = set()  # articles that came with annotations
        self._corrected = articles.ids_by_former_hash(project)

    def read(self, work: Callable[[str], Generator[object]]) -> LongVerb[None]:
        """Take all that comes behind a file; one that ends its reader's process is refused."""
        behind = ""
        while True:
            try:
                yield from self._follow(work(behind))
            except WorkerDied as death:
                if not self._on_trial:
                    raise
                behind, self._on_trial = self._on_trial, ""
                error = UserError("operations.file_too_hard", reason=death.values["reason"])
                self.report.refused.append(Refusal.of(behind, error))
            else:
                return

    def _follow(self, work: Generator[object]) -> LongVerb[None]:
        """Take what a worker finds until it is done."""
        with closing(work) as incoming:
            for batch in incoming:
                where = self.take(cast("Batch", batch))
                yield Progress(self.report.seen, 0, where)

    def take(self, batch: Batch) -> str:
        """Write what the worker made ready, and note what it refused; where the last one stood."""
        self.report.refused += [item for item in batch if isinstance(item, Refusal)]
        parcels = [item for item in batch if isinstance(item, Parcel)]
        self._meet({name for parcel in parcels for name in parcel.people})
        for parcel in parcels:
            name_people(parcel.rows, self._ids)
        if parcels:
            self._join(parcels)
        last = batch[-1]
        if isinstance(last, Begun):
            self._on_trial = last.path
        return last.where if isinstance(last, Parcel) else last.path

    def _meet(self, names: set[str]) -> None:
        """Let everyone who is named join the project."""
        for name in sorted(names - self._ids.keys()):
            self._ids[name] = annotator_named(self._project, name).id

    def _join(self, parcels: Sequence[Parcel]) -> None:
        """Write parcels at once, or one by one where an id in one of them is taken."""
        try:
            with self._transaction() as transaction:
                outcomes = joining.join(
                    transaction, parcels, met=self._marked, corrected=self._corrected
                )
        except Conflict:
            if len(parcels) > 1:
                for parcel in parcels:
                    self._join([parcel])
                return
            id = joining.taken_id(self._project, parcels[0])
            if not id:
                raise
            outcomes = [Outcome(parcels[0], error=UserError("operations.id_elsewhere", id=id))]
        for outcome in outcomes:
            self._note(outcome)

    def _note(self, outcome: Outcome) -> None:
        """Count what became of a parcel."""
        parcel, report = outcome.parcel, self.report
        if outcome.error is not None:
            report.refused.append(Refusal.of(parcel.where, outcome.error))
            return
        report.articles += not outcome.known
        report.known += outcome.known
        report.annotations += outcome.annotations
        if parcel.format:
            report.formats[parcel.format] += 1
        if parcel.unit:
            report.units[parcel.unit] += 1
        report.passed.update(dict(parcel.passed))
        if parcel.unnamed and parcel.where not in report.unnamed[-1:]:
            report.unnamed.append(parcel.where)
        if "annotation" in parcel.rows:
            self._marked.add(outcome.article)
        self._note_standing(outcome.article, parcel)

    def _note_standing(self, article: str, parcel: Parcel) -> None:
        """Note which layers of an article are covered, and who read it, besides what is known."""
        if parcel.covers is None:
            self._covers[article] = None
        else:
            named = frozenset((self._ids[who], layer) for who, layer in parcel.covers)
            self._covers[article] = named | (self._covers.get(article) or frozenset())
        if parcel.readers is not None:
            self._readers[article] = parcel.readers | self._readers.get(article, frozenset())

    def finish(self) -> None:
        """Mark the layers that the files cover, also in the articles where nothing was found."""
        silent = self._silent()
        while some := dict(islice(silent, _AT_ONCE)):
            with self._transaction() as transaction:
                joining.add(transaction, some)

    def _silent(self) -> Iterator[tuple[str, Rows]]:
        """The articles that have nothing in a layer that is covered, with what this says."""
        covered = frozenset[tuple[str, str]]().union(*filter(None, self._covers.values()))
        for article, layers in self._covers.items():
            readers = {self._ids.get(name) for name in self._readers.get(article, self._ids)}
            silent = [each for each in covered - (layers or frozenset()) if each[0] in readers]
            if layers is not None and silent:
                yield article, {"assignment": self._finished(article, silent)}

    def _finished(self, article: str, layers: Iterable[tuple[str, str]]) -> list[dict[str, object]]:
        return [
            assignment_row(replace(assignment, article=article), self._terms.time)
            for assignment in finished(layers, self._terms.status)
        ]

    def _transaction(self) -> AbstractContextManager[Transaction]:
        return self._project.transaction(
            "import", person=self._annotator.id, step=self._step, lasting=False
        )
