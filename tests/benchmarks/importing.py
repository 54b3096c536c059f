"""Taking in a corpus with its annotations, against a script that does nothing else.

The script parses the same file and inserts articles, annotations and fragments into SQLite with
`executemany`: without ids to look up, quotes to check, a journal to keep or a state to freeze. Both
times begin before their process does: ours reads in a worker, the script runs in its own. The
index of words and the near-duplicates follow an import as jobs, and stand beside.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.corpora import Corpus, person
from tests.benchmarks.measuring import (
    Result,
    Scale,
    against,
    grown,
    seconds,
)
from workbench.operations import projects, twins
from workbench.operations.importing import import_paths
from workbench.operations.progress import LongVerb, finish
from workbench.operations.searching import index_pending
from workbench.store.project import Project

BARE = """
import json, sqlite3, sys

TABLES = '''
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
CREATE TABLE article (id TEXT PRIMARY KEY, title TEXT, text TEXT);
CREATE TABLE annotation (
  id TEXT PRIMARY KEY, article TEXT, annotator TEXT, layer TEXT, label TEXT, quote TEXT,
  attributes TEXT, note TEXT, created TEXT, modified TEXT
);
CREATE TABLE fragment (annotation TEXT, start INTEGER, "end" INTEGER);
'''
COLUMNS = ("id", "annotator", "layer", "label", "quote", "note", "created", "modified")

connection = sqlite3.connect(sys.argv[2])
connection.executescript(TABLES)
articles, annotations, fragments = [], [], []
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        article = json.loads(line)
        articles.append((article["id"], article["title"], article["text"]))
        for mark in article["annotations"]:
            said = [mark[column] for column in COLUMNS]
            annotations.append((article["id"], json.dumps(mark["attributes"]), *said))
            fragments += [(mark["id"], start, end) for start, end in mark["fragments"]]
names = ", ".join(("article", "attributes", *COLUMNS))
places = ", ".join("?" * (len(COLUMNS) + 2))
connection.executemany("INSERT INTO article VALUES (?, ?, ?)", articles)
connection.executemany(f"INSERT INTO annotation ({names}) VALUES ({places})", annotations)
connection.executemany("INSERT INTO fragment VALUES (?, ?, ?)", fragments)
connection.commit()
"""


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """The ratio, and how the cost grows with the number of articles."""
    file = Corpus().write(folder / "corpus.jsonl", scale.articles, spans=scale.spans)
    pairs = [
        (_take_in(file, folder / "ours.workbench"), _bare(file, folder / "bare.db"))
        for _ in range(scale.repetitions + 1)
    ][1:]
    marks = scale.articles * scale.spans
    name = f"import {scale.articles:,} articles with {marks:,} annotations"
    yield against(name, pairs, budget=3)
    yield Result("import: the index of words, which follows", _after(folder, index_pending), "s")
    yield Result("import: near-duplicates, which follow", _after(folder, twins.find), "s")
    sizes = scale.sizes(scale.articles)
    files = [Corpus().write(folder / f"{size}.jsonl", size, spans=scale.spans) for size in sizes]
    costs = [
        min(_take_in(file, folder / "ours.workbench") for _ in range(scale.doubled))
        for file in files
    ]
    yield grown("import", sizes, costs, budget=1.1)


def _take_in(file: Path, path: Path) -> float:
    """Seconds to import a file into a project that is new and empty."""
    _remove(path)
    project = projects.create(path)
    who = person(project, "ann")
    try:
        return seconds(lambda: finish(import_paths(project, [file], annotator=who)))
    finally:
        project.close()


def _after(folder: Path, verb: Callable[[Project], LongVerb[object]]) -> float:
    """Seconds of what follows on the articles that came in last."""
    project = projects.open_(folder / "ours.workbench")
    try:
        return seconds(lambda: finish(verb(project)))
    finally:
        project.close()


def _bare(file: Path, path: Path) -> float:
    """Seconds of a script that inserts what is in a file into tables that are new and empty."""
    _remove(path)
    command = [sys.executable, "-c", BARE, str(file), str(path)]
    return seconds(lambda: subprocess.run(command, check=True))


def _remove(path: Path) -> None:
    """Remove a database with all that lies beside it."""
    for part in path.parent.glob(f"{path.name}*"):
        part.unlink()
