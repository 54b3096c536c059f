"""Packing old entries of the journal, the oldest first, each pack in a small transaction.

The latest stay as they are: undo, the history and other programs ask for them most. Killed at any
moment, an entry lies in its pack or where it was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import bindparam, func, insert, select, update

from workbench.store import packs, sqlite
from workbench.store.project import Project
from workbench.store.schema import journal, journal_pack

LATEST = 500  # entries that are left as they are
TOGETHER = 64_000  # characters of a pack: read in a fifth of a millisecond, made in two


@dataclass(frozen=True, slots=True)
class Packed:
    """Entries that were packed together, and the bytes that their rows took and take now."""

    entries: int = 0
    before: int = 0
    after: int = 0

    def __add__(self, other: "Packed") -> "Packed":
        return Packed(
            self.entries + other.entries, self.before + other.before, self.after + other.after
        )


def count_old(project: Project) -> int:
    """How many entries are old enough to be packed, and are not."""
    return int(project.rows(select(func.count()).where(*_OLD), {"latest": LATEST})[0][0])


def pack_next(project: Project) -> Packed:
    """Pack the oldest entries that are not; nothing where too few are old enough."""
    with project.maintaining() as connection:
        with connection.execute(_OLDEST, {"latest": LATEST}) as oldest:
            texts = dict(_enough((row.seq, row.rows) for row in oldest))
        if not texts:
            return Packed()
        data = packs.pack(texts)
        connection.execute(insert(journal_pack), {"last": max(texts), "data": data})
        connection.execute(_EMPTIED, [{"packed": seq} for seq in texts])
    return Packed(len(texts), sum(len(text.encode()) for text in texts.values()), len(data))


def _enough(entries: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """As many of the first entries as make up a pack; none where they do not."""
    found: list[tuple[int, str]] = []
    size = 0
    for seq, rows in _packable(entries):
        found.append((seq, rows))
        size += len(rows)
        if size >= TOGETHER:
            return found
    return []


def _packable(entries: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The entries that are not too large for a pack."""
    return (entry for entry in entries if len(entry[1]) <= packs.LARGEST)


def give_back(project: Project) -> None:
    """Give the room that became free in the file back to the disk; others wait meanwhile."""
    with project.reading() as connection:
        sqlite.vacuum(connection)
    project.checkpoint(waits=True)


_BEHIND = select(func.coalesce(func.max(journal_pack.c.last), 0)).scalar_subquery()
_NEWEST = select(func.max(journal.c.seq)).scalar_subquery()
_OLD = (journal.c.seq > _BEHIND, journal.c.seq <= _NEWEST - bindparam("latest"))
_OLDEST = (
    select(journal.c.seq, journal.c.rows)
    .where(*_OLD)
    .order_by(journal.c.seq)
    .execution_options(yield_per=100)
)
_EMPTIED = update(journal).where(journal.c.seq == bindparam("packed")).values(rows="")
