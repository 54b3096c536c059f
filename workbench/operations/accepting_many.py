"""Taking many suggestions at once: all of a label above a score, as one act, after a look at them.

In the article in hand whatever is open may be taken; over all articles only what is the person's to
do and not finished, since a finished layer says that all in it was decided on. Where articles were
given to people, those given to this one are theirs, else all are. What a suggestion leads to comes
along, as when it is taken by itself, however sure that is and whether it stands as a ghost or not.
What was taken in an article is one small transaction, and all of them are one act.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.ids import new_id
from workbench.domain.occurrences import Context, context_of
from workbench.domain.suggestion import Suggestion, leading, reached, still_open
from workbench.operations import backups
from workbench.operations.accepting import accept_all, bundle
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.suggesters import in_use_for
from workbench.store import annotations, articles, history, people, schemes, suggestions
from workbench.store.project import Project
from workbench.store.reader import Reader

MOST = 10_000  # suggestions that one list holds
_BATCH = 50  # articles that are read at once
T = TypeVar("T", Annotation, Suggestion)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be taken: of a label, a layer or all; at least so sure; in one article or all."""

    layer: str = ""
    label: str = ""
    least: float = 0.0
    article: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion that could be taken, where it stands, and what would come along with it."""

    suggestion: Suggestion
    title: str
    context: Context
    along: tuple[Suggestion, ...] = ()


@dataclass(slots=True)
class Offers:
    """What was found, in the order of the articles; `cut` says that a list holds no more."""

    found: list[Offer] = field(default_factory=list)
    cut: bool = False


@dataclass(slots=True)
class Accepted:
    """How many were taken, how many came along, in how many articles, and the act's id."""

    accepted: int = 0
    along: int = 0
    articles: int = 0
    step: str = field(default_factory=new_id)


def offers(project: Project, *, annotator: Annotator, wanted: Wanted) -> LongVerb[Offers]:
    """What `accept_above` would take, to be looked at before.

    Raises `UserError` for a layer or a label that the scheme does not have.
    """
    found, duty = Offers(), _duty(project, annotator, wanted.article)
    for several, progress in _batches(project, annotator, wanted, duty):
        if progress.done < progress.total:
            yield progress
        found.found += _offers_of(project, annotator, several, duty)
        if len(found.found) > MOST:
            found.cut = True
            del found.found[MOST:]
            break
    return found


def accept_offers(
    project: Project, *, annotator: Annotator, wanted: Wanted, chosen: Sequence[Offer]
) -> LongVerb[Accepted]:
    """Take those of the offers that were chosen, as one act; what is decided by now stays so.

    Where it is stopped half-way, what was taken until then is the act.
    """
    report = Accepted()
    _begin(project, wanted)
    for several in _by_article(offer.suggestion for offer in chosen).values():
        _accept(project, annotator, wanted, several, report)
        yield Progress(report.accepted, len(chosen))
    return report


def accept_above(project: Project, *, annotator: Annotator, wanted: Wanted) -> LongVerb[Accepted]:
    """Take all that is open and sure enough, as one act.

    Raises `UserError` for a layer or a label that the scheme does not have.
    """
    report, duty = Accepted(), _duty(project, annotator, wanted.article)
    _begin(project, wanted)
    for several, progress in _batches(project, annotator, wanted, duty):
        for one in _by_article(several).values():
            _accept(project, annotator, wanted, one, report)
        yield progress
    return report


def _begin(project: Project, wanted: Wanted) -> None:
    """Back the project up before many articles are gone through."""
    if not wanted.article:
        backups.begin(project)


# --- what is open


@dataclass(frozen=True, slots=True)
class _Duty:
    """Where a person may take suggestions: their assignments, and the layers given to people."""

    newest: Mapping[tuple[str, str], Assignment]
    given: frozenset[str]
    everywhere: bool

    def covers(self, article: str, layer: str) -> bool:
        """Whether suggestions for a layer of an article may be taken."""
        assignment = self.newest.get((article, layer))
        if not self.everywhere:
            return self.helped(article, layer)
        if assignment is None:
            return layer not in self.given
        return assignment.help == "on" and assignment.status not in ("done", "skipped")

    def helped(self, article: str, layer: str) -> bool:
        """Whether the person is to see suggestions there at all."""
        assignment = self.newest.get((article, layer))
        return assignment is None or assignment.help == "on"


