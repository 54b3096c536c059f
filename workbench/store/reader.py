"""Reading, for functions that serve an open project and a running transaction alike."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Executable, Row, Select, Table, bindparam, select


class Reader(Protocol):
    """Anything that answers queries: a `Project`, or a `Transaction` that sees its own writes."""

    def rows(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        """The rows of a query."""
        ...

    @property
    def engine(self) -> Engine:
        """What reads the file: one and the same as long as it is open, and no other file's."""
        ...


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A reader for which nothing changes, whatever others write meanwhile."""

    connection: Connection

    def rows(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        """The rows of a query."""
        return self.connection.execute(statement, parameters or {}).fetchall()

    @property
    def engine(self) -> Engine:
        """What reads the file."""
        return self.connection.engine


@functools.cache
def rows_by_ids(table: Table) -> Select[Any]:
    """The query for whole rows of a table by their `ids`, put together once."""
    return select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))
