"""What an annotation must still say before its layer is done.

The same rules ask for it while one annotates and list it before *done*: required attributes, the
source of an attributed claim, the target of a blame, a note that says which other device it is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import Attribute, Scheme

Kind = Literal["attribute", "relation", "note"]


class Missing(NamedTuple):
    """Something that an annotation does not say: its kind, and the attribute's or type's id."""

    kind: Kind
    what: str


def missing(scheme: Scheme, annotation: Annotation, leading: Collection[str]) -> list[Missing]:
    """What an annotation lacks; `leading` are the types of the relations that begin at it."""
    return [lack for _, lack in missing_in(scheme, [annotation], {annotation.id: leading})]


def missing_in(
    scheme: Scheme, annotations: Iterable[Annotation], leading: Mapping[str, Collection[str]]
) -> Iterator[tuple[Annotation, Missing]]:
    """What each of some annotations lacks; what their labels require is found once a label."""
    relations = {relation.id for relation in scheme.relations}
    required: dict[tuple[str, str], list[str]] = {}
    for annotation in annotations:
        kind = (annotation.layer, annotation.label)
        if kind not in required:
            required[kind] = _required_attributes(scheme, *kind)
        for attribute in required[kind]:
            if attribute not in annotation.attributes:
                yield annotation, Missing("attribute", attribute)
        relation = needed_relation(annotation)
        if relation in relations and relation not in leading.get(annotation.id, ()):
            yield annotation, Missing("relation", relation)
        if kind == ("framing", "other") and not annotation.note:
            yield annotation, Missing("note", "note")


def _required_attributes(scheme: Scheme, layer: str, label: str) -> list[str]:
    """The ids of the attributes that annotations with this label must have."""
    attributes = scheme.layer(layer).attributes_of(label)
    return [attribute.id for attribute in attributes if attribute.required]


def needed_relation(annotation: Annotation) -> str:
    """The relation type that must begin at an annotation, empty for none."""
    if annotation.attributes.get("attribution", "none") != "none":
        return "source"
    return "target" if (annotation.layer, annotation.label) == ("framing", "blame") else ""


_INSIDE_CLAIM = "if inside a claim that has a source"


def prefilled(
    attributes: Iterable[Attribute],
    annotation: Annotation,
    sourced: Iterable[Annotation],
) -> dict[str, str]:
    """The values to offer for attributes of an annotation; offered, never set by themselves.

    A scheme's rule reads "VALUE if inside a claim that has a source"; `sourced` are the annotations
    that have one, looked at only where a rule asks for them.
    """
    parts = ((a.id, a.prefill.partition(f" {_INSIDE_CLAIM}")) for a in attributes)
    rules = {id: value for id, (value, rule, _) in parts if rule}
    inside = bool(rules) and any(
        other.layer == "claim" and other.span.covers(annotation.span) for other in sourced
    )
    return rules if inside else {}
