"""Every occurrence of some words: found with what is marked there already, and marked in one act.

Over all articles the full-text index names the texts that can hold the words at all, and only they
are read; a part of a single word may stand anywhere, so that every text is read for it. Reading is
done by a worker process. What was marked in an article at once is one small transaction, and all of
them are one act.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.folding import index_words
from workbench.domain.ids import new_id
from workbench.domain.occurrences import Context, Wanted, one_line
from workbench.domain.span import Span
from workbench.domain.terms import Term
from workbench.operations import backups
from workbench.operations.annotating import start_layer
from workbench.operations.occurrence_work import MOST, Place, places_in
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.searching import index_pending
from workbench.operations.workers import Worker
from workbench.store import annotations, articles, full_text, schemes
from workbench.store.project import Project
from workbench.store.transaction import Transaction

_CHUNK = 50  # texts that travel to the worker at once
_TASK = "workbench.operations.occurrence_work:find"

Labels = frozenset[tuple[str, str]]  # (layer, label)
Mark = Literal["", "same", "overlap"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where the words stand, and the labels that the person gave there already.

    `same` are labels of this very place, `overlapping` those of all that share letters with it.
    """

    article: str
    title: str
    span: Span
    context: Context
    same: Labels = frozenset()
    overlapping: Labels = frozenset()

    def marked(self, layer: str, label: str) -> Mark:
        """Whether the place, or one that overlaps it, has that label already."""
        if (layer, label) in self.same:
            return "same"
        return "overlap" if (layer, label) in self.overlapping else ""


@dataclass(slots=True)
class Occurrences:
    """What was found, in the order of the texts; `cut` says that a list holds no more."""

    found: list[Occurrence] = field(default_factory=list)
    cut: bool = False


@dataclass(slots=True)
class MarkReport:
    """How many places were marked, in how many articles, and the act's id for undoing it."""

    marked: int = 0
    articles: int = 0
    step: str = field(default_factory=new_id)


def find_in_article(
    project: Project,
    *,
    annotator: Annotator,
    article: str,
    what: Wanted,
    worker: Worker | None = None,
) -> LongVerb[Occurrences]:
    """Where the words stand in one article; a `worker` reads it where one is given."""
    yield Progress(0, 1)
    text = articles.text_of(project, article).text
    found = Occurrences()
    if worker is None:
        _take(project, annotator, [(article, places_in(text, what))], found)
    else:
        with _reading(worker, [(article, text)], what) as results:
            _take(project, annotator, results, found)
    return found


def find_everywhere(
    project: Project, *, annotator: Annotator, what: Wanted, worker: Worker | None = None
) -> LongVerb[Occurrences]:
    """Where the words stand in all articles, in the order that the index has them in."""
    own_worker = worker or Worker()
    found = Occurrences()
    try:
        yield from index_pending(project)
        candidates = _candidates(project, what)
        for begin in range(0, len(candidates), _CHUNK):
            yield Progress(begin, len(candidates))
            chunk = candidates[begin : begin + _CHUNK]
            texts = articles.bare_texts(project, chunk)
            asked = [(id, texts[id]) for id in chunk if id in texts]
            with _reading(own_worker, asked, what) as results:
                _take(project, annotator, results, found)
            if found.cut:
                break
        return found
    finally:
        if worker is None:
            own_worker.close()


def mark_occurrences(
    project: Project,
    *,
    annotator: Annotator,
    chosen: Sequence[Occurrence],
    layer: str,
    label: str,
    attributes: Mapping[str, str] | None = None,
) -> LongVerb[MarkReport]:
    """Give places a label and attributes, as one act; places that have the label are passed over.

    Where it is stopped half-way, what was marked until then is the act.
    """
    report = MarkReport()
    params = {"layer": layer, "label": label, "places": len(chosen)}
    pattern = Annotation("", "", annotator.id, layer, label, (), "", dict(attributes or {}))
    by_article: dict[str, list[Occurrence]] = {}
    for occurrence in chosen:
        by_article.setdefault(occurrence.article, []).append(occurrence)
    if len(by_article) > 1:
        backups.begin(project)
    for article, places in by_article.items():
        with project.transaction(
            "mark_occurrences", person=annotator.id, params=params, step=report.step
        ) as transaction:
            marked = _mark(transaction, annotator, replace(pattern, article=article), places)
        report.marked += marked
        report.articles += marked > 0
        yield Progress(report.marked, len(chosen))
    return report


