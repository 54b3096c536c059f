"""Proving a project sound: the file, what refers to what, offsets, quotes and the journal.

`quick` is for the background after opening; the whole check also reads every quote against its text
and replays the journal's last word on every row against the row itself.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, select

from workbench.domain.errors import UserError
from workbench.domain.span import check_fragments, check_quote
from workbench.store import full_text, journal, schema
from workbench.store.project import Project
from workbench.store.schema import JOURNALLED
from workbench.store.spans import fragments_in

_SPANNED = (schema.annotation, schema.suggestion, schema.gold)


def quick_check(project: Project) -> list[str]:
    """What SQLite itself finds wrong with the file's pages; empty when all is well."""
    with project.reading() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
    return [f"file: {line}" for line in found if line != "ok"]


def check(project: Project) -> list[str]:
    """Every problem in the project, in plain words; empty when all is well."""
    return [
        *_file(project),
        *_references(project),
        *full_text.problems(project),
        *_spans(project),
        *_journal(project),
    ]


def _file(project: Project) -> Iterator[str]:
    with project.reading() as connection:
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    yield from (f"file: {line}" for line in found if line != "ok")


def _references(project: Project) -> Iterator[str]:
    with project.reading() as connection:
        found = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    for table, rowid, parent, _ in found:
        yield f"{table} row {rowid} refers to a {parent} that is not there"


def _spans(project: Project) -> Iterator[str]:
    """Spans beyond their text, and quotes that are not what stands there; one text at a time."""
    query = select(schema.article_text.c.id)
    for article in project.rows(query):
        column = schema.article_text.c
        text = project.rows(select(column.text).where(column.id == article.id))[0].text
        for spanned in _SPANNED:
            spans = select(spanned).where(spanned.c.article == article.id)
            for row in project.rows(spans):
                yield from _span(spanned.name, row, text)


def _span(table: str, row: Row[Any], text: str) -> Iterator[str]:
    try:
        fragments = fragments_in(row)
        check_fragments(len(text), fragments)
        check_quote(text, fragments, row.quote)
    except UserError as error:
        yield f"{table} {row.id}: {error}"


def _journal(project: Project) -> Iterator[str]:
    """Rows that are not what the journal says they last became, and gaps in its counters."""
    last: dict[tuple[str, str], Any] = {}
    counters: dict[str, int] = {}
    with project.reading() as connection:
        for entry in journal.every_entry(connection):
            expected = counters.get(entry.copy, 0) + 1
            if entry.counter != expected and not entry.arrived:
                yield f"journal: entry {expected} of copy {entry.copy} is missing"
            counters[entry.copy] = entry.counter
            for table, id, _, after in entry.rows:
                last[table, id] = hash(_frozen(after))
    for name, source in JOURNALLED.items():
        for row in project.images(source):
            known = last.pop((name, row["id"]), None)
            if known is not None and known != hash(_frozen(row)):
                yield f"{name} {row['id']} is not what the journal says it became"
    yield from _vanished(last)


def _vanished(last: dict[tuple[str, str], int]) -> Iterator[str]:
    """Rows that the journal says are there and the tables do not have."""
    gone = hash(_frozen(None))
    for (name, id), known in last.items():
        if known != gone:
            yield f"{name} {id} is in the journal and not in its table"


def _frozen(image: dict[str, Any] | None) -> object:
    """An image as a value that can be hashed, so that a check of a large project stays small."""
    return None if image is None else tuple(sorted(image.items()))
