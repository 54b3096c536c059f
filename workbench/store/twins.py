"""Which texts are nearly the same: what the file keeps of that, so that only new ones are compared.

A text is known by its hash, as in the full-text index, so that nothing has to follow the articles:
one that came, was corrected or brought back waits to be compared, and what is known of a text whose
article is gone is forgotten the next time (`forget_gone`). The journal says nothing of this, since
it follows from the texts alone, and a copy finds the same.

The head of a group is the number of one of its texts; none stands where a text was read, but not
yet compared, since somebody cancelled in between.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    LargeBinary,
    MetaData,
    ScalarSelect,
    Select,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from workbench.store import schema
from workbench.store.project import Project
from workbench.store.reader import Reader

# Not in `schema.metadata`, which the journal covers.
_metadata = MetaData()
TABLE = "text_likeness"
_likeness = Table(
    TABLE,
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("text_hash", Text, nullable=False, unique=True),
    Column("runs", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("head", Integer),
)
_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a text is like: how many runs of words it has, and its signature."""

    text_hash: str
    runs: int
    signature: bytes


@dataclass(frozen=True, slots=True)
class Likenesses:
    """What some texts are like, in the order of their numbers; a head of 0 is not found yet."""

    numbers: "array[int]"
    runs: "array[int]"
    heads: "array[int]"
    signatures: bytes


# --- what is known


def groups(reader: Reader) -> dict[str, int]:
    """The group of each article that has near-duplicates, by id, in the order they came in."""
    head, known = schema.article.c, _likeness.c
    joined = select(head.id, known.head).join(_likeness, known.text_hash == head.text_hash)
    query = joined.where(known.head.in_(_shared())).order_by(head.created, head.id)
    rows = reader.rows(query)
    number = Counter(row.head for row in rows)
    return {row.id: row.head for row in rows if number[row.head] > 1}


def groups_among(reader: Reader, articles: Collection[str]) -> dict[str, int]:
    """The group of each of some articles whose texts have near-duplicates or had some, by id."""
    head, known = schema.article.c, _likeness.c
    joined = select(head.id, known.head).join(_likeness, known.text_hash == head.text_hash)
    query = joined.where(head.id.in_(list(articles)), known.head.in_(_shared()))
    return {row.id: row.head for row in reader.rows(query)}


def group_of(text_hash: ColumnElement[str]) -> ScalarSelect[int]:
    """The group of a text by its hash, as part of a query; it may be alone in it."""
    known = _likeness.c
    return select(known.head).where(known.text_hash == text_hash).scalar_subquery()


def shared_texts() -> Select[tuple[str]]:
    """The texts, by their hashes, that have near-duplicates or had some, as part of a query."""
    return select(_likeness.c.text_hash).where(_likeness.c.head.in_(_shared()))


def _shared() -> Select[tuple[int]]:
    """The heads of the groups that have more than one text, whose articles may be gone by now.

    The index alone answers that; asking for the articles too took ten times as long.
    """
    head = _likeness.c.head
    return select(head).where(head.is_not(None)).group_by(head).having(func.count() > 1)


def twins_of(reader: Reader, article: str) -> list[str]:
    """The other articles of an article's group, in the order they came in."""
    head, known = schema.article.c, _likeness.c
    joined = schema.article.join(_likeness, known.text_hash == head.text_hash)
    own = select(known.head).select_from(joined).where(head.id == article).scalar_subquery()
    query = select(head.id).select_from(joined).where(known.head == own, head.id != article)
    return [row.id for row in reader.rows(query.order_by(head.created, head.id))]


def pending(reader: Reader) -> list[str]:
    """The articles whose texts were not read yet, in the order they came in."""
    head = schema.article.c
    known = select(_likeness.c.text_hash).where(_likeness.c.text_hash == head.text_hash)
    query = select(head.id).where(~known.exists()).order_by(head.created, head.id)
    return [row.id for row in reader.rows(query)]


def uncompared(reader: Reader) -> bool:
    """Whether there is a text that was read, but not compared with the others."""
    query = select(_likeness.c.number).where(_likeness.c.head.is_(None)).limit(1)
    return bool(reader.rows(query))


def likenesses(reader: Reader) -> Iterator[Likenesses]:
    """What all texts are like, a thousand of them at a time."""
    known = _likeness.c
    query = select(known.number, known.runs, known.head, known.signature).order_by(known.number)
    last = 0
    while rows := reader.rows(query.where(known.number > last).limit(_PAGE)):
        last = rows[-1].number
        yield Likenesses(
            array("q", (row.number for row in rows)),
            array("q", (row.runs for row in rows)),
            array("q", (row.head or 0 for row in rows)),
            b"".join(row.signature for row in rows),
        )


# --- keeping it true


def add(project: Project, found: Iterable[Likeness]) -> None:
    """Keep what some texts are like; another process may have been faster."""
    wanted = {each.text_hash: each for each in found}
    with project.maintaining() as connection:
        query = select(_likeness.c.text_hash).where(_likeness.c.text_hash.in_(wanted))
        known = set(connection.execute(query).scalars())
        rows = [
            {"text_hash": each.text_hash, "runs": each.runs, "signature": each.signature}
            for each in wanted.values()
            if each.text_hash not in known
        ]
        if rows:
            connection.execute(insert(_likeness), rows)


def place(project: Project, heads: Mapping[int, int]) -> None:
    """Put texts into groups: the head of each, by their numbers."""
    known = _likeness.c
    statement = update(_likeness).where(known.number == bindparam("of"))
    rows = [{"of": number, "new": head} for number, head in heads.items()]
    with project.maintaining() as connection:
        connection.execute(statement.values(head=bindparam("new")), rows)


def forget_gone(project: Project) -> None:
    """Forget the texts that no article has any more, and how their groups hung together."""
    gone = _gone(project)
    if gone:
        with project.maintaining() as connection:
            known = _likeness.c
            left = select(known.head).where(known.number.in_(gone), known.head.is_not(None))
            heads = set(connection.execute(left).scalars())
            apart = update(_likeness).where(known.head.in_(heads)).values(head=None)
            connection.execute(apart)
            connection.execute(delete(_likeness).where(known.number.in_(gone)))


def _gone(reader: Reader) -> Collection[int]:
    """The numbers of the texts that no article has."""
    text_hash = schema.article.c.text_hash
    held = select(text_hash).where(text_hash == _likeness.c.text_hash)
    return [row.number for row in reader.rows(select(_likeness.c.number).where(~held.exists()))]
