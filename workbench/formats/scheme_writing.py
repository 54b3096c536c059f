"""Schemes written as YAML, in the long spelling.

Only what differs from a default is written, so that a scheme stays as short as a person would have
it. Shared objects are written twice rather than as anchor and alias, which reading refuses.
"""

from collections.abc import Sequence
from typing import Any

import yaml

from workbench.domain.scheme import (
    ArticleLabelType,
    Attribute,
    End,
    Flag,
    Label,
    Layer,
    RelationType,
    Scheme,
)

# One hue a layer, from the palette of Okabe and Ito, which colour-blind people can tell apart.
COLORS = {"entity": "#0072b2", "claim": "#d55e00", "event": "#009e73", "framing": "#cc79a7"}
SAME_LAYER = "same layer"
_NEL = "\x85"

Tree = dict[str, Any]


class _Line(list[str]):
    """A list that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes plain trees: no aliases, short lists on one line."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - none at all
        return True


def _line(dumper: yaml.SafeDumper, data: Sequence[str]) -> yaml.Node:
    """A list on one line."""
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


def _text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    """A text, with its NEL spelled out, which YAML would read as the end of a line."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, '"' if _NEL in data else None)


_Dumper.add_representer(_Line, _line)
_Dumper.add_representer(str, _text)


def write_scheme(scheme: Scheme) -> str:
    """The scheme as YAML text; reading it gives an equal scheme."""
    tree = _filled(
        scheme={"id": scheme.id, "version": scheme.version},
        any={flag.id: _flag(flag) for flag in scheme.flags},
        article={label.id: _article_label(label) for label in scheme.article_labels},
        layers={layer.id: _layer(layer) for layer in scheme.layers},
        relations={relation.id: _relation(relation) for relation in scheme.relations},
    )
    return yaml.dump(tree, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


def named(id: str) -> str:
    """The name to show for an id that has no other."""
    return id.replace("_", " ")


def _filled(**fields: Any) -> Tree:  # noqa: ANN401 - a tree of plain values
    """The fields that say something; a low line after a name is there for Python alone."""
    return {
        key.removesuffix("_"): value
        for key, value in fields.items()
        if value is not None and value not in ("", [], {})
    }


def _flag(flag: Flag) -> Tree:
    """A mark that annotations of all labels can carry."""
    return _filled(type="flag", name=_name(flag.id, flag.name), key=flag.key)


def _layer(layer: Layer) -> Tree:
    """A layer with its labels and attributes."""
    return _filled(
        name=_name(layer.id, layer.name),
        key=layer.key,
        span=layer.span_rule,
        labels={label.id: _label(label, layer.id) for label in layer.labels},
        attributes={attribute.id: _attribute(attribute) for attribute in layer.attributes},
    )


def _label(label: Label, layer: str) -> Tree:
    """A label; an empty name elsewhere is written as null, which says that there is none."""
    return _filled(
        name=_name(label.id, label.name),
        key=label.key,
        color=label.color if label.color != COLORS[layer] else "",
        names={scheme: name or None for scheme, name in label.names.items()},
        guideline=label.guideline,
        examples=list(label.examples),
        counter_example=label.counter_example,
        border=label.border,
        apart=label.apart or None,
        folded=label.folded or None,
    )


def _attribute(attribute: Attribute) -> Tree:
    """An attribute of a layer or of a relation."""
    return _filled(
        name=_name(attribute.id, attribute.name),
        type=attribute.type if attribute.type != "choice" else "",
        values=_Line(attribute.values),
        required=attribute.required or None,
        for_=_Line(attribute.only_for),
        not_for=_Line(attribute.not_for),
        help=attribute.help,
        complete=attribute.complete,
        prefill=attribute.prefill,
        folded=attribute.folded or None,
    )


def _relation(relation: RelationType) -> Tree:
    """A relation type; `many` and `directed` are written where they are false."""
    return _filled(
        name=_name(relation.id, relation.name),
        key=relation.key,
        from_=_Line(map(_end, relation.sources)),
        to=_targets(relation),
        many=None if relation.many else False,
        directed=None if relation.directed else False,
        attributes={attribute.id: _attribute(attribute) for attribute in relation.attributes},
        folded=relation.folded or None,
    )


def _targets(relation: RelationType) -> _Line:
    """The targets of a relation, without them where they are the sources' own layers."""
    if not relation.same_layer:
        return _Line(map(_end, relation.targets))
    own = relation.targets == relation.sources
    return _Line([SAME_LAYER, *([] if own else map(_end, relation.targets))])


def _end(end: End) -> str:
    """An end as `layer` or `layer: label label`."""
    return f"{end.layer}: {' '.join(end.labels)}" if end.labels else end.layer


def _article_label(label: ArticleLabelType) -> Tree:
    """A label of whole articles."""
    return _filled(
        name=_name(label.id, label.name),
        values=_Line(label.values),
        scale=label.scale if label.scale != "nominal" else "",
        multiple=label.multiple or None,
        required=label.required or None,
        help=label.help,
    )


def _name(id: str, name: str) -> str:
    """A name that the id would not give."""
    return name if name != named(id) else ""
