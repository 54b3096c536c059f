"""Projects of many articles, made in seconds: rows straight into tables, as an import leaves them.

Some texts are made, with their structure, marks and images, and each is used many times over under
a last line of its own; only ids and hashes are new each time. The journal, the frozen states and
the index of words are there as well, since what they weigh is what is measured.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.corpora import ARTICLE, Corpus, person
from workbench.domain.folding import index_form
from workbench.domain.ids import new_id, now
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.operations import projects
from workbench.store import schema
from workbench.store.images import defaults

TEXTS = 100  # that differ in more than their last line
PEOPLE = ("ann", "bo")
AT_ONCE = 1_000  # articles
LAYERS = ("entity", "claim", "event", "framing")
Rows = dict[str, list[dict[str, Any]]]
_FAST = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000", "locking_mode=EXCLUSIVE")


@dataclass(frozen=True, slots=True)
class _Mould:
    """What the articles of one text share; marks are rows without ids, by annotator."""

    text: str
    words: str
    zones: str
    sentences: str
    marks: dict[str, list[dict[str, Any]]]


def large_project(path: Path, articles: int, *, spans: int = 25) -> Path:
    """A project in which two people have finished all articles, with so many spans each."""
    project = projects.create(path)
    people = {name: person(project, name).id for name in PEOPLE}
    copy = project.copy
    project.close()
    moulds = _moulds(min(TEXTS, articles), spans, people)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in _FAST:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        for begin in range(0, articles, AT_ONCE):
            numbers = range(begin, min(begin + AT_ONCE, articles))
            made = [_article(moulds[n % len(moulds)], n, people) for n in numbers]
            connection.execute("BEGIN")
            _write(connection, made, copy=copy, person=people["ann"])
            connection.execute("COMMIT")
        connection.execute("PRAGMA locking_mode=NORMAL").fetchall()
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
    return path


def _moulds(number: int, spans: int, people: dict[str, str]) -> list[_Mould]:
    corpus = Corpus()
    return [_mould(corpus, spans, people) for _ in range(number)]


def _mould(corpus: Corpus, spans: int, people: dict[str, str]) -> _Mould:
    text = corpus.text(ARTICLE)
    found = structure_of(text)
    marks: dict[str, list[dict[str, Any]]] = {id: [] for id in people.values()}
    for mark in corpus.line(text, spans, people)["annotations"]:
        said = ("layer", "label", "start", "end", "quote", "created", "modified")
        marks[people[mark["annotator"]]].append({name: mark[name] for name in said})
    return _Mould(
        text,
        index_form(text),
        json.dumps([[zone.kind, zone.span.start, zone.span.end] for zone in found.zones]),
        json.dumps([[span.start, span.end] for span in found.sentences]),
        marks,
    )


def _article(mould: _Mould, number: int, people: dict[str, str]) -> tuple[Rows, str]:
    """The rows of an article, and the words of its text as the index takes them."""
    id, time = new_id(), now()
    text = f"{mould.text}\n\nDispatch {number}."
    head = {"id": id, "title": f"{number} {text[:50]}", "length": len(text), "created": time}
    body = {"id": id, "structure_version": 2, "zones": mould.zones, "sentences": mould.sentences}
    rows: Rows = {
        "article": [head | {"text_hash": text_hash(text), "language": "en"}],
        "article_text": [body | {"text": text}],
        "appearance": [
            {"id": new_id(), "article": id, "source": f"paper {number % 7}", "published": "2025-03"}
        ],
        "annotation": [],
        "assignment": [],
        "frozen_layer": [],
    }
    for who in people.values():
        _add_work(rows, id, who, mould.marks[who], time)
    return rows, f"{mould.words} dispatch {number}"


def _add_work(rows: Rows, article: str, who: str, marks: list[dict[str, Any]], time: str) -> None:
    """What a person marked in an article, all of it finished."""
    made = [{"id": new_id(), "article": article, "annotator": who, **mark} for mark in marks]
    rows["annotation"] += made
    for layer in LAYERS:
        place = {"id": new_id(), "article": article}
        rows["assignment"].append(
            place | {"annotator": who, "layer": layer, "status": "done", "modified": time}
        )
        kept = [_frozen(mark) for mark in made if mark["layer"] == layer]
        state = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        rows["frozen_layer"].append(
            {"id": new_id(), "article": article, "assignment": place["id"]}
            | {"time": time, "annotations": state, "relations": "[]"}
        )


def _frozen(mark: dict[str, Any]) -> dict[str, Any]:
    return {name: mark[name] for name in ("id", "label", "start", "end", "quote")}


def _write(
    connection: sqlite3.Connection, made: list[tuple[Rows, str]], *, copy: str, person: str
) -> None:
    """Write articles, the journal's entry for each, and their words."""
    for name in made[0][0]:
        _insert(connection, name, [row for rows, _ in made for row in rows[name]])
    (last,) = connection.execute("SELECT coalesce(max(counter), 0) FROM journal").fetchone()
    step, time = new_id(), now()
    entries = [
        {"id": new_id(), "copy": copy, "counter": number, "time": time, "person": person}
        | {"verb": "import", "kind": "act", "step": step, "article": rows["article"][0]["id"]}
        | {"rows": json.dumps(list(_images(rows)), ensure_ascii=False, separators=(",", ":"))}
        for number, (rows, _) in enumerate(made, start=last + 1)
    ]
    _insert(connection, "journal", entries)
    acted = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
    _insert(connection, "act", [{"step": step, "person": person, "seq": acted}])
    _index(connection, made)


def _images(rows: Rows) -> Iterator[list[Any]]:
    """The rows as the journal has them that were not there before."""
    for table, found in rows.items():
        yield from ([table, row["id"], None, row] for row in found)


def _index(connection: sqlite3.Connection, made: list[tuple[Rows, str]]) -> None:
    """Read the words of the articles into the index."""
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM indexed_text").fetchone()
    for number, (rows, words) in enumerate(made, start=last + 1):
        known = (number, rows["article"][0]["text_hash"])
        connection.execute("INSERT INTO indexed_text (number, text_hash) VALUES (?, ?)", known)
        connection.execute("INSERT INTO full_text (rowid, text) VALUES (?, ?)", (number, words))


def _insert(connection: sqlite3.Connection, name: str, rows: list[dict[str, Any]]) -> None:
    table = schema.metadata.tables[name]
    columns = [column for column in defaults(table) if column != "seq" or name == "act"]
    otherwise = [defaults(table)[column] for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    statement = f'INSERT INTO "{name}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608
    connection.executemany(statement, [tuple(map(row.get, columns, otherwise)) for row in rows])
