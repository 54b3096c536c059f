"""Where things stand in a scheme: its lists, each by a name of its own.

A scheme is a tree of a few lists: labels and attributes of a layer, relation types and their
attributes, article labels. Naming a list as a value lets one set of edits, one comparison and one
tree in the window serve them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from workbench.domain.errors import UserError
from workbench.domain.scheme import ArticleLabelType, Attribute, Label, Layer, RelationType, Scheme

Kind = Literal["layer", "label", "attribute", "relation", "relation_attribute", "article_label"]
Item = Layer | Label | Attribute | RelationType | ArticleLabelType
Items = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A list of things of one kind; `owner` is the id of the layer or relation that has it."""

    kind: Kind
    owner: str = ""


LAYERS_OF_SCHEME = Place("layer")
RELATIONS = Place("relation")
ARTICLE_LABELS = Place("article_label")
# The field that a list is, in the scheme or in its owner.
_FIELDS: dict[Kind, str] = {
    "layer": "layers",
    "label": "labels",
    "attribute": "attributes",
    "relation": "relations",
    "relation_attribute": "attributes",
    "article_label": "article_labels",
}


def labels_of(layer: str) -> Place:
    """The labels of a layer."""
    return Place("label", layer)


def attributes_of(layer: str) -> Place:
    """The attributes of a layer."""
    return Place("attribute", layer)


def attributes_of_relation(relation: str) -> Place:
    """The attributes of a relation type."""
    return Place("relation_attribute", relation)


def places(scheme: Scheme) -> Iterator[Place]:
    """Every list of a scheme, those of a layer after the layers, and of a relation likewise."""
    yield LAYERS_OF_SCHEME
    for layer in scheme.layers:
        yield from (labels_of(layer.id), attributes_of(layer.id))
    yield RELATIONS
    yield from (attributes_of_relation(relation.id) for relation in scheme.relations)
    yield ARTICLE_LABELS


def items_at(scheme: Scheme, place: Place) -> Items:
    """What stands in a list; nothing where its owner is not in the scheme."""
    owner: Any = _owner(scheme, place)
    return () if owner is None else tuple(getattr(owner, _FIELDS[place.kind]))


def item_at(scheme: Scheme, place: Place, id: str) -> Any:  # noqa: ANN401  (an item of the list)
    """The thing of that id in a list; raises `UserError` where there is none."""
    items = items_at(scheme, place)
    for item in items:
        if item.id == id:
            return item
    known = ", ".join(item.id for item in items) or "none"
    raise UserError("domain.scheme_unknown", id=id, known=known)


def with_items(scheme: Scheme, place: Place, items: Items) -> Scheme:
    """The scheme with another list at a place; raises `UserError` where nobody owns it."""
    changed: dict[str, Any] = {_FIELDS[place.kind]: items}
    owners = _owners(place)
    if owners is None:
        return replace(scheme, **changed)
    item_at(scheme, owners, place.owner)
    replaced = tuple(
        replace(owner, **changed) if owner.id == place.owner else owner
        for owner in items_at(scheme, owners)
    )
    return with_items(scheme, owners, replaced)


def _owners(place: Place) -> Place | None:
    """The list in which the owner of a list stands; None where the scheme itself owns it."""
    if place.kind in {"label", "attribute"}:
        return LAYERS_OF_SCHEME
    return RELATIONS if place.kind == "relation_attribute" else None


def _owner(scheme: Scheme, place: Place) -> object | None:
    """What has the list: the scheme, a layer or a relation type."""
    owners = _owners(place)
    if owners is None:
        return scheme
    return next((o for o in items_at(scheme, owners) if o.id == place.owner), None)