def _duty(reader: Reader, annotator: Annotator, article: str) -> _Duty:
    """Where a person may take suggestions, in an article or over all."""
    here = [article] if article else None
    found = people.assignments(reader, annotator=annotator.id, articles=here)
    newest = {(a.article, a.layer): a for a in found}
    given = not article and history.ever(reader, "assign")
    layers = frozenset(layer for _, layer in newest) if given else frozenset[str]()
    return _Duty(newest, layers, everywhere=not article)


def _batches(
    reader: Reader, annotator: Annotator, wanted: Wanted, duty: _Duty
) -> Iterator[tuple[list[Suggestion], Progress]]:
    """What is open and sure enough, some articles at a time, with how far that is."""
    _check(reader, wanted)
    known = [wanted.article] if wanted.article else articles.ids(reader)
    using = in_use_for(reader, annotator)
    for begin in range(0, len(known), _BATCH):
        part = known[begin : begin + _BATCH]
        proposed = suggestions.of_articles(reader, part, layer=wanted.layer, label=wanted.label)
        named = {suggestion.article for suggestion in proposed}
        mine = annotations.of_articles(reader, named, annotator=annotator.id)
        marked = _by_article(mine)
        found = [
            suggestion
            for article, several in _by_article(proposed).items()
            for suggestion in still_open(
                several, marked.get(article, ()), annotator=annotator.id, using=using
            )
            if suggestion.score >= wanted.least and duty.covers(article, suggestion.layer)
        ]
        yield found, Progress(begin + len(part), len(known))


def _check(reader: Reader, wanted: Wanted) -> None:
    """Raise `UserError` for a layer or a label that the scheme does not have."""
    scheme = schemes.read_scheme(reader)
    if wanted.label:
        scheme.label(wanted.layer, wanted.label)
    elif wanted.layer:
        scheme.layer(wanted.layer)


def _by_article(marks: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for mark in marks:
        found[mark.article].append(mark)
    return found


# --- the look at them


def _offers_of(
    reader: Reader, annotator: Annotator, several: Sequence[Suggestion], duty: _Duty
) -> list[Offer]:
    """Suggestions with what stands around them, and what would come along."""
    named = {suggestion.article for suggestion in several}
    titles = {article.id: article.title for article in articles.by_ids(reader, named)}
    texts = articles.bare_texts(reader, named)
    along = _along(reader, annotator, several, duty)
    return [
        Offer(
            suggestion,
            titles[suggestion.article],
            context_of(texts[suggestion.article], suggestion.span),
            along[suggestion.id],
        )
        for suggestion in several
    ]


def _along(
    reader: Reader, annotator: Annotator, several: Sequence[Suggestion], duty: _Duty
) -> dict[str, tuple[Suggestion, ...]]:
    """What would come along with each of some suggestions, but for what was taken before."""
    named = {suggestion.article for suggestion in several}
    carried = suggestions.relations_of_articles(reader, named)
    targets = leading(relation for relations in carried.values() for relation in relations)
    ends = {s.id: [id for id in reached([s.id], targets) if id != s.id] for s in several}
    wanted = {id for reach in ends.values() for id in reach}
    free = {
        found.id: found
        for found in suggestions.by_ids(reader, wanted)
        if found.state_for(annotator.id) == "open" and duty.helped(found.article, found.layer)
    }
    return {start: tuple(free[id] for id in reach if id in free) for start, reach in ends.items()}


# --- taking


def _accept(
    project: Project,
    annotator: Annotator,
    wanted: Wanted,
    several: Sequence[Suggestion],
    report: Accepted,
) -> None:
    """Take those of some suggestions for one article that are open still, and add to the report."""
    params = {"layer": wanted.layer, "label": wanted.label, "min_score": wanted.least}
    with project.transaction(
        "accept_above", person=annotator.id, params=params, step=report.step
    ) as transaction:
        asked = [suggestion.id for suggestion in several]
        unaided = people.layers_without_help(
            transaction, annotator=annotator.id, article=several[0].article
        )
        fresh = [
            suggestion
            for suggestion in suggestions.by_ids(transaction, asked)
            if suggestion.state_for(annotator.id) == "open" and suggestion.layer not in unaided
        ]
        taken = accept_all(transaction, annotator, bundle(transaction, annotator, fresh))
    report.accepted += len(fresh)
    report.along += taken - len(fresh)
    report.articles += bool(fresh)
