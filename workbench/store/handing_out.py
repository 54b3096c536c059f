"""One person's share of a project, in a file of its own.

It is written anew, row by row, and never made by copying and deleting: free pages, the write-ahead
log and the journal of a copy would still show what others did. In it are the articles that are the
person's, with their texts and suggestions; what the person did there; the scheme; and of the
journal what they said themselves. Of others there is nothing, not even their names.

The file is a copy of the project, so that it merges back. It notes how far the project had been
heard, as every copy does where it begins. The marks stand in one entry an article, since what led
to them is told only in part.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, insert, or_, select

from workbench.domain.ids import new_id, now
from workbench.store import copies, journal, schema
from workbench.store.copies import HEARD
from workbench.store.joint_work import SCHEME
from workbench.store.journal import Entry, RowImages
from workbench.store.opening import new_file
from workbench.store.reader import Snapshot
from workbench.store.rows import Row
from workbench.store.schema import JOURNALLED

# What a person marks: its rows must be in the journal.
_MARKS = (schema.annotation, schema.relation, schema.article_label)
_OWN = frozenset({"annotation", "relation", "article_label", "assignment", "suggestion_state"})


@dataclass(frozen=True, slots=True)
class Share:
    """How much was handed out."""

    articles: int
    annotations: int


def write_share(reader: Snapshot, annotator: str, out: Path) -> Share:
    """Write a person's share into a new file; raises `UserError` where one is there already."""
    own = reader.connection
    share = _Share(own, annotator)
    with new_file(out) as connection:
        for table in schema.metadata.sorted_tables:
            if table.name in JOURNALLED:
                _fill(connection, table, share.rows(table))
        _fill(connection, schema.project, _rows(own, select(schema.project)))
        copy = copies.begin(connection, first=copies.first(own))
        time = max(now(), journal.last_time(own))
        journal.write(connection, list(share.told(arrived=time)))
        note = {HEARD: copies.heard(own)}
        journal.write(connection, list(share.marks(copy, time=time, note=note)))
    return Share(len(share.articles), sum(1 for _ in share.rows(schema.annotation)))


def _fill(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    found = list(rows)
    if found:
        connection.execute(insert(table), found)


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Row]:
    for row in connection.execute(query).mappings():
        yield dict(row)


class _Share:
    """What of a project is one person's."""

    def __init__(self, connection: Connection, annotator: str) -> None:
        self._connection = connection
        self._annotator = annotator

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles in which the person has something to do or has marked something."""
        return frozenset(self._connection.execute(self._mine()).scalars())

    def _mine(self) -> Select[Any]:
        tables = [schema.assignment, schema.annotation]
        several = [
            schema.article.c.id.in_(
                select(table.c.article).where(table.c.annotator == self._annotator)
            )
            for table in tables
        ]
        return select(schema.article.c.id).where(or_(*several))

    def rows(self, table: Table) -> Iterator[Row]:
        """The rows of a table that the person may see."""
        query = select(table)
        if table.name not in SCHEME:
            query = query.where(*self._conditions(table))
        return _rows(self._connection, query)

    def _conditions(self, table: Table) -> Iterator[ColumnElement[bool]]:
        """What makes a row one that the person may see."""
        me = self._annotator
        columns = table.c
        match table.name:
            case "annotator":
                yield columns.id == me
            case "suggester":
                yield columns.name.not_in(self._others_suggesters())
            case "article" | "article_text":
                yield columns.id.in_(self._mine())
            case name if name in _OWN:
                yield columns.annotator == me
                yield columns.article.in_(self._mine())
                if name == "suggestion_state":
                    yield columns.suggestion.in_(self._suggestions())
            case "appearance":
                yield columns.article.in_(self._mine())
            case "frozen_layer":
                yield columns.assignment.in_(self._ids(schema.assignment))
            case "suggestion" | "suggestion_run":
                yield columns.article.in_(self._mine())
                yield columns.suggester.not_in(self._others_suggesters())
            case "suggestion_relation":
                yield columns.source.in_(self._suggestions())
                ends = (self._suggestions(), self._ids(schema.annotation))
                yield or_(*(columns.target.in_(end) for end in ends))
            case _:  # gold, and whatever else is a reviewer's
                yield columns.id.is_(None)

    def _ids(self, table: Table) -> Select[Any]:
        return select(table.c.id).where(*self._conditions(table))

    def _suggestions(self) -> Select[Any]:
        return self._ids(schema.suggestion)

    def _others_suggesters(self) -> Select[Any]:
        """The names of suggesters that others or the gold taught: they speak of others' work."""
        table = schema.suggester.c
        return select(table.name).where(
            table.kind == "personal",
            or_(table.annotator.is_(None), table.annotator != self._annotator),
        )

    # --- the journal

    def told(self, *, arrived: str) -> Iterator[Entry]:
        """The entries of the person's own acts, with what of their rows the person may see."""
        for entry in journal.entries_of_person(self._connection, self._annotator):
            rows = [row for row in entry.rows if self._is_mine(row)]
            if rows and not entry.derived:
                yield replace(entry, rows=rows, arrived=arrived)

    def _is_mine(self, row: RowImages) -> bool:
        """Whether the person made or has what a change is about."""
        table, id, before, after = row
        image = after or before or {}
        if table in _OWN:
            return image["annotator"] == self._annotator and image["article"] in self.articles
        if table in {"article", "article_text"}:
            return id in self.articles
        return table == "appearance" and image["article"] in self.articles

    def marks(self, copy: str, *, time: str, note: Mapping[str, Any]) -> Iterator[Entry]:
        """The person's marks as they are, an entry an article; the first one has the note."""
        by_article: dict[str, list[RowImages]] = {"": []}
        for table in _MARKS:
            for row in self.rows(table):
                by_article.setdefault(row["article"], []).append((table.name, row["id"], None, row))
        step = new_id()
        for counter, (article, rows) in enumerate(by_article.items(), start=1):
            yield Entry(
                id=new_id(),
                copy=copy,
                person=self._annotator,
                verb="handout",
                kind="record",
                step=step,
                article=article,
                rows=rows,
                time=time,
                params=note if counter == 1 else {},
                counter=counter,
            )
