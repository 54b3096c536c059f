"""The suggesters that a project knows beside those that travel with the program."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select

from workbench.domain.suggester_source import SuggesterSource
from workbench.store import schema
from workbench.store.reader import Reader
from workbench.store.transaction import Transaction

_TABLE = schema.suggester


def sources(reader: Reader) -> list[SuggesterSource]:
    """All of them, in the order in which they came."""
    query = select(_TABLE).order_by(_TABLE.c.created, _TABLE.c.id)
    return [_source(row) for row in reader.rows(query)]


def find(reader: Reader, name: str) -> SuggesterSource | None:
    """The one of that name, or None."""
    rows = reader.rows(select(_TABLE).where(_TABLE.c.name == name))
    return _source(rows[0]) if rows else None


def insert(transaction: Transaction, source: SuggesterSource) -> None:
    """Add one, with its id."""
    row = {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "spec": _written(source.spec),
        "layers": json.dumps(list(source.layers)),
        "annotator": source.annotator or None,
        "created": transaction.time,
    }
    transaction.insert_many(_TABLE, [row])


def set_layers(transaction: Transaction, source: str, layers: Sequence[str]) -> None:
    """Say in which layers the suggestions of one, by id, are shown."""
    transaction.update(_TABLE, source, {"layers": json.dumps(list(layers))})


def retire(transaction: Transaction, source: SuggesterSource) -> None:
    """Remove one; its entry stays, so that what it suggested is not seen again."""
    spec = {**source.spec, "removed": True}
    transaction.update(_TABLE, source.id, {"layers": "[]", "spec": _written(spec)})


def _written(spec: Mapping[str, Any]) -> str:
    return json.dumps(dict(spec), ensure_ascii=False, sort_keys=True)


def _source(row: Row[Any]) -> SuggesterSource:
    return SuggesterSource(
        name=row.name,
        kind=row.kind,
        spec=json.loads(row.spec),
        layers=tuple(json.loads(row.layers)),
        annotator=row.annotator or "",
        id=row.id,
    )
