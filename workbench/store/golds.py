"""Gold spans in the project, each with the decision behind it."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, select

from workbench.domain.gold import Decision, Gold
from workbench.store import schema
from workbench.store.reader import Reader
from workbench.store.rows import decision_row, gold_row
from workbench.store.spans import fragments_in, mapping_in
from workbench.store.transaction import Transaction


def of_articles(reader: Reader, articles: Iterable[str]) -> list[Gold]:
    """The gold spans of some articles, by article and place."""
    gold, decision = schema.gold, schema.gold_decision
    query = (
        select(gold, decision.c.by, decision.c.source, decision.c.change, decision.c.reason)
        .join(decision, decision.c.gold == gold.c.id, isouter=True)
        .where(gold.c.article.in_(list(articles)))
        .order_by(gold.c.article, gold.c.start, gold.c.end, gold.c.id)
    )
    return [_gold(row) for row in reader.rows(query)]


def insert_many(transaction: Transaction, golds: Iterable[Gold]) -> None:
    """Add gold spans with their decisions."""
    wanted = list(golds)
    transaction.insert_many(schema.gold, [gold_row(gold, transaction.time) for gold in wanted])
    decisions = [decision_row(gold, transaction.time) for gold in wanted]
    transaction.insert_many(schema.gold_decision, decisions)


def _gold(row: Row[Any]) -> Gold:
    source = tuple(json.loads(row.source)) if row.source else ()
    return Gold(
        id=row.id,
        article=row.article,
        layer=row.layer,
        label=row.label,
        fragments=fragments_in(row),
        quote=row.quote,
        decision=Decision(row.by or "", source, row.change or "", row.reason or ""),
        attributes=mapping_in(row.attributes),
    )
