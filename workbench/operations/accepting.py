"""Making suggestions into annotations, or turning them down: only ever by a person.

A suggestion travels with what it points at through its relations: accepting a claim accepts its cue
and its source as well, in one act, and the relations between them come with their ends. What comes
along never goes against the person: a source that they turned down stays down, a layer that they
annotate unaided stays theirs, and a relation that they drew is not replaced.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.operations.annotating import add_relation, own, refuse_twin, start_layer
from workbench.store import annotations, people, schemes, suggestions
from workbench.store.project import Project
from workbench.store.transaction import Transaction


def accept(
    project: Project,
    *,
    annotator: Annotator,
    suggestion: Suggestion,
    layer: str = "",
    label: str = "",
) -> Changes:
    """Make a suggestion, with what it points at, the person's annotations.

    With another label it counts as *changed*, and only itself is taken. What they have taken
    before stays as it is.
    """
    with project.transaction(
        "accept", person=annotator.id, params={"label": label or suggestion.label}
    ) as transaction:
        current = _now(transaction, suggestion)
        if not label:
            accept_all(transaction, annotator, bundle(transaction, annotator, [current]))
        elif not _taken(annotator, current):
            _accept_as(transaction, annotator, current, layer or current.layer, label)
    return transaction.changes


def accept_as_end(
    project: Project, *, annotator: Annotator, type: str, source: str, suggestion: Suggestion
) -> Changes:
    """Accept a suggestion because one of the person's annotations leads to it, and say so."""
    with project.transaction("relate", person=annotator.id, params={"type": type}) as transaction:
        begins = own(transaction, annotator, source)
        accept_all(transaction, annotator, [_now(transaction, suggestion)])
        became = suggestions.accepted_as(transaction, [suggestion.id], annotator.id)
        ends = own(transaction, annotator, became[suggestion.id])
        add_relation(transaction, annotator, type, begins, ends)
    return transaction.changes


def reject(project: Project, *, annotator: Annotator, suggestion: Suggestion) -> Changes:
    """Turn a suggestion down for good, for this person; what they have taken is theirs by now."""
    with project.transaction(
        "reject", person=annotator.id, params={"label": suggestion.label}
    ) as transaction:
        current = _now(transaction, suggestion)
        if not _taken(annotator, current):
            suggestions.set_states(transaction, [current], annotator.id, "rejected")
    return transaction.changes


def bundle(
    transaction: Transaction, annotator: Annotator, wanted: Sequence[Suggestion]
) -> list[Suggestion]:
    """Suggestions of one article and those that their relations lead to, without repetition.

    Those that the person turned down, or that lie in a layer without help, do not come along.
    """
    asked = {suggestion.id: suggestion for suggestion in wanted}
    along = [id for id in suggestions.reached(transaction, asked) if id not in asked]
    if not along:
        return list(asked.values())
    unaided = people.layers_without_help(
        transaction, annotator=annotator.id, article=wanted[0].article
    )
    coming = [
        found
        for found in suggestions.by_ids(transaction, along)
        if found.state_for(annotator.id) != "rejected" and found.layer not in unaided
    ]
    return [*asked.values(), *coming]


def _now(transaction: Transaction, suggestion: Suggestion) -> Suggestion:
    """A suggestion as it stands now; raises `UserError` where it is gone."""
    for current in suggestions.by_ids(transaction, [suggestion.id]):
        return current
    raise UserError("operations.suggestion_gone")


def _taken(annotator: Annotator, suggestion: Suggestion) -> bool:
    """Whether the person has accepted the suggestion, as it was or changed."""
    return suggestion.state_for(annotator.id) in ("accepted", "changed")


def accept_all(transaction: Transaction, annotator: Annotator, wanted: Sequence[Suggestion]) -> int:
    """Write annotations for suggestions of one article that are not accepted yet; how many.

    Where the person already has the same span and label, that annotation is taken as what the
    suggestion became, and nothing is written twice.
    """
    fresh = [suggestion for suggestion in wanted if not _taken(annotator, suggestion)]
    if not fresh:
        return 0
    article = fresh[0].article
    starts = {suggestion.span.start for suggestion in fresh}
    mine = annotations.beginning_at(transaction, article, starts, annotator=annotator.id)
    at_place = {(a.layer, a.label, a.fragments): a.id for a in mine}
    version = schemes.read_scheme(transaction).version
    new, became = [], {}
    for suggestion in fresh:
        place = (suggestion.layer, suggestion.label, suggestion.fragments)
        if place not in at_place:
            annotation = _annotation_of(transaction, annotator, suggestion, version)
            new.append(annotation)
            at_place[place] = annotation.id
        became[suggestion.id] = at_place[place]
    annotations.insert_many(transaction, new)
    suggestions.set_states(transaction, fresh, annotator.id, "accepted", became)
    _accept_relations(transaction, annotator, article, set(became))
    for layer in {suggestion.layer for suggestion in fresh}:
        start_layer(transaction, annotator, article, layer)
    return len(fresh)


