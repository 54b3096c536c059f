"""The journal as people read it: act by act, newest first, a page at a time.

An act that spans many articles is one line, found by its first entry. Of the rows that an entry
holds only the first few are looked at, since an entry may hold a whole text; how many annotations
it touched is counted in the database, unless they are packed.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, select

from workbench.domain.annotation import Annotation
from workbench.domain.article import ArticleText
from workbench.store import annotations, copies, people, schema
from workbench.store.images import Image, complete
from workbench.store.journal import STANDS, Entry, RowImages, entries_of_article, entry_at
from workbench.store.packs import Packs
from workbench.store.reader import Reader
from workbench.store.rows import text_in
from workbench.store.schema import JOURNALLED

State = dict[tuple[str, str], Image]  # rows by table and id

_ENTRY = schema.journal.c
_GLANCE = 20_000  # characters of an entry's rows that are read
_ANNOTATION = '["annotation",'


@dataclass(frozen=True, slots=True)
class Line:
    """One act as the journal has it; `stands` is None for what is no act: undo, redo, records.

    `rows` are the first that it touched, `annotations` counts those of its first entry, `articles`
    all that it touched. `target` is the act that this one turned.
    """

    seq: int
    step: str
    time: str
    person: str
    name: str
    verb: str
    params: dict[str, Any]
    kind: str
    target: str
    article: str
    rows: tuple[RowImages, ...]
    annotations: int
    articles: int
    stands: bool | None


def page(
    reader: Reader,
    *,
    article: str = "",
    person: str = "",
    before: int = 0,
    limit: int = 200,
    without: Collection[str] = (),
) -> list[Line]:
    """Acts, newest first, of an article and a person where given, older than entry `before`.

    Those of the verbs in `without` are left out.
    """
    query = _lines(article).order_by(_ENTRY.seq.desc()).limit(limit)
    if without:
        query = query.where(_ENTRY.verb.not_in(without))
    if article:
        query = query.where(_ENTRY.article == article)
    if person:
        query = query.where(_ENTRY.person == person)
    if before:
        query = query.where(_ENTRY.seq < before)
    packs = Packs(reader)
    return _named(reader, [_line(row, packs) for row in reader.rows(query)])


def _named(reader: Reader, lines: list[Line]) -> list[Line]:
    """Lines with the names also of people who became one with somebody else of their name."""
    if all(line.name or not line.person for line in lines):
        return lines
    names = {person.id: person.name for person in people.annotators(reader)}
    names |= {id: names.get(now, "") for id, now in copies.became(reader).items()}
    return [replace(line, name=line.name or names.get(line.person, "")) for line in lines]


def ever(reader: Reader, verb: str) -> bool:
    """Whether a verb was ever said in the project, taken back since or not."""
    return bool(reader.rows(select(_ENTRY.seq).where(_ENTRY.verb == verb).limit(1)))


def state_at(
    connection: Connection, article: str, seq: int
) -> tuple[ArticleText | None, list[Annotation]]:
    """An article's text and annotations as they were after an entry, in the file that made it.

    The text is None where the article was not there yet.
    """
    entry = entry_at(connection, seq)
    state = _told(connection, entry) if entry.arrived else _taken_back(connection, article, seq)
    rows = {name: _rows(state, name) for name in ("article_text", "annotation")}
    text = next((text_in(row) for row in rows["article_text"]), None)
    return text, [annotations.annotation_of(row) for row in rows["annotation"]]


def _taken_back(connection: Connection, article: str, seq: int) -> State:
    """An article's rows as this file had them after an entry: what was done later is undone."""
    state: State = {}
    for table, column in _SHOWN.items():
        for row in connection.execute(select(table).where(column == article)).mappings():
            state[table.name, row["id"]] = dict(row)
    for entry in reversed(entries_of_article(connection, article, after=seq)):
        if not entry.arrived:
            state |= {(table, id): before for table, id, before, _ in entry.rows}
    return state


def _told(connection: Connection, last: Entry) -> State:
    """An article's rows by all that was said of it up to an entry that came from another copy."""
    said = [entry for entry in entries_of_article(connection, last.article) if not entry.derived]
    state: State = {}
    for entry in sorted(said, key=lambda entry: entry.version):
        if entry.version <= last.version:
            state |= {(table, id): after for table, id, _, after in entry.rows}
    return state


def _rows(state: State, name: str) -> list[tuple[Any, ...]]:
    """The rows of a table that are there, as a query of all its columns gives them."""
    columns = JOURNALLED[name].columns.keys()
    images = [image for (table, _), image in state.items() if table == name and image is not None]
    return [tuple(image[column] for column in columns) for image in images]


# The tables that are shown of an article as it was, with the column that names the article.
_SHOWN = {
    schema.article_text: schema.article_text.c.id,
    schema.annotation: schema.annotation.c.article,
}


def _lines(article: str) -> Select[Any]:
    """The first entry of each act, in an article where given; whose it is, and how it stands."""
    other = schema.journal.alias()
    earlier = exists().where(other.c.step == _ENTRY.step, other.c.seq < _ENTRY.seq)
    if article:
        earlier = earlier.where(other.c.article == article)
    articles = (
        select(func.count(other.c.article.distinct()))
        .where(other.c.step == _ENTRY.step)
        .scalar_subquery()
    )
    without = func.length(func.replace(_ENTRY.rows, _ANNOTATION, ""))
    annotations = (func.length(_ENTRY.rows) - without) / len(_ANNOTATION)
    head = (_ENTRY.seq, _ENTRY.step, _ENTRY.time, _ENTRY.person, _ENTRY.verb, _ENTRY.params)
    return (
        select(
            *head,
            _ENTRY.kind,
            _ENTRY.target,
            _ENTRY.article,
            func.substr(_ENTRY.rows, 1, _GLANCE).label("glance"),
            annotations.label("annotations"),
            articles.label("articles"),
            schema.annotator.c.name,
            schema.act.c.undone,
        )
        .join(schema.annotator, schema.annotator.c.id == _ENTRY.person, isouter=True)
        .join(schema.act, schema.act.c.step == _ENTRY.step, isouter=True)
        .where(~earlier)
    )


def _line(row: Row[Any], packs: Packs) -> Line:
    glance, annotations = row.glance, int(row.annotations)
    if not glance:
        rows = packs.rows_of(row.seq, glance)
        glance, annotations = rows[:_GLANCE], rows.count(_ANNOTATION)
    return Line(
        seq=row.seq,
        step=row.step,
        time=row.time,
        person=row.person,
        name=row.name or "",
        verb=row.verb,
        params=json.loads(row.params),
        kind=row.kind,
        target=row.target,
        article=row.article,
        rows=tuple(_whole_rows(glance)),
        annotations=annotations,
        articles=row.articles,
        stands=None if row.undone is None else row.undone == STANDS,
    )


def _whole_rows(glance: str) -> Iterator[RowImages]:
    """The rows that stand whole in the beginning of a JSON list of them."""
    decoder = json.JSONDecoder()
    position = 1
    while position < len(glance):
        try:
            (table, id, before, after), end = decoder.raw_decode(glance, position)
        except ValueError:  # the beginning ends inside this row, or the list ends here
            return
        yield table, id, complete(table, before), complete(table, after)
        position = end + 1
