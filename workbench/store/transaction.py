"""One act on a project: rows change, the journal remembers, and all of it commits or nothing does.

Rooms above write through a `Transaction` alone. It keeps the row before and after each change, and
`flush` puts them into the journal, one entry an article: that is the undo history, the audit trail
and the base of merging, so nothing may write beside it.
"""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from sqlalchemy import (
    Connection,
    Dialect,
    Engine,
    Executable,
    Row,
    Table,
    bindparam,
    delete,
    insert,
    update,
)

from workbench.domain.changes import Changes
from workbench.domain.ids import new_id, now
from workbench.store import journal
from workbench.store.images import Image, defaults
from workbench.store.reader import rows_by_ids
from workbench.store.schema import JOURNALLED

Kind = Literal["act", "undo", "redo", "record"]
Values = Mapping[str, Any]

_CHUNK = 500
_HEADS = frozenset({"article", "article_text"})  # tables whose ids are those of articles


class Transaction:
    """A writing transaction; `changes` is complete once it has committed.

    `kind` is *act* for what a person did and may take back, *record* for what is remembered but
    not walked through by undo, such as suggestions that arrive.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        verb: str,
        person: str,
        copy: str,
        params: Mapping[str, object] | None = None,
        kind: Kind = "act",
        step: str = "",
        target: str = "",
    ) -> None:
        self.time = now()
        self.person = person
        self._connection = connection
        self._verb = verb
        self._copy = copy
        self._params = dict(params or {})
        self._kind: Kind = kind
        self._step = step or new_id()
        self._target = target
        # (table, id) → image before and after, in the order of the first touch
        self._images: dict[tuple[str, str], tuple[Image, Image]] = {}
        self._journalled: list[journal.Entry] = []
        self._received: dict[str, object] | None = None

    # --- reading

    def rows(self, statement: Executable, parameters: Values | None = None) -> Sequence[Row[Any]]:
        """The rows of a query, as this transaction sees them."""
        return self._connection.execute(statement, parameters or {}).fetchall()

    @property
    def engine(self) -> Engine:
        """What reads the file."""
        return self._connection.engine

    def row(self, table: Table, id: str) -> dict[str, Any] | None:
        """One row as a mapping, or None."""
        return self.images(table, [id]).get(id)

    def images(self, table: Table, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Whole rows by id; ids that are not there are missing."""
        wanted = list(ids)
        found: dict[str, dict[str, Any]] = {}
        for begin in range(0, len(wanted), _CHUNK):
            part = {"ids": wanted[begin : begin + _CHUNK]}
            for row in self._connection.execute(rows_by_ids(table), part).mappings():
                found[row["id"]] = dict(row)
        return found

    # --- writing

    def insert(self, table: Table, row: Values) -> None:
        """Add one row."""
        self.insert_many(table, [dict(row)])

    def insert_many(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        """Add rows, which become the journal's; columns that one leaves out get their defaults."""
        images = list(rows)
        if not images:
            return
        names, statement = _insertion(table, self._connection.dialect)
        otherwise = [defaults(table)[name] for name in names]
        values = [tuple(map(image.get, names, otherwise)) for image in images]
        self._connection.exec_driver_sql(statement, values)
        self._remember_new(table.name, images)

    def update(self, table: Table, id: str, values: Values) -> None:
        """Change columns of one row that must be there."""
        self.update_many(table, {id: values})

    def update_many(self, table: Table, values: Mapping[str, Values]) -> None:
        """Change the same columns of many rows, given by id, which must be there."""
        images = self.images(table, values)
        changed = {
            id: after
            for id, new in values.items()
            if (after := images[id] | dict(new)) != images[id]
        }
        if not changed:
            return
        columns = next(iter(values.values()))
        statement = update(table).where(table.c.id == bindparam("row"))
        statement = statement.values({name: bindparam(f"new_{name}") for name in columns})
        parameters = [
            {"row": id} | {f"new_{name}": after[name] for name in columns}
            for id, after in changed.items()
        ]
        self._connection.execute(statement, parameters)
        for id, after in changed.items():
            self._remember(table.name, id, images[id], after)

    def delete(self, table: Table, id: str) -> None:
        """Remove one row that must be there; what refers to it must go in the same act."""
        self.delete_many(table, [id])

    def delete_many(self, table: Table, ids: Iterable[str]) -> None:
        """Remove rows by id; ids that are not there are passed over."""
        images = self.images(table, ids)
        if not images:
            return
        gone = delete(table).where(table.c.id == bindparam("gone"))
        self._connection.execute(gone, [{"gone": id} for id in images])
        for id, before in images.items():
            self._remember(table.name, id, before, None)

    def _remember(self, table: str, id: str, before: Image, after: Image) -> None:
        first = self._images.get((table, id))
        self._images[table, id] = (first[0] if first else before, after)

    def _remember_new(self, table: str, images: Iterable[dict[str, Any]]) -> None:
        """Remember many rows that were not there; one that was, and went meanwhile, is changed."""
        known = self._images
        for image in images:
            key = (table, image["id"])
            known[key] = (known[key][0] if key in known else None, image)

    def receive(self, entries: Sequence[journal.Entry], params: Mapping[str, object]) -> None:
        """Put entries of other copies into the journal; they change no row.

        The act gets an entry of its own besides those for rows, which holds `params`, and comes
        after all that is there.
        """
        self.time = max(self.time, journal.receive(self._connection, entries, self.time))
        self._received = dict(params)

    # --- the end

    def flush(self) -> None:
        """Write the journal's entries, one an article."""
        by_article: dict[str, list[journal.RowImages]] = {}
        for (table, id), (before, after) in self._images.items():
            if before != after:
                image = after or before or {}
                article = id if table in _HEADS else image.get("article") or ""
                by_article.setdefault(article, []).append((table, id, before, after))
        self._journalled = [self._entry(article, rows) for article, rows in by_article.items()]
        if self._received is not None:
            head = self._entry("", ())
            params = {**self._params, **self._received}
            self._journalled.insert(0, replace(head, params=params))
        journal.append(self._connection, self._journalled)

    def _entry(self, article: str, rows: Sequence[journal.RowImages]) -> journal.Entry:
        return journal.Entry(
            id=new_id(),
            copy=self._copy,
            person=self.person,
            verb=self._verb,
            params=self._params,
            kind=self._kind,
            step=self._step,
            target=self._target,
            article=article,
            rows=rows,
            time=self.time,
        )

    @property
    def changes(self) -> Changes:
        """What the transaction changed, once it has committed."""
        rows = tuple(row for entry in self._journalled for row in entry.changes().rows)
        return Changes(self._verb, rows, self._step if rows else "")


@functools.cache
def _insertion(table: Table, dialect: Dialect) -> tuple[tuple[str, ...], str]:
    """The columns of a table in the order of the values of its insert statement, and that.

    It goes to the driver as it is: what SQLAlchemy does to each row costs more than the insert.
    """
    compiled = insert(table).compile(dialect=dialect)
    return tuple(compiled.positiontup or ()), str(compiled)


def table_of(name: str) -> Table:
    """The table of that name among those that the journal covers."""
    return JOURNALLED[name]
