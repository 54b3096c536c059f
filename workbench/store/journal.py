"""The journal: every change as data, append-only, never as SQL to run.

An entry holds the rows before and after one act in one article; a row whose *after* is null is a
tombstone. The order of entries is (time, copy, counter): `seq` is only where an entry came to lie
in this file. Time never runs backwards within a file, even when the clock does, so that the order
of this copy's own entries is the order in which they were made. Entries that a merge brought in are
marked with the time at which they *arrived*: they are history, and changed no row of this file;
what they came to is in the entries of the merge, which goes on after the last of them. The rows of
old entries lie in `packs`, and are read as if they stood in their entries.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, case, func, insert, select, update

from workbench.domain.changes import Changes, RowChange
from workbench.domain.errors import UserError
from workbench.domain.ids import just_after
from workbench.domain.versions import Version
from workbench.store import copies
from workbench.store.images import Image, complete
from workbench.store.json_columns import as_json
from workbench.store.packs import Packs
from workbench.store.reader import Snapshot
from workbench.store.schema import act, journal

# Where an act stands: done, undone, or undone for good: by a new act that followed, or one that
# took it back.
STANDS, UNDONE, CLEARED = 0, 1, 2

# What is written out of other entries, and is made anew wherever copies are joined.
_DERIVED = frozenset({"merge", "handout"})

RowImages = tuple[str, str, Image, Image]


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, or one article's share of it; `rows` are (table, id, before, after)."""

    id: str
    copy: str
    person: str
    verb: str
    kind: str
    step: str
    article: str
    rows: Sequence[RowImages]
    time: str
    params: Mapping[str, Any] = field(default_factory=dict)
    target: str = ""
    counter: int = 0
    seq: int = 0
    arrived: str = ""

    @property
    def version(self) -> Version:
        """Its place in the order of all entries."""
        return Version(self.time, self.copy, self.counter)

    @property
    def derived(self) -> bool:
        """Whether it only says what others came to; so does an undo of one that does."""
        return not _DERIVED.isdisjoint((self.verb, self.params.get("verb")))

    def changes(self) -> Changes:
        """What the entry changed, for views to read again."""
        rows = (RowChange(t, id, self.article, gone=after is None) for t, id, _, after in self.rows)
        return Changes(self.verb, tuple(rows), self.step)


def append(connection: Connection, entries: Sequence[Entry]) -> None:
    """Write the entries of one transaction at the end, all of one step.

    Each gets the next counter of its copy, and a time not before the last: that is the latest of
    all, since what arrives is followed by the merge that brought it. An act counts as done from
    here on; an undo or redo turns its target, and an act that takes another back ends it.
    """
    if not entries:
        return
    first = entries[0]
    latest = last_time(connection)
    counter = connection.execute(_LAST_COUNTER, {"copy": first.copy}).scalar() or 0
    if not counter and latest:
        # The first word of a new copy says what it knows.
        params = {**first.params, copies.HEARD: copies.heard(connection)}
        entries = [replace(first, params=params), *entries[1:]]
    rows = [
        _row(replace(entry, time=max(entry.time, latest), counter=number))
        for number, entry in enumerate(entries, start=counter + 1)
    ]
    (seq,) = connection.execute(_NEW_ENTRY, rows[0]).inserted_primary_key or (0,)
    if rows[1:]:
        connection.execute(_NEW_ENTRY, rows[1:])
    if first.kind == "act" and not connection.execute(_KNOWN_ACT, {"step": first.step}).scalar():
        _begin_act(connection, first, seq)
    if first.target:
        _turn_act(connection, first.target, _LEFT_BY[first.kind])


def receive(connection: Connection, entries: Sequence[Entry], time: str) -> str:
    """Write entries of other copies as they are; gives a moment after all that the journal holds.

    They arrive at a `time`, and are acts of those who did them elsewhere: nobody undoes them here.
    """
    latest = last_time(connection)
    write(connection, [replace(entry, arrived=time) for entry in entries])
    return just_after(max([latest, *(entry.time for entry in entries)]) or time)


def write(connection: Connection, entries: Sequence[Entry]) -> None:
    """Write entries as they are."""
    if entries:
        connection.execute(_NEW_ENTRY, [_row(entry) for entry in entries])


def _begin_act(connection: Connection, entry: Entry, seq: int) -> None:
    """Let an act stand; what its person had undone before can no longer be redone."""
    connection.execute(_CLEAR, {"whose": entry.person})
    new_act = {"step": entry.step, "person": entry.person, "seq": seq, "undone": STANDS}
    connection.execute(_NEW_ACT, new_act)


def _turn_act(connection: Connection, step: str, undone: int) -> None:
    """Note where an act stands now; one that it had taken back stands again, or no more."""
    connection.execute(update(act).where(act.c.step == step).values(undone=undone))
    taken_back = connection.execute(_TARGET, {"step": step}).scalar()
    if taken_back:
        _turn_act(connection, taken_back, CLEARED if undone == STANDS else STANDS)


# Where an entry of each kind that has a target leaves it.
_LEFT_BY = {"undo": UNDONE, "redo": STANDS, "act": CLEARED}
_TARGET = select(journal.c.target).where(journal.c.step == bindparam("step")).limit(1)
_LAST_TIME = select(journal.c.time).order_by(journal.c.seq.desc()).limit(1)
_LAST_COUNTER = select(func.max(journal.c.counter)).where(journal.c.copy == bindparam("copy"))
_NEWS = (
    select(journal.c.seq, journal.c.verb, journal.c.step, journal.c.article, journal.c.rows)
    .where(journal.c.seq > bindparam("seq"), journal.c.arrived == "")
    .order_by(journal.c.seq)
)
_AT_ONCE = 400_000  # characters of images that take four milliseconds to read
_NEW_ENTRY = insert(journal)
_NEW_ACT = insert(act)
_CLEAR = (
    update(act)
    .where(act.c.person == bindparam("whose"), act.c.undone == UNDONE)
    .values(undone=CLEARED)
)
_KNOWN_ACT = select(act.c.step).where(act.c.step == bindparam("step"))


