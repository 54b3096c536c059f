"""Everything that is tied to places of an article's text, moved or taken away together.

Annotations, suggestions and gold spans carry the same columns; frozen layers hold rows of
annotations as JSON; decisions hold a hull without a quote. When a text is corrected all of them
follow it, whoever made them, and what refers to a row that finds no place goes with it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Column, Row, Table, func, select

from workbench.domain.alignment import Alignment
from workbench.domain.placing import LOST, place
from workbench.domain.span import Fragments, Span, hull, quote_of
from workbench.store import schema
from workbench.store.json_columns import as_json
from workbench.store.reader import Reader
from workbench.store.spans import fragments_at, fragments_in, span_columns
from workbench.store.transaction import Transaction, Values, table_of

ANCHORED: dict[str, Table] = {
    table.name: table for table in (schema.annotation, schema.suggestion, schema.gold)
}
QUOTING = frozenset({*ANCHORED, "frozen_layer"})
_CHUNK = 500
# What goes with a row of a table that goes: the columns, here and there, that hold its id.
_GOES_ALONG: dict[str, tuple[Column[Any], ...]] = {
    "annotation": (
        schema.relation.c.source,
        schema.relation.c.target,
        schema.suggestion_state.c.annotation,
        schema.suggestion_relation.c.target,
    ),
    "suggestion": (
        schema.suggestion_state.c.suggestion,
        schema.suggestion_relation.c.source,
        schema.suggestion_relation.c.target,
    ),
    "gold": (
        schema.gold_relation.c.source,
        schema.gold_relation.c.target,
        schema.gold_decision.c.gold,
    ),
}


@dataclass(frozen=True, slots=True)
class Anchored:
    """A span in the project, in whatever table: `whose` is its annotator, empty where none is."""

    table: str
    id: str
    whose: str
    layer: str
    label: str
    fragments: Fragments
    quote: str


@dataclass(frozen=True, slots=True)
class FrozenLayer:
    """The frozen state of a layer: rows of annotations, and of the relations that begin there."""

    id: str
    annotations: tuple[dict[str, Any], ...]
    relations: tuple[dict[str, Any], ...]

    def spans(self) -> Iterator[tuple[Fragments, str]]:
        """Fragments and quote of each frozen annotation."""
        for row in self.annotations:
            yield fragments_at(row["start"], row["end"], row.get("fragments")), row["quote"]

    def fits(self, text: str) -> bool:
        """Whether each of the annotations has its quote at its place in a text."""
        return all(_fits(text, *place) for place in self.spans())


def of_article(reader: Reader, article: str) -> list[Anchored]:
    """Every annotation, suggestion and gold span of an article."""
    return list(_anchored(reader, article))


def number_in(reader: Reader, article: str) -> int:
    """How many annotations, suggestions and gold spans an article has."""
    queries = (
        select(func.count()).select_from(table).where(table.c.article == article)
        for table in ANCHORED.values()
    )
    return sum(reader.rows(query)[0][0] for query in queries)


def frozen_of_article(reader: Reader, article: str) -> list[FrozenLayer]:
    """The frozen layers of an article."""
    return list(_frozen(reader, article))


def misplaced(
    reader: Reader, article: str, ids: Sequence[str] | None = None
) -> Iterator[tuple[str, str]]:
    """The rows, as (table, id), whose quote is not what stands at their place; of some or all."""
    column = schema.article_text.c
    for row in reader.rows(select(column.text).where(column.id == article)):
        for span in _anchored(reader, article, ids):
            if not _fits(row.text, span.fragments, span.quote):
                yield span.table, span.id
        for layer in _frozen(reader, article, ids):
            if not layer.fits(row.text):
                yield "frozen_layer", layer.id


def _fits(text: str, fragments: Fragments, quote: str) -> bool:
    return hull(fragments).end <= len(text) and quote_of(text, fragments) == quote


def _anchored(reader: Reader, article: str, ids: Sequence[str] | None = None) -> Iterator[Anchored]:
    for table in ANCHORED.values():
        for row in _rows(reader, table, article, ids):
            whose = row.annotator if table.name == "annotation" else ""
            fragments = fragments_in(row)
            yield Anchored(table.name, row.id, whose, row.layer, row.label, fragments, row.quote)


def _frozen(
    reader: Reader, article: str, ids: Sequence[str] | None = None
) -> Iterator[FrozenLayer]:
    for row in _rows(reader, schema.frozen_layer, article, ids):
        yield frozen_in(row)


def frozen_in(row: Row[Any]) -> FrozenLayer:
    """A frozen layer out of a row."""
    annotations, relations = json.loads(row.annotations), json.loads(row.relations)
    return FrozenLayer(row.id, tuple(annotations), tuple(relations))


def _rows(
    reader: Reader, table: Table, article: str, ids: Sequence[str] | None
) -> Iterator[Row[Any]]:
    """The rows of an article, all of them or those with some ids."""
    query = select(table).where(table.c.article == article).order_by(table.c.id)
    if ids is None:
        yield from reader.rows(query)
        return
    for begin in range(0, len(ids), _CHUNK):
        yield from reader.rows(query.where(table.c.id.in_(ids[begin : begin + _CHUNK])))


def decisions_of_article(reader: Reader, article: str) -> dict[str, tuple[str, Span]]:
    """The gold span, empty where none, and the hull of each decision on an article, by id."""
    table = schema.gold_decision
    query = select(table.c.id, table.c.gold, table.c.start, table.c.end)
    rows = reader.rows(query.where(table.c.article == article))
    return {row.id: (row.gold or "", Span(row.start, row.end)) for row in rows}


def move(transaction: Transaction, table: str, places: Mapping[str, tuple[Fragments, str]]) -> None:
    """Give rows of a table other fragments and quotes; who changed them last stays as it is."""
    columns = {id: span_columns(fragments, quote) for id, (fragments, quote) in places.items()}
    transaction.update_many(ANCHORED[table], columns)


def move_decisions(transaction: Transaction, places: Mapping[str, Span]) -> None:
    """Give decisions other hulls."""
    columns = {id: {"start": span.start, "end": span.end} for id, span in places.items()}
    transaction.update_many(schema.gold_decision, columns)


def _moved_row(row: Mapping[str, Any], fragments: Fragments, quote: str) -> dict[str, Any]:
    """A frozen annotation at another place."""
    columns = span_columns(fragments, quote)
    return {name: value for name, value in {**row, **columns}.items() if value is not None}


def realigned(layer: FrozenLayer, alignment: Alignment, gone: frozenset[str]) -> FrozenLayer:
    """A frozen layer on the new text, without the annotations in `gone` and those it lost."""
    kept, lost = [], set(gone)
    for row, (fragments, quote) in zip(layer.annotations, layer.spans(), strict=True):
        placement = place(alignment, fragments, quote)
        if placement.fate in LOST:
            lost.add(row["id"])
        elif placement.fate == "kept":
            kept.append(row)
        else:
            kept.append(_moved_row(row, placement.fragments, placement.quote))
    return _without(replace(layer, annotations=tuple(kept)), frozenset(lost))


def write_frozen(transaction: Transaction, layers: Iterable[FrozenLayer]) -> None:
    """Write frozen layers over what they were."""
    columns: dict[str, Values] = {layer.id: frozen_columns(layer) for layer in layers}
    transaction.update_many(schema.frozen_layer, columns)


def frozen_columns(layer: FrozenLayer) -> dict[str, str]:
    """The columns of a row that hold a frozen layer."""
    return {"annotations": as_json(layer.annotations), "relations": as_json(layer.relations)}


def remove(transaction: Transaction, table: str, ids: Sequence[str]) -> None:
    """Take rows away with all that refers to them: relations, states, decisions."""
    for column in _GOES_ALONG[table]:
        referring = table_of(column.table.name)
        transaction.delete_many(referring, _referring(transaction, referring, column, ids))
    transaction.delete_many(ANCHORED[table], ids)


def remove_decisions(transaction: Transaction, ids: Sequence[str]) -> None:
    """Take away decisions that have no gold span."""
    transaction.delete_many(schema.gold_decision, ids)


def _without(layer: FrozenLayer, gone: frozenset[str]) -> FrozenLayer:
    """A frozen layer without some annotations and the relations that lead from or to them."""
    return replace(
        layer,
        annotations=tuple(row for row in layer.annotations if row["id"] not in gone),
        relations=tuple(r for r in layer.relations if gone.isdisjoint((r["source"], r["target"]))),
    )


def _referring(
    reader: Reader, table: Table, column: Column[Any], ids: Sequence[str]
) -> Iterator[str]:
    """The ids of the rows whose column holds one of some ids."""
    for begin in range(0, len(ids), _CHUNK):
        query = select(table.c.id).where(column.in_(ids[begin : begin + _CHUNK]))
        yield from (row.id for row in reader.rows(query))
