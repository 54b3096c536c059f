"""Schemes read from YAML.

A label, a relation or an attribute can be spelled short, as a list, or long, as a mapping that has
room for examples and border rules; `scheme_writing` writes the long spelling. What a scheme leaves
out has defaults that no one needs to look up: a name made from the id, a colour by the layer.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import cast, get_args

from workbench.domain.errors import UserError
from workbench.domain.scheme import (
    LAYERS,
    ArticleLabelType,
    Attribute,
    AttributeType,
    End,
    Flag,
    Label,
    Layer,
    RelationType,
    Scale,
    Scheme,
    is_color,
    is_key,
)
from workbench.formats.scheme_writing import COLORS, SAME_LAYER, named, write_scheme
from workbench.formats.yaml_nodes import LONGEST, Entry, compose

__all__ = ["read_scheme", "write_scheme"]

_TOP = ("scheme", "any", "lists", "article", "layers", "relations")
_LAYER = ("name", "key", "span", "labels", "attributes")
_LABEL = (
    *("name", "key", "color", "names", "guideline", "examples", "counter_example", "border"),
    *("apart", "folded"),
)
_RELATION_ATTRIBUTE = ("name", "type", "values", "required", "help")
_ATTRIBUTE = (*_RELATION_ATTRIBUTE, "for", "not_for", "complete", "prefill", "folded")
_RELATION = ("name", "key", "from", "to", "many", "directed", "attributes", "folded")
_ARTICLE_LABEL = ("name", "values", "scale", "multiple", "required", "help")
_SHORT_LABEL = 3
_SHORT_RELATION = (4, 5)

Fields = Mapping[str, Entry]
Lists = Mapping[str, tuple[str, ...]]


def read_scheme(source: Path | str, *, file: str = "scheme.yaml") -> Scheme:
    """The scheme in a file, or in a text that refusals call `file`.

    Raises `UserError` naming the line of whatever is unknown, doubled, missing or not allowed.
    """
    if isinstance(source, Path):
        return read_scheme(_text_of(source), file=source.name)
    top = compose(source, file=file).mapping(_TOP, required=("scheme", "layers"))
    stamp = top["scheme"].mapping(("id", "version"), required=("id", "version"))
    lists = {name: entry.texts() for name, entry in _entries(top, "lists").items()}
    layers = _layers(top["layers"], lists)
    return Scheme(
        id=stamp["id"].identifier(),
        version=stamp["version"].number(),
        layers=layers,
        relations=_relations(_entries(top, "relations"), layers, lists),
        article_labels=tuple(
            _article_label(name, entry, lists) for name, entry in _entries(top, "article").items()
        ),
        flags=tuple(_flag_type(name, entry) for name, entry in _entries(top, "any").items()),
    )


def _text_of(path: Path) -> str:
    """The text of a scheme file, which is UTF-8; no more of it than tells that it is too long."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.read(LONGEST + 1)
    except OSError as error:
        raise UserError("formats.cannot_read", path=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise UserError("formats.yaml_not_utf8", file=path.name) from error


def _layers(entry: Entry, lists: Lists) -> tuple[Layer, ...]:
    """The layers of a scheme, of which there must be one at least."""
    entries = entry.mapping(LAYERS)
    if not entries:
        raise entry.refusal("formats.yaml_missing", name="entity")
    layers = tuple(_layer(name, layer, lists) for name, layer in entries.items())
    _check_keys((layer.key, entries[layer.id]) for layer in layers)
    return layers


def _layer(id: str, entry: Entry, lists: Lists) -> Layer:
    """One layer with its labels and attributes."""
    fields = entry.mapping(_LAYER, required=("labels",))
    entries = fields["labels"].identified()
    if not entries:
        raise fields["labels"].refusal("formats.scheme_no_labels")
    labels = tuple(_label(name, label, id) for name, label in entries.items())
    _check_keys((label.key, entries[label.id]) for label in labels)
    return Layer(
        id=id,
        name=_name(fields, id),
        key=_key(fields),
        span_rule=_text(fields, "span"),
        labels=labels,
        attributes=_attributes(fields, lists, tuple(entries)),
    )


def _label(id: str, entry: Entry, layer: str) -> Label:
    """One label, spelled short or long."""
    fields, names = _label_fields(entry)
    return Label(
        id=id,
        name=_name(fields, id),
        key=_key(fields),
        color=_color(fields["color"]) if "color" in fields else COLORS[layer],
        guideline=_text(fields, "guideline"),
        names={scheme: _name_elsewhere(name) for scheme, name in names.items()},
        apart=_flag(fields, "apart"),
        examples=fields["examples"].texts() if "examples" in fields else (),
        counter_example=_text(fields, "counter_example"),
        border=_text(fields, "border"),
        folded=_flag(fields, "folded"),
    )


def _label_fields(entry: Entry) -> tuple[Fields, Fields]:
    """The fields of a label, and its names elsewhere; the short spelling has `apart` in these."""
    if not entry.is_list:
        fields = entry.mapping(_LABEL)
        return fields, _entries(fields, "names")
    items = entry.items()
    if len(items) != _SHORT_LABEL:
        raise entry.refusal("formats.scheme_short_label")
    names = items[1].identified()
    fields = {"key": items[0], "guideline": items[2]}
    if "apart" in names:
        fields["apart"] = names.pop("apart")
    return fields, names


def _name_elsewhere(entry: Entry) -> str:
    """A label's name in another scheme; several are joined by a blank, none is empty."""
    if entry.is_nothing:
        return ""
    return " ".join(entry.texts()) if entry.is_list else entry.text()


def _attributes(fields: Fields, lists: Lists, labels: Collection[str]) -> tuple[Attribute, ...]:
    """The attributes of a layer that has these labels."""
    return tuple(
        _attribute(name, e, lists, labels) for name, e in _entries(fields, "attributes").items()
    )


def _attribute(id: str, entry: Entry, lists: Lists, labels: Collection[str]) -> Attribute:
    """One attribute; a bare list stands for its values, and without labels it is a relation's."""
    fields = _spelled(entry, _ATTRIBUTE if labels else _RELATION_ATTRIBUTE)
    kind = fields["type"].choice(get_args(AttributeType)) if "type" in fields else "choice"
    return Attribute(
        id=id,
        name=_name(fields, id),
        type=cast("AttributeType", kind),
        values=_values(entry, fields, lists, wanted=kind == "choice"),
        required=_flag(fields, "required"),
        only_for=_labels(fields, "for", labels),
        not_for=_labels(fields, "not_for", labels),
        help=_text(fields, "help"),
        complete=fields["complete"].choice(("project",)) if "complete" in fields else "",
        prefill=_text(fields, "prefill"),
        folded=_flag(fields, "folded"),
    )


def _values(entry: Entry, fields: Fields, lists: Lists, *, wanted: bool) -> tuple[str, ...]:
    """The values of a choice, listed or named by their list; free text has none."""
    if not wanted:
        if "values" in fields:
            raise fields["values"].refusal("formats.scheme_no_values")
        return ()
    if "values" not in fields:
        raise entry.refusal("formats.yaml_missing", name="values")
    values = fields["values"]
    found = values.texts() if values.is_list else lists[values.choice(lists)]
    if not found:
        raise values.refusal("formats.yaml_missing", name="values")
    return found


def _labels(fields: Fields, key: str, known: Collection[str]) -> tuple[str, ...]:
    """A list of labels of the layer."""
    if key not in fields:
        return ()
    fields[key].texts()
    return tuple(item.choice(known) for item in fields[key].items())


def _article_label(id: str, entry: Entry, lists: Lists) -> ArticleLabelType:
    """One label of whole articles; a bare list stands for its values."""
    fields = _spelled(entry, _ARTICLE_LABEL)
    scale = fields["scale"].choice(get_args(Scale)) if "scale" in fields else "nominal"
    return ArticleLabelType(
        id=id,
        name=_name(fields, id),
        values=_values(entry, fields, lists, wanted=scale != "text"),
        scale=cast("Scale", scale),
        multiple=_flag(fields, "multiple"),
        required=_flag(fields, "required"),
        help=_text(fields, "help"),
    )


def _flag_type(id: str, entry: Entry) -> Flag:
    """A mark that annotations of all labels can carry, of which annotations know `unsure`."""
    if id != "unsure":
        raise entry.refusal("formats.yaml_unknown_key", name=id, known="unsure")
    fields = entry.mapping(("type", "name", "key"), required=("type",))
    fields["type"].choice(("flag",))
    return Flag(id, _name(fields, id), _key(fields))


def _relations(
    entries: Fields, layers: tuple[Layer, ...], lists: Lists
) -> tuple[RelationType, ...]:
    """The relation types; those that start in one layer have different keys."""
    labels = {layer.id: [label.id for label in layer.labels] for layer in layers}
    relations = tuple(_relation(name, e, labels, lists) for name, e in entries.items())
    for layer in labels:
        _check_keys(
            (relation.key, entries[relation.id])
            for relation in relations
            if any(end.layer == layer for end in relation.sources)
        )
    return relations


def _relation(id: str, entry: Entry, labels: Mapping[str, list[str]], lists: Lists) -> RelationType:
    """One relation type, spelled short or long."""
    fields, attributes, many = _relation_fields(entry)
    sources, _same = _ends(fields["from"], labels)
    targets, same_layer = _ends(fields["to"], labels)
    if not sources:
        raise fields["from"].refusal("formats.scheme_no_end")
    if not (targets or same_layer):
        raise fields["to"].refusal("formats.scheme_no_end")
    return RelationType(
        id=id,
        name=_name(fields, id),
        key=_key(fields),
        sources=sources,
        targets=targets or sources,
        many=many,
        directed=_flag(fields, "directed", default=True),
        same_layer=same_layer,
        attributes=tuple(_attribute(name, e, lists, ()) for name, e in attributes.items()),
        folded=_flag(fields, "folded"),
    )


def _relation_fields(entry: Entry) -> tuple[Fields, Fields, bool]:
    """The fields of a relation, its attributes, and whether it may lead to many."""
    if not entry.is_list:
        fields = entry.mapping(_RELATION, required=("from", "to"))
        return fields, _entries(fields, "attributes"), _flag(fields, "many", default=True)
    items = entry.items()
    if len(items) not in _SHORT_RELATION:
        raise entry.refusal("formats.scheme_short_relation")
    short = dict(zip(("key", "from", "to", "many", "more"), items, strict=False))
    attributes = _entries(short, "more")
    if "directed" in attributes:
        short["directed"] = attributes.pop("directed")
    return short, attributes, short["many"].choice(("many", "one")) == "many"


def _ends(entry: Entry, labels: Mapping[str, list[str]]) -> tuple[tuple[End, ...], bool]:
    """What may stand at an end of a relation, and whether it must lie in the other's layer."""
    items = entry.items() if entry.is_list else (entry,)
    others = [item for item in items if item.is_mapping or item.text() != SAME_LAYER]
    return tuple(_end(item, labels) for item in others), len(others) < len(items)


def _end(entry: Entry, labels: Mapping[str, list[str]]) -> End:
    """One end, `layer` or `layer: label label`; unquoted, the latter is a mapping to YAML."""
    if entry.is_mapping:
        layer, names = _mapped_end(entry, labels)
    else:
        layer, _, rest = entry.text().partition(":")
        names = tuple(rest.split())
    for found, known in ((layer, labels), *((name, labels.get(layer, ())) for name in names)):
        if found not in known:
            raise entry.refusal("formats.yaml_not_known", found=found, known=", ".join(known))
    return End(layer, names)


def _mapped_end(entry: Entry, layers: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The layer and labels of an end that is a mapping of one key."""
    fields = entry.mapping(layers)
    if len(fields) != 1:
        raise entry.refusal("formats.scheme_two_ends")
    [(layer, labels)] = fields.items()
    return layer, labels.texts() if labels.is_list else tuple(labels.text().split())


def _check_keys(owned: Iterable[tuple[str, Entry]]) -> None:
    """Refuse a key that is already another's."""
    seen: set[str] = set()
    for key, entry in owned:
        if key and key in seen:
            raise entry.refusal("formats.scheme_key_taken", found=key)
        seen.add(key)


def _entries(fields: Fields, key: str) -> dict[str, Entry]:
    """The entries, by their ids, of a section that may be missing or empty."""
    if key not in fields or fields[key].is_nothing:
        return {}
    return fields[key].identified()


def _spelled(entry: Entry, known: Collection[str]) -> Fields:
    """The fields of something that a bare list of its values may stand for."""
    return {"values": entry} if entry.is_list else entry.mapping(known)


def _name(fields: Fields, id: str) -> str:
    """The name to show, made from the id where it is missing."""
    return fields["name"].filled() if "name" in fields else named(id)


def _text(fields: Fields, key: str) -> str:
    """A text that may be missing."""
    return fields[key].text() if key in fields else ""


def _flag(fields: Fields, key: str, *, default: bool = False) -> bool:
    """A yes or no that may be missing."""
    return fields[key].flag() if key in fields else default


def _key(fields: Fields) -> str:
    """The key to press, one character, or none."""
    if "key" not in fields:
        return ""
    if not is_key(key := fields["key"].text()):
        raise fields["key"].refusal("formats.scheme_bad_key", found=key)
    return key


def _color(entry: Entry) -> str:
    """A colour as `#rrggbb`; unquoted, YAML takes it for a comment."""
    found = "" if entry.is_nothing else entry.text()
    if not is_color(found):
        raise entry.refusal("formats.scheme_bad_color", found=found)
    return found
