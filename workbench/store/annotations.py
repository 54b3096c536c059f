"""Annotations and relations in the project."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, or_, select

from workbench.domain.annotation import HAND, Annotation, Origin, Relation
from workbench.domain.span import Fragments, Span
from workbench.store import schema
from workbench.store.project import Project
from workbench.store.reader import Reader, rows_by_ids
from workbench.store.rows import annotation_row, mapping_text, relation_row
from workbench.store.spans import fragments_at, mapping_in, span_columns
from workbench.store.strides import parts
from workbench.store.transaction import Transaction

_TABLE = schema.annotation
# What every act asks for is put together once.
_AT_PLACE = select(_TABLE).where(
    _TABLE.c.article == bindparam("article"),
    _TABLE.c.annotator == bindparam("annotator"),
    _TABLE.c.start == bindparam("start"),
)


_AT_PLACES = select(_TABLE).where(
    _TABLE.c.article == bindparam("article"),
    _TABLE.c.annotator == bindparam("annotator"),
    _TABLE.c.start.in_(bindparam("starts", expanding=True)),
)


def of_article(reader: Reader, article: str, *, annotator: str = "") -> list[Annotation]:
    """The annotations of an article in the order of the text, of one annotator where given."""
    return of_articles(reader, [article], annotator=annotator)


def of_articles(
    reader: Reader, articles: Iterable[str], *, annotator: str = ""
) -> list[Annotation]:
    """The annotations of some articles, by article and place."""
    query = select(_TABLE).where(_TABLE.c.article.in_(list(articles)))
    if annotator:
        query = query.where(_TABLE.c.annotator == annotator)
    ordered = query.order_by(_TABLE.c.article, _TABLE.c.start, _TABLE.c.end, _TABLE.c.id)
    return _annotations(reader, ordered)


def by_ids(reader: Reader, ids: Iterable[str]) -> list[Annotation]:
    """The annotations with these ids; unknown ids are passed over."""
    found: list[Annotation] = []
    for part in parts(list(ids)):
        found += _annotations(reader, rows_by_ids(_TABLE), {"ids": part})
    return found


def by_ids_in_order(reader: Reader, ids: Sequence[str]) -> list[Annotation]:
    """The annotations with these ids, which must all be there, in the order asked for."""
    found = {annotation.id: annotation for annotation in by_ids(reader, ids)}
    return [found[id] for id in ids]


def at_place(reader: Reader, *, article: str, annotator: str, start: int) -> list[Annotation]:
    """A person's annotations of an article that begin at a position."""
    place = {"article": article, "annotator": annotator, "start": start}
    return _annotations(reader, _AT_PLACE, place)


def beginning_at(
    reader: Reader, article: str, starts: Iterable[int], *, annotator: str
) -> list[Annotation]:
    """A person's annotations of an article that begin at some positions."""
    found: list[Annotation] = []
    for part in parts(list(starts)):
        places = {"article": article, "annotator": annotator, "starts": part}
        found += _annotations(reader, _AT_PLACES, places)
    return found


def beginning_in(reader: Reader, article: str, span: Span, *, annotator: str) -> list[Annotation]:
    """A person's annotations of an article that begin in a stretch of it, in its order."""
    query = select(_TABLE).where(
        _TABLE.c.article == article,
        _TABLE.c.annotator == annotator,
        _TABLE.c.start >= span.start,
        _TABLE.c.start < span.end,
    )
    return _annotations(reader, query.order_by(_TABLE.c.start, _TABLE.c.end, _TABLE.c.id))


def relations_of_article(reader: Reader, article: str, *, annotator: str = "") -> list[Relation]:
    """The relations of an article, of one annotator where given."""
    return relations_of_articles(reader, [article], annotator=annotator)


def relations_of_articles(
    reader: Reader, articles: Iterable[str], *, annotator: str = ""
) -> list[Relation]:
    """The relations of some articles."""
    table = schema.relation
    query = select(table).where(table.c.article.in_(list(articles)))
    if annotator:
        query = query.where(table.c.annotator == annotator)
    return [_relation(row) for row in reader.rows(query.order_by(table.c.article, table.c.id))]


def relations_by_ids(reader: Reader, ids: Iterable[str]) -> list[Relation]:
    """The relations with these ids; unknown ids are passed over."""
    table, wanted = schema.relation, list(ids)
    found: list[Relation] = []
    for part in parts(wanted):
        asked = {"ids": part}
        found += map(_relation, reader.rows(rows_by_ids(table), asked))
    return found


def relations_at(reader: Reader, annotation: str) -> list[Relation]:
    """The relations that begin or end at an annotation."""
    table = schema.relation
    ends = or_(table.c.source == annotation, table.c.target == annotation)
    return [_relation(row) for row in reader.rows(select(table).where(ends))]


