"""Images of rows: what the journal keeps of them, and what undo compares.

An image may leave out the columns that hold what they hold by default, as most columns do: it is
read back complete. That halves the journal, and lets an entry be read that was written before a
column came.
"""

import functools
from typing import Any, cast

from sqlalchemy import Column, DefaultClause, Table

from workbench.store.schema import JOURNALLED

Image = dict[str, Any] | None


@functools.cache
def defaults(table: Table) -> dict[str, Any]:
    """What the file gives each column of a table that an insert leaves out."""
    return {column.name: _default(column) for column in table.columns}


def _default(column: Column[Any]) -> object:
    if column.server_default is None:
        return None
    text = str(cast("DefaultClause", column.server_default).arg)
    return int(text) if column.type.python_type is int else text


def complete(table: str, image: Image) -> Image:
    """An image with all columns of its table; None stands for a row that is not there."""
    return None if image is None else defaults(JOURNALLED[table]) | image
