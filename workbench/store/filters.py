"""The articles that somebody wants to see, by one query however many conditions there are.

Most conditions are a list of articles that is made once, and are not asked article by article: the
database, which keeps no statistics, would go through the wrong index ten thousand times.
"""

from collections.abc import Collection, Iterator

from sqlalchemy import ColumnElement, Select, Table, exists, func, select

from workbench.domain.article_filter import ArticleFilter
from workbench.store import schema, twins
from workbench.store.reader import Reader

Condition = ColumnElement[bool]
Query = Select[tuple[str]]

_ARTICLE = schema.article.c
_FINISHED = ("done", "skipped")


def matching(
    reader: Reader, asked: ArticleFilter, *, among: Collection[str] | None = None
) -> set[str]:
    """The ids of the articles that fulfil all conditions, of all or among some."""
    query = _among(select(_ARTICLE.id), _ARTICLE.id, among)
    return {row.id for row in reader.rows(query.where(*_conditions(asked, among)))}


def sources(reader: Reader) -> list[str]:
    """Everywhere that an article appeared, by name."""
    column = schema.appearance.c.source
    query = select(column).where(column != "").distinct().order_by(column)
    return [row.source for row in reader.rows(query)]


def _conditions(asked: ArticleFilter, among: Collection[str] | None) -> Iterator[Condition]:
    if asked.status:
        yield _has_status(asked, _articles_of(schema.assignment, among))
    if asked.source or asked.since or asked.until:
        yield _ARTICLE.id.in_(_appeared(asked, _articles_of(schema.appearance, among)))
    if asked.annotator or asked.label or asked.unsure:
        yield _ARTICLE.id.in_(_marked(asked, _articles_of(schema.annotation, among)))
    if asked.twins:
        yield _ARTICLE.text_hash.in_(twins.shared_texts())
    if asked.open_suggestions:
        yield _has_open_suggestions(asked.person)


def _articles_of(table: Table, among: Collection[str] | None) -> Query:
    """The articles that the rows of a table belong to."""
    return _among(select(table.c.article), table.c.article, among)


def _among(query: Query, column: ColumnElement[str], among: Collection[str] | None) -> Query:
    return query if among is None else query.where(column.in_(among))


def _has_status(asked: ArticleFilter, articles: Query) -> Condition:
    """Where the person stands: in the newest round of one layer, or of all."""
    newest, later = schema.assignment.c, schema.assignment.alias().c
    same = (later[name] == newest[name] for name in ("article", "annotator", "layer"))
    mine = (
        newest.annotator == asked.person,
        ~exists().where(*same, later.round > newest.round),
    )
    of_layer = articles.where(*mine)
    if asked.layer:
        of_layer = of_layer.where(newest.layer == asked.layer)
    if asked.status == "new":
        return _ARTICLE.id.not_in(of_layer.where(newest.status != "new"))
    if asked.status in ("started", "skipped") or (asked.status == "done" and asked.layer):
        return _ARTICLE.id.in_(of_layer.where(newest.status == asked.status))
    finished = of_layer.where(newest.status.in_(_FINISHED)).group_by(newest.article)
    layers = select(func.count()).select_from(schema.layer).scalar_subquery()
    all_finished = _ARTICLE.id.in_(finished.having(func.count() == (1 if asked.layer else layers)))
    return all_finished if asked.status == "done" else ~all_finished


def _appeared(asked: ArticleFilter, query: Query) -> Query:
    """In that source, between those dates: of one appearance. A date ends as far as it is known."""
    column = schema.appearance.c
    if asked.source:
        query = query.where(column.source == asked.source)
    if asked.since:
        query = query.where(column.published >= asked.since)
    if asked.until:
        published = func.substr(column.published, 1, len(asked.until))
        query = query.where(column.published != "", published <= asked.until)
    return query


def _marked(asked: ArticleFilter, query: Query) -> Query:
    """With an annotation of that label, by that person, with a question."""
    column = schema.annotation.c
    if asked.annotator:
        query = query.where(column.annotator == asked.annotator)
    if asked.label:
        layer, label = asked.label
        query = query.where(column.layer == layer, column.label == label)
    if asked.unsure:
        query = query.where(column.unsure != "")
    return query


def _has_open_suggestions(person: str) -> Condition:
    """With a suggestion that the person sees, and neither decided on nor marked by themselves.

    Asked article by article after all, since the first open suggestion of many is enough.
    """
    suggestion, state, mine = schema.suggestion.c, schema.suggestion_state.c, schema.annotation.c
    decided = exists().where(
        state.suggestion == suggestion.id, state.annotator == person, state.state != "open"
    )
    marked = exists().where(
        mine.article == suggestion.article,
        mine.annotator == person,
        mine.start == suggestion.start,
        mine.end == suggestion.end,
        # Joined, so that the index of labels, which would lead through all articles, is of no use.
        mine.layer + " " + mine.label == suggestion.layer + " " + suggestion.label,
        func.coalesce(mine.fragments, "") == func.coalesce(suggestion.fragments, ""),
    )
    source = schema.suggester.c
    hidden = exists().where(
        source.name == suggestion.suggester,
        (func.coalesce(source.annotator, person) != person)
        | ~source.layers.contains('"' + suggestion.layer + '"'),
    )
    return exists().where(suggestion.article == _ARTICLE.id, ~decided, ~marked, ~hidden)
