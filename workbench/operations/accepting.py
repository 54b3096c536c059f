"""Making suggestions into annotations, or turning them down: only ever by a person.

A suggestion travels with what it points at through its relations: accepting a claim accepts its cue
and its source as well, in one act, and the relations between them come with their ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.domain.annotation import Annotation, Origin
from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.ids import new_id
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.operations.annotating import add_relation, refuse_twin, start_layer
from workbench.store import annotations, schemes, suggestions
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

    With another label it counts as *changed*, and only itself is taken.
    """
    with project.transaction(
        "accept", person=annotator.id, params={"label": label or suggestion.label}
    ) as transaction:
        if not label:
            accept_all(transaction, annotator, bundle(transaction, suggestion))
        else:
            _accept_as(transaction, annotator, suggestion, layer or suggestion.layer, label)
    return transaction.changes


def reject(project: Project, *, annotator: Annotator, suggestion: Suggestion) -> Changes:
    """Turn a suggestion down for good, for this person."""
    with project.transaction(
        "reject", person=annotator.id, params={"label": suggestion.label}
    ) as transaction:
        suggestions.set_states(transaction, [suggestion], annotator.id, "rejected")
    return transaction.changes


def accept_above(
    project: Project, *, annotator: Annotator, layer: str = "", min_score: float = 0.0
) -> int:
    """Accept all open suggestions at or above a score, as one act; returns how many."""
    step = new_id()
    accepted = 0
    for article in suggestions.counts_by_article(project):
        with project.transaction(
            "accept_above",
            person=annotator.id,
            params={"layer": layer, "min_score": min_score},
            step=step,
        ) as transaction:
            wanted = [
                suggestion
                for suggestion in suggestions.of_article(transaction, article)
                if layer in ("", suggestion.layer)
                and suggestion.score >= min_score
                and suggestion.state_for(annotator.id) == "open"
            ]
            accepted += accept_all(transaction, annotator, wanted)
    return accepted


def bundle(transaction: Transaction, suggestion: Suggestion) -> list[Suggestion]:
    """A suggestion and the suggestions that its relations lead to, without end or repetition."""
    carried = suggestions.relations_of_articles(transaction, [suggestion.article])
    targets: dict[str, list[str]] = {}
    for relation in carried.get(suggestion.article, ()):
        targets.setdefault(relation.source, []).append(relation.target)
    wanted, waiting = [suggestion.id], [suggestion.id]
    while waiting:
        new = [t for t in targets.get(waiting.pop(), ()) if t not in wanted]
        wanted += new
        waiting += new
    return suggestions.by_ids(transaction, wanted)


def accept_all(transaction: Transaction, annotator: Annotator, wanted: Sequence[Suggestion]) -> int:
    """Write annotations for suggestions of one article that are not accepted yet; how many.

    Where the person already has the same span and label, that annotation is taken as what the
    suggestion became, and nothing is written twice.
    """
    fresh = [s for s in wanted if s.state_for(annotator.id) in ("open", "rejected")]
    if not fresh:
        return 0
    article = fresh[0].article
    mine = annotations.of_article(transaction, article, annotator=annotator.id)
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
    carried = suggestions.relations_of_articles(transaction, [article]).get(article, [])
    near = [r for r in carried if r.source in touched or r.target in touched]
    if not near:
        return
    ends = {end for relation in near for end in (relation.source, relation.target)}
    became = suggestions.accepted_as(transaction, ends, annotator.id)
    found = {a.id: a for a in annotations.by_ids(transaction, [*became.values(), *ends])}
    for source, type, target in _joined(near, became):
        if source in found and target in found:
            add_relation(transaction, annotator, type, found[source], found[target])


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
