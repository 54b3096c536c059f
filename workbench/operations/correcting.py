"""Correcting the text of an article that people have worked on already.

Old and new text are aligned, and everything that is tied to places follows: the annotations of
everyone, suggestions, gold spans with their decisions, and the states that were frozen when layers
were done. What finds no place is taken away in the same act, with its relations; it is listed
before, and undo brings it back together with the old text. Where an article appeared, and the file
that it came from, stay as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import cast

from workbench.domain.alignment import Alignment, align
from workbench.domain.annotator import Annotator
from workbench.domain.article import Article, ArticleText, Structure, Zone
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.placing import LOST, Placement, place
from workbench.domain.sentences import sentences_of
from workbench.domain.span import Fragments, Span, hull
from workbench.domain.structure import same_line, structure_of
from workbench.domain.text import canonical, text_hash
from workbench.operations.progress import LongVerb, Progress, finish
from workbench.operations.workers import Worker
from workbench.store import anchors, articles
from workbench.store.anchors import Anchored
from workbench.store.project import Project
from workbench.store.reader import Reader
from workbench.store.strides import parts
from workbench.store.transaction import Transaction

LONG, MANY = 100_000, 1_000  # characters and spans, beyond which a look takes more than a moment
_TASK = "workbench.operations.correcting_work:aligned"


@dataclass(frozen=True, slots=True)
class Standing:
    """An article as it is: its head, its text, and how many spans are tied to it.

    There may be ten thousands of them, which are read once it is looked what becomes of them.
    """

    article: Article
    text: ArticleText
    spans: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a corrected text would do to one span, and where in it the span lies or would."""

    span: Anchored
    placement: Placement
    near: Span

    @property
    def lost(self) -> bool:
        """Whether the span has no place in the new text."""
        return self.placement.fate in LOST


def standing(reader: Reader, article: str, *, known: ArticleText | None = None) -> Standing:
    """An article as a correction finds it; a text that is `known` is not read unless it changed."""
    (head,) = articles.by_ids(reader, [article])
    if known is None or text_hash(known.text) != head.text_hash:
        known = articles.text_of(reader, article)
    return Standing(head, known, anchors.number_in(reader, article))


def takes_long(before: Standing, text: str) -> bool:
    """Whether finding what a text would do takes more than a moment."""
    return max(len(before.text.text), len(text)) > LONG or before.spans > MANY


def preview(project: Project, before: Standing, text: str) -> list[Outcome]:
    """What would become of each span if the article had that text."""
    return finish(previewing(project, before, text))


def previewing(
    project: Project, before: Standing, text: str, worker: Worker | None = None
) -> LongVerb[list[Outcome]]:
    """The same, span by span; the texts are compared by a worker process where one is given.

    Raises `UserError` where the article has another text by now.
    """
    alignment = yield from _aligning(before.text.text, canonical(text).text, worker)
    return (yield from _outcomes(alignment, _spans(project, before)))


def _spans(project: Project, before: Standing) -> list[Anchored]:
    """The spans of an article, which are those of the text that it stands with."""
    with project.snapshot() as reader:
        now = [head.text_hash for head in articles.by_ids(reader, [before.article.id])]
        if now != [before.article.text_hash]:
            raise UserError("operations.text_changed")
        return anchors.of_article(reader, before.article.id)


def correct(
    project: Project, *, annotator: Annotator, article: str, text: str, basis: str
) -> Changes:
    """Give an article a corrected text, and everything tied to it its new place.

    `basis` is the hash of the text that was corrected: if the article has another one by now, or if
    another article has the new one, nothing is changed.
    """
    verb = correcting(project, annotator=annotator, article=article, text=text, basis=basis)
    return finish(verb)


def correcting(
    project: Project,
    *,
    annotator: Annotator,
    article: str,
    text: str,
    basis: str,
    worker: Worker | None = None,
) -> LongVerb[Changes]:
    """The same, span by span; what is stopped half-way has not happened.

    The texts are compared before anything is locked, by a worker process where one is given.
    """
    new = canonical(text).text
    (head,) = articles.by_ids(project, [article])
    _check(project, head, new, basis)
    alignment = yield from _aligning(articles.text_of(project, article).text, new, worker)
    with project.transaction(
        "correct", person=annotator.id, params={"before": basis}
    ) as transaction:
        before = standing(transaction, article)
        _check(transaction, before.article, new, basis)
        spans = anchors.of_article(transaction, article)
        outcomes = yield from _outcomes(alignment, spans)
        _write_text(transaction, before, alignment)
        _write_decisions(transaction, article, alignment)
        yield from _write_spans(transaction, outcomes)
        gone = {outcome.span.id for outcome in outcomes if outcome.lost}
        _write_frozen(transaction, article, alignment, frozenset(gone))
    return transaction.changes


def lost(changes: Changes) -> int:
    """How many spans found no place in the text that a correction gave an article."""
    return sum(len(changes.gone(table)) for table in anchors.ANCHORED)


def _aligning(old: str, new: str, worker: Worker | None) -> LongVerb[Alignment]:
    """Two texts aligned, here or in a worker process."""
    yield Progress(0, 0)
    if worker is None:
        return align(old, new)
    with closing(worker.run(_TASK, old, new)) as values:
        return cast("Alignment", next(values))


def _check(reader: Reader, article: Article, new: str, basis: str) -> None:
    if article.text_hash != basis:
        raise UserError("operations.text_changed")
    if not new.strip():
        raise UserError("operations.text_empty")
    known = articles.by_hash(reader, text_hash(new))
    if known not in (None, article.id):
        (other,) = articles.by_ids(reader, [str(known)])
        raise UserError("operations.text_known", title=other.title)


