"""Suggestions for a corpus, against the same pipeline run by a bare script without a project.

Both are timed once they have loaded, on one core each; ours ends when all suggestions are
committed. Two processes are measured against one, and have a budget where two bare scripts at once
show that two cores are free.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.corpora import Corpus, person, project_of
from tests.benchmarks.measuring import Result, Scale, seconds
from workbench.operations import projects
from workbench.operations.progress import finish
from workbench.operations.suggesting import suggest
from workbench.settings.resources import resources_folder
from workbench.store import articles

FREE = 1.8  # times what one script does: what two do where each has a core
BARE = """
import sys, time
from pathlib import Path
from workbench.store import articles
from workbench.store.opening import open_project
from workbench.domain.suggester_source import NEWS_EN
from workbench.suggest import registry

project = open_project(Path(sys.argv[1]), backups=Path(sys.argv[1]).parent)
ids = [article.id for article in articles.list_articles(project)]
texts = articles.texts_of(project, ids)
project.close()
suggester = registry.load(NEWS_EN, Path(sys.argv[2]))
list(suggester.suggest(texts[:5]))
begun = time.perf_counter()
for doc in suggester._nlp.pipe(suggester._doc(text) for text in texts):
    pass
print(time.perf_counter() - begun)
"""


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """Words a second against the bare script, and two processes against one."""
    file = Corpus().write(folder / "corpus.jsonl", scale.articles)
    path = project_of(folder / "a.workbench", file)
    words = _words(path)
    (bare,) = _bare(path, at_once=1)
    free = 2 * bare / max(_bare(path, at_once=2))
    one = _ours(path, jobs=1)
    note = f"{words / one:,.0f} words/s, bare {words / bare:,.0f} words/s"
    name = f"suggestions for {scale.articles:,} articles"
    yield Result(name, bare / one, "× bare words/s", 0.9, at_least=True, note=note)
    two = _ours(project_of(folder / "b.workbench", file), jobs=2)
    note = f"{one:.1f} s and {two:.1f} s; two bare scripts {free:.1f} × one"
    budget = 1.6 if free >= FREE else None
    name = "suggestions: two processes"
    yield Result(name, one / two, "× one", budget, at_least=True, note=note)


def _bare(path: Path, *, at_once: int) -> list[float]:
    """Seconds for all articles in each of some bare scripts that run at the same time."""
    scripts = [
        subprocess.Popen(
            [sys.executable, "-c", BARE, str(path), str(resources_folder())],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        )
        for _ in range(at_once)
    ]
    return [float(script.communicate()[0]) for script in scripts]


def _words(path: Path) -> int:
    project = projects.open_(path)
    try:
        ids = [article.id for article in articles.list_articles(project)]
        return sum(len(text.text.split()) for text in articles.texts_of(project, ids))
    finally:
        project.close()


def _ours(path: Path, *, jobs: int) -> float:
    """Seconds for all articles of a project, from the first result on: all have loaded by then."""
    project = projects.open_(path)
    who = person(project, "ann")
    try:
        results = suggest(project, annotator=who, jobs=jobs)
        first = next(results)
        taken = seconds(lambda: finish(results))
        return taken * first.total / (first.total - first.done)
    finally:
        project.close()
