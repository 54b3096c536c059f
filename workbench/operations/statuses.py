"""Where an article-layer stands: started, done, skipped; and what is missing before *done*.

*Done* freezes the layer's annotations as they are, the first time, for agreement to compare.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Annotator, Status
from workbench.domain.article import ArticleLabel
from workbench.domain.changes import Changes
from workbench.domain.completeness import missing_in
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.suggestion import Suggestion
from workbench.operations.annotating import start_layer
from workbench.store import annotations, articles, people, schemes
from workbench.store.project import Project
from workbench.store.transaction import Transaction


class Gap(NamedTuple):
    """Something that is open before a layer is done: what a mark lacks, or an open suggestion.

    `kind` is attribute, relation, note or suggestion; `what` the id of what is missing.
    """

    mark: Annotation | Suggestion
    kind: str
    what: str


def incomplete(
    scheme: Scheme,
    *,
    marks: Iterable[Annotation],
    relations: Iterable[Relation],
    ghosts: Iterable[Suggestion],
) -> list[Gap]:
    """What is open in a person's work on an article, in the order of the text.

    Asked about is what they have before their eyes, so that nothing is read for it: their marks and
    relations, and the suggestions that they have still to decide on.
    """
    leading: dict[str, set[str]] = {}
    for relation in relations:
        leading.setdefault(relation.source, set()).add(relation.type)
    lacking = [Gap(mark, *lack) for mark, lack in missing_in(scheme, marks, leading)]
    undecided = [Gap(ghost, "suggestion", ghost.id) for ghost in ghosts]
    return sorted(lacking + undecided, key=_in_text)


def _in_text(gap: Gap) -> tuple[int, int, str]:
    fragments = gap.mark.fragments
    return fragments[0].start, fragments[-1].end, gap.kind


def mark_done(
    project: Project, *, annotator: Annotator, article: str, layers: Sequence[str]
) -> Changes:
    """Say that the person has finished these layers of an article, with or without spans."""
    with project.transaction(
        "mark_done", person=annotator.id, params={"layers": list(layers)}
    ) as transaction:
        _set_status(transaction, annotator, article, layers, "done")
        freeze_done(transaction, annotator.id, article, layers)
    return transaction.changes


def freeze_done(
    transaction: Transaction, annotator: str, article: str, layers: Iterable[str]
) -> None:
    """Keep the state of layers at their first *done*."""
    marked = annotations.of_article(transaction, article, annotator=annotator)
    relations = annotations.relations_of_article(transaction, article, annotator=annotator)
    for layer in layers:
        assignment = people.assignment_of(
            transaction, annotator=annotator, article=article, layer=layer
        )
        if assignment is not None:
            people.freeze(transaction, assignment, marked, relations)


def skip(
    project: Project, *, annotator: Annotator, article: str, layers: Sequence[str], reason: str
) -> Changes:
    """Pass over layers of an article, saying why, or it could not be told from forgetting."""
    reason = reason.strip()
    if not reason:
        raise UserError("operations.no_reason")
    with project.transaction(
        "skip", person=annotator.id, params={"layers": list(layers), "reason": reason}
    ) as transaction:
        _set_status(transaction, annotator, article, layers, "skipped", reason=reason)
    return transaction.changes


def reopen(
    project: Project, *, annotator: Annotator, article: str, layers: Sequence[str]
) -> Changes:
    """Go back to work on layers that were done or skipped."""
    with project.transaction(
        "reopen", person=annotator.id, params={"layers": list(layers)}
    ) as transaction:
        _set_status(transaction, annotator, article, layers, "started")
    return transaction.changes


def _set_status(
    transaction: Transaction,
    annotator: Annotator,
    article: str,
    layers: Iterable[str],
    status: Status,
    *,
    reason: str = "",
) -> None:
    """Say where layers of the scheme stand for the person."""
    scheme = schemes.read_scheme(transaction)
    for layer in layers:
        assignment = start_layer(transaction, annotator, article, scheme.layer(layer).id)
        people.set_status(transaction, assignment, status, reason=reason)


def label_article(
    project: Project, *, annotator: Annotator, article: str, name: str, values: Sequence[str]
) -> Changes:
    """Give an article one of the scheme's article labels; several values where it allows.

    No values take the label away.
    """
    with project.transaction(
        "label_article", person=annotator.id, params={"name": name, "values": list(values)}
    ) as transaction:
        kind = schemes.read_scheme(transaction).article_label(name)
        kind.check(values)
        given = articles.labels_of(transaction, [article])
        mine = [label for label in given if (label.annotator, label.name) == (annotator.id, name)]
        if not values:
            articles.delete_labels(transaction, [label.id for label in mine])
            return transaction.changes
        id = mine[0].id if mine else new_id()
        chosen = tuple(values) if kind.multiple else values[0]
        articles.put_label(transaction, ArticleLabel(id, article, annotator.id, name, chosen))
    return transaction.changes
