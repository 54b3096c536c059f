"""The scheme: which labels, attributes and relations there are, and what they mean.

Layers, labels, attributes, values and relation types have an id of the form `[a-z][a-z0-9_]*`,
which annotations refer to and every format keeps, and a name to show, which may change freely. The
version is stamped on every annotation and grows with each change of a guideline, label or value.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from workbench.domain.errors import UserError

LAYERS = ("entity", "claim", "event", "framing")
SPOKEN = "news"  # the scheme whose labels suggesters speak; others name theirs beside it
AttributeType = Literal["choice", "text", "date"]
Scale = Literal["nominal", "ordinal", "text"]
_ID = re.compile("[a-z][a-z0-9_]*")
_COLOR = re.compile("#[0-9a-fA-F]{6}")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a layer; `apart` ones count for themselves and are not suggested by default.

    `names` are its names elsewhere, by the other scheme's id: several are parted by one blank, and
    an empty one says that there is none. `border` is the rule for its span's borders, where they
    differ from the layer's. `folded` things stay out of sight until someone switches them on.
    """

    id: str
    name: str
    key: str
    color: str
    guideline: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    apart: bool = False
    examples: tuple[str, ...] = ()
    counter_example: str = ""
    border: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """A typed property of annotations of a layer, for some of its labels only where it says so."""

    id: str
    name: str
    type: AttributeType = "choice"
    values: tuple[str, ...] = ()
    required: bool = False
    only_for: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    help: str = ""
    complete: str = ""
    prefill: str = ""
    folded: bool = False

    def applies_to(self, label: str) -> bool:
        """Whether annotations with this label can have the attribute."""
        return label not in self.not_for and (not self.only_for or label in self.only_for)


@dataclass(frozen=True, slots=True)
class Layer:
    """One of the four layers, with the labels and attributes that its annotations can have."""

    id: str
    name: str
    key: str
    span_rule: str
    labels: tuple[Label, ...]
    attributes: tuple[Attribute, ...] = ()

    def label(self, label: str) -> Label:
        """The label of that id; raises `UserError` where the layer has none."""
        for candidate in self.labels:
            if candidate.id == label:
                return candidate
        known = ", ".join(candidate.id for candidate in self.labels)
        raise UserError("domain.unknown_label", layer=self.id, label=label, known=known)

    def attributes_of(self, label: str) -> tuple[Attribute, ...]:
        """The attributes that apply to a label."""
        return tuple(a for a in self.attributes if a.applies_to(label))


