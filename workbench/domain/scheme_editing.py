"""Edits of a scheme as values: what a person wants changed, before anything is.

An edit applied to a scheme gives a `Revision`: the scheme as it shall be, and what becomes of the
work done under the old one. The same edit can so be counted first and carried out afterwards, on
the scheme as it is then. Nothing here touches an annotation.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from workbench.domain.scheme import SPOKEN, End, Label, RelationType, Scheme
from workbench.domain.scheme_places import (
    RELATIONS,
    Item,
    Items,
    Place,
    attributes_of,
    item_at,
    items_at,
    labels_of,
    with_items,
)

Spot = tuple[Place, str]  # a list and an id in it


@dataclass(frozen=True, slots=True)
class Revision:
    """A scheme as it shall be; `ids` and `values` say what takes the place of what was there.

    `ids` lead from a thing's old id to its new one, `values` from an attribute's or article label's
    old value to its new one. What the new scheme does not have, and nothing takes the place of,
    goes.
    """

    scheme: Scheme
    ids: Mapping[Spot, str] = field(default_factory=dict)
    values: Mapping[Spot, Mapping[str, str]] = field(default_factory=dict)

    def stamped(self, version: int) -> "Revision":
        """The revision with that version of the scheme."""
        return replace(self, scheme=replace(self.scheme, version=version))

    def id(self, place: Place, id: str) -> str:
        """What an old id is called now."""
        return self.ids.get((place, id), id)

    def value(self, place: Place, id: str, value: str) -> str:
        """What an old value of the thing with that old id is called now."""
        return self.values.get((place, id), {}).get(value, value)


class Edit(Protocol):
    """A change that a person wants; `verb` and `params` are what the journal calls it."""

    @property
    def verb(self) -> str:
        """The key of the verb."""
        ...

    @property
    def params(self) -> dict[str, str]:
        """What it is about."""
        ...

    def revise(self, scheme: Scheme) -> Revision:
        """The scheme after the edit; raises `UserError` where it is not possible."""
        ...


@dataclass(frozen=True, slots=True)
class _At:
    """What all edits share: the list that they are about."""

    place: Place

    @property
    def verb(self) -> str:
        """Such as `merge_label`."""
        return f"{type(self).__name__.lower()}_{self.place.kind}"

    @property
    def params(self) -> dict[str, str]:
        """The list's owner, and whatever ids the edit names."""
        named = {name: getattr(self, name, "") for name in ("id", "into", "value")}
        return {k: v for k, v in {"owner": self.place.owner, **named}.items() if v}


@dataclass(frozen=True, slots=True)
class Add(_At):
    """Put a new thing into a list, at its end."""

    item: Item

    @property
    def id(self) -> str:
        """The new thing's id."""
        return self.item.id

    def revise(self, scheme: Scheme) -> Revision:
        """The scheme with the new thing."""
        items = items_at(scheme, self.place)
        return Revision(with_items(scheme, self.place, (*items, self.item)))


@dataclass(frozen=True, slots=True)
class Change(_At):
    """Give a thing other properties; with another `id` everything follows that named the old one.

    A label whose id changes keeps the old one among its names elsewhere, since suggesters go on
    calling it so.
    """

    id: str
    fields: Mapping[str, Any]

    def revise(self, scheme: Scheme) -> Revision:
        """The scheme with the thing changed."""
        old = item_at(scheme, self.place, self.id)
        new = replace(old, **self.fields)
        if new.id != old.id and isinstance(new, Label):
            new = _answering_to(new, old)
        items = items_at(scheme, self.place)
        changed = with_items(
            scheme, self.place, tuple(new if item.id == old.id else item for item in items)
        )
        if new.id == old.id:
            return Revision(changed)
        ids = {(self.place, old.id): new.id}
        return Revision(_renamed(changed, self.place, old.id, new.id), ids)


@dataclass(frozen=True, slots=True)
class Move(_At):
    """Put a thing at another position of its list, counted from 0."""

    id: str
    to: int

    def revise(self, scheme: Scheme) -> Revision:
        """The scheme in the new order."""
        moved = item_at(scheme, self.place, self.id)
        items = [item for item in items_at(scheme, self.place) if item.id != self.id]
        items.insert(max(0, self.to), moved)
        return Revision(with_items(scheme, self.place, tuple(items)))


@dataclass(frozen=True, slots=True)
class Merge(_At):
    """Let one label take the place of another of its layer, wherever that was said or named."""

    id: str
    into: str

    def revise(self, scheme: Scheme) -> Revision:
        """The scheme with the one label gone."""
        if self.id == self.into:
            return Revision(scheme)
        gone = item_at(scheme, self.place, self.id)
        kept = _answering_to(item_at(scheme, self.place, self.into), gone)
        items = items_at(scheme, self.place)
        left = tuple(kept if i.id == kept.id else i for i in items if i.id != gone.id)
        merged = _renamed(with_items(scheme, self.place, left), self.place, gone.id, kept.id)
        return Revision(merged, {(self.place, gone.id): kept.id})


