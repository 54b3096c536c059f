"""Marking spans: every verb that makes, changes or removes one annotation or relation.

A person changes only what is theirs. Whatever is marked in a layer starts its assignment, and work
on a layer that was done stays allowed: the state at the first *done* is kept for agreement.
"""

from collections.abc import Mapping
from dataclasses import replace

from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, Span, check_fragments
from workbench.store import annotations, articles, people, schemes, suggestions
from workbench.store.project import Project
from workbench.store.transaction import Transaction


def annotate(
    project: Project,
    *,
    annotator: Annotator,
    article: str,
    span: Span,
    layer: str,
    label: str,
    attributes: Mapping[str, str] | None = None,
) -> Changes:
    """Mark a span with a label; the same span and label twice is refused."""
    with project.transaction(
        "annotate", person=annotator.id, params={"layer": layer, "label": label}
    ) as transaction:
        scheme = schemes.read_scheme(transaction)
        scheme.label(layer, label)
        scheme.check_attributes(layer, label, attributes or {})
        fragments = (span,)
        refuse_twin(
            transaction,
            annotator,
            article,
            layer=layer,
            label=label,
            fragments=fragments,
        )
        annotation = Annotation(
            id=new_id(),
            article=article,
            annotator=annotator.id,
            layer=layer,
            label=label,
            fragments=fragments,
            quote=quote_at(transaction, article, fragments),
            attributes=dict(attributes or {}),
            created=transaction.time,
            modified=transaction.time,
            scheme_version=scheme.version,
            origin=Origin("hand"),
        )
        annotations.insert_many(transaction, [annotation])
        start_layer(transaction, annotator, article, layer)
    return transaction.changes


def relabel(
    project: Project, *, annotator: Annotator, annotation: Annotation, layer: str, label: str
) -> Changes:
    """Give an annotation another label; attributes and relations that it cannot keep go."""
    with project.transaction(
        "relabel", person=annotator.id, params={"layer": layer, "label": label}
    ) as transaction:
        current = own(transaction, annotator, annotation.id)
        if (layer, label) == (current.layer, current.label):
            return transaction.changes
        scheme = schemes.read_scheme(transaction)
        scheme.label(layer, label)
        refuse_twin(
            transaction,
            annotator,
            current.article,
            layer=layer,
            label=label,
            fragments=current.fragments,
        )
        annotations.update(transaction, current.id, {"layer": layer, "label": label})
        kept = {a.id for a in scheme.layer(layer).attributes_of(label)}
        left = {name: value for name, value in current.attributes.items() if name in kept}
        annotations.update_attributes(transaction, current.id, left)
        _drop_impossible_relations(transaction, current.id)
        start_layer(transaction, annotator, current.article, layer)
    return transaction.changes


def set_attribute(
    project: Project, *, annotator: Annotator, annotation: Annotation, attribute: str, value: str
) -> Changes:
    """Set one attribute of an annotation; an empty value unsets it."""
    with project.transaction(
        "set_attribute", person=annotator.id, params={"attribute": attribute, "value": value}
    ) as transaction:
        current = own(transaction, annotator, annotation.id)
        changed = {name: v for name, v in current.attributes.items() if name != attribute}
        if value:
            changed[attribute] = value
            scheme = schemes.read_scheme(transaction)
            scheme.check_attributes(current.layer, current.label, {attribute: value})
        annotations.update_attributes(transaction, current.id, changed)
    return transaction.changes


def set_note(
    project: Project, *, annotator: Annotator, annotation: Annotation, note: str
) -> Changes:
    """Write a note at an annotation; an empty one removes it."""
    return _set_text(project, annotator, annotation, "note", note)


def set_unsure(
    project: Project, *, annotator: Annotator, annotation: Annotation, question: str
) -> Changes:
    """Flag an annotation as unsure with a question to the reviewer; an empty one unflags it."""
    return _set_text(project, annotator, annotation, "unsure", question)


def _set_text(
    project: Project, annotator: Annotator, annotation: Annotation, column: str, text: str
) -> Changes:
    with project.transaction(f"set_{column}", person=annotator.id) as transaction:
        current = own(transaction, annotator, annotation.id)
        annotations.update(transaction, current.id, {column: text})
    return transaction.changes


def move(
    project: Project, *, annotator: Annotator, annotation: Annotation, fragments: Fragments
) -> Changes:
    """Give an annotation other borders or fragments; its identity and relations stay."""
    with project.transaction("move", person=annotator.id) as transaction:
        current = own(transaction, annotator, annotation.id)
        if fragments == current.fragments:
            return transaction.changes
        quote = quote_at(transaction, current.article, fragments)
        refuse_twin(
            transaction,
            annotator,
            current.article,
            layer=current.layer,
            label=current.label,
            fragments=fragments,
        )
        annotations.update_span(transaction, current.id, fragments, quote)
    return transaction.changes


def delete(project: Project, *, annotator: Annotator, annotation: Annotation) -> Changes:
    """Remove an annotation with the relations that begin or end at it."""
    with project.transaction(
        "delete", person=annotator.id, params={"layer": annotation.layer, "label": annotation.label}
    ) as transaction:
        current = own(transaction, annotator, annotation.id)
        lost = [relation.id for relation in annotations.relations_at(transaction, current.id)]
        annotations.delete_relations(transaction, lost)
        suggestions.reject_deleted(transaction, current.id)
        annotations.delete(transaction, current.id)
    return transaction.changes


