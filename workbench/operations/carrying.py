"""Carrying a person's annotations of an article over to its near-duplicates.

The texts are aligned as for a correction, and each span goes to its place in the other text: in
the same words where they stand there, in changed ones where more than half do, and nowhere else.
Relations come along where both ends do. Layers that the person has finished stay as they are, and
so does what is marked there already. What was carried says so, and from which annotation: nobody
decided on it again, so that it counts in no agreement, and no layer is finished by it.

It is looked at before it is done, and all of it is one act.
"""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any, cast

from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Annotator
from workbench.domain.article import Article
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.placing import LOST, Placement
from workbench.operations import backups
from workbench.operations.annotating import start_layer
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import annotations, articles, people, schemes, twins
from workbench.store.project import Project
from workbench.store.reader import Reader
from workbench.store.transaction import Transaction

_TASK = "workbench.operations.carrying_work:placed"
KINDS = ("exact", "changed", "lost", "known", "finished")
_FINISHED = ("done", "skipped")
_BATCH = 200  # articles that are read at once


@dataclass(frozen=True, slots=True)
class Move:
    """An annotation, and what becomes of it in another article."""

    annotation: Annotation
    placement: Placement

    @property
    def lost(self) -> bool:
        """Whether it finds no place there."""
        return self.placement.fate in LOST

    @property
    def exact(self) -> bool:
        """Whether the same words are marked there."""
        return not self.lost and self.placement.fate != "changed"


@dataclass(frozen=True, slots=True)
class Share:
    """What would be carried over to one article.

    `known` are the annotations that stand there already, with whom relations may join; `finished`
    is how many belong to layers that the person has finished there.
    """

    article: Article
    moves: tuple[Move, ...]
    known: Mapping[str, str]
    finished: int = 0

    def carried(self) -> list[Move]:
        """What finds a place."""
        return [move for move in self.moves if not move.lost]


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be carried over from an article, to each of its near-duplicates."""

    article: Article
    shares: tuple[Share, ...]
    relations: tuple[Relation, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many annotations are carried exactly, in changed words, and not; and what stays."""
        found = Counter(
            "exact" if move.exact else "lost" if move.lost else "changed"
            for share in self.shares
            for move in share.moves
        )
        found["known"] = sum(len(share.known) for share in self.shares)
        found["finished"] = sum(share.finished for share in self.shares)
        return {kind: found[kind] for kind in KINDS}

    def __bool__(self) -> bool:
        return any(share.carried() for share in self.shares)


@dataclass(slots=True)
class _Standing:
    """The person's work in the near-duplicates, by article."""

    marked: dict[str, dict[object, str]] = field(default_factory=dict)
    finished: set[tuple[str, str]] = field(default_factory=set)


def sources(reader: Reader, annotator: Annotator) -> list[str]:
    """One article of each group, from which to carry: where the person themselves marked most."""
    groups = twins.groups(reader)
    ids = list(groups)
    marked: Counter[str] = Counter()
    for begin in range(0, len(ids), _BATCH):
        part = ids[begin : begin + _BATCH]
        mine = annotations.of_articles(reader, part, annotator=annotator.id)
        marked.update(each.article for each in mine if each.origin.by != "carried")
    best: dict[int, str] = {}
    for id, group in groups.items():
        if marked[id] > marked[best.get(group, "")]:
            best[group] = id
    return list(best.values())


def preview(
    project: Project, *, annotator: Annotator, article: str, worker: Worker | None = None
) -> LongVerb[Plan]:
    """Say what would be carried over from an article; nothing is written."""
    (head,) = articles.by_ids(project, [article])
    others = articles.by_ids(project, twins.twins_of(project, article))
    mine = annotations.of_article(project, article, annotator=annotator.id)
    relations = annotations.relations_of_article(project, article, annotator=annotator.id)
    standing = _standing(project, annotator, [other.id for other in others])
    own = worker or Worker()
    shares = []
    try:
        with closing(_placements(project, own, article, mine, others)) as found:
            for other, placed in zip(others, found, strict=True):
                shares.append(_share(other, mine, placed, standing))
                yield Progress(len(shares), len(others))
    finally:
        if worker is None:
            own.close()
    return Plan(head, tuple(shares), tuple(relations))


def preview_all(
    project: Project, *, annotator: Annotator, worker: Worker | None = None
) -> LongVerb[list[Plan]]:
    """Say what would be carried over in every group of near-duplicates; nothing is written."""
    own = worker or Worker()
    try:
        plans = []
        for article in sources(project, annotator):
            looking = preview(project, annotator=annotator, article=article, worker=own)
            plans.append((yield from looking))
        return plans
    finally:
        if worker is None:
            own.close()


def carry(project: Project, *, annotator: Annotator, plans: Sequence[Plan]) -> LongVerb[int]:
    """Write what a look at it said, as one act, and say to how many articles.

    Refused where a text or a mark changed since.
    """
    step = new_id()
    wanted = [(plan, share) for plan in plans for share in plan.shares if share.carried()]
    if wanted:
        backups.begin(project)
    for done, (plan, share) in enumerate(wanted, start=1):
        with project.transaction(
            "carry", person=annotator.id, params={"from": plan.article.title}, step=step
        ) as transaction:
            _check(transaction, plan, share)
            _write(transaction, annotator, plan, share)
        yield Progress(done, len(wanted))
    return len(wanted)


