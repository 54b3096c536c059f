"""Suggestions in the project, and what each annotator made of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, or_, select
from sqlalchemy import Row as Stored

from workbench.domain.ids import new_id
from workbench.domain.suggestion import State, Suggestion, SuggestionRelation
from workbench.store import schema
from workbench.store.reader import Reader, rows_by_ids
from workbench.store.rows import Row, state_row, suggestion_relation_row, suggestion_row
from workbench.store.spans import fragments_at, mapping_in
from workbench.store.strides import parts
from workbench.store.transaction import Transaction

_TABLE = schema.suggestion
_STATE = schema.suggestion_state
_RELATION = schema.suggestion_relation

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
# What every accepted suggestion asks for is put together once.
_STATES = select(_STATE).where(_STATE.c.suggestion.in_(_IDS))
_ABOUT = select(_STATE.c.id, _STATE.c.suggestion).where(_STATE.c.id.in_(_IDS))
_LED_TO = select(_RELATION.c.target).where(_RELATION.c.source.in_(_IDS)).order_by(_RELATION.c.id)
_FROM = select(_RELATION).where(_RELATION.c.source.in_(_IDS)).order_by(_RELATION.c.id)
_TOUCHING = (
    select(_RELATION)
    .where(
        _RELATION.c.article == bindparam("article"),
        or_(_RELATION.c.source.in_(_IDS), _RELATION.c.target.in_(_IDS)),
    )
    .order_by(_RELATION.c.id)
)


def of_article(reader: Reader, article: str) -> list[Suggestion]:
    """The suggestions for an article in the order of the text, with everyone's states."""
    return of_articles(reader, [article])


def of_articles(
    reader: Reader, articles: Iterable[str], *, layer: str = "", label: str = ""
) -> list[Suggestion]:
    """The suggestions for some articles, or those of a layer and label, by article and place."""
    wanted = list(articles)
    states = _states(reader, select(_STATE).where(_STATE.c.article.in_(wanted)))
    query = select(_TABLE).where(_TABLE.c.article.in_(wanted))
    if layer:
        query = query.where(_TABLE.c.layer == layer)
    if label:
        query = query.where(_TABLE.c.label == label)
    ordered = query.order_by(_TABLE.c.article, _TABLE.c.start, _TABLE.c.end, _TABLE.c.id)
    return [_suggestion(row, states.get(row.id, {})) for row in reader.rows(ordered)]


def portion(
    reader: Reader, article: str, *, start: int, number: int
) -> tuple[list[Suggestion], int | None]:
    """About so many suggestions for an article that begin at a position or behind it, in its order.

    With them comes where those that follow begin, at most; None where there are no more. What
    begins at one place is not torn apart.
    """
    from_here = _TABLE.c.article == article, _TABLE.c.start >= start
    beyond = select(_TABLE.c.start).where(*from_here).order_by(_TABLE.c.start)
    follows = [max(row.start, start + 1) for row in reader.rows(beyond.offset(number).limit(1))]
    query = select(_TABLE).where(*from_here)
    if follows:
        query = query.where(_TABLE.c.start < follows[0])
    rows = reader.rows(query.order_by(_TABLE.c.start, _TABLE.c.end, _TABLE.c.id))
    return _suggestions(reader, rows), next(iter(follows), None)


def by_ids(reader: Reader, ids: Iterable[str]) -> list[Suggestion]:
    """The suggestions with these ids; unknown ids are passed over."""
    found: list[Suggestion] = []
    for part in parts(list(ids)):
        found += _suggestions(reader, reader.rows(rows_by_ids(_TABLE), {"ids": part}))
    return found


def states_in(reader: Reader, article: str) -> dict[str, dict[str, State]]:
    """What each annotator made of the suggestions for an article, by suggestion."""
    return _states(reader, select(_STATE).where(_STATE.c.article == article))


def of_states(reader: Reader, states: Iterable[str]) -> dict[str, str]:
    """The suggestion that each of these states, by id, is about."""
    found: dict[str, str] = {}
    for part in parts(list(states)):
        rows = reader.rows(_ABOUT, {"ids": part})
        found |= {row.id: row.suggestion for row in rows}
    return found


def reached(reader: Reader, ids: Iterable[str]) -> list[str]:
    """Suggestions by id, and what can be reached from them along their relations, each once."""
    found = dict.fromkeys(ids)
    waiting = list(found)
    while waiting:
        ends: dict[str, None] = {}
        for part in parts(waiting):
            ends |= dict.fromkeys(row.target for row in reader.rows(_LED_TO, {"ids": part}))
        waiting = [end for end in ends if end not in found]
        found |= ends
    return list(found)