@dataclass(frozen=True, slots=True)
class Remove(_At):
    """Take a thing out of its list, with what was said with it."""

    id: str

    def revise(self, scheme: Scheme) -> Revision:
        """The scheme without the thing, and without what was only for it."""
        item_at(scheme, self.place, self.id)
        left = tuple(item for item in items_at(scheme, self.place) if item.id != self.id)
        smaller = with_items(scheme, self.place, left)
        if self.place.kind == "label":
            smaller = _without_label(smaller, self.place.owner, self.id)
        return Revision(smaller)


@dataclass(frozen=True, slots=True)
class Rename(_At):
    """Call a value of an attribute or article label otherwise, or join it with another one."""

    id: str
    value: str
    into: str

    def revise(self, scheme: Scheme) -> Revision:
        """The scheme with the new value in the old one's place."""
        values = item_at(scheme, self.place, self.id).values
        if self.into in values:
            left = tuple(value for value in values if value != self.value)
        else:
            left = tuple(self.into if value == self.value else value for value in values)
        changed = Change(self.place, self.id, {"values": left}).revise(scheme)
        return replace(changed, values={(self.place, self.id): {self.value: self.into}})


@dataclass(frozen=True, slots=True)
class Adopt:
    """Take over a whole scheme; `labels` lead from (layer, label) that go to what replaces them."""

    scheme: Scheme
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    verb: str = "adopt_scheme"

    @property
    def params(self) -> dict[str, str]:
        """The id of the scheme."""
        return {"id": self.scheme.id}

    def revise(self, scheme: Scheme) -> Revision:
        """The adopted scheme; the present one has no say in it."""
        del scheme
        ids = {(labels_of(layer), old): new for (layer, old), new in self.labels.items()}
        return Revision(self.scheme, ids)


# --- what follows an id


def _answering_to(label: Label, other: Label) -> Label:
    """A label that suggesters may call by another's id and names, too."""
    known = [*label.names.get(SPOKEN, "").split(), other.id, *other.names.get(SPOKEN, "").split()]
    own = [name for name in dict.fromkeys(known) if name != label.id]
    return replace(label, names={**label.names, SPOKEN: " ".join(own)})


def _renamed(scheme: Scheme, place: Place, old: str, new: str) -> Scheme:
    """The scheme with a label called otherwise wherever attributes and relations name it."""
    if place.kind != "label":
        return scheme

    def renamed(labels: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new if label == old else label for label in labels))

    return _mapped(scheme, place.owner, renamed)


def _mapped(
    scheme: Scheme, layer: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> Scheme:
    """The scheme with every list of labels of a layer changed."""

    def end(old: End) -> End:
        return replace(old, labels=change(old.labels)) if old.layer == layer else old

    attributes = tuple(
        replace(a, only_for=change(a.only_for), not_for=change(a.not_for))
        for a in items_at(scheme, attributes_of(layer))
    )
    relations = tuple(
        replace(r, sources=tuple(map(end, r.sources)), targets=tuple(map(end, r.targets)))
        for r in scheme.relations
    )
    changed = with_items(scheme, attributes_of(layer), attributes)
    return with_items(changed, RELATIONS, relations)


def _without_label(scheme: Scheme, layer: str, label: str) -> Scheme:
    """The scheme without what was only for a label.

    An empty list of labels means all of them, so that whatever named this label alone must go.
    """
    attributes = tuple(
        attribute
        for attribute in items_at(scheme, attributes_of(layer))
        if attribute.only_for != (label,)
    )
    alone = End(layer, (label,))
    relations = tuple(_without_end(relation, alone) for relation in scheme.relations)
    left = tuple(relation for relation in relations if relation.sources and relation.targets)
    smaller = with_items(scheme, attributes_of(layer), attributes)
    smaller = with_items(smaller, RELATIONS, left)
    return _mapped(smaller, layer, lambda labels: tuple(n for n in labels if n != label))


def _without_end(relation: RelationType, end: End) -> RelationType:
    return replace(
        relation,
        sources=tuple(source for source in relation.sources if source != end),
        targets=tuple(target for target in relation.targets if target != end),
    )


# --- the version


def next_version(old: Scheme, new: Scheme, *, used: int = 0) -> int:
    """The version of a revised scheme: one above all that were used, where it says something else.

    What only looks different keeps its version: colours, keys, order, what is folded.
    """
    if _meaning(old) == _meaning(new):
        return old.version
    return max(old.version + 1, new.version, used + 1)


def _meaning(scheme: Scheme) -> object:
    """What annotators go by, without what is only for the eye and the hand."""
    plain = replace(scheme, id="", version=0, flags=())
    layers = [
        _unseen(layer, labels=_sorted(layer.labels), attributes=_sorted(layer.attributes))
        for layer in plain.layers
    ]
    relations = [_unseen(r, attributes=_sorted(r.attributes)) for r in _sorted(plain.relations)]
    return layers, relations, _sorted(plain.article_labels)


def _sorted(items: Iterable[Any]) -> Items:
    return tuple(_unseen(item) for item in sorted(items, key=lambda item: item.id))


def _unseen(item: Any, **fields: Any) -> Any:  # noqa: ANN401  (any item of a scheme)
    """A thing without its key, colour and names elsewhere."""
    plain = {"key": "", "color": "", "folded": False, "names": {}}
    bare = {name: value for name, value in plain.items() if hasattr(item, name)}
    return replace(item, **bare, **fields)