def entries_of_step(connection: Connection, step: str) -> list[Entry]:
    """All entries of one act, in the order they were written."""
    return list(_entries(connection, _ALL.where(journal.c.step == step)))


def head_of_step(connection: Connection, step: str) -> tuple[str, dict[str, Any]]:
    """The verb and the parameters of an act."""
    verb, params = connection.execute(_HEAD, {"step": step}).one()
    return verb, json.loads(params)


def size_of_step(connection: Connection, step: str) -> int:
    """How many characters the images of an act take; what is packed is taken to be much."""
    return connection.execute(_SIZE, {"step": step}).scalar() or 0


def news_after(
    connection: Connection, seq: int, *, besides: Collection[str] = ()
) -> tuple[list[Changes], int]:
    """What the entries changed that came into this file after the one with that `seq`.

    Those of some steps are left out. Also returns the `seq` up to which this goes: a look that
    would take too long, since much came at once, ends before the last entry.
    """
    found: list[Changes] = []
    read = 0
    packs = Packs(Snapshot(connection))
    rows = connection.execution_options(yield_per=20).execute(_NEWS, {"seq": seq})
    for seq, verb, step, article, kept in rows:  # noqa: PLR1704 - how far it went
        if step not in besides:
            images = packs.rows_of(seq, kept)
            found.append(Changes(verb, tuple(_changed(images, article)), step))
            read += len(images)
            if read > _AT_ONCE:
                break
    return found, seq


def _changed(images: str, article: str) -> Iterator[RowChange]:
    """The rows that an entry changed."""
    for table, id, _, after in json.loads(images):
        yield RowChange(table, id, article, gone=after is None)


def entries_of_article(connection: Connection, article: str, *, after: int = 0) -> list[Entry]:
    """The history of an article, oldest first."""
    query = _ALL.where(journal.c.article == article, journal.c.seq > after)
    return list(_entries(connection, query))


def entries_of_person(connection: Connection, person: str) -> Iterator[Entry]:
    """Everything that a person did, one after another without holding it all."""
    return _entries(connection, _ALL.where(journal.c.person == person))


def entry_at(connection: Connection, seq: int) -> Entry:
    """The entry with a `seq`, which must be there."""
    (entry,) = _entries(connection, _ALL.where(journal.c.seq == seq))
    return entry


def every_entry(connection: Connection) -> Iterator[Entry]:
    """All entries, one after another without holding them all."""
    return _entries(connection, _ALL)


def last_seq(connection: Connection) -> int:
    """The `seq` of the newest entry, 0 in a new file."""
    return connection.execute(select(func.max(journal.c.seq))).scalar() or 0


def last_time(connection: Connection) -> str:
    """The time of the latest entry, empty in a new file."""
    return connection.execute(_LAST_TIME).scalar() or ""


_ALL: Select[Any] = select(journal).order_by(journal.c.seq)
_OF_STEP = journal.c.step == bindparam("step")
_HEAD = select(journal.c.verb, journal.c.params).where(_OF_STEP).order_by(journal.c.seq).limit(1)
_PACKED = 200_000  # characters that a packed entry may well have
_LENGTH = case((journal.c.rows == "", _PACKED), else_=func.length(journal.c.rows))
_SIZE = select(func.sum(_LENGTH)).where(_OF_STEP)


def _entries(connection: Connection, query: Select[Any]) -> Iterator[Entry]:
    packs = Packs(Snapshot(connection))
    for row in connection.execution_options(yield_per=200).execute(query):
        yield _read_entry(row, packs.rows_of(row.seq, row.rows))


def _read_entry(row: Row[Any], images: str) -> Entry:
    """An entry out of its row; raises `UserError` where a file is damaged."""
    try:
        return _entry(row, images)
    except (LookupError, TypeError, ValueError) as error:
        raise UserError("store.history_damaged") from error


def _entry(row: Row[Any], images: str) -> Entry:
    """An entry out of its row, and the images of what it changed as JSON."""
    return Entry(
        id=row.id,
        copy=row.copy,
        counter=row.counter,
        time=row.time,
        person=row.person,
        verb=row.verb,
        params=json.loads(row.params),
        kind=row.kind,
        step=row.step,
        target=row.target,
        article=row.article,
        rows=[
            (table, id, complete(table, before), complete(table, after))
            for table, id, before, after in json.loads(images)
        ],
        seq=row.seq,
        arrived=row.arrived,
    )


def _row(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "copy": entry.copy,
        "counter": entry.counter,
        "time": entry.time,
        "person": entry.person,
        "verb": entry.verb,
        "params": json.dumps(entry.params, ensure_ascii=False),
        "kind": entry.kind,
        "step": entry.step,
        "target": entry.target,
        "article": entry.article,
        "rows": _rows_said(entry.rows),
        "arrived": entry.arrived,
    }


_ROWS = 500  # whose images as JSON take a fraction of a millisecond


def _rows_said(rows: Sequence[RowImages]) -> str:
    """Images as JSON, a few at a time: a window's thread gets its turn between them."""
    parts = (rows[begin : begin + _ROWS] for begin in range(0, len(rows), _ROWS))
    return f"[{','.join(as_json(part)[1:-1] for part in parts)}]"
