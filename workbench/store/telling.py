"""What the journals of several copies of a project say together, row by row.

Only what people did counts. What a merge or a handout wrote follows from it, and is made anew from
the whole whenever copies are joined; that is why it matters neither in which order they are joined
nor how often. Of those entries only the notes are kept of what their copy had heard.

A change that nobody knew who changed the same row stands against theirs. The last one wins, but an
edit wins over a deletion, and the correction of a text over the text that another copy brought in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from workbench.domain.errors import UserError
from workbench.domain.versions import Knowledge, Version, latest
from workbench.store import copies, journal
from workbench.store.copies import HEARD
from workbench.store.images import Image
from workbench.store.journal import Entry
from workbench.store.rows import Row
from workbench.store.soundness import readable, sound

Place = tuple[str, str]
"""A row: its table and its id."""


@dataclass(frozen=True, slots=True)
class Word:
    """What one change says of one row; `new` if it came in from another copy just now."""

    version: Version
    person: str
    before: Image
    after: Image
    new: bool


@dataclass(slots=True)
class Standing:
    """How a row stands by all that was said of it; one that is gone keeps what it last was.

    A row that somebody deleted is not alive, nor is one that had to give way. `version` is the
    change that has the last word. A row of which no journal speaks has none: a file that was handed
    out holds such rows.
    """

    row: Row
    alive: bool = True
    deleted: bool = False
    version: Version | None = None
    versions: tuple[Version, ...] = ()
    person: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What several journals say together: words by row, who knew of what, and what is new here."""

    words: Mapping[Place, Sequence[Word]]
    knowledge: Knowledge
    arriving: tuple[Entry, ...]
    corrected: Mapping[str, frozenset[str]]  # the hashes of texts that were corrected, by article
    articles: frozenset[str]  # those of which the other copies speak


class _Corrections:
    """Which corrections of texts stand, and what the texts were before."""

    def __init__(self) -> None:
        self._by_step: dict[str, tuple[str, str]] = {}
        self._turns: dict[str, tuple[Version, str, str]] = {}  # by id: when, target, kind

    def hear(self, entry: Entry) -> None:
        """Note a correction, or that an act was turned."""
        if entry.verb == "correct" and entry.kind == "act":
            self._by_step[entry.step] = (entry.article, entry.params["before"])
        if entry.target:
            self._turns[entry.id] = (entry.version, entry.target, entry.kind)

    def standing(self) -> dict[str, frozenset[str]]:
        """The hashes that articles had before corrections that were not taken back."""
        turned = {target: kind != "redo" for _, target, kind in sorted(self._turns.values())}
        found: dict[str, set[str]] = {}
        for step, (article, before) in self._by_step.items():
            if not turned.get(step):
                found.setdefault(article, set()).add(before)
        return {article: frozenset(hashes) for article, hashes in found.items()}


@dataclass(slots=True)
class _Listener:
    """Takes in one journal after the other."""

    known: set[str] = field(default_factory=set)
    places: dict[tuple[str, int], str] = field(default_factory=dict)
    words: dict[Place, dict[Version, Word]] = field(default_factory=dict)
    notes: list[tuple[str, int, dict[str, int]]] = field(default_factory=list)
    arriving: list[Entry] = field(default_factory=list)
    texts: _Corrections = field(default_factory=_Corrections)
    articles: set[str] = field(default_factory=set)

    def hear(self, connection: Connection, *, own: bool) -> None:
        """Take in a journal: the file's own one, or that of another copy."""
        entries = journal.every_entry(connection)
        for entry in readable(entries) if own else sound(entries):
            self._refuse_double(entry)
            new = entry.id not in self.known
            self.known.add(entry.id)
            if new and HEARD in entry.params:
                self.notes.append((entry.copy, entry.counter, entry.params[HEARD]))
            if not own and not entry.derived:
                self.articles.add(entry.article)
            if not own and new and (HEARD in entry.params or not entry.derived):
                self.arriving.append(replace(entry, rows=()) if entry.derived else entry)
            if not entry.derived:
                self._listen(entry, new=new and not own)

    def _refuse_double(self, entry: Entry) -> None:
        """Refuse two histories that went on from one place under one name."""
        if self.places.setdefault((entry.copy, entry.counter), entry.id) != entry.id:
            raise UserError("store.one_copy_twice")

    def _listen(self, entry: Entry, *, new: bool) -> None:
        self.texts.hear(entry)
        for table, id, before, after in entry.rows:
            word = Word(entry.version, entry.person, before, after, new)
            self.words.setdefault((table, id), {}).setdefault(entry.version, word)


def listen(own: Connection, others: Iterable[Connection]) -> Told:
    """What a file's journal and those of other copies of its project say together."""
    listener = _Listener()
    listener.hear(own, own=True)
    for other in others:
        listener.hear(other, own=False)
    return Told(
        {place: list(words.values()) for place, words in listener.words.items()},
        Knowledge(listener.notes, first=copies.first(own)),
        tuple(sorted(listener.arriving, key=lambda entry: entry.version)),
        listener.texts.standing(),
        frozenset(listener.articles),
    )


def weigh(
    words: Iterable[Word], knowledge: Knowledge, *, corrections: bool = False
) -> tuple[Standing, list[Word]]:
    """How a row stands by all words about it, and those that had to give way.

    With `corrections` a change wins over a row that was added elsewhere.
    """
    by_version = {word.version: word for word in words}
    last = [by_version[version] for version in latest(by_version, knowledge)]
    said = [word for word in last if word.after is not None] or last
    changes = [word for word in said if word.before is not None] if corrections else []
    winner = (changes or said)[-1]
    standing = Standing(
        row=dict(winner.after or winner.before or {}),
        alive=winner.after is not None,
        deleted=winner.after is None,
        version=winner.version,
        versions=tuple(sorted(by_version)),
        person=winner.person,
        new=any(word.new for word in by_version.values()),
    )
    return standing, [word for word in last if word.after != winner.after]


def texts_of(words: Sequence[Word]) -> Iterator[tuple[Version, str]]:
    """The texts that an article was given, by the changes that gave them.

    First of all stands the one that the first change found, where no journal says who gave it.
    """
    first = min(words, key=lambda word: word.version, default=None)
    if first is not None and first.before is not None:
        yield Version("", "", 0), str(first.before["text"])
    for word in words:
        if word.after is not None:
            yield word.version, str(word.after["text"])