@dataclass(frozen=True, slots=True)
class End:
    """What may stand at an end of a relation: a layer, and some of its labels or all."""

    layer: str
    labels: tuple[str, ...] = ()

    def takes(self, layer: str, label: str) -> bool:
        """Whether an annotation with this layer and label may stand here."""
        return layer == self.layer and (not self.labels or label in self.labels)


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of relation; with `same_layer` both ends must lie in one layer."""

    id: str
    name: str
    key: str
    sources: tuple[End, ...]
    targets: tuple[End, ...]
    many: bool = True
    directed: bool = True
    same_layer: bool = False
    attributes: tuple[Attribute, ...] = ()
    folded: bool = False

    def joins(self, source: tuple[str, str], target: tuple[str, str]) -> bool:
        """Whether it may lead from one (layer, label) to another."""
        if self.same_layer and source[0] != target[0]:
            return False
        return any(end.takes(*source) for end in self.sources) and any(
            end.takes(*target) for end in self.targets
        )


@dataclass(frozen=True, slots=True)
class ArticleLabelType:
    """A label of whole articles: one value, several, ordered values, or free text."""

    id: str
    name: str
    values: tuple[str, ...] = ()
    scale: Scale = "nominal"
    multiple: bool = False
    required: bool = False
    help: str = ""

    def check(self, values: Sequence[str]) -> None:
        """Refuse values that are not among its own, and more than one where it takes one."""
        unknown = [value for value in values if self.values and value not in self.values]
        if unknown or (len(values) > 1 and not self.multiple):
            known = ", ".join(self.values)
            said = ", ".join(unknown or values)
            raise UserError("domain.bad_value", value=said, attribute=self.id, known=known)


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark that annotations of every layer and label can carry: *unsure*."""

    id: str
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everything that annotations of a project may say; `version` counts from 1."""

    id: str
    version: int
    layers: tuple[Layer, ...]
    relations: tuple[RelationType, ...] = ()
    article_labels: tuple[ArticleLabelType, ...] = ()
    flags: tuple[Flag, ...] = ()

    def layer(self, layer: str) -> Layer:
        """The layer of that id; raises `UserError` where the scheme has none."""
        for candidate in self.layers:
            if candidate.id == layer:
                return candidate
        known = ", ".join(candidate.id for candidate in self.layers)
        raise UserError("domain.unknown_layer", layer=layer, known=known)

    def label(self, layer: str, label: str) -> Label:
        """A label of a layer; raises `UserError` where there is none."""
        return self.layer(layer).label(label)

    def label_name(self, layer: str, label: str) -> str:
        """What a label is called; its id where the scheme has dropped it."""
        labels = (x for candidate in self.layers if candidate.id == layer for x in candidate.labels)
        return next((candidate.name for candidate in labels if candidate.id == label), label)

    def relation(self, type: str) -> RelationType | None:
        """The relation type of that id, if there is one."""
        return next((candidate for candidate in self.relations if candidate.id == type), None)

    def article_label(self, name: str) -> ArticleLabelType:
        """The article label of that id; raises `UserError` where the scheme has none."""
        for candidate in self.article_labels:
            if candidate.id == name:
                return candidate
        known = ", ".join(candidate.id for candidate in self.article_labels)
        raise UserError("domain.unknown_article_label", name=name, known=known)

    def check_attributes(self, layer: str, label: str, attributes: Mapping[str, str]) -> None:
        """Refuse attributes that the label cannot have, and values that are not among theirs."""
        known = {a.id: a for a in self.layer(layer).attributes_of(label)}
        for name, value in attributes.items():
            if name not in known:
                raise UserError(
                    "domain.unknown_attribute",
                    layer=layer,
                    label=label,
                    attribute=name,
                    known=", ".join(known) or "none",
                )
            check_value(known[name], value)

    def check_relation(
        self,
        type: str,
        source: tuple[str, str],
        target: tuple[str, str],
    ) -> None:
        """Refuse a relation between ends, each (layer, label), that its type does not join."""
        relation = self.relation(type)
        if relation is None or not relation.joins(source, target):
            known = ", ".join(candidate.id for candidate in self.relations)
            raise UserError(
                "domain.unknown_relation",
                type=type,
                source="/".join(source),
                target="/".join(target),
                known=known,
            )

    def check_relation_attribute(self, type: str, attribute: str, value: str) -> None:
        """Refuse an attribute that relations of a type cannot have, or one of its values."""
        relation = self.relation(type)
        known = {a.id: a for a in relation.attributes} if relation else {}
        if attribute not in known:
            raise UserError(
                "domain.unknown_relation_attribute",
                type=type,
                attribute=attribute,
                known=", ".join(known) or "none",
            )
        check_value(known[attribute], value)


def check_value(attribute: Attribute, value: str) -> None:
    """Refuse a value that is not of the attribute's list, or not a date where it is for dates."""
    if takes_value(attribute, value):
        return
    if attribute.type == "date":
        raise UserError("domain.bad_date", value=value, attribute=attribute.id)
    known = ", ".join(attribute.values)
    raise UserError("domain.bad_value", value=value, attribute=attribute.id, known=known)


def takes_value(attribute: Attribute, value: str) -> bool:
    """Whether an attribute can have a value."""
    if attribute.type == "choice":
        return value in attribute.values
    return attribute.type == "text" or _is_date(value)


def is_id(text: str) -> bool:
    """Whether a text can be the id of a thing in a scheme."""
    return _ID.fullmatch(text) is not None


def is_key(text: str) -> bool:
    """Whether a text is one key to press."""
    return len(text) == 1 and not text.isspace()


def is_color(text: str) -> bool:
    """Whether a text is a colour as `#rrggbb`."""
    return _COLOR.fullmatch(text) is not None


def _is_date(value: str) -> bool:
    """Whether a value is a day, month or year of the calendar in ISO 8601, as far as known."""
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
