"""What becomes of people's work when the scheme is revised: the rules, one row at a time.

Work follows what takes the place of its label, attribute or value. What the new scheme has no room
for goes: an attribute that the new label cannot have, a relation that may no longer join its ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.domain.scheme import Attribute, Layer, Scheme, takes_value
from workbench.domain.scheme_editing import Revision
from workbench.domain.scheme_places import (
    ARTICLE_LABELS,
    RELATIONS,
    Place,
    attributes_of,
    attributes_of_relation,
    items_at,
    labels_of,
)

Noun = Literal["annotation", "suggestion", "gold", "relation", "attribute", "article_label"]
End = tuple[str, str]  # layer, label
NOUNS: tuple[Noun, ...] = (
    "annotation",
    "suggestion",
    "gold",
    "relation",
    "attribute",
    "article_label",
)


@dataclass(frozen=True, slots=True)
class Effect:
    """How much of the work an edit would change, and how much of it would go, by noun.

    `joined` annotations and gold spans lose nothing: they say what another at the same place says.
    """

    changed: Mapping[Noun, int] = field(default_factory=dict)
    lost: Mapping[Noun, int] = field(default_factory=dict)
    joined: int = 0

    @property
    def loses_work(self) -> bool:
        """Whether something goes that a person has made."""
        return any(number for noun, number in self.lost.items() if noun != "suggestion")

    def __bool__(self) -> bool:
        return any((*self.changed.values(), *self.lost.values(), self.joined))


def fit_span(
    revision: Revision, layer: str, label: str, attributes: Mapping[str, str]
) -> tuple[str, dict[str, str]] | None:
    """The label and attributes of a span under the revised scheme; None where it goes."""
    new = revision.id(labels_of(layer), label)
    if not any(candidate.id == new for candidate in items_at(revision.scheme, labels_of(layer))):
        return None
    allowed = revision.scheme.layer(layer).attributes_of(new)
    return new, _fit_attributes(revision, attributes_of(layer), attributes, allowed)


def fit_relation(
    revision: Revision, type: str, ends: tuple[End, End] | None, attributes: Mapping[str, str]
) -> tuple[str, dict[str, str]] | None:
    """The type and attributes of a relation between ends as they are then; None where it goes.

    Ends that are not known are taken to fit.
    """
    new = revision.scheme.relation(revision.id(RELATIONS, type))
    if new is None or (ends is not None and not new.joins(*ends)):
        return None
    old_place = attributes_of_relation(type)
    return new.id, _fit_attributes(revision, old_place, attributes, new.attributes)


def fit_article_label(
    revision: Revision, name: str, values: tuple[str, ...]
) -> tuple[str, tuple[str, ...]] | None:
    """The name and values of an article label under the revised scheme; None where it goes."""
    new = revision.id(ARTICLE_LABELS, name)
    kind = next((k for k in revision.scheme.article_labels if k.id == new), None)
    if kind is None:
        return None
    said = dict.fromkeys(revision.value(ARTICLE_LABELS, name, value) for value in values)
    kept = tuple(value for value in said if not kind.values or value in kind.values)
    if not kept or (len(kept) > 1 and not kind.multiple):
        return None
    return new, kept


def _fit_attributes(
    revision: Revision, place: Place, attributes: Mapping[str, str], allowed: tuple[Attribute, ...]
) -> dict[str, str]:
    """The attributes that are still allowed, under their new names and values."""
    known = {attribute.id: attribute for attribute in allowed}
    fitted = {}
    for old, value in attributes.items():
        name, new_value = revision.id(place, old), revision.value(place, old, value)
        if name in known and takes_value(known[name], new_value):
            fitted[name] = new_value
    return fitted


# --- what need not be looked at


def touched_layers(old: Scheme, revision: Revision) -> list[str]:
    """The layers in which a span may be said otherwise under the revised scheme."""
    return [
        layer.id
        for layer in old.layers
        if _is_renamed(revision, labels_of(layer.id), attributes_of(layer.id))
        or not _as_roomy(layer, revision.scheme)
    ]


def touches_relations(old: Scheme, revision: Revision) -> bool:
    """Whether a relation may be said otherwise, or not at all."""
    places = [RELATIONS, *(attributes_of_relation(relation.id) for relation in old.relations)]
    joins = [
        [(r.id, r.sources, r.targets, r.same_layer, r.attributes) for r in scheme.relations]
        for scheme in (old, revision.scheme)
    ]
    return bool(
        _is_renamed(revision, *places) or joins[0] != joins[1] or touched_layers(old, revision)
    )


def _is_renamed(revision: Revision, *places: Place) -> bool:
    """Whether something at these places is called otherwise now."""
    return any(place in places for place, _ in (*revision.ids, *revision.values))


def _as_roomy(layer: Layer, scheme: Scheme) -> bool:
    """Whether a scheme has all the labels of a layer, and its attributes as they are."""
    new = next((candidate for candidate in scheme.layers if candidate.id == layer.id), None)
    if new is None:
        return False
    known = {label.id for label in new.labels}
    return all(label.id in known for label in layer.labels) and all(
        not _narrows(attribute, new) for attribute in layer.attributes
    )


def _narrows(attribute: Attribute, layer: Layer) -> bool:
    """Whether a layer allows less of an attribute than it did."""
    new = next((candidate for candidate in layer.attributes if candidate.id == attribute.id), None)
    if new is None or new.type not in {attribute.type, "text"}:
        return True
    return (new.only_for, new.not_for) != (attribute.only_for, attribute.not_for) or (
        new.type == "choice" and not set(attribute.values) <= set(new.values)
    )