def relations_from(reader: Reader, sources: Iterable[str]) -> list[SuggestionRelation]:
    """The relations that begin at some suggestions."""
    found: list[SuggestionRelation] = []
    for part in parts(list(sources)):
        found += map(_relation, reader.rows(_FROM, {"ids": part}))
    return found


def relations_touching(
    reader: Reader, article: str, ids: Iterable[str]
) -> list[SuggestionRelation]:
    """The relations of an article's suggestions that begin or end at some of them, each once."""
    found: dict[str, SuggestionRelation] = {}
    for part in parts(list(ids)):
        asked = {"article": article, "ids": part}
        found |= {row.id: _relation(row) for row in reader.rows(_TOUCHING, asked)}
    return list(found.values())


def relations_of_articles(
    reader: Reader, articles: Iterable[str]
) -> dict[str, list[SuggestionRelation]]:
    """The relations that suggestions for some articles carry, by article."""
    found: dict[str, list[SuggestionRelation]] = {}
    query = select(_RELATION).where(_RELATION.c.article.in_(list(articles)))
    for row in reader.rows(query.order_by(_RELATION.c.id)):
        found.setdefault(row.article, []).append(_relation(row))
    return found


def accepted_as(reader: Reader, suggestions: Iterable[str], annotator: str) -> dict[str, str]:
    """The annotation that each accepted suggestion became for an annotator."""
    found: dict[str, str] = {}
    for part in parts(list(suggestions)):
        query = select(_STATE.c.suggestion, _STATE.c.annotation).where(
            _STATE.c.suggestion.in_(part),
            _STATE.c.annotator == annotator,
            _STATE.c.annotation.is_not(None),
        )
        found |= {row.suggestion: row.annotation for row in reader.rows(query)}
    return found


def articles_seen(
    reader: Reader, suggester: str, model: str, *, among: Sequence[str] | None = None
) -> set[str]:
    """The articles, of all or some, that this version of a suggester has been through."""
    table = schema.suggestion_run
    query = select(table.c.article).where(table.c.suggester == suggester, table.c.model == model)
    if among is not None:
        query = query.where(table.c.article.in_(among))
    return {row.article for row in reader.rows(query)}


def suggesters_through(reader: Reader, article: str) -> set[str]:
    """The suggesters, by name, that have been through an article."""
    table = schema.suggestion_run
    query = select(table.c.suggester).where(table.c.article == article)
    return {row.suggester for row in reader.rows(query)}


def turned_down(
    reader: Reader, *, annotator: str, suggester: str, layer: str, besides: Collection[str]
) -> dict[str, int]:
    """How many suggestions of a suggester's layer a person turned down, by label.

    Those for some articles are not counted.
    """
    query = (
        select(_TABLE.c.label, _TABLE.c.article)
        .join(_STATE, _STATE.c.suggestion == _TABLE.c.id)
        .where(
            _STATE.c.annotator == annotator,
            _STATE.c.state == "rejected",
            _TABLE.c.suggester == suggester,
            _TABLE.c.layer == layer,
        )
    )
    return Counter(row.label for row in reader.rows(query) if row.article not in besides)


def counts_by_article(reader: Reader, *, articles: Sequence[str] | None = None) -> dict[str, int]:
    """How many suggestions there are for each article, or for some."""
    query = select(_TABLE.c.article, func.count().label("number")).group_by(_TABLE.c.article)
    if articles is not None:
        query = query.where(_TABLE.c.article.in_(articles))
    return {row.article: row.number for row in reader.rows(query)}


def insert_many(
    transaction: Transaction,
    suggestions: Iterable[Suggestion],
    relations: Iterable[SuggestionRelation] = (),
) -> None:
    """Add suggestions with the relations they carry."""
    rows = [suggestion_row(suggestion) for suggestion in suggestions]
    article_of = {row["id"]: row["article"] for row in rows}
    transaction.insert_many(_TABLE, rows)
    transaction.insert_many(
        schema.suggestion_relation,
        [suggestion_relation_row(article_of[relation.source], relation) for relation in relations],
    )


def insert_rows(
    transaction: Transaction, rows: Sequence[Row], relations: Sequence[Row] = ()
) -> None:
    """Add suggestions that are rows already, and relations between them."""
    transaction.insert_many(_TABLE, rows)
    transaction.insert_many(_RELATION, relations)


def made_before(reader: Reader, rows: Sequence[Row]) -> dict[str, str]:
    """Of suggestions given as rows, those that are there already, each with its id there.

    The same suggester made them, at the same place under the same label, whatever became of them.
    """
    starts: dict[str, set[int]] = {}
    for row in rows:
        starts.setdefault(row["article"], set()).add(row["start"])
    there: dict[tuple[object, ...], str] = {}
    for article, here in starts.items():
        there |= _places(reader, article, list(here))
    return {row["id"]: there[_place(row)] for row in rows if _place(row) in there}


