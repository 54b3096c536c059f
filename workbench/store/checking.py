"""Proving a project sound: the file, what refers to what, offsets, quotes and the journal.

`quick` is for the background after opening; the whole check also reads every quote against its text
and replays the journal's last word on every row against the row itself.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, select

from workbench.domain.errors import UserError
from workbench.domain.span import Fragments, Span, check_extent, hull
from workbench.store import anchors, full_text, journal, schema, sqlite
from workbench.store.halting import NEVER, Halt
from workbench.store.journal import Entry
from workbench.store.project import Project
from workbench.store.schema import JOURNALLED
from workbench.store.spans import fragments_in

_SPANNED = (schema.annotation, schema.suggestion, schema.gold)
# What people mark comes by an act; a copy handed out may hold other rows without their history.
_MARKED = frozenset({"annotation", "relation", "article_label"})


def quick_check(project: Project, *, halt: Halt = NEVER) -> list[str]:
    """What SQLite itself finds wrong with the file's pages; empty when all is well."""
    return _pages(project, "quick_check", halt)


def check(project: Project) -> list[str]:
    """Every problem in the project, in plain words; empty when all is well."""
    damaged = _pages(project, "integrity_check")
    # Nothing can be said of what lies on damaged pages.
    return damaged or [
        *_references(project),
        *full_text.problems(project),
        *_spans(project),
        *_journal(project),
    ]


def _pages(project: Project, pragma: str, halt: Halt = NEVER) -> list[str]:
    """What one of SQLite's own checks says, also where it must break off."""
    try:
        found = _answers(project, pragma, halt)
    except UserError as error:
        if error.key != "store.damaged":
            raise
        return [f"file: {error}"]
    return [f"file: {line}" for line in found if line != "ok"]


def _answers(project: Project, pragma: str, halt: Halt) -> list[str]:
    with project.reading() as connection, halt.over(sqlite.driver(connection)):
        return [row[0] for row in sqlite.driver(connection).execute(f"PRAGMA {pragma}")]


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
        frozen = schema.frozen_layer
        for row in project.rows(select(frozen).where(frozen.c.article == article.id)):
            if not _is_sound(row, text):
                yield f"frozen_layer {row.id} holds quotes that are not what stands at their places"


def _is_sound(frozen: Row[Any], text: str) -> bool:
    """Whether a frozen layer can be read, and fits its text."""
    try:
        return anchors.frozen_in(frozen).fits(text)
    except (IndexError, KeyError, TypeError, ValueError):
        return False


def _span(table: str, row: Row[Any], text: str) -> Iterator[str]:
    fragments = _fragments(row)
    if not fragments or hull(fragments) != Span(row.start, row.end):
        yield f"{table} {row.id} has fragments that are not of its place"
        return
    try:
        check_extent(text, fragments, row.quote)
    except UserError as error:
        yield f"{table} {row.id}: {error}"


def _fragments(row: Row[Any]) -> Fragments:
    """The fragments in a row, none where they cannot be read."""
    try:
        return fragments_in(row)
    except (TypeError, ValueError):
        return ()


def _journal(project: Project) -> Iterator[str]:
    """Entries that are missing or cannot be read, and rows that are not what they last became."""
    last: dict[tuple[str, str], int] = {}
    counters: dict[str, int] = {}
    with project.reading() as connection:
        for entry in _readable(journal.every_entry(connection)):
            if entry is None:
                yield "journal: an entry cannot be read"
                return
            expected = counters.get(entry.copy, 0) + 1
            if entry.counter != expected and not entry.arrived:
                yield f"journal: entry {expected} of copy {entry.copy} is missing"
            counters[entry.copy] = entry.counter
            if entry.arrived:
                continue  # told here, and done elsewhere
            for table, id, _, after in entry.rows:
                last[table, id] = hash(_frozen(after))
    yield from _changed(project, last)
    yield from _vanished(last)


def _readable(entries: Iterator[Entry]) -> Iterator[Entry | None]:
    """The entries up to the first that cannot be read, in place of which None comes."""
    try:
        yield from entries
    except UserError:
        yield None


def _changed(project: Project, last: dict[tuple[str, str], int]) -> Iterator[str]:
    """Rows that the journal knows otherwise or not at all; those it knows are taken out."""
    for name, table in JOURNALLED.items():
        for row in project.images(table):
            known = last.pop((name, row["id"]), None)
            if known is None and name in _MARKED:
                yield f"{name} {row['id']} is in its table and not in the journal"
            elif known is not None and known != hash(_frozen(row)):
                yield f"{name} {row['id']} is not what the journal says it became"


def _vanished(last: dict[tuple[str, str], int]) -> Iterator[str]:
    """Rows that the journal says are there and the tables do not have."""
    gone = hash(_frozen(None))
    for (name, id), known in last.items():
        if known != gone:
            yield f"{name} {id} is in the journal and not in its table"


def _frozen(image: dict[str, Any] | None) -> object:
    """An image as a value that can be hashed, so that a check of a large project stays small."""
    return None if image is None else tuple(sorted(image.items()))
