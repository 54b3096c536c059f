"""What an annotation must still say before its layer is done.

The same rules ask for it while one annotates and list it before *done*: required attributes, the
source of an attributed claim, the target of a blame, a note that says which other device it is.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import Attribute, Scheme

Kind = Literal["attribute", "relation", "note"]


class Missing(NamedTuple):
    """Something that an annotation does not say: its kind, and the attribute's or type's id."""

    kind: Kind
    what: str


def missing(scheme: Scheme, annotation: Annotation, leading: Collection[str]) -> Iterator[Missing]:
    """What an annotation lacks; `leading` are the types of the relations that begin at it."""
    for attribute in required_attributes(scheme, annotation):
        if attribute.id not in annotation.attributes:
            yield Missing("attribute", attribute.id)
    relation = needed_relation(annotation)
    if relation and relation not in leading and scheme.relation(relation) is not None:
        yield Missing("relation", relation)
    if (annotation.layer, annotation.label) == ("framing", "other") and not annotation.note:
        yield Missing("note", "note")


def required_attributes(scheme: Scheme, annotation: Annotation) -> list[Attribute]:
    """The attributes that annotations with this label must have."""
    attributes = scheme.layer(annotation.layer).attributes_of(annotation.label)
    return [attribute for attribute in attributes if attribute.required]


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
