"""What the article list says of articles, read a part at a time in the order they came in.

One query over the index of that order says all of it, so that a part costs the same wherever it
begins: a few microseconds an article. To read a hundred thousand at once would take most of a
second, for which nobody could touch the window.
"""

import functools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

from sqlalchemy import Row, Select, Text, cast, func, select, tuple_

from workbench.store import schema, twins
from workbench.store.reader import Reader

_ARTICLE = schema.article.c
_GAP, _BREAK = " ", "\n"  # between what is said of an assignment, and between assignments
Place = tuple[str, str]  # when an article came in, and its id
BEGINNING: Place = ("", "")


@dataclass(frozen=True, slots=True)
class Heading:
    """An article as the list names it: where it stands and appeared first, empty where nowhere.

    `status` is a person's in each layer, in the newest round; articles that stand alike share it.
    `group` is that of its near-duplicates, if there are any; 0 where nobody has looked for them.
    """

    place: Place
    id: str
    title: str
    source: str
    published: str
    status: Mapping[str, str]
    group: int


def after(
    reader: Reader, place: Place, *, annotator: str, layers: tuple[str, ...], limit: int
) -> list[Heading]:
    """So many articles that came in after a place, as they stand for a person."""
    query = _query(annotator).where(tuple_(_ARTICLE.created, _ARTICLE.id) > place).limit(limit)
    return [_heading(row, layers) for row in reader.rows(query)]


def of_some(
    reader: Reader, articles: Collection[str], *, annotator: str, layers: tuple[str, ...]
) -> list[Heading]:
    """Some articles, as they stand for a person."""
    query = _query(annotator).where(_ARTICLE.id.in_(articles))
    return [_heading(row, layers) for row in reader.rows(query)]


@functools.lru_cache(maxsize=2)
def _query(annotator: str) -> Select[Any]:
    first, told = schema.appearance.c, schema.assignment.c
    appeared = (
        select(first.source + _BREAK + first.published)
        .where(first.article == _ARTICLE.id)
        .order_by(first.id)
        .limit(1)
    )
    said = told.layer + _GAP + cast(told.round, Text) + _GAP + told.status
    stands = select(func.aggregate_strings(said, _BREAK)).where(
        told.article == _ARTICLE.id, told.annotator == annotator
    )
    return select(
        _ARTICLE.created,
        _ARTICLE.id,
        _ARTICLE.title,
        appeared.scalar_subquery(),
        stands.scalar_subquery(),
        twins.group_of(_ARTICLE.text_hash),
    ).order_by(_ARTICLE.created, _ARTICLE.id)


def _heading(row: Row[Any] | Sequence[Any], layers: tuple[str, ...]) -> Heading:
    created, id, title, appeared, said, group = row
    source, _, published = (appeared or "").partition(_BREAK)
    status = _statuses(said or "", layers)
    return Heading((created, id), id, title, intern(source), intern(published), status, group or 0)


@functools.lru_cache(maxsize=1_000)
def _statuses(said: str, layers: tuple[str, ...]) -> Mapping[str, str]:
    """The status of each layer, out of what was said of each of its rounds."""
    found = dict.fromkeys(layers, "new")
    rounds = [assignment.split(_GAP) for assignment in said.split(_BREAK) if assignment]
    for layer, _, status in sorted(rounds, key=lambda said: int(said[1])):
        if layer in found:
            found[layer] = status
    return found