def relations_from(reader: Reader, sources: Iterable[str]) -> list[Relation]:
    """The relations that begin at some annotations."""
    table, wanted = schema.relation, list(sources)
    found: list[Relation] = []
    for part in parts(wanted):
        rows = reader.rows(select(table).where(table.c.source.in_(part)))
        found += [_relation(row) for row in rows]
    return found


def unsure(reader: Reader, *, annotator: str = "", most: int) -> list[Annotation]:
    """The annotations flagged as unsure, of one annotator where given, the newest first."""
    query = select(_TABLE).where(_TABLE.c.unsure != "")
    if annotator:
        query = query.where(_TABLE.c.annotator == annotator)
    return _annotations(reader, query.order_by(_TABLE.c.modified.desc(), _TABLE.c.id).limit(most))


def attributes_of_layer(project: Project, layer: str, having: str) -> Iterator[Mapping[str, str]]:
    """The attributes of a layer's annotations that have a certain one, without holding them all."""
    column = _TABLE.c.attributes
    query = select(column).where(_TABLE.c.layer == layer, column.contains(f'"{having}"'))
    with project.reading() as connection:
        for (text,) in connection.execution_options(yield_per=1_000).execute(query):
            attributes = mapping_in(text)
            if having in attributes:
                yield attributes


def counts_by_article(
    reader: Reader, *, annotator: str = "", articles: Sequence[str] | None = None
) -> dict[tuple[str, str], int]:
    """How many annotations there are, by (article, annotator), of some only where given."""
    columns = (_TABLE.c.article, _TABLE.c.annotator)
    query = select(*columns, func.count().label("number")).group_by(*columns)
    if annotator:
        query = query.where(_TABLE.c.annotator == annotator)
    if articles is not None:
        query = query.where(_TABLE.c.article.in_(articles))
    return {(row.article, row.annotator): row.number for row in reader.rows(query)}


def newest_scheme_version(reader: Reader) -> int:
    """The highest version of the scheme that an annotation was made under; 0 without any."""
    return reader.rows(select(func.max(_TABLE.c.scheme_version)))[0][0] or 0


def insert_many(transaction: Transaction, annotations: Iterable[Annotation]) -> None:
    """Add annotations."""
    transaction.insert_many(_TABLE, [annotation_row(annotation) for annotation in annotations])


def insert_relations(transaction: Transaction, relations: Iterable[Relation]) -> None:
    """Add relations."""
    transaction.insert_many(schema.relation, [relation_row(relation) for relation in relations])


def update(transaction: Transaction, annotation: str, values: Mapping[str, str]) -> None:
    """Change plain columns of an annotation: label, note, unsure, answer."""
    transaction.update(_TABLE, annotation, {**values, "modified": transaction.time})


def update_attributes(
    transaction: Transaction, annotation: str, attributes: Mapping[str, str]
) -> None:
    """Give an annotation these attributes and no others."""
    values = {"attributes": mapping_text(attributes), "modified": transaction.time}
    transaction.update(_TABLE, annotation, values)


def update_span(
    transaction: Transaction, annotation: str, fragments: Fragments, quote: str
) -> None:
    """Give an annotation another place."""
    values = span_columns(fragments, quote) | {"modified": transaction.time}
    transaction.update(_TABLE, annotation, values)


def update_relation(transaction: Transaction, relation: str, attributes: Mapping[str, str]) -> None:
    """Give a relation these attributes and no others."""
    values = {"attributes": mapping_text(attributes), "modified": transaction.time}
    transaction.update(schema.relation, relation, values)


def delete(transaction: Transaction, annotation: str) -> None:
    """Remove an annotation, which must be free of relations."""
    transaction.delete(_TABLE, annotation)


def delete_relations(transaction: Transaction, relations: Iterable[str]) -> None:
    """Remove relations."""
    transaction.delete_many(schema.relation, relations)


def _annotations(
    reader: Reader, query: Select[Any], parameters: Mapping[str, Any] | None = None
) -> list[Annotation]:
    return [annotation_of(row) for row in reader.rows(query, parameters)]


def annotation_of(row: Sequence[Any]) -> Annotation:
    """An annotation out of a row of all columns.

    They are taken by their places: asking a row for each by its name costs more than all the rest.
    """
    id, article, annotator, layer, label, start, end, fragments, quote, *said = row
    attributes, note, unsure, answer, created, modified, scheme_version, origin = said
    return Annotation(
        id,
        article,
        annotator,
        layer,
        label,
        fragments_at(start, end, fragments),
        quote,
        mapping_in(attributes),
        note,
        unsure,
        answer,
        created,
        modified,
        scheme_version,
        _origin(origin),
    )


def _origin(text: str) -> Origin:
    return HAND if text == "{}" else Origin(**json.loads(text))


def _relation(row: Row[Any]) -> Relation:
    return Relation(
        id=row.id,
        article=row.article,
        annotator=row.annotator,
        type=row.type,
        source=row.source,
        target=row.target,
        attributes=mapping_in(row.attributes),
        note=row.note,
        created=row.created,
        modified=row.modified,
    )
