"""New things of a scheme: an id out of a name, a free key, a colour that its layer has not."""

import re
import unicodedata
from collections.abc import Collection

from workbench.domain.colors import blend, rgb
from workbench.domain.scheme import (
    ArticleLabelType,
    Attribute,
    End,
    Label,
    RelationType,
    Scheme,
    is_id,
)
from workbench.domain.scheme_places import Item, Place, items_at

DIGITS = "123456789"
_FIRST_VALUE = "yes"
_SHADES = ("#000000", "#ffffff", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def new_item(scheme: Scheme, place: Place, name: str) -> Item:
    """A thing of that name that may stand in a list at once, to be filled in afterwards."""
    items = items_at(scheme, place)
    id = new_id(name, {item.id for item in items})
    match place.kind:
        case "label":
            return Label(id, name, free_key(scheme, place), free_color(scheme, place))
        case "relation":
            ends = (End(scheme.layers[0].id),)
            return RelationType(id, name, free_key(scheme, place), ends, ends)
        case "article_label":
            return ArticleLabelType(id, name, scale="text")
        case _:
            return Attribute(id, name, type="text")


def new_id(name: str, taken: Collection[str]) -> str:
    """An id made of a name: its letters without accents, and a number where it is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub("[^a-z0-9]+", "_", plain).strip("_")
    stem = stem if is_id(stem) else f"x_{stem}".rstrip("_")
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(id for id in numbered if id not in taken)


def free_key(scheme: Scheme, place: Place) -> str:
    """The first digit that no other thing of the list has; none where all are taken."""
    taken = {item.key for item in items_at(scheme, place)}
    return next((digit for digit in DIGITS if digit not in taken), "")


def free_color(scheme: Scheme, place: Place) -> str:
    """A shade of the layer's first colour, as far as can be from those it has."""
    present = [label.color for label in items_at(scheme, place)]
    first = present[0] if present else _SHADES[2]
    shades = [blend(other, first, share) for other in _SHADES for share in (0.25, 0.45)]
    return max(shades, key=lambda shade: min((distance(shade, c) for c in present), default=0.0))


def distance(one: str, other: str) -> float:
    """How far two colours lie apart, from 0 to 1, weighted as eyes see red, green and blue."""
    weights = (0.3, 0.59, 0.11)
    parts = zip(weights, rgb(one), rgb(other), strict=True)
    return float(sum(weight * (a - b) ** 2 for weight, a, b in parts) ** 0.5)


def with_what_it_needs(item: Item, name: str, value: object) -> dict[str, object]:
    """A change of one property, with what must change beside it.

    Free text and dates have no values; whatever becomes a choice gets one to begin with.
    """
    changed = {name: value}
    if isinstance(item, Attribute) and name == "type":
        changed["values"] = (item.values or (_FIRST_VALUE,)) if value == "choice" else ()
    if isinstance(item, ArticleLabelType) and name == "scale":
        changed["values"] = (item.values or (_FIRST_VALUE,)) if value != "text" else ()
    return changed
