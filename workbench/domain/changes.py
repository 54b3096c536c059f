"""What a transaction changed: the one message that tells every view what to read again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that came, changed or went; `article` is empty where the row belongs to none."""

    table: str
    id: str
    article: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows that one act changed; `step` is the id of the act in the journal.

    Which `tables` they are of is kept, since every view asks, and an act may have many thousands.
    """

    verb: str
    rows: tuple[RowChange, ...]
    step: str = ""
    tables: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", frozenset(row.table for row in self.rows))

    def __bool__(self) -> bool:
        return bool(self.rows)

    def touches(self, *tables: str) -> bool:
        """Whether a row of any of these tables changed."""
        return not self.tables.isdisjoint(tables)

    def articles(self) -> frozenset[str]:
        """The articles whose rows changed."""
        return frozenset(row.article for row in self.rows if row.article)

    def ids(self, table: str, *, article: str = "") -> frozenset[str]:
        """The ids of the changed rows of a table, of one article where given."""
        return frozenset(row.id for row in self._of(table, article) if not row.gone)

    def gone(self, table: str, *, article: str = "") -> frozenset[str]:
        """The ids of the rows of a table that went, of one article where given."""
        return frozenset(row.id for row in self._of(table, article) if row.gone)

    def _of(self, table: str, article: str) -> Iterable[RowChange]:
        """The rows of a table, of one article where given."""
        rows = self.rows if table in self.tables else ()
        return (row for row in rows if row.table == table and article in ("", row.article))


def joined(several: Sequence[Changes]) -> Changes:
    """What several acts changed, as if it had been one: each row as it was left last.

    Whoever listens then reads its part again once, and not for each article of a long job.
    """
    rows = {(row.table, row.id): row for changes in several for row in changes.rows}
    last = several[-1]
    return Changes(last.verb, tuple(rows.values()), last.step)
