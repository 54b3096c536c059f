"""The scheme in the project: one row a layer, label, attribute, relation and article label.

A row holds the id, the name to show, and the rest as JSON, so that a renaming touches one row and a
new property of a label needs no new column.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Row, Table, insert, select

from workbench.domain.ids import new_id
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
from workbench.store import schema
from workbench.store.reader import Reader
from workbench.store.transaction import Transaction

# The edition of each open file that was read last, and its scheme. A file from elsewhere may call
# another scheme by an edition that is known, so that no file answers for another.
_EDITIONS: WeakKeyDictionary[Engine, tuple[str, Scheme]] = WeakKeyDictionary()
_HEAD = select(schema.scheme)  # every act asks for it
_OWN_COLUMNS = ("id", "name", "labels", "attributes")


def insert_first(connection: Connection, scheme: Scheme) -> None:
    """Write the scheme into a file that has none."""
    for table, rows in _rows_by_table(scheme):
        if rows:
            connection.execute(insert(table), rows)


def write_scheme(transaction: Transaction, scheme: Scheme) -> None:
    """Put another scheme in the place of the project's, row by row where they differ."""
    for table, rows in reversed(_rows_by_table(scheme)):
        wanted = {row["id"]: row for row in rows}
        present = {row.id for row in transaction.rows(select(table.c.id))}
        transaction.delete_many(table, present - wanted.keys())
        transaction.update_many(table, {id: wanted[id] for id in wanted if id in present})
        transaction.insert_many(table, [row for id, row in wanted.items() if id not in present])


def _rows_by_table(scheme: Scheme) -> list[tuple[Table, list[dict[str, Any]]]]:
    """All rows of a scheme under a new edition, its head first."""
    return [(schema.scheme, [_head(scheme)]), *scheme_rows(scheme)]


def _head(scheme: Scheme) -> dict[str, Any]:
    spec = json.dumps({"flags": [asdict(flag) for flag in scheme.flags]}, ensure_ascii=False)
    return {"id": scheme.id, "version": scheme.version, "edition": new_id(), "spec": spec}


def scheme_rows(scheme: Scheme) -> list[tuple[Table, list[dict[str, Any]]]]:
    """The rows of a scheme by table, parents first."""
    labels = [
        row | {"id": f"{layer.id}/{label.id}", "layer": layer.id, "label": label.id}
        for layer in scheme.layers
        for label, row in _rows(layer.labels)
    ]
    attributes = [
        row | {"id": f"{layer.id}/{a.id}", "layer": layer.id, "attribute": a.id}
        for layer in scheme.layers
        for a, row in _rows(layer.attributes)
    ]
    return [
        (schema.layer, [row for _, row in _rows(scheme.layers)]),
        (schema.label, labels),
        (schema.attribute, attributes),
        (schema.relation_type, [_with_attributes(t, row) for t, row in _rows(scheme.relations)]),
        (schema.article_label_type, [row for _, row in _rows(scheme.article_labels)]),
    ]


def _rows(items: Iterable[Any]) -> Iterable[tuple[Any, dict[str, Any]]]:
    """Each item with its row: id, position, name, and the rest as JSON."""
    for position, item in enumerate(items):
        rest = {name: value for name, value in asdict(item).items() if name not in _OWN_COLUMNS}
        spec = json.dumps(rest, ensure_ascii=False)
        yield item, {"id": item.id, "position": position, "name": item.name, "spec": spec}


def _with_attributes(relation: RelationType, row: dict[str, Any]) -> dict[str, Any]:
    """A relation's row with its attributes, which have no table of their own."""
    spec = json.loads(row["spec"]) | {"attributes": [asdict(a) for a in relation.attributes]}
    return row | {"spec": json.dumps(spec, ensure_ascii=False)}


def read_scheme(reader: Reader) -> Scheme:
    """The scheme of a project; read once an edition, since every act asks for it."""
    head = reader.rows(_HEAD)[0]
    edition, known = _EDITIONS.get(reader.engine, ("", None))
    if known is None or edition != head.edition:
        known = _read(reader, head)
        _EDITIONS[reader.engine] = (head.edition, known)
    return known


def is_readable(reader: Reader) -> bool:
    """Whether the rows of a scheme, which may come from anywhere, make up one."""
    try:
        _read(reader, reader.rows(_HEAD)[0])
    except (AttributeError, LookupError, TypeError, ValueError):
        return False
    return True


def _read(reader: Reader, head: Row[Any]) -> Scheme:
    labels = _by_layer(reader, schema.label, "label", Label)
    attributes = _by_layer(reader, schema.attribute, "attribute", Attribute)
    layers = [
        Layer(
            id=row.id,
            name=row.name,
            labels=tuple(labels.get(row.id, ())),
            attributes=tuple(attributes.get(row.id, ())),
            **_spec(row.spec),
        )
        for row in _ordered(reader, schema.layer)
    ]
    return Scheme(
        id=head.id,
        version=head.version,
        layers=tuple(layers),
        relations=tuple(_relation(row) for row in _ordered(reader, schema.relation_type)),
        article_labels=tuple(
            ArticleLabelType(id=row.id, name=row.name, **_spec(row.spec))
            for row in _ordered(reader, schema.article_label_type)
        ),
        flags=tuple(Flag(**flag) for flag in json.loads(head.spec)["flags"]),
    )


def _ordered(reader: Reader, table: Table) -> Iterable[Any]:
    return reader.rows(select(table).order_by(table.c.position))


def _by_layer(reader: Reader, table: Table, column: str, kind: type) -> dict[str, list[Any]]:
    """Labels or attributes by layer, in order."""
    found: dict[str, list[Any]] = {}
    for row in _ordered(reader, table):
        item = kind(id=getattr(row, column), name=row.name, **_spec(row.spec))
        found.setdefault(row.layer, []).append(item)
    return found


def _relation(row: Row[Any]) -> RelationType:
    spec = _spec(row.spec)
    spec["sources"] = tuple(End(**_tuples(end)) for end in spec["sources"])
    spec["targets"] = tuple(End(**_tuples(end)) for end in spec["targets"])
    spec["attributes"] = tuple(Attribute(**_tuples(a)) for a in spec["attributes"])
    return RelationType(id=row.id, name=row.name, **spec)


def _spec(text: str) -> dict[str, Any]:
    return _tuples(json.loads(text))


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    """The values with JSON's lists as the tuples that frozen values hold."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
