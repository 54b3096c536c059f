"""Whether a scheme can stand: what an edit must not leave behind.

A scheme file is checked line by line where it is read; this is for schemes that come from edits,
and names the thing that is wrong instead of a line.
"""

from collections.abc import Iterable

from workbench.domain.errors import UserError
from workbench.domain.scheme import (
    LAYERS,
    ArticleLabelType,
    Attribute,
    Label,
    Layer,
    RelationType,
    Scheme,
    is_color,
    is_id,
    is_key,
)
from workbench.domain.scheme_places import Item, Items, items_at, places


def check_scheme(scheme: Scheme) -> None:
    """Refuse a scheme in which ids, keys, colours, values or ends are not in order."""
    for place in places(scheme):
        items = items_at(scheme, place)
        _check_ids(items)
        if place.kind in {"layer", "label"}:
            _check_keys(items)
        for item in items:
            _check(scheme, item)
    _check_relation_keys(scheme)


def _check_ids(items: Items) -> None:
    """Every id well formed, and none twice in a list."""
    seen: set[str] = set()
    for item in items:
        if not is_id(item.id):
            raise UserError("domain.scheme_bad_id", id=item.id)
        if item.id in seen:
            raise UserError("domain.scheme_id_taken", id=item.id)
        seen.add(item.id)


def _check_keys(items: Iterable[Layer | Label | RelationType]) -> None:
    """Every key one character, and none twice in a list."""
    owners: dict[str, str] = {}
    for item in items:
        if item.key and not is_key(item.key):
            raise UserError("domain.scheme_bad_key", found=item.key, name=item.name)
        if item.key and item.key in owners:
            owner = owners[item.key]
            raise UserError("domain.scheme_key_taken", found=item.key, name=item.name, owner=owner)
        owners[item.key] = item.name


def _check_relation_keys(scheme: Scheme) -> None:
    """Relations that start in one layer have different keys."""
    for layer in scheme.layers:
        _check_keys(r for r in scheme.relations if any(e.layer == layer.id for e in r.sources))


def _check(scheme: Scheme, item: Item) -> None:
    """What each thing must have by itself."""
    if not item.name.strip():
        raise UserError("domain.scheme_no_name", id=item.id)
    if isinstance(item, Layer):
        _check_layer(item)
    elif isinstance(item, Label):
        _check_label(item)
    elif isinstance(item, RelationType):
        _check_relation(scheme, item)
    else:
        _check_values(item)


def _check_layer(layer: Layer) -> None:
    """A layer is one of the four, has a label, and its attributes name its own labels."""
    if layer.id not in LAYERS:
        raise UserError("domain.unknown_layer", layer=layer.id, known=", ".join(LAYERS))
    if not layer.labels:
        raise UserError("domain.scheme_no_labels", name=layer.name)
    for attribute in layer.attributes:
        for label in (*attribute.only_for, *attribute.not_for):
            layer.label(label)


def _check_label(label: Label) -> None:
    if not is_color(label.color):
        raise UserError("domain.scheme_bad_color", color=label.color, name=label.name)


def _check_relation(scheme: Scheme, relation: RelationType) -> None:
    """A relation has two ends, of layers and labels that there are."""
    if not (relation.sources and relation.targets):
        raise UserError("domain.scheme_no_end", name=relation.name)
    for end in (*relation.sources, *relation.targets):
        layer = scheme.layer(end.layer)
        for label in end.labels:
            layer.label(label)


def _check_values(item: Attribute | ArticleLabelType) -> None:
    """A choice has values, each once and none of them blank; free text has none."""
    chosen = item.type == "choice" if isinstance(item, Attribute) else item.scale != "text"
    if chosen != bool(item.values) or not all(value.strip() for value in item.values):
        key = "domain.scheme_no_values" if chosen else "domain.scheme_stray_values"
        raise UserError(key, name=item.name)
    for value in item.values:
        if item.values.count(value) > 1:
            raise UserError("domain.scheme_value_twice", value=value, name=item.name)
