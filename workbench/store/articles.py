"""Articles in the project: listed without their texts, which are read one at a time."""

import functools
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, bindparam, func, select, true

from workbench.domain.article import Appearance, Article, ArticleLabel, ArticleText
from workbench.domain.span import Fragments
from workbench.store import copies, schema
from workbench.store.reader import Reader
from workbench.store.rows import (
    TextRow,
    appearance_row,
    article_row,
    label_row,
    text_in,
    text_row,
    value_in,
)
from workbench.store.spans import mapping_in
from workbench.store.transaction import Transaction

_COLUMNS = tuple(schema.article.columns)


def list_articles(reader: Reader) -> list[Article]:
    """All articles in the order they came in."""
    query = select(*_COLUMNS).order_by(schema.article.c.created, schema.article.c.id)
    return [_article(row) for row in reader.rows(query)]


def ids(reader: Reader) -> list[str]:
    """The ids of all articles in the order they came in."""
    query = select(schema.article.c.id).order_by(schema.article.c.created, schema.article.c.id)
    return [row.id for row in reader.rows(query)]


def by_ids(reader: Reader, ids: Iterable[str]) -> list[Article]:
    """The articles with these ids, in the order they came in; unknown ids are passed over."""
    query = select(*_COLUMNS).where(schema.article.c.id.in_(list(ids)))
    ordered = query.order_by(schema.article.c.created, schema.article.c.id)
    return [_article(row) for row in reader.rows(ordered)]


def metadata_keys(reader: Reader) -> list[str]:
    """Under which keys articles have metadata, in order."""
    each = func.json_each(schema.article.c.meta).table_valued("key")
    query = select(each.c.key).select_from(schema.article).join(each, true()).distinct()
    return sorted(row.key for row in reader.rows(query))


def by_hash(reader: Reader, text_hash: str) -> str | None:
    """The id of the article with that text, or None."""
    return ids_by_hash(reader, [text_hash]).get(text_hash)


def ids_by_hash(reader: Reader, hashes: Iterable[str]) -> dict[str, str]:
    """The article that has each of these texts, of those that are there."""
    table = schema.article
    query = select(table.c.text_hash, table.c.id).where(table.c.text_hash.in_(list(hashes)))
    return {row.text_hash: row.id for row in reader.rows(query)}


def ids_by_former_hash(reader: Reader) -> dict[str, str]:
    """The article that had each of the texts that were corrected."""
    entry = schema.journal.c
    query = select(entry.article, entry.params).where(entry.verb == "correct", entry.kind == "act")
    now = copies.became(reader)
    return {
        json.loads(row.params)["before"]: now.get(row.article, row.article)
        for row in reader.rows(query)
    }


def hashes(reader: Reader) -> dict[str, str]:
    """The sha256 of every article's text, to its id."""
    query = select(schema.article.c.text_hash, schema.article.c.id)
    return {row.text_hash: row.id for row in reader.rows(query)}


def text_of(reader: Reader, article: str) -> ArticleText:
    """An article's text and structure; the article must be there."""
    return texts_of(reader, [article])[0]


def texts_of(reader: Reader, ids: Iterable[str]) -> list[ArticleText]:
    """The texts and structures of articles, in the order of their ids."""
    return [text_in(row) for row in text_rows(reader, ids)]


def text_rows(reader: Reader, ids: Iterable[str]) -> list[TextRow]:
    """The same as the file holds them, for another process to make something of."""
    table = schema.article_text
    query = select(table).where(table.c.id.in_(list(ids))).order_by(table.c.id)
    return [tuple(row) for row in reader.rows(query)]


def bare_texts(reader: Reader, ids: Iterable[str]) -> dict[str, str]:
    """What articles say, by their ids."""
    table = schema.article_text.c
    query = select(table.id, table.text).where(table.id.in_(list(ids)))
    return {row.id: row.text for row in reader.rows(query)}


def slices_of(reader: Reader, article: str, fragments: Fragments) -> tuple[int, list[str]]:
    """The length of an article's text, and what each fragment covers, without reading it all."""
    places: dict[str, Any] = {"article": article}
    for number, fragment in enumerate(fragments):
        places |= {
            f"first{number}": fragment.start + 1,
            f"length{number}": fragment.end - fragment.start,
        }
    length, *slices = reader.rows(_slices(len(fragments)), places)[0]
    return length, slices


@functools.cache
def _slices(number: int) -> Select[Any]:
    """The query for an article's length and so many slices of its text."""
    table, head = schema.article_text, schema.article
    cuts = [
        func.substr(table.c.text, bindparam(f"first{n}"), bindparam(f"length{n}"))
        for n in range(number)
    ]
    joined = table.join(head, head.c.id == table.c.id)
    query = select(head.c.length, *cuts).select_from(joined)
    return query.where(table.c.id == bindparam("article"))


def appearances_of(reader: Reader, articles: Iterable[str]) -> dict[str, list[Appearance]]:
    """Where each of the articles appeared."""
    table = schema.appearance
    query = select(table).where(table.c.article.in_(list(articles))).order_by(table.c.id)
    found: dict[str, list[Appearance]] = {}
    for row in reader.rows(query):
        appearance = Appearance(row.source, row.url, row.author, row.published, row.file)
        found.setdefault(row.article, []).append(appearance)
    return found


def labels_of(reader: Reader, articles: Iterable[str]) -> list[ArticleLabel]:
    """The article labels that annotators gave to these articles."""
    table = schema.article_label
    query = select(table).where(table.c.article.in_(list(articles))).order_by(table.c.id)
    return [
        ArticleLabel(row.id, row.article, row.annotator, row.name, value_in(row.value))
        for row in reader.rows(query)
    ]


def insert(transaction: Transaction, article: Article, text: ArticleText) -> None:
    """Add an article with its text."""
    created = article.created or transaction.time
    transaction.insert(schema.article, article_row(replace(article, created=created)))
    transaction.insert(schema.article_text, text_row(text))


def replace_text(transaction: Transaction, article: Article, text: ArticleText) -> None:
    """Give an article a corrected text, with the structure, the hash and the title it has now."""
    transaction.update(schema.article, article.id, article_row(article))
    transaction.update(schema.article_text, article.id, text_row(text))


def add_appearances(
    transaction: Transaction, article: str, appearances: Iterable[Appearance]
) -> None:
    """Note where an article appeared; appearances that are already known are not repeated."""
    known = set(appearances_of(transaction, [article]).get(article, ()))
    new = [appearance for appearance in dict.fromkeys(appearances) if appearance not in known]
    rows = [appearance_row(article, appearance) for appearance in new]
    transaction.insert_many(schema.appearance, rows)


def put_label(transaction: Transaction, label: ArticleLabel) -> None:
    """Set one annotator's label of an article, or change it."""
    row = label_row(label, transaction.time)
    if transaction.row(schema.article_label, label.id) is None:
        transaction.insert(schema.article_label, row)
    else:
        transaction.update(schema.article_label, label.id, row)


def delete_labels(transaction: Transaction, labels: Iterable[str]) -> None:
    """Take labels of articles away, by id."""
    transaction.delete_many(schema.article_label, labels)


def _article(row: Sequence[Any]) -> Article:
    """An article out of a row of all columns, by their places: the list has ten thousand."""
    id, title, length, text_hash, language, file, file_hash, meta, created = row
    said = mapping_in(meta)
    return Article(id, title, length, text_hash, language, file, file_hash, said, created)
