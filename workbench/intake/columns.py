"""Which column, or key of a line, is what: as a person says, else by the usual names in any case.

A table and a file of JSON lines say the same things, so both are read through this one table.
What has no usual name is kept as metadata, so that nothing of a file is lost. An id is one only
where a person says so: numbers of rows, as many tables have them, would name two articles alike.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workbench.domain.errors import UserError
from workbench.intake.decoding import Decoded
from workbench.intake.incoming import Found

_NOTHING: Mapping[str, str] = MappingProxyType({})

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
    "id": (),
}
META, LEFT_OUT = "meta", "skip"
MEANINGS = (*FIELDS, META, LEFT_OUT)

_SYNONYMS = {"date": "published", "lang": "language", "link": "url", "outlet": "source"}


def meanings(said: Mapping[str, str]) -> dict[str, str]:
    """What a person says that columns are; raises `UserError` where that cannot be."""
    plain = {column: _SYNONYMS.get(field, field) for column, field in said.items()}
    for field in plain.values():
        if field not in MEANINGS:
            raise UserError("intake.unknown_field", field=field, known=", ".join(MEANINGS))
    twice = [field for field, n in Counter(plain.values()).items() if n > 1 and field in FIELDS]
    if twice:
        raise UserError("intake.field_twice", field=twice[0])
    return plain


def field_columns(names: Iterable[str], said: Mapping[str, str] = _NOTHING) -> dict[str, str]:
    """The column of each field that has one: as it is said, else the first of the usual names."""
    present = list(names)
    by_plain: dict[str, str] = {}
    for name in present:
        if name not in said:
            by_plain.setdefault(_plain(name), name)
    guessed = {
        field: by_plain[usual]
        for field, usuals in FIELDS.items()
        for usual in reversed(usuals)
        if usual in by_plain
    }
    told = {said[name]: name for name in present if said.get(name) in FIELDS}
    return guessed | told


def found_in(
    record: Mapping[str, object],
    *,
    columns: Mapping[str, str],
    decoded: Decoded,
    said: Mapping[str, str] = _NOTHING,
) -> Found:
    """What a record says of one article; columns without a field become metadata.

    Of those, what is said to be left out is left out.
    """
    values = {field: as_text(record[column]) for field, column in columns.items()}
    taken = {*columns.values(), *(name for name, field in said.items() if field == LEFT_OUT)}
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