_PLACE = ("article", "suggester", "layer", "label", "start", "end", "fragments")


def _place(row: Row) -> tuple[object, ...]:
    return tuple(map(row.get, _PLACE))


def _places(reader: Reader, article: str, starts: Sequence[int]) -> dict[tuple[object, ...], str]:
    """What begins at some positions of an article, by suggester, label and place."""
    columns = [_TABLE.c[name] for name in _PLACE]
    query = select(_TABLE.c.id, *columns).where(_TABLE.c.article == article)
    found: dict[tuple[object, ...], str] = {}
    for part in parts(starts):
        here = query.where(_TABLE.c.start.in_(part))
        found |= {tuple(place): id for id, *place in reader.rows(here)}
    return found


def mark_seen(
    transaction: Transaction, articles: Iterable[str], suggester: str, model: str
) -> None:
    """Note that a suggester has been through articles, so that it need not go again.

    Two runs may meet at an article; it is noted once.
    """
    table = schema.suggestion_run
    wanted = list(articles)
    query = select(table.c.article).where(
        table.c.article.in_(wanted), table.c.suggester == suggester, table.c.model == model
    )
    known = {row.article for row in transaction.rows(query)}
    rows = [
        {
            "id": new_id(),
            "article": article,
            "suggester": suggester,
            "model": model,
            "time": transaction.time,
        }
        for article in wanted
        if article not in known
    ]
    transaction.insert_many(table, rows)


def set_states(
    transaction: Transaction,
    suggestions: Iterable[Suggestion],
    annotator: str,
    state: State,
    annotations: Mapping[str, str] | None = None,
) -> None:
    """Note what an annotator made of suggestions, and the annotation each became."""
    became = annotations or {}
    wanted = {suggestion.id: suggestion for suggestion in suggestions}
    known = _state_ids(transaction, wanted, annotator)
    new = []
    for suggestion in wanted.values():
        annotation = became.get(suggestion.id)
        if suggestion.id in known:
            values = {"state": state, "annotation": annotation, "modified": transaction.time}
            transaction.update(_STATE, known[suggestion.id], values)
        else:
            row = state_row(suggestion, annotator, state, transaction.time)
            new.append(row | {"annotation": annotation})
    transaction.insert_many(_STATE, new)


def reject_deleted(transaction: Transaction, annotation: str) -> None:
    """Count the suggestions that became this annotation as rejected, since a person deletes it."""
    query = select(_STATE.c.id).where(_STATE.c.annotation == annotation)
    for row in transaction.rows(query):
        values = {"state": "rejected", "annotation": None, "modified": transaction.time}
        transaction.update(_STATE, row.id, values)


def _state_ids(reader: Reader, suggestions: Iterable[str], annotator: str) -> dict[str, str]:
    """The row of each suggestion's state for an annotator, where there is one."""
    found: dict[str, str] = {}
    for part in parts(list(suggestions)):
        query = select(_STATE.c.id, _STATE.c.suggestion).where(
            _STATE.c.suggestion.in_(part),
            _STATE.c.annotator == annotator,
        )
        found |= {row.suggestion: row.id for row in reader.rows(query)}
    return found


def _states(
    reader: Reader, query: Select[Any], parameters: Mapping[str, Any] | None = None
) -> dict[str, dict[str, State]]:
    """States by suggestion, then by annotator."""
    found: dict[str, dict[str, State]] = {}
    for row in reader.rows(query, parameters):
        found.setdefault(row.suggestion, {})[row.annotator] = row.state
    return found


def _relation(row: Stored[Any]) -> SuggestionRelation:
    return SuggestionRelation(row.id, row.source, row.type, row.target)


def _suggestions(reader: Reader, rows: Sequence[Stored[Any]]) -> list[Suggestion]:
    """The suggestions of some rows, each with what everyone made of it."""
    states: dict[str, dict[str, State]] = {}
    for part in parts(rows):
        ids = [row[0] for row in part]
        states |= _states(reader, _STATES, {"ids": ids})
    return [_suggestion(row, states.get(row[0], {})) for row in rows]


def _suggestion(row: Sequence[Any], states: Mapping[str, State]) -> Suggestion:
    """A suggestion out of a row of all columns, taken by their places, since names cost more."""
    id, article, layer, label, start, end, fragments, quote, *made = row
    suggester, model, score, attributes, reason = made
    return Suggestion(
        id,
        article,
        layer,
        label,
        fragments_at(start, end, fragments),
        quote,
        suggester,
        model,
        score,
        mapping_in(attributes),
        reason,
        states,
    )
