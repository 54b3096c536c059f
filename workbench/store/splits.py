"""The part of a split that each article was placed in."""

from collections.abc import Mapping

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
