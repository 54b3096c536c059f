"""Which column, or key of a line, is what: the usual names, in any case.

A table and a file of JSON lines say the same things, so both are read through this one table.
What has no usual name is kept as metadata, so that nothing of a file is lost.
"""

import json
from collections.abc import Iterable, Mapping

from workbench.intake.decoding import Decoded
from workbench.intake.incoming import Found

FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "article_text", "article_body", "full_text"),
        *("fulltext", "main_text", "maintext", "story", "body_text", "content_text"),
    ),
    "title": ("title", "headline", "heading", "article_title", "head"),
    "source": (
        *("source", "outlet", "publisher", "publication", "newspaper", "site", "site_name"),
        *("sitename", "source_name", "medium", "news_outlet"),
    ),
    "url": ("url", "link", "permalink", "article_url", "source_url", "uri", "href"),
    "author": ("author", "authors", "byline", "writer", "journalist", "creator"),
    "published": (
        *("published", "date", "published_at", "publication_date", "pub_date", "pubdate"),
        *("publish_date", "date_published", "date_publish", "published_date", "datetime"),
        *("timestamp", "created_at"),
    ),
    "language": ("language", "lang"),
}


def field_columns(names: Iterable[str]) -> dict[str, str]:
    """The column of each field that has one: the first of the usual names that occurs."""
    by_plain: dict[str, str] = {}
    for name in names:
        by_plain.setdefault(_plain(name), name)
    return {
        field: by_plain[usual]
        for field, usuals in FIELDS.items()
        for usual in reversed(usuals)
        if usual in by_plain
    }


def found_in(
    record: Mapping[str, object], *, columns: Mapping[str, str], decoded: Decoded
) -> Found:
    """What a record says of one article; columns without a field become metadata."""
    values = {field: as_text(record[column]) for field, column in columns.items()}
    taken = set(columns.values())
    rest = {name: as_text(value) for name, value in record.items() if name not in taken}
    meta = {name: value for name, value in rest.items() if value}
    return Found(**values, encoding=decoded.encoding, meta=meta, notes=decoded.notes)


def as_text(value: object) -> str:
    """A value as text: lists of words joined by commas, other structures as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _plain(name: str) -> str:
    """A column's name without case, blanks and hyphens."""
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())