# --- spans


def _outcomes(alignment: Alignment, spans: Sequence[Anchored]) -> LongVerb[list[Outcome]]:
    found: list[Outcome] = []
    for part in parts(spans):
        yield Progress(len(found), len(spans))
        found += [_outcome(alignment, span) for span in part]
    return _without_twins(found)


def _outcome(alignment: Alignment, span: Anchored) -> Outcome:
    placement = place(alignment, span.fragments, span.quote)
    if placement.fragments:
        return Outcome(span, placement, hull(placement.fragments))
    old = hull(span.fragments)
    ends = sorted((alignment.start(old.start), alignment.end(old.end)))
    return Outcome(span, placement, Span(*ends))


def _without_twins(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Outcomes in which nobody's marks come to say the same: what changed least stays."""
    taken: dict[object, Fragments] = {}
    for outcome in sorted(outcomes, key=lambda o: o.placement.fate == "changed"):
        if outcome.span.table == "annotation" and not outcome.lost:
            taken.setdefault(_claim(outcome), outcome.span.fragments)
    return [
        replace(outcome, placement=Placement("twin"))
        if taken.get(_claim(outcome), outcome.span.fragments) != outcome.span.fragments
        else outcome
        for outcome in outcomes
    ]


def _claim(outcome: Outcome) -> object:
    """What only one annotation of a person may have."""
    span = outcome.span
    return span.table, span.whose, span.layer, span.label, outcome.placement.fragments


def _write_spans(transaction: Transaction, outcomes: Sequence[Outcome]) -> LongVerb[None]:
    moving: dict[str, dict[str, tuple[Fragments, str]]] = {}
    losing: dict[str, list[str]] = {}
    for outcome in outcomes:
        span, placement = outcome.span, outcome.placement
        if outcome.lost:
            losing.setdefault(span.table, []).append(span.id)
        elif placement.fate != "kept":
            places = moving.setdefault(span.table, {})
            places[span.id] = (placement.fragments, placement.quote)
    written = 0
    for table, places in moving.items():
        for part in parts(list(places)):
            yield Progress(written, len(outcomes))
            anchors.move(transaction, table, {id: places[id] for id in part})
            written += len(part)
    for table, ids in losing.items():
        for gone in parts(ids):
            yield Progress(written, len(outcomes))
            anchors.remove(transaction, table, gone)
            written += len(gone)


def _write_decisions(transaction: Transaction, article: str, alignment: Alignment) -> None:
    """Let decisions follow; one that left no gold span goes with the place it was about."""
    moving: dict[str, Span] = {}
    losing = []
    for id, (gold, span) in anchors.decisions_of_article(transaction, article).items():
        moved = place(alignment, (span,), span.of(alignment.old)).fragments
        if moved:
            moving[id] = moved[0]
        elif not gold:
            losing.append(id)
    anchors.move_decisions(transaction, moving)
    anchors.remove_decisions(transaction, losing)


def _write_frozen(
    transaction: Transaction, article: str, alignment: Alignment, gone: frozenset[str]
) -> None:
    """Let the states of finished layers follow, as they were frozen."""
    before = anchors.frozen_of_article(transaction, article)
    after = [anchors.realigned(layer, alignment, gone) for layer in before]
    anchors.write_frozen(
        transaction, [new for old, new in zip(before, after, strict=True) if new != old]
    )


# --- the text itself


def _write_text(transaction: Transaction, before: Standing, alignment: Alignment) -> None:
    old, new = before.article, alignment.new
    title = _title(before, alignment)
    structure = _structure(before, alignment, title)
    head = replace(old, title=title, length=len(new), text_hash=text_hash(new))
    articles.replace_text(transaction, head, ArticleText(old.id, new, structure))


def _title(before: Standing, alignment: Alignment) -> str:
    """The title, which follows the headline where it is a copy of it."""
    title = before.article.title
    for zone in before.text.structure.zones:
        if zone.kind == "headline" and same_line(zone.span.of(alignment.old), title):
            moved = Span(alignment.start(zone.span.start), alignment.end(zone.span.end))
            return " ".join(moved.of(alignment.new).split()) or title
    return title


def _structure(before: Standing, alignment: Alignment, title: str) -> Structure:
    """Zones and sentences of the new text: by the rule, but for zones that did not come from it."""
    old = before.text.structure
    ruled = structure_of(alignment.new, title=title)
    if structure_of(alignment.old, title=before.article.title).zones == old.zones:
        return ruled
    zones = tuple(_moved_zones(old.zones, alignment))
    sentences = tuple(s for zone in zones for s in sentences_of(alignment.new, zone.span))
    return Structure(zones, sentences, ruled.version)


def _moved_zones(zones: Iterable[Zone], alignment: Alignment) -> Iterator[Zone]:
    """The zones that still hold something: to the line's ends where they were, apart and tidy."""
    old, new = alignment.old, alignment.new
    last = 0
    for zone in zones:
        span = zone.span
        start, end = alignment.start(span.start), alignment.end(span.end)
        if _line_start(old, span.start) == span.start:
            start = _line_start(new, start)
        if _line_end(old, span.end) == span.end:
            end = _line_end(new, end)
        words = new[max(start, last) : end]
        if words.strip():
            start = max(start, last) + len(words) - len(words.lstrip())
            last = start + len(words.strip())
            yield replace(zone, span=Span(start, last))


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)
