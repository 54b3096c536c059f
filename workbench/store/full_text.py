"""The full-text index: FTS5, which SQLite alone has, so that it stands in a module of its own.

The index holds no texts, only their words as `domain.folding` makes them, so that it takes half the
room that the texts take, and finds what the rest of the program finds: SQLite's own tokenizer folds
fewer letters. A text is known to it by its hash, as in `article`. Nothing therefore has to follow
the articles: one that goes takes its place in the results along, one that undo brings back is
found again, and a text that was changed waits to be read like a new one. Words are read afterwards,
a few texts at a time (`index`), so that taking articles in costs nothing more.

Beginnings of one and two letters have an index of their own, which doubles the size and takes half
as long again to make: without it all words that begin so are joined first, which took a tenth of a
second over a hundred thousand articles. Longer ones have few words each, and are found without.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Integer, MetaData, Table, Text, func, insert, select, text

from workbench.domain.errors import UserError
from workbench.domain.folding import index_form, index_words
from workbench.domain.terms import Term
from workbench.store import schema
from workbench.store.project import Project
from workbench.store.reader import Reader

# Not in `schema.metadata`, which another database may hold as well.
_metadata = MetaData()
indexed_text = Table(
    "indexed_text",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("text_hash", Text, nullable=False, unique=True),
)
_full_text = Table("full_text", _metadata, Column("rowid", Integer), Column("text", Text))
BATCH = 10  # texts to index at once: about 2 ms


@dataclass(frozen=True, slots=True)
class Found:
    """An article that fits, and its number, after which a search can go on."""

    article: str
    number: int


def find(
    reader: Reader, terms: Sequence[Term], *, after: int = 0, limit: int = 1_000_000_000
) -> list[Found]:
    """The articles that fit, about in the order they came in, from a number on."""
    fitting = (
        select(indexed_text.c.number, schema.article.c.id)
        .select_from(_full_text)
        .join(indexed_text, indexed_text.c.number == _full_text.c.rowid)
        .join(schema.article, schema.article.c.text_hash == indexed_text.c.text_hash)
        .where(text("full_text MATCH :terms"), _full_text.c.rowid > after)
        .order_by(_full_text.c.rowid)
        .limit(limit)
    )
    rows = reader.rows(fitting, {"terms": _expression(terms)})
    return [Found(row.id, row.number) for row in rows]


def count(reader: Reader, terms: Sequence[Term]) -> int:
    """How many texts fit, counting those whose articles are gone."""
    query = select(func.count()).select_from(_full_text).where(text("full_text MATCH :terms"))
    return int(reader.rows(query, {"terms": _expression(terms)})[0][0])


def _expression(terms: Sequence[Term]) -> str:
    """Terms as FTS5 writes them; raises `UserError` where none must be there."""
    wanted = " AND ".join(_phrase(term) for term in terms if not term.excluded)
    if not wanted:
        raise UserError("store.nothing_to_find")
    return " NOT ".join((f"({wanted})", *(_phrase(term) for term in terms if term.excluded)))


def _phrase(term: Term) -> str:
    star = " *" if term.open_end else ""
    return f'"{" ".join(index_words(term.words))}"{star}'


# --- keeping it true


def pending(reader: Reader) -> list[str]:
    """The articles whose texts are not in the index, in the order they came in."""
    head = schema.article.c
    known = select(indexed_text.c.text_hash).where(indexed_text.c.text_hash == head.text_hash)
    query = select(head.id).where(~known.exists()).order_by(head.created, head.id)
    return [row.id for row in reader.rows(query)]


def index(project: Project, ids: Sequence[str]) -> None:
    """Read the texts of a few articles into the index."""
    forms = _index_forms(project, ids)
    with project.maintaining() as connection:
        # Another process may have been faster.
        query = select(indexed_text.c.text_hash).where(indexed_text.c.text_hash.in_(forms))
        known = set(connection.execute(query).scalars())
        for text_hash in [new for new in forms if new not in known]:
            added = connection.execute(insert(indexed_text), {"text_hash": text_hash})
            (number,) = added.inserted_primary_key or (0,)
            words = {"rowid": number, "text": forms[text_hash]}
            connection.execute(insert(_full_text), words)


def _index_forms(reader: Reader, ids: Sequence[str]) -> dict[str, str]:
    """What the index takes of some articles, by the text's hash."""
    head, body = schema.article.c, schema.article_text.c
    query = select(head.text_hash, body.text).join_from(schema.article, schema.article_text)
    rows = reader.rows(query.where(head.id.in_(ids)).order_by(head.created, head.id))
    return {row.text_hash: index_form(row.text) for row in rows}


def problems(project: Project) -> list[str]:
    """What FTS5 itself finds wrong with the index; empty when all is well."""
    check = text("INSERT INTO full_text (full_text) VALUES ('integrity-check')")
    try:
        with project.maintaining() as connection:
            connection.execute(check)
    except UserError as error:
        if error.key != "store.damaged":
            raise
        return ["full_text: the index of words is damaged"]
    return []