def _accept_as(
    transaction: Transaction, annotator: Annotator, suggestion: Suggestion, layer: str, label: str
) -> None:
    scheme = schemes.read_scheme(transaction)
    scheme.label(layer, label)
    known = {a.id for a in scheme.layer(layer).attributes_of(label)}
    attributes = {name: v for name, v in suggestion.attributes.items() if name in known}
    changed = replace(suggestion, layer=layer, label=label, attributes=attributes)
    refuse_twin(
        transaction,
        annotator,
        changed.article,
        layer=layer,
        label=label,
        fragments=changed.fragments,
    )
    annotation = _annotation_of(transaction, annotator, changed, scheme.version)
    annotations.insert_many(transaction, [annotation])
    became = {suggestion.id: annotation.id}
    suggestions.set_states(transaction, [suggestion], annotator.id, "changed", became)
    _accept_relations(transaction, annotator, suggestion.article, {suggestion.id})
    start_layer(transaction, annotator, suggestion.article, layer)


def _annotation_of(
    transaction: Transaction, annotator: Annotator, suggestion: Suggestion, version: int
) -> Annotation:
    """The annotation that a suggestion becomes."""
    return Annotation(
        id=new_id(),
        article=suggestion.article,
        annotator=annotator.id,
        layer=suggestion.layer,
        label=suggestion.label,
        fragments=suggestion.fragments,
        quote=suggestion.quote,
        attributes=suggestion.attributes,
        created=transaction.time,
        modified=transaction.time,
        scheme_version=version,
        origin=Origin("suggestion", suggestion.suggester, suggestion.id, suggestion.score),
    )


def _accept_relations(
    transaction: Transaction, annotator: Annotator, article: str, touched: set[str]
) -> None:
    """Draw the relations of which both ends are annotations now, and one was accepted just now."""
    near = suggestions.relations_touching(transaction, article, touched)
    if not near:
        return
    ends = {end for relation in near for end in (relation.source, relation.target)}
    became = suggestions.accepted_as(transaction, ends, annotator.id)
    found = annotations.by_ids(transaction, {*became.values(), *ends})
    mine = {a.id: a for a in found if a.annotator == annotator.id}
    both = [
        Relation(new_id(), article, annotator.id, type, source, target)
        for source, type, target in _joined(near, became)
        if source in mine and target in mine
    ]
    annotations.insert_relations(transaction, _fitting(transaction, both, mine))


def _fitting(
    transaction: Transaction, wanted: Iterable[Relation], mine: Mapping[str, Annotation]
) -> list[Relation]:
    """Those that the labels taken allow, and that would replace none of the person's own."""
    scheme, wanted = schemes.read_scheme(transaction), list(wanted)
    drawn = annotations.relations_from(transaction, {relation.source for relation in wanted})
    taken = {place for relation in drawn for place in _places(relation)}
    fitting = []
    for relation in wanted:
        kind = scheme.relation(relation.type)
        source, target = mine[relation.source], mine[relation.target]
        if kind is None or not kind.joins(*((a.layer, a.label) for a in (source, target))):
            continue
        single, exact = _places(relation)
        if exact not in taken and (kind.many or single not in taken):
            time = transaction.time
            fitting.append(replace(relation, created=time, modified=time))
            taken |= {single, exact}
    return fitting


def _places(relation: Relation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a relation takes up: its kind at its source, and that with its target."""
    return (relation.type, relation.source), (relation.type, relation.source, relation.target)


def _joined(
    relations: Iterable[SuggestionRelation], became: dict[str, str]
) -> Iterable[tuple[str, str, str]]:
    """Relations with annotations for ends; an end that is no suggestion is an annotation."""
    for relation in relations:
        if relation.source in became:
            yield (
                became[relation.source],
                relation.type,
                became.get(relation.target, relation.target),
            )
