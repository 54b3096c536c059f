"""How two schemes differ, as plain values: what a person reads before one replaces the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from workbench.domain.scheme import End, Scheme
from workbench.domain.scheme_places import Item, Place, items_at, places

What = Literal["added", "removed", "changed", "ordered"]
# What is a list of its own, and is compared there.
_LISTS = frozenset({"id", "labels", "attributes"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One property of a thing, before and after, as texts."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ThingChange:
    """A thing in a list of the scheme that came, went or changed; or the order of a list."""

    what: What
    place: Place
    id: str
    name: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class SchemeDifference:
    """Everything in which a scheme differs from the one before it."""

    before: tuple[str, int]  # id and version
    after: tuple[str, int]
    things: tuple[ThingChange, ...]

    def __bool__(self) -> bool:
        return bool(self.things)


def difference(old: Scheme, new: Scheme) -> SchemeDifference:
    """What differs between two schemes, list by list."""
    both = dict.fromkeys((*places(old), *places(new)))
    things = [thing for place in both for thing in _in_list(old, new, place)]
    return SchemeDifference((old.id, old.version), (new.id, new.version), tuple(things))


def _in_list(old: Scheme, new: Scheme, place: Place) -> Iterator[ThingChange]:
    """What came, changed and went in a list, and whether what stayed stands in another order."""
    before = {item.id: item for item in items_at(old, place)}
    after = {item.id: item for item in items_at(new, place)}
    for id, item in before.items():
        if id not in after:
            yield ThingChange("removed", place, id, item.name)
        elif changed := tuple(_fields(item, after[id])):
            yield ThingChange("changed", place, id, item.name, changed)
    for id, item in after.items():
        if id not in before:
            yield ThingChange("added", place, id, item.name)
    order = [[id for id in ids if id in before and id in after] for ids in (before, after)]
    if order[0] != order[1]:
        moved = FieldChange("order", *(", ".join(ids) for ids in order))
        yield ThingChange("ordered", place, "", "", (moved,))


def _fields(old: Item, new: Item) -> Iterator[FieldChange]:
    """The properties in which two things differ."""
    for field in fields(old):
        if field.name in _LISTS:
            continue
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield FieldChange(field.name, said(before), said(after))


def said(value: Any) -> str:  # noqa: ANN401  (any property of a thing)
    """A property as a text to read."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, End):
        return f"{value.layer}: {' '.join(value.labels)}" if value.labels else value.layer
    if isinstance(value, Mapping):
        return _listed(f"{name}: {text}" for name, text in value.items())
    if isinstance(value, tuple):
        return _listed(said(part) for part in value)
    return str(value)


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(parts)
