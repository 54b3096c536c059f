"""Taking acts back and doing them again, over one person's own acts, without an end.

An undo is a new entry of the journal. It is done only if every row that the act touched still is
what the act left, nothing else refers to a row that would vanish, and every span still has its
quote at its place; otherwise it is refused, naming who changed what, and nothing is written. The
same holds for a redo, the other way round. A new act clears that person's redo, and nobody else's.

Any older act may be taken back by itself, under the same conditions: that is a new act, which undo
takes back like any other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from sqlalchemy import Connection, Table, or_, select

from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_editing import Revision
from workbench.store import anchors, journal, refitting, schema, schemes
from workbench.store.journal import STANDS, UNDONE, RowImages
from workbench.store.packs import Packs
from workbench.store.reader import Snapshot
from workbench.store.schema import JOURNALLED, act, annotator, metadata
from workbench.store.strides import LENGTH, Strides, parts
from workbench.store.transaction import Transaction, table_of

Way = Literal["undo", "redo"]
_CHUNK = 500
# The columns of spans and of frozen layers that say what stands where.
_QUOTED = ("start", "end", "fragments", "quote", "annotations")


@dataclass(frozen=True, slots=True)
class Step:
    """An act that can be taken back or done again: its id, verb and parameters."""

    id: str
    verb: str
    params: dict[str, Any]


def next_step(connection: Connection, person: str, way: Way) -> Step | None:
    """The act that the person's next undo or redo turns, or None."""
    mine = act.c.person == person
    undone, order = (STANDS, act.c.seq.desc()) if way == "undo" else (UNDONE, act.c.seq)
    query = select(act.c.step).where(mine, act.c.undone == undone).order_by(order).limit(1)
    step = connection.execute(query).scalar()
    return None if step is None else _step(connection, step)


def step_to_take_back(connection: Connection, person: str, step: str) -> Step:
    """An act that the person wants back, whenever it was; raises `UserError` where it cannot be."""
    query = select(act.c.person, act.c.undone, annotator.c.name).where(act.c.step == step)
    joined = query.join(annotator, annotator.c.id == act.c.person, isouter=True)
    found = connection.execute(joined).one_or_none()
    if found is None or found.undone != STANDS:
        raise UserError("store.nothing_to_undo")
    if found.person != person:
        raise UserError("store.not_your_act", who=found.name or "?")
    return _step(connection, step)


def _step(connection: Connection, step: str) -> Step:
    return Step(step, *journal.head_of_step(connection, step))


def turn(transaction: Transaction, connection: Connection, step: str, way: Way) -> Strides[None]:
    """Put back the rows of an act, or put them there again; raises `UserError` if others moved."""
    entries = journal.entries_of_step(connection, step)
    rows = [_turned(row, way) for entry in entries for row in entry.rows]
    if way == "undo":
        rows.reverse()
    articles = {entry.article for entry in entries}
    scheme = schemes.read_scheme(transaction)
    for checked, part in enumerate(parts(rows)):
        yield checked * LENGTH, 2 * len(rows)
        _refuse_if_changed(transaction, connection, part, articles)
    _refuse_if_referred(connection, rows, articles)
    written = len(rows)
    for number in _put(transaction, rows):
        written += number
        yield written, 2 * len(rows)
    _refuse_if_misplaced(transaction, connection, rows)
    _refuse_if_unsayable(transaction, scheme)


def _put(transaction: Transaction, rows: list[RowImages]) -> Iterator[int]:
    """Write every row as it shall be, table by table; yields how many were written at once."""
    inserts: dict[str, list[dict[str, Any]]] = {}
    updates: dict[str, list[dict[str, Any]]] = {}
    for table, _, present, wanted in rows:
        if wanted is not None:
            (inserts if present is None else updates).setdefault(table, []).append(wanted)
    for name, ids in _by_table(row for row in rows if row[3] is None).items():
        for gone in parts(ids):
            transaction.delete_many(table_of(name), gone)
            yield len(gone)
    for name, images in updates.items():
        for part in parts(images):
            transaction.update_many(table_of(name), {image["id"]: image for image in part})
            yield len(part)
    for name, images in inserts.items():
        for part in parts(images):
            transaction.insert_many(table_of(name), part)
            yield len(part)


def _turned(row: RowImages, way: Way) -> RowImages:
    """A row as (table, id, how it must be now, how it shall be)."""
    table, id, before, after = row
    return (table, id, after, before) if way == "undo" else (table, id, before, after)


