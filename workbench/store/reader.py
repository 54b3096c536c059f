"""Reading, for functions that serve an open project and a running transaction alike."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Executable, Row


class Reader(Protocol):
    """Anything that answers queries: a `Project`, or a `Transaction` that sees its own writes."""

    def rows(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        """The rows of a query."""
        ...
