"""The part of a split that each article was placed in."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from workbench.domain.ids import new_id
from workbench.store import schema
from workbench.store.reader import Reader
from workbench.store.transaction import Transaction

_TABLE = schema.split


def parts(reader: Reader) -> dict[str, str]:
    """The part of each article that has one, by the article's id."""
    return {row.article: row.part for row in reader.rows(select(_TABLE.c.article, _TABLE.c.part))}


def insert_many(transaction: Transaction, placed: Mapping[str, str]) -> None:
    """Say where articles stand that have no part yet, by id."""
    rows = [{"id": new_id(), "article": id, "part": part} for id, part in placed.items()]
    transaction.insert_many(_TABLE, rows)


def move(transaction: Transaction, articles: Collection[str], part: str) -> None:
    """Say that articles, a stride at most, stand in another part; with no part in none."""
    query = select(_TABLE.c.id, _TABLE.c.article).where(_TABLE.c.article.in_(list(articles)))
    rows = {row.article: row.id for row in transaction.rows(query)}
    if part:
        transaction.update_many(_TABLE, {id: {"part": part} for id in rows.values()})
        insert_many(transaction, {id: part for id in articles if id not in rows})
    else:
        transaction.delete_many(_TABLE, rows.values())
