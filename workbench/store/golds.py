"""Gold spans in the project, each with the decision behind it, and decisions without a span."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, Table, select

from workbench.domain.gold import Decision, Gold, GoldRelation, Ruling
from workbench.domain.span import Span
from workbench.store import schema
from workbench.store.reader import Reader
from workbench.store.rows import (
    decision_row,
    gold_relation_row,
    gold_row,
    mapping_text,
    ruling_row,
)
from workbench.store.spans import fragments_in, mapping_in, span_columns
from workbench.store.transaction import Transaction

_GOLD = schema.gold
_DECISION = schema.gold_decision
_RELATION = schema.gold_relation
_SAID = (_DECISION.c.by, _DECISION.c.source, _DECISION.c.change, _DECISION.c.reason)
_WITH_DECISION = select(_GOLD, *_SAID).join(_DECISION, _DECISION.c.gold == _GOLD.c.id, isouter=True)


def of_articles(reader: Reader, articles: Iterable[str]) -> list[Gold]:
    """The gold spans of some articles, by article and place."""
    query = _WITH_DECISION.where(_GOLD.c.article.in_(list(articles)))
    ordered = query.order_by(_GOLD.c.article, _GOLD.c.start, _GOLD.c.end, _GOLD.c.id)
    return [_gold(row) for row in reader.rows(ordered)]


def settled_articles(reader: Reader) -> set[str]:
    """The articles about which anything was decided."""
    return {row.article for row in reader.rows(select(_DECISION.c.article).distinct())}


def find(reader: Reader, gold: str) -> Gold | None:
    """The gold span with an id, or None."""
    rows = reader.rows(_WITH_DECISION.where(_GOLD.c.id == gold))
    return _gold(rows[0]) if rows else None


def by_ids(reader: Reader, ids: Iterable[str]) -> list[Gold]:
    """The gold spans with these ids, as far as they are there."""
    return [_gold(row) for row in reader.rows(_WITH_DECISION.where(_GOLD.c.id.in_(list(ids))))]


def decided(reader: Reader, ids: Iterable[str]) -> tuple[list[str], list[Ruling]]:
    """What decisions are about: the ids of gold spans, and those that made no gold span."""
    found = reader.rows(select(_DECISION).where(_DECISION.c.id.in_(list(ids))))
    spans = [str(row.gold) for row in found if row.gold is not None]
    return spans, [_ruling(row) for row in found if row.gold is None]


def rulings_of_articles(reader: Reader, articles: Iterable[str]) -> list[Ruling]:
    """The decisions on some articles that made no gold span, by article and place."""
    table = _DECISION
    query = select(table).where(table.c.article.in_(list(articles)), table.c.gold.is_(None))
    ordered = query.order_by(table.c.article, table.c.start, table.c.end, table.c.id)
    return [_ruling(row) for row in reader.rows(ordered)]


def relations_of_articles(reader: Reader, articles: Iterable[str]) -> list[GoldRelation]:
    """The relations between the gold spans of some articles."""
    table = _RELATION
    query = select(table).where(table.c.article.in_(list(articles)))
    return [_relation(row) for row in reader.rows(query.order_by(table.c.article, table.c.id))]


def insert_many(transaction: Transaction, golds: Iterable[Gold]) -> None:
    """Add gold spans with their decisions."""
    wanted = list(golds)
    transaction.insert_many(_GOLD, [gold_row(gold, transaction.time) for gold in wanted])
    transaction.insert_many(_DECISION, [decision_row(gold, transaction.time) for gold in wanted])


def insert_rulings(transaction: Transaction, rulings: Iterable[Ruling]) -> None:
    """Add decisions that made no gold span."""
    rows = [ruling_row(ruling, transaction.time) for ruling in rulings]
    transaction.insert_many(_DECISION, rows)


def insert_relations(transaction: Transaction, relations: Iterable[GoldRelation]) -> None:
    """Add relations between gold spans."""
    rows = [gold_relation_row(relation) for relation in relations]
    transaction.insert_many(_RELATION, rows)


def replace(transaction: Transaction, gold: Gold) -> None:
    """Write a gold span and its decision over what it was; its relations stay."""
    values = {
        "label": gold.label,
        "attributes": mapping_text(gold.attributes),
        "modified": transaction.time,
        **span_columns(gold.fragments, gold.quote),
    }
    transaction.update(_GOLD, gold.id, values)
    known = _ids(transaction, _DECISION, gold.id, "gold")
    row = decision_row(gold, transaction.time)
    if known:
        transaction.update(_DECISION, known[0], {**row, "id": known[0]})
    else:
        transaction.insert(_DECISION, row)


def delete(transaction: Transaction, gold: str) -> None:
    """Remove a gold span with its decision and its relations."""
    transaction.delete_many(_RELATION, _ids(transaction, _RELATION, gold, "source", "target"))
    transaction.delete_many(_DECISION, _ids(transaction, _DECISION, gold, "gold"))
    transaction.delete(_GOLD, gold)


def delete_rulings(transaction: Transaction, rulings: Iterable[str]) -> None:
    """Remove decisions that made no gold span; those that are gone are passed over."""
    transaction.delete_many(_DECISION, rulings)


def delete_relations(transaction: Transaction, relations: Iterable[str]) -> None:
    """Remove relations between gold spans; those that are gone are passed over."""
    transaction.delete_many(_RELATION, relations)


def _ids(reader: Reader, table: Table, gold: str, *columns: str) -> list[str]:
    """The ids of the rows of a table that refer to a gold span."""
    found: list[str] = []
    for column in columns:
        found += [row.id for row in reader.rows(select(table.c.id).where(table.c[column] == gold))]
    return found


def _gold(row: Row[Any]) -> Gold:
    return Gold(
        id=row.id,
        article=row.article,
        layer=row.layer,
        label=row.label,
        fragments=fragments_in(row),
        quote=row.quote,
        decision=_decision(row),
        attributes=mapping_in(row.attributes),
    )


def _ruling(row: Row[Any]) -> Ruling:
    return Ruling(row.id, row.article, row.layer, Span(row.start, row.end), _decision(row))


def _decision(row: Row[Any]) -> Decision:
    source = tuple(json.loads(row.source)) if row.source else ()
    return Decision(row.by or "", source, row.change or "", row.reason or "")


def _relation(row: Row[Any]) -> GoldRelation:
    return GoldRelation(
        id=row.id,
        article=row.article,
        type=row.type,
        source=row.source,
        target=row.target,
        attributes=mapping_in(row.attributes),
    )