def relate(
    project: Project, *, annotator: Annotator, type: str, source: str, target: str
) -> Changes:
    """Draw a relation between two of one's annotations; a second of a single kind replaces it."""
    with project.transaction("relate", person=annotator.id, params={"type": type}) as transaction:
        ends = [own(transaction, annotator, end) for end in (source, target)]
        add_relation(transaction, annotator, type, *ends)
    return transaction.changes


def set_relation_attribute(
    project: Project, *, annotator: Annotator, relation: Relation, attribute: str, value: str
) -> Changes:
    """Set one attribute of a relation; an empty value unsets it."""
    with project.transaction(
        "set_relation_attribute",
        person=annotator.id,
        params={"type": relation.type, "attribute": attribute, "value": value},
    ) as transaction:
        own(transaction, annotator, relation.source)
        current = _relation_now(transaction, relation)
        changed = {name: v for name, v in current.attributes.items() if name != attribute}
        if value:
            changed[attribute] = value
            schemes.read_scheme(transaction).check_relation_attribute(
                current.type, attribute, value
            )
        annotations.update_relation(transaction, current.id, changed)
    return transaction.changes


def unrelate(project: Project, *, annotator: Annotator, relation: Relation) -> Changes:
    """Remove a relation."""
    with project.transaction(
        "unrelate", person=annotator.id, params={"type": relation.type}
    ) as transaction:
        own(transaction, annotator, relation.source)
        annotations.delete_relations(transaction, [relation.id])
    return transaction.changes


# --- what other verbs build on


def add_relation(
    transaction: Transaction,
    annotator: Annotator,
    type: str,
    source: Annotation,
    target: Annotation,
) -> None:
    """Write a relation that the scheme allows; one that is already there is passed over."""
    scheme = schemes.read_scheme(transaction)
    scheme.check_relation(type, (source.layer, source.label), (target.layer, target.label))
    kind = scheme.relation(type)
    same = [
        relation
        for relation in annotations.relations_at(transaction, source.id)
        if relation.type == type and relation.source == source.id
    ]
    if any(relation.target == target.id for relation in same):
        return
    if kind is not None and not kind.many:
        annotations.delete_relations(transaction, [relation.id for relation in same])
    relation = Relation(
        id=new_id(),
        article=source.article,
        annotator=annotator.id,
        type=type,
        source=source.id,
        target=target.id,
        created=transaction.time,
        modified=transaction.time,
    )
    annotations.insert_relations(transaction, [relation])


def start_layer(
    transaction: Transaction, annotator: Annotator, article: str, layer: str
) -> Assignment:
    """The person's assignment to an article-layer, which is started now if it was not yet."""
    known = people.assignment_of(transaction, annotator=annotator.id, article=article, layer=layer)
    if known is None:
        known = Assignment(new_id(), article, annotator.id, layer, status="started")
        people.insert_assignments(transaction, [known])
    elif known.status == "new":
        people.set_status(transaction, known, "started")
        known = replace(known, status="started")
    return known


def quote_at(transaction: Transaction, article: str, fragments: Fragments) -> str:
    """What the fragments cover in an article; raises `UserError` where they do not fit it."""
    length, slices = articles.slices_of(transaction, article, fragments)
    check_fragments(length, fragments)
    return " ".join(slices)


def own(transaction: Transaction, annotator: Annotator, annotation: str) -> Annotation:
    """One of the person's annotations as it stands now; raises `UserError` for others'."""
    found = annotations.by_ids(transaction, [annotation])
    if not found:
        raise UserError("operations.annotation_gone")
    if found[0].annotator != annotator.id:
        raise UserError("operations.not_yours")
    return found[0]


def refuse_twin(
    transaction: Transaction,
    annotator: Annotator,
    article: str,
    *,
    layer: str,
    label: str,
    fragments: Fragments,
) -> None:
    """Refuse a second annotation with the same label at the same place."""
    twins = annotations.at_place(
        transaction, article=article, annotator=annotator.id, start=fragments[0].start
    )
    for twin in twins:
        if (twin.layer, twin.label, twin.fragments) == (layer, label, fragments):
            name = schemes.read_scheme(transaction).label_name(layer, label)
            raise UserError("operations.already_marked", label=name)


def _relation_now(transaction: Transaction, relation: Relation) -> Relation:
    """A relation as it stands now; raises `UserError` where it is gone."""
    for current in annotations.relations_at(transaction, relation.source):
        if current.id == relation.id:
            return current
    raise UserError("operations.relation_gone")


def _drop_impossible_relations(transaction: Transaction, annotation: str) -> None:
    """Remove the relations that the scheme no longer allows at a relabelled annotation."""
    scheme = schemes.read_scheme(transaction)
    for relation in annotations.relations_at(transaction, annotation):
        source, target = annotations.by_ids_in_order(
            transaction, (relation.source, relation.target)
        )
        kind = scheme.relation(relation.type)
        if kind and kind.joins((source.layer, source.label), (target.layer, target.label)):
            continue
        annotations.delete_relations(transaction, [relation.id])
