"""Whether entries of another copy's journal hold what ours would.

A file from elsewhere may be damaged, or made by somebody who means harm. What its journal says is
written into the tables of the project, where everyone relies on it: so each row must have exactly
the columns of its table, of the kind that they hold, and what is JSON must be it. Whether a span
fits its text, and what it refers to is there, is seen when the copies are put together.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.domain.errors import UserError
from workbench.store.images import defaults
from workbench.store.journal import Entry, RowImages
from workbench.store.schema import JOURNALLED

# The columns that hold JSON, and of which kind.
_JSON: Mapping[str, type] = {
    "meta": dict,
    "attributes": dict,
    "origin": dict,
    "spec": dict,
    "zones": list,
    "sentences": list,
    "annotations": list,
    "relations": list,
    "layers": list,
    "fragments": list,
}


def readable(entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries of a journal; raises `UserError` at one that cannot be read."""
    while True:
        try:
            entry = next(entries, None)
        except UserError as error:
            raise UserError("store.journal_unsound") from error
        if entry is None:
            return
        yield entry


def sound(entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries of a journal; raises `UserError` at one that cannot be read or relied upon."""
    for entry in readable(entries):
        if not all(_is_sound(row) for row in entry.rows):
            raise UserError("store.journal_unsound")
        yield entry


def _is_sound(row: RowImages) -> bool:
    """Whether the images of a row are such as their table can hold."""
    table, id, *images = row
    there = [image for image in images if image is not None]
    return isinstance(id, str) and all(
        image.get("id") == id and is_row(table, image) for image in there
    )


def is_row(table: str, image: Mapping[str, Any]) -> bool:
    """Whether an image has the columns of its table, and of their kind."""
    columns = JOURNALLED[table].columns
    if image.keys() != defaults(JOURNALLED[table]).keys():
        return False
    return all(
        (value is None and bool(columns[name].nullable))
        or (_is_of_kind(columns[name].type.python_type, value) and _is_json(name, value))
        for name, value in image.items()
    )


def _is_of_kind(kind: type, value: object) -> bool:
    """Whether a value is one of a column's kind; a whole number will do for any number."""
    return isinstance(value, int if kind is int else (int, float) if kind is float else kind)


def _is_json(name: str, value: object) -> bool:
    """Whether a column that holds JSON holds it; most are empty."""
    if name not in _JSON or value in {"{}", "[]"}:
        return True
    try:
        return isinstance(json.loads(str(value)), _JSON[name])
    except ValueError:
        return False