def _by_table(rows: Iterable[RowImages]) -> dict[str, list[str]]:
    tables: dict[str, list[str]] = {}
    for table, id, _, _ in rows:
        tables.setdefault(table, []).append(id)
    return tables


def _refuse_if_changed(
    transaction: Transaction,
    connection: Connection,
    rows: Sequence[RowImages],
    articles: set[str],
) -> None:
    """Refuse if a row is no longer what the act left."""
    found = {name: transaction.images(table_of(name), ids) for name, ids in _by_table(rows).items()}
    for table, id, present, _ in rows:
        if found[table].get(id) != present:
            _refuse(connection, table, id, articles)


def _refuse_if_referred(connection: Connection, rows: list[RowImages], articles: set[str]) -> None:
    """Refuse if a row outside the act refers to one that would vanish.

    A row of the act itself vanishes too, or is changed so that it refers to something else.
    """
    vanishing = _by_table(row for row in rows if row[3] is None)
    touched = _by_table(rows)
    for table, ids in vanishing.items():
        for referring, column in _referring(table):
            own = set(touched.get(referring.name, ()))
            for begin in range(0, len(ids), _CHUNK):
                query = select(referring.c.id).where(
                    referring.c[column].in_(ids[begin : begin + _CHUNK])
                )
                for other in connection.execute(query).scalars():
                    if other not in own:
                        _refuse(connection, referring.name, other, articles)


def _refuse_if_misplaced(
    transaction: Transaction, connection: Connection, rows: list[RowImages]
) -> None:
    """Refuse if a text would change under spans of others, or spans come back to another text."""
    texts = {id: present for table, id, present, _ in rows if table == "article_text"}
    for article in (id for id, present in texts.items() if present is not None):
        for table, id in anchors.misplaced(transaction, article):
            _refuse(connection, table, id, [article])
    placed: dict[str, list[str]] = {}
    for table, id, present, wanted in rows:
        if wanted is None or table not in anchors.QUOTING or wanted["article"] in texts:
            continue
        if present is None or any(present.get(name) != wanted.get(name) for name in _QUOTED):
            placed.setdefault(wanted["article"], []).append(id)
    for article, ids in placed.items():
        for _ in anchors.misplaced(transaction, article, ids):
            _refuse(connection, "article_text", article, [article])


def _refuse_if_unsayable(transaction: Transaction, old: Scheme) -> None:
    """Refuse to take a scheme back under which somebody has said what it has no words for."""
    new = schemes.read_scheme(transaction)
    if new is not old and refitting.find(transaction, old, Revision(new)):
        raise UserError("store.undo_conflict")


def _referring(table: str) -> list[tuple[Table, str]]:
    """The columns, as (table, column), that may hold an id of this table."""
    columns = [
        (other, key.parent.name)
        for other in metadata.sorted_tables
        if other.name in JOURNALLED
        for key in other.foreign_keys
        if key.column.table.name == table and key.column.name == "id"
    ]
    if table in {"annotation", "suggestion"}:
        columns.append((JOURNALLED["suggestion_relation"], "target"))
    return columns


def _refuse(connection: Connection, table: str, row: str, articles: Iterable[str]) -> None:
    """Say who changed the row last, and what they did."""
    known = list(articles)
    parts = (known[begin : begin + _CHUNK] for begin in range(0, len(known), _CHUNK))
    writers = [writer for part in parts for writer in _writers(connection, table, row, part)]
    _, verb, name = max(writers, key=lambda writer: writer[0], default=(0, "", None))
    raise UserError("store.undo_refused", who=name or "?", verb=verb)


def _writers(
    connection: Connection, table: str, row: str, articles: list[str]
) -> list[tuple[int, str, str | None]]:
    """The last one in some articles who wrote a row: when, by which verb, and the name."""
    entry, words = schema.journal.c, f'["{table}","{row}",'
    query = (
        select(entry.seq, entry.verb, annotator.c.name, entry.rows)
        .join(annotator, annotator.c.id == entry.person, isouter=True)
        .where(entry.article.in_(articles), or_(entry.rows.contains(words), entry.rows == ""))
        .order_by(entry.seq.desc())
    )
    packs = Packs(Snapshot(connection))
    with connection.execution_options(yield_per=50).execute(query) as found:
        wrote = (tuple(r[:3]) for r in found if words in packs.rows_of(r.seq, r.rows))
        return list(islice(wrote, 1))