# --- finding


def _candidates(project: Project, what: Wanted) -> list[str]:
    """The articles that may hold the words, by what the index can tell."""
    term = _certain_words(what)
    if term is None:
        return articles.ids(project)
    return [found.article for found in full_text.find(project, [term])]


def _certain_words(what: Wanted) -> Term | None:
    """The words that a text must hold as words; None where there are none.

    Where parts of words count, the first may be a word's end and the last its beginning.
    """
    words = index_words(what.words)
    if not what.whole:
        words = words[1:]
    return Term(" ".join(words), open_end=not what.whole) if words else None


@contextmanager
def _reading(
    worker: Worker, texts: Sequence[tuple[str, str]], what: Wanted
) -> Iterator[Iterator[tuple[str, list[Place]]]]:
    """What a worker finds in some texts, each with its id."""
    with closing(worker.run(_TASK, texts, what)) as results:
        yield cast("Iterator[tuple[str, list[Place]]]", results)


def _take(
    project: Project,
    annotator: Annotator,
    results: Iterable[tuple[str, list[Place]]],
    found: Occurrences,
) -> None:
    """Add what was found in some articles, with what the person marked there."""
    by_article = {article: hits for article, hits in results if hits}
    titles = {article.id: article.title for article in articles.by_ids(project, by_article)}
    mine: dict[str, list[Annotation]] = {}
    for one in annotations.of_articles(project, by_article, annotator=annotator.id):
        mine.setdefault(one.article, []).append(one)
    for article, hits in by_article.items():
        around = _labels_around([span for span, _ in hits], mine.get(article, ()))
        for (span, context), (same, overlapping) in zip(hits, around, strict=True):
            occurrence = Occurrence(article, titles[article], span, context, same, overlapping)
            found.found.append(occurrence)
    found.cut = len(found.found) > MOST
    del found.found[MOST:]


def _labels_around(
    spans: Sequence[Span], mine: Iterable[Annotation]
) -> Iterator[tuple[Labels, Labels]]:
    """For spans in the order of the text, the labels of the same place and of those it overlaps."""
    coming = deque(sorted(mine, key=lambda annotation: annotation.span))
    near: list[Annotation] = []
    for span in spans:
        while coming and coming[0].span.start < span.end:
            near.append(coming.popleft())
        near = [annotation for annotation in near if annotation.span.end > span.start]
        same = [annotation for annotation in near if annotation.fragments == (span,)]
        yield _labels(same), _labels(near)


def _labels(marked: Iterable[Annotation]) -> Labels:
    return frozenset((annotation.layer, annotation.label) for annotation in marked)


# --- marking


def _mark(
    transaction: Transaction,
    annotator: Annotator,
    pattern: Annotation,
    places: Sequence[Occurrence],
) -> int:
    """Write annotations like the pattern at places of its article; how many are new."""
    scheme = schemes.read_scheme(transaction)
    scheme.label(pattern.layer, pattern.label)
    scheme.check_attributes(pattern.layer, pattern.label, pattern.attributes)
    pattern = replace(
        pattern,
        created=transaction.time,
        modified=transaction.time,
        scheme_version=scheme.version,
    )
    known = {
        one.fragments
        for one in annotations.of_article(transaction, pattern.article, annotator=annotator.id)
        if (one.layer, one.label) == (pattern.layer, pattern.label)
    }
    text = articles.text_of(transaction, pattern.article).text
    new = [_at(pattern, place, text) for place in places if (place.span,) not in known]
    annotations.insert_many(transaction, new)
    if new:
        start_layer(transaction, annotator, pattern.article, pattern.layer)
    return len(new)


def _at(pattern: Annotation, place: Occurrence, text: str) -> Annotation:
    """The pattern at a place; raises `UserError` where the words stand there no longer."""
    quote = place.span.of(text)
    if one_line(quote) != place.context.match:
        raise UserError("operations.words_moved", words=place.context.match, title=place.title)
    return replace(pattern, id=new_id(), fragments=(place.span,), quote=quote)
