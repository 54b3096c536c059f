"""The counts of a whole project, each by one grouped query: nothing is read to be counted here.

What the database hands over is a row a group, however many rows it went through. SQLite sorts what
it groups by no index, and does so in memory: so labels are counted along the index that names them,
and what is counted by person is first counted by article, along the index that has both, and only
those sums are sorted. Of five million annotations that is a row an article and person. With
`annotator`, an id, only that person's own work is counted.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, case, func, select

from workbench.domain.counts import DecisionCount, LabelCount, PersonCount, SourceCount
from workbench.store import schema
from workbench.store.reader import Reader

_NUMBER = func.count().label("number")


def articles(reader: Reader) -> tuple[int, int]:
    """How many articles there are, and how many characters in all of them."""
    length = func.coalesce(func.sum(schema.article.c.length), 0)
    ((number, characters),) = reader.rows(select(func.count(), length))
    return number, characters


def labels(reader: Reader, *, annotator: str = "") -> tuple[LabelCount, ...]:
    """The annotations by layer and label; of everybody's, the gold spans too."""
    gold = {} if annotator else _by_label(reader, schema.gold)
    marked = _by_label(reader, schema.annotation, annotator)
    return tuple(
        LabelCount(*term, marked.get(term, 0), gold.get(term, 0)) for term in sorted(marked | gold)
    )


def people(
    reader: Reader, names: Mapping[str, str], *, annotator: str = ""
) -> tuple[PersonCount, ...]:
    """What each person, named by id, has in each layer: annotations, and articles done.

    An article that was done in several rounds counts once.
    """
    layers = [row.id for row in reader.rows(select(schema.layer.c.id).order_by("position"))]
    if not layers:
        return ()
    of, assigned = schema.annotation.c, schema.assignment.c
    marks = {layer: func.sum(case((of.layer == layer, 1), else_=0)) for layer in layers}
    done = {
        layer: func.max(case(((assigned.layer == layer) & (assigned.status == "done"), 1), else_=0))
        for layer in layers
    }
    marked = _by_person(reader, schema.annotation, marks, annotator)
    finished = _by_person(reader, schema.assignment, done, annotator)
    return tuple(
        PersonCount(name, layer, marked.get((id, layer), 0), finished.get((id, layer), 0))
        for id, name in names.items()
        for layer in layers
        if marked.get((id, layer)) or finished.get((id, layer))
    )


def sources(reader: Reader, *, annotator: str = "") -> tuple[SourceCount, ...]:
    """The articles and annotations by source, those with most articles first."""
    spans, article = schema.annotation.c, schema.article.c
    marked = _only(select(spans.article, _NUMBER), schema.annotation, annotator)
    by_article = marked.group_by(spans.article).subquery()
    shown = select(schema.appearance.c.article, schema.appearance.c.source).distinct().subquery()
    source = func.coalesce(shown.c.source, "").label("source")
    number = func.count().label("articles")
    total = func.coalesce(func.sum(by_article.c.number), 0).label("annotations")
    query = (
        select(source, number, total)
        .select_from(schema.article)
        .outerjoin(shown, shown.c.article == article.id)
        .outerjoin(by_article, by_article.c.article == article.id)
        .group_by(source)
        .order_by(number.desc(), source)
    )
    return tuple(SourceCount(r.source, r.articles, r.annotations) for r in reader.rows(query))


def decisions(reader: Reader, *, annotator: str = "") -> tuple[DecisionCount, ...]:
    """What became of suggestions, by day, layer and decision, in the order of days.

    Those that were decided on are sorted, since no index has their day.
    """
    state, of = schema.suggestion_state.c, schema.suggestion.c
    day = func.substr(state.modified, 1, 10).label("day")
    query = (
        select(day, of.layer, state.state, _NUMBER)
        .join_from(schema.suggestion_state, schema.suggestion, of.id == state.suggestion)
        .where(state.state != "open")
        .group_by(day, of.layer, state.state)
        .order_by(day, of.layer, state.state)
    )
    rows = reader.rows(_only(query, schema.suggestion_state, annotator))
    return tuple(DecisionCount(r.day, r.layer, r.state, r.number) for r in rows)


def _by_label(reader: Reader, table: Table, annotator: str = "") -> dict[tuple[str, str], int]:
    """How many rows of a table have each label of each layer."""
    query = select(table.c.layer, table.c.label, _NUMBER).group_by(table.c.layer, table.c.label)
    rows = reader.rows(_only(query, table, annotator))
    return {(row.layer, row.label): row.number for row in rows}


def _by_person(
    reader: Reader, table: Table, found: Mapping[str, ColumnElement[int]], annotator: str
) -> dict[tuple[str, str], int]:
    """The sums by person and layer of what is found of each layer in one article."""
    of = table.c
    columns = [each.label(layer) for layer, each in found.items()]
    inner = _only(select(of.annotator, *columns), table, annotator)
    by_article = inner.group_by(of.article, of.annotator).subquery().c
    sums = [func.sum(by_article[layer]) for layer in found]
    query = select(by_article.annotator, *sums).group_by(by_article.annotator)
    return {
        (row[0], layer): number
        for row in reader.rows(query)
        for layer, number in zip(found, row[1:], strict=True)
    }


def _only(query: Select[Any], table: Table, annotator: str) -> Select[Any]:
    """A query of one person's rows, or of everybody's."""
    return query.where(table.c.annotator == annotator) if annotator else query
