"""Annotators, their assignments, and the frozen state of layers that they finished."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Annotator, Assignment, Role, Status
from workbench.domain.ids import new_id
from workbench.store import schema
from workbench.store.reader import Reader
from workbench.store.rows import annotation_row, assignment_row, by_layer, frozen_row, relation_row
from workbench.store.transaction import Transaction

_ASSIGNMENT = schema.assignment
_FROZEN = schema.frozen_layer
# What every act asks for is put together once.
_NEWEST_ROUND = (
    select(_ASSIGNMENT)
    .where(
        _ASSIGNMENT.c.annotator == bindparam("annotator"),
        _ASSIGNMENT.c.article == bindparam("article"),
        _ASSIGNMENT.c.layer == bindparam("layer"),
    )
    .order_by(_ASSIGNMENT.c.round.desc())
    .limit(1)
)
_ROUNDS = (
    select(_ASSIGNMENT.c.layer, _ASSIGNMENT.c.help)
    .where(
        _ASSIGNMENT.c.annotator == bindparam("annotator"),
        _ASSIGNMENT.c.article == bindparam("article"),
    )
    .order_by(_ASSIGNMENT.c.round)
)


def annotators(reader: Reader) -> list[Annotator]:
    """Everyone in the project, by name."""
    table = schema.annotator
    return [_annotator(row) for row in reader.rows(select(table).order_by(table.c.name))]


def find(reader: Reader, name: str) -> Annotator | None:
    """The annotator of that name, or None."""
    rows = reader.rows(select(schema.annotator).where(schema.annotator.c.name == name))
    return _annotator(rows[0]) if rows else None


def add(transaction: Transaction, name: str, role: Role) -> Annotator:
    """Add a person to the project."""
    annotator = Annotator(new_id(), name, role)
    row = {"id": annotator.id, "name": name, "role": role, "created": transaction.time}
    transaction.insert(schema.annotator, row)
    return annotator


def set_role(transaction: Transaction, annotator: str, role: Role) -> None:
    """Make a person an annotator or a reviewer."""
    transaction.update(schema.annotator, annotator, {"role": role})


def assignments(
    reader: Reader, *, annotator: str = "", articles: Iterable[str] | None = None
) -> list[Assignment]:
    """Assignments, of one annotator and of some articles where given."""
    query = select(_ASSIGNMENT)
    if annotator:
        query = query.where(_ASSIGNMENT.c.annotator == annotator)
    if articles is not None:
        query = query.where(_ASSIGNMENT.c.article.in_(list(articles)))
    ordered = query.order_by(_ASSIGNMENT.c.article, _ASSIGNMENT.c.layer, _ASSIGNMENT.c.round)
    return [_assignment(row) for row in reader.rows(ordered)]


def articles_held(reader: Reader) -> dict[str, int]:
    """How many articles each annotator has, of those who have any."""
    articles = func.count(_ASSIGNMENT.c.article.distinct())
    query = select(_ASSIGNMENT.c.annotator, articles).group_by(_ASSIGNMENT.c.annotator)
    return {row[0]: row[1] for row in reader.rows(query)}


def finished_by_several(reader: Reader, articles: Iterable[str]) -> set[str]:
    """Those of some articles of which several people have finished one and the same layer."""
    query = (
        select(_ASSIGNMENT.c.article)
        .where(_ASSIGNMENT.c.status == "done", _ASSIGNMENT.c.article.in_(list(articles)))
        .group_by(_ASSIGNMENT.c.article, _ASSIGNMENT.c.layer)
        .having(func.count(_ASSIGNMENT.c.annotator.distinct()) > 1)
    )
    return {row.article for row in reader.rows(query)}


def assignment_of(reader: Reader, *, annotator: str, article: str, layer: str) -> Assignment | None:
    """The newest round of an article-layer's assignment to a person, or None."""
    whose = {"annotator": annotator, "article": article, "layer": layer}
    rows = reader.rows(_NEWEST_ROUND, whose)
    return _assignment(rows[0]) if rows else None


def layers_without_help(reader: Reader, *, annotator: str, article: str) -> set[str]:
    """The layers of an article that a person is to annotate unaided in their newest round."""
    rows = reader.rows(_ROUNDS, {"annotator": annotator, "article": article})
    newest = {row.layer: row.help for row in rows}
    return {layer for layer, help in newest.items() if help == "off"}


def of_several(reader: Reader) -> set[str]:
    """The articles that more than one person has to do with."""
    several = func.count(_ASSIGNMENT.c.annotator.distinct()) > 1
    query = select(_ASSIGNMENT.c.article).group_by(_ASSIGNMENT.c.article).having(several)
    return {row.article for row in reader.rows(query)}


def status_counts(reader: Reader) -> dict[tuple[str, str], dict[str, int]]:
    """How many article-layers there are by (annotator, layer), then by status."""
    columns = (_ASSIGNMENT.c.annotator, _ASSIGNMENT.c.layer, _ASSIGNMENT.c.status)
    query = select(*columns, func.count().label("number")).group_by(*columns)
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for row in reader.rows(query):
        counts.setdefault((row.annotator, row.layer), {})[row.status] = row.number
    return counts


def insert_assignments(transaction: Transaction, new: Iterable[Assignment]) -> None:
    """Add assignments."""
    rows = [assignment_row(assignment, transaction.time) for assignment in new]
    transaction.insert_many(_ASSIGNMENT, rows)


def set_status(
    transaction: Transaction, assignment: Assignment, status: Status, *, reason: str = ""
) -> None:
    """Change where an assignment stands; what stands there already is no change."""
    if (assignment.status, assignment.reason) == (status, reason):
        return
    values = {"status": status, "reason": reason, "modified": transaction.time}
    transaction.update(_ASSIGNMENT, assignment.id, values)


def freeze(
    transaction: Transaction,
    assignment: Assignment,
    annotations: Iterable[Annotation],
    relations: Iterable[Relation],
) -> None:
    """Keep the state of a finished layer, out of all annotations and relations of its article.

    Only the first time counts for agreement, so a layer that is frozen stays as it is.
    """
    query = select(_FROZEN.c.id).where(_FROZEN.c.assignment == assignment.id)
    if transaction.rows(query):
        return
    time = transaction.time
    marked, leading = by_layer(map(annotation_row, annotations)), [*map(relation_row, relations)]
    row = frozen_row(assignment_row(assignment, time), marked, leading, time)
    transaction.insert(_FROZEN, row)


def frozen(reader: Reader, articles: Iterable[str]) -> dict[str, str]:
    """The frozen annotations of finished layers by assignment: a JSON list of rows.

    What is empty in a row may be left out.
    """
    query = select(_FROZEN.c.assignment, _FROZEN.c.annotations).where(
        _FROZEN.c.article.in_(list(articles))
    )
    return {row.assignment: row.annotations for row in reader.rows(query)}


def frozen_relations(reader: Reader, articles: Iterable[str]) -> dict[str, str]:
    """The frozen relations of finished layers by assignment: a JSON list of rows."""
    query = select(_FROZEN.c.assignment, _FROZEN.c.relations).where(
        _FROZEN.c.article.in_(list(articles))
    )
    return {row.assignment: row.relations for row in reader.rows(query)}


def _annotator(row: Row[Any]) -> Annotator:
    return Annotator(row.id, row.name, row.role)


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(
        id=row.id,
        article=row.article,
        annotator=row.annotator,
        layer=row.layer,
        status=row.status,
        round=row.round,
        help=row.help,
        reason=row.reason,
    )