def as_json(plans: Sequence[Plan]) -> dict[str, Any]:
    """What would be carried over, counted, and what finds no place."""
    shares = [share for plan in plans for share in plan.shares]
    counts = sum((Counter(plan.counts()) for plan in plans), Counter[str]())
    return {
        "articles": sum(bool(share.carried()) for share in shares),
        "carried": {kind: counts[kind] for kind in KINDS},
        "lost": [
            {
                "article": share.article.id,
                "title": share.article.title,
                "annotation": move.annotation.id,
                "quote": move.annotation.quote,
                "why": move.placement.fate,
            }
            for share in shares
            for move in share.moves
            if move.lost
        ],
    }


# --- looking


def _standing(reader: Reader, annotator: Annotator, ids: Sequence[str]) -> _Standing:
    found = _Standing()
    for annotation in annotations.of_articles(reader, ids, annotator=annotator.id):
        known = found.marked.setdefault(annotation.article, {})
        known[_claim(annotation)] = annotation.id
    newest = {
        (given.article, given.layer): given.status
        for given in people.assignments(reader, annotator=annotator.id, articles=ids)
    }
    found.finished = {place for place, status in newest.items() if status in _FINISHED}
    return found


def _claim(annotation: Annotation) -> object:
    """What only one annotation of a person in an article may have."""
    return annotation.layer, annotation.label, annotation.fragments


def _placements(
    project: Project,
    worker: Worker,
    article: str,
    mine: Sequence[Annotation],
    others: Sequence[Article],
) -> Generator[Mapping[str, Placement]]:
    """What becomes of the annotations in each of the other articles, in their order."""
    spans = {annotation.id: (annotation.fragments, annotation.quote) for annotation in mine}
    text = articles.text_of(project, article).text
    texts = articles.bare_texts(project, (other.id for other in others))
    for found in worker.run(_TASK, text, spans, [texts[other.id] for other in others]):
        yield cast("Mapping[str, Placement]", found)


def _share(
    other: Article,
    mine: Iterable[Annotation],
    placed: Mapping[str, Placement],
    standing: _Standing,
) -> Share:
    """What would be carried over to one article; of two that come to say the same, the first."""
    taken = standing.marked.get(other.id, {})
    moves: dict[object, Move] = {}
    known: dict[str, str] = {}
    finished = 0
    for annotation in mine:
        placement = placed[annotation.id]
        claim = _claim(replace(annotation, fragments=placement.fragments))
        if (other.id, annotation.layer) in standing.finished:
            finished += 1
        elif claim in taken:
            known[annotation.id] = taken[claim]
        elif claim in moves and placement.fragments:
            moves[annotation.id] = Move(annotation, Placement("twin"))
        else:
            moves[claim if placement.fragments else annotation.id] = Move(annotation, placement)
    return Share(other, tuple(moves.values()), known, finished)


# --- writing


def _check(transaction: Transaction, plan: Plan, share: Share) -> None:
    """Refuse where a text, or an annotation that is to be carried, is not what was looked at."""
    seen = {head.id: head.text_hash for head in (plan.article, share.article)}
    now = {head.id: head.text_hash for head in articles.by_ids(transaction, seen)}
    carried = {move.annotation.id: move.annotation for move in share.carried()}
    marked = {each.id: each for each in annotations.by_ids(transaction, carried)}
    if seen != now or carried != marked:
        raise UserError("operations.carry_stale")


def _write(transaction: Transaction, annotator: Annotator, plan: Plan, share: Share) -> None:
    """Write the annotations of one article, with the relations between them."""
    moves = share.carried()
    ids = {move.annotation.id: new_id() for move in moves}
    version = schemes.read_scheme(transaction).version
    annotations.insert_many(
        transaction,
        [
            _moved(
                move,
                id=ids[move.annotation.id],
                article=share.article.id,
                version=version,
                time=transaction.time,
            )
            for move in moves
        ],
    )
    ends = {**share.known, **ids}
    related = (r for r in plan.relations if {r.source, r.target} <= ends.keys())
    annotations.insert_relations(
        transaction,
        [
            _related(relation, ends, article=share.article.id, time=transaction.time)
            for relation in related
            if {relation.source, relation.target} & ids.keys()
        ],
    )
    for layer in sorted({move.annotation.layer for move in moves}):
        start_layer(transaction, annotator, share.article.id, layer)


def _moved(move: Move, *, id: str, article: str, version: int, time: str) -> Annotation:
    """An annotation at its place in another article; what was asked about it stays behind."""
    return replace(
        move.annotation,
        id=id,
        article=article,
        fragments=move.placement.fragments,
        quote=move.placement.quote,
        unsure="",
        answer="",
        created=time,
        modified=time,
        scheme_version=version,
        origin=Origin("carried", annotation=move.annotation.id),
    )


def _related(relation: Relation, ends: Mapping[str, str], *, article: str, time: str) -> Relation:
    """A relation between what was carried, or stood there."""
    return replace(
        relation,
        id=new_id(),
        article=article,
        source=ends[relation.source],
        target=ends[relation.target],
        created=time,
        modified=time,
    )
