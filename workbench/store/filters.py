"""The articles that somebody wants to see, by one query however many conditions there are."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import aliased

from workbench.domain.article_filter import ArticleFilter
from workbench.store import schema
from workbench.store.reader import Reader

Condition = ColumnElement[bool]

_ARTICLE = schema.article.c
_FINISHED = ("done", "skipped")


def matching(reader: Reader, asked: ArticleFilter) -> set[str]:
    """The ids of the articles that fulfil all conditions."""
    query = select(_ARTICLE.id).where(*_conditions(asked))
    return {row.id for row in reader.rows(query)}


def sources(reader: Reader) -> list[str]:
    """Everywhere that an article appeared, by name."""
    column = schema.appearance.c.source
    query = select(column).where(column != "").distinct().order_by(column)
    return [row.source for row in reader.rows(query)]


def _conditions(asked: ArticleFilter) -> Iterator[Condition]:
    if asked.status:
        yield _has_status(asked)
    if asked.source or asked.since or asked.until:
        yield _appeared(asked)
    if asked.annotator or asked.label or asked.unsure:
        yield _marked(asked)
    if asked.open_suggestions:
        yield _has_open_suggestions(asked.person)


def _has_status(asked: ArticleFilter) -> Condition:
    """Where the person stands: in the newest round of one layer, or of all."""
    newest = schema.assignment.c
    later = aliased(schema.assignment).c
    same = (later[name] == newest[name] for name in ("article", "annotator", "layer"))
    mine = (
        newest.article == _ARTICLE.id,
        newest.annotator == asked.person,
        ~exists().where(*same, later.round > newest.round),
    )
    of_layer = mine if not asked.layer else (*mine, newest.layer == asked.layer)
    if asked.status == "new":
        return ~exists().where(*of_layer, newest.status != "new")
    if asked.status in ("started", "skipped"):
        return exists().where(*of_layer, newest.status == asked.status)
    finished = ("done",) if asked.layer and asked.status == "done" else _FINISHED
    counted = select(func.count()).where(*of_layer, newest.status.in_(finished)).scalar_subquery()
    layers = select(func.count()).select_from(schema.layer).scalar_subquery()
    all_of_them = counted == (1 if asked.layer else layers)
    return all_of_them if asked.status == "done" else ~all_of_them


def _appeared(asked: ArticleFilter) -> Condition:
    """In that source, between those dates: of one appearance. A date ends as far as it is known."""
    column = schema.appearance.c
    conditions = [column.article == _ARTICLE.id]
    if asked.source:
        conditions.append(column.source == asked.source)
    if asked.since:
        conditions.append(column.published >= asked.since)
    if asked.until:
        published = func.substr(column.published, 1, len(asked.until))
        conditions += (column.published != "", published <= asked.until)
    return exists().where(*conditions)


def _marked(asked: ArticleFilter) -> Condition:
    """With an annotation of that label, by that person, with a question."""
    column = schema.annotation.c
    conditions = [column.article == _ARTICLE.id]
    if asked.annotator:
        conditions.append(column.annotator == asked.annotator)
    if asked.label:
        layer, label = asked.label
        conditions += (column.layer == layer, column.label == label)
    if asked.unsure:
        conditions.append(column.unsure != "")
    return exists().where(*conditions)


def _has_open_suggestions(person: str) -> Condition:
    """With a suggestion that the person neither decided on nor marked by themselves."""
    suggestion, state = schema.suggestion.c, schema.suggestion_state.c
    mine = schema.annotation.c
    decided = exists().where(
        state.suggestion == suggestion.id, state.annotator == person, state.state != "open"
    )
    place = ("article", "layer", "label", "start", "end")
    marked = exists().where(
        mine.annotator == person,
        *(mine[name] == suggestion[name] for name in place),
        func.coalesce(mine.fragments, "") == func.coalesce(suggestion.fragments, ""),
    )
    return exists().where(suggestion.article == _ARTICLE.id, ~decided, ~marked)
