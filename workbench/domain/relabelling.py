"""The labels of a corpus under other names: those of another scheme, or with what describes them.

What a model is to predict must be in its label. So a template such as `{label}.{attribution}` makes
one of a label and the attribute with a list of values that describes it; where that was not set,
the label alone is left. Names elsewhere stand in the scheme: a label that is said to have none is
left out, in a layer where any has one.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from workbench.domain.annotation import Annotation
from workbench.domain.errors import UserError
from workbench.domain.scheme import Attribute, End, Label, Layer, RelationType, Scheme

OWN = "scheme"
LABEL = "label"
_PLACE = re.compile(r"\{([^{}]*)\}")
_BLANKS = re.compile(r"\s+")
# What parted two values of which one is missing.
_LOOSE = re.compile(r"^[._/:-]+|[._/:-]+(?=[._/:-]|$)")


@dataclass(frozen=True, slots=True)
class Relabelling:
    """How labels are called; `scheme` is that of the labels as they are called then."""

    before: Scheme
    scheme: Scheme
    names: str = OWN
    templates: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, scheme: Scheme, *, names: str, label_as: Iterable[str]) -> "Relabelling":
        """What somebody asks for, each of `label_as` being LAYER=TEMPLATE; raises `UserError`."""
        if names != OWN and not any(_names_of(layer, names) for layer in scheme.layers):
            raise UserError("domain.no_names_elsewhere", names=names)
        templates = dict(_template(scheme, each) for each in label_as)
        made = cls(scheme, scheme, names, templates)
        if names == OWN and not templates:
            return made
        became = {layer.id: made._became(layer) for layer in scheme.layers}
        layers = tuple(_layer(layer, became[layer.id]) for layer in scheme.layers)
        led = (_relation(relation, became) for relation in scheme.relations)
        relations = tuple(relation for relation in led if relation.sources and relation.targets)
        return replace(made, scheme=replace(scheme, layers=layers, relations=relations))

    def named(self, annotation: Annotation) -> Annotation | None:
        """An annotation under its new label, or None where that has no name elsewhere."""
        if self.scheme is self.before:
            return annotation
        layer = self.before.layer(annotation.layer)
        name = self._name(layer, layer.label(annotation.label))
        if not name:
            return None
        template = self.templates.get(layer.id)
        label = _filled(template, name, annotation.attributes) if template else name
        return replace(annotation, label=label)

    def _name(self, layer: Layer, label: Label) -> str:
        """What a label is called elsewhere; the first name where it has several."""
        known = _names_of(layer, self.names)
        return known.get(label.id, "").partition(" ")[0] if known else label.id

    def _became(self, layer: Layer) -> dict[str, list[Label]]:
        """What becomes of each label of a layer."""
        return {label.id: list(self._labels(layer, label)) for label in layer.labels}

    def _labels(self, layer: Layer, label: Label) -> Iterator[Label]:
        name = self._name(layer, label)
        template = self.templates.get(layer.id, f"{{{LABEL}}}")
        wanted = set(_PLACE.findall(template))
        described = [a for a in layer.attributes_of(label.id) if a.id in wanted]
        for values in itertools.product(*(("", *a.values) for a in described)):
            said = {a.id: value for a, value in zip(described, values, strict=True)}
            called = _filled(template, name, said) if name else ""
            if called:
                yield label if called == label.id else replace(label, id=called, name=called)


def _names_of(layer: Layer, names: str) -> dict[str, str]:
    """What the labels of a layer are called elsewhere; empty where none has a name there."""
    if names == OWN:
        return {}
    found = {label.id: label.names.get(names, "") for label in layer.labels}
    return found if any(found.values()) else {}


def _template(scheme: Scheme, said: str) -> tuple[str, str]:
    """A layer and the template for its labels."""
    layer, _, template = said.partition("=")
    of_layer = {attribute.id: attribute for attribute in scheme.layer(layer).attributes}
    places = _PLACE.findall(template)
    for name in places:
        if name != LABEL and (name not in of_layer or of_layer[name].type != "choice"):
            known = [a.id for a in of_layer.values() if a.type == "choice"]
            raise UserError("domain.bad_template", place=name, known=", ".join([LABEL, *known]))
    if not places:
        raise UserError("domain.empty_template", template=said)
    return layer, template


def _filled(template: str, name: str, values: Mapping[str, str]) -> str:
    """A template with what it asks for, without blanks; the name alone where nothing is left."""
    said = {**values, LABEL: name}
    filled = _PLACE.sub(lambda place: said.get(place[1], ""), template)
    return _LOOSE.sub("", _BLANKS.sub("_", filled)) or name


def _layer(layer: Layer, became: Mapping[str, list[Label]]) -> Layer:
    """A layer with its labels as they are called, each once."""
    every: dict[str, Label] = {}
    for label in itertools.chain.from_iterable(became.values()):
        every.setdefault(label.id, label)
    attributes = tuple(_attribute(attribute, became) for attribute in layer.attributes)
    return replace(layer, labels=tuple(every.values()), attributes=attributes)


def _attribute(attribute: Attribute, became: Mapping[str, list[Label]]) -> Attribute:
    return replace(
        attribute,
        only_for=_ids(attribute.only_for, became),
        not_for=_ids(attribute.not_for, became),
    )


def _relation(
    relation: RelationType, became: Mapping[str, Mapping[str, list[Label]]]
) -> RelationType:
    """A type of relation between labels as they are called, without ends of which none is left."""

    def ends(several: Iterable[End]) -> Iterator[End]:
        for one in several:
            labels = _ids(one.labels, became[one.layer])
            if labels or not one.labels:
                yield replace(one, labels=labels)

    return replace(
        relation, sources=tuple(ends(relation.sources)), targets=tuple(ends(relation.targets))
    )


def _ids(labels: Iterable[str], became: Mapping[str, list[Label]]) -> tuple[str, ...]:
    """What some labels are called now, each name once."""
    return tuple(dict.fromkeys(new.id for label in labels for new in became.get(label, ())))
