"""What goes out and how, saved under a name; what a specification says is known one room above."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from workbench.domain.ids import new_id
from workbench.store import schema
from workbench.store.reader import Reader
from workbench.store.transaction import Transaction

_TABLE = schema.recipe


def specs(reader: Reader) -> dict[str, dict[str, Any]]:
    """What each recipe says, by name, in the order of the names."""
    rows = reader.rows(select(_TABLE.c.name, _TABLE.c.spec).order_by(_TABLE.c.name))
    return {row.name: json.loads(row.spec) for row in rows}


def save(transaction: Transaction, name: str, spec: Mapping[str, Any]) -> None:
    """Save a recipe, in place of the one of that name if there is one."""
    text = json.dumps(dict(spec), ensure_ascii=False, sort_keys=True)
    known = _id(transaction, name)
    if known:
        transaction.update(_TABLE, known, {"spec": text})
    else:
        row = {"id": new_id(), "name": name, "spec": text, "created": transaction.time}
        transaction.insert(_TABLE, row)


def remove(transaction: Transaction, name: str) -> None:
    """Remove the recipe of that name, which must be there."""
    transaction.delete(_TABLE, _id(transaction, name))


def _id(reader: Reader, name: str) -> str:
    rows = reader.rows(select(_TABLE.c.id).where(_TABLE.c.name == name))
    return str(rows[0].id) if rows else ""
