"""Reading, for functions that serve an open project and a running transaction alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Executable, Row


class Reader(Protocol):
    """Anything that answers queries: a `Project`, or a `Transaction` that sees its own writes."""

    def rows(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        """The rows of a query."""
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
