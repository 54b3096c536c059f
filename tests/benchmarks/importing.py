"""Taking in a corpus with its annotations, against a script that does nothing else.

The script parses the same file and inserts articles, annotations and fragments into SQLite with
`executemany`: without ids to look up, quotes to check, a journal to keep or a state to freeze. The
worker process starts within the time that is measured.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from tests.benchmarks.corpora import Corpus, person
from tests.benchmarks.measuring import (
    Result,
    Scale,
    against,
    doubled,
    growth,
    seconds,
)
from workbench.operations import projects
from workbench.operations.importing import import_paths
from workbench.operations.progress import finish

_TABLES = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
CREATE TABLE article (id TEXT PRIMARY KEY, title TEXT, text TEXT);
CREATE TABLE annotation (
  id TEXT PRIMARY KEY, article TEXT, annotator TEXT, layer TEXT, label TEXT, quote TEXT,
  attributes TEXT, note TEXT, created TEXT, modified TEXT
);
CREATE TABLE fragment (annotation TEXT, start INTEGER, "end" INTEGER);
"""
_COLUMNS = ("id", "annotator", "layer", "label", "quote", "note", "created", "modified")


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """The ratio, and how the cost grows with the number of articles."""
    file = Corpus().write(folder / "corpus.jsonl", scale.articles, spans=scale.spans)
    pairs = [
        (_take_in(file, folder / "ours.workbench"), _bare(file, folder / "bare.db"))
        for _ in range(scale.repetitions + 1)
    ][1:]
    ours, bare = (median(times) for times in zip(*pairs, strict=True))
    marks = scale.articles * scale.spans
    name = f"import {scale.articles:,} articles with {marks:,} annotations"
    yield against(name, ours, bare, budget=3)
    sizes = doubled(scale.articles)
    files = [Corpus().write(folder / f"{size}.jsonl", size, spans=scale.spans) for size in sizes]
    costs = [_take_in(file, folder / "ours.workbench") for file in files]
    yield Result(
        "import: growth with the number of articles", growth(sizes, costs), "exponent", 1.1
    )


def _take_in(file: Path, path: Path) -> float:
    """Seconds to import a file into a project that is new and empty."""
    _remove(path)
    project = projects.create(path)
    who = person(project, "ann")
    try:
        return seconds(lambda: finish(import_paths(project, [file], annotator=who)))
    finally:
        project.close()


def _bare(file: Path, path: Path) -> float:
    """Seconds to parse a file and insert what is in it, into tables that are new and empty."""
    _remove(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_TABLES)
        return seconds(lambda: _insert(connection, file))


def _insert(connection: sqlite3.Connection, file: Path) -> None:
    articles, annotations, fragments = [], [], []
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            articles.append((article["id"], article["title"], article["text"]))
            for mark in article["annotations"]:
                said = [mark[column] for column in _COLUMNS]
                annotations.append((article["id"], json.dumps(mark["attributes"]), *said))
                fragments += [(mark["id"], start, end) for start, end in mark["fragments"]]
    names = ", ".join(("article", "attributes", *_COLUMNS))
    places = ", ".join("?" * (len(_COLUMNS) + 2))
    connection.executemany("INSERT INTO article VALUES (?, ?, ?)", articles)
    statement = f"INSERT INTO annotation ({names}) VALUES ({places})"  # noqa: S608 - fixed names
    connection.executemany(statement, annotations)
    connection.executemany("INSERT INTO fragment VALUES (?, ?, ?)", fragments)
    connection.commit()


def _remove(path: Path) -> None:
    """Remove a database with all that lies beside it."""
    for part in path.parent.glob(f"{path.name}*"):
        part.unlink()
