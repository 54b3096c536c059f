"""Where an article-layer stands: started, done, skipped; and what is missing before *done*.

*Done* freezes the layer's annotations as they are, the first time, for agreement to compare.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator, Status
from workbench.domain.article import ArticleLabel
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.operations.annotating import start_layer
from workbench.store import annotations, articles, people, schemes
from workbench.store.project import Project
from workbench.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that an annotation lacks before its layer is done."""

    annotation: Annotation
    kind: str
    what: str


def incomplete(project: Project, *, annotator: Annotator, article: str) -> list[Gap]:
    """What the person's annotations of an article lack: attributes, a source, a target, a note."""
    scheme = schemes.read_scheme(project)
    mine = annotations.of_article(project, article, annotator=annotator.id)
    relations = annotations.relations_of_article(project, article, annotator=annotator.id)
    leading = {(relation.source, relation.type) for relation in relations}
    return [gap for annotation in mine for gap in _gaps(scheme, annotation, leading)]


def _gaps(scheme: Scheme, annotation: Annotation, leading: set[tuple[str, str]]) -> Iterable[Gap]:
    for attribute in scheme.layer(annotation.layer).attributes_of(annotation.label):
        if attribute.required and attribute.id not in annotation.attributes:
            yield Gap(annotation, "attribute", attribute.id)
    attribution = annotation.attributes.get("attribution", "none")
    if attribution != "none" and (annotation.id, "source") not in leading:
        yield Gap(annotation, "relation", "source")
    if annotation.label == "blame" and (annotation.id, "target") not in leading:
        yield Gap(annotation, "relation", "target")
    if (annotation.layer, annotation.label) == ("framing", "other") and not annotation.note:
        yield Gap(annotation, "note", "note")


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
    """Give an article one of the scheme's article labels; several values where it allows."""
    with project.transaction(
        "label_article", person=annotator.id, params={"name": name, "values": list(values)}
    ) as transaction:
        scheme = schemes.read_scheme(transaction)
        kind = next((k for k in scheme.article_labels if k.id == name), None)
        if kind is None:
            known = ", ".join(k.id for k in scheme.article_labels)
            raise UserError("domain.unknown_article_label", name=name, known=known)
        for value in values:
            if kind.values and value not in kind.values:
                known = ", ".join(kind.values)
                raise UserError("domain.bad_value", value=value, attribute=name, known=known)
        given = articles.labels_of(transaction, [article])
        mine = [label for label in given if (label.annotator, label.name) == (annotator.id, name)]
        id = mine[0].id if mine else new_id()
        several = tuple(values)
        chosen = several if kind.multiple else several[0]
        articles.put_label(transaction, ArticleLabel(id, article, annotator.id, name, chosen))
    return transaction.changes
