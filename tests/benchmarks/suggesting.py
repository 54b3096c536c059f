"""Suggestions for a corpus, against the same pipeline run by a bare script without a project.

Both are timed once they have loaded, on one core each and in turns; ours ends when all suggestions
of its turn are committed. Two processes are measured against one, and have a budget where two bare
scripts at once show that two cores are free.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.corpora import Corpus, person, project_of
from tests.benchmarks.measuring import Result, Scale, grown, seconds, spread
from workbench.operations import projects
from workbench.operations.asking import CHUNK
from workbench.operations.progress import finish
from workbench.operations.suggesting import suggest
from workbench.operations.workers import Worker
from workbench.settings.resources import resources_folder
from workbench.store import articles

SLICES = 5  # turns
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
print(0, flush=True)
for line in sys.stdin:
    begin, end = map(int, line.split())
    begun = time.perf_counter()
    for doc in suggester._nlp.pipe(suggester._doc(text) for text in texts[begin:end]):
        pass
    print(time.perf_counter() - begun, flush=True)
"""


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """Words a second against the bare script, and two processes against one."""
    file = Corpus().write(folder / "corpus.jsonl", scale.articles)
    path = project_of(folder / "a.workbench", file)
    words = _words(path)
    with _bare(path) as script, _bare(path) as another:
        turns = _in_turns(path, script)
        free = _free_cores(script, another, scale.articles // SLICES)
    ours, bares = zip(*turns, strict=True)
    one, bare = sum(ours), sum(bares)
    note = (
        f"{words / one:,.0f} words/s, bare {words / bare:,.0f} words/s; "
        f"a turn {spread(ours)}, bare {spread(bares)}"
    )
    name = f"suggestions for {scale.articles:,} articles"
    yield Result(name, bare / one, "× bare words/s", 0.9, at_least=True, note=note)
    sizes = scale.sizes(scale.articles)
    yield grown("suggestions", sizes, _costs(folder, sizes), budget=1.1)
    reached = _two_processes(project_of(folder / "b.workbench", file))
    two = reached[-1][1] * scale.articles / reached[-1][0]
    note = f"{one:.1f} s and {two:.1f} s; two bare scripts {free:.1f} × one"
    budget = 1.6 if free >= FREE else None
    name = "suggestions: two processes"
    yield Result(name, one / two, "× one", budget, at_least=True, note=note)
    sizes = scale.sizes(reached[-1][0])
    if sizes[0] > 2 * CHUNK:  # of fewer, all are done as soon as the first ones
        yield grown("suggestions: two processes", sizes, [_until(reached, size) for size in sizes])


class _Script:
    """A bare script that has loaded and reads some of the articles when it is told to."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def begin(self, begin: int, end: int) -> None:
        """Let it read the articles from one place to another."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{begin} {end}\n")
        self._process.stdin.flush()

    def seconds(self) -> float:
        """How long it took, once it is done."""
        assert self._process.stdout is not None
        return float(self._process.stdout.readline())


@contextmanager
def _bare(path: Path) -> Iterator[_Script]:
    """A bare script over the articles of a project."""
    with subprocess.Popen(
        [sys.executable, "-c", BARE, str(path), str(resources_folder())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
    ) as process:
        script = _Script(process)
        script.seconds()  # until it has loaded
        yield script


def _in_turns(path: Path, script: _Script) -> list[tuple[float, float]]:
    """Seconds for each slice of all articles, ours and the bare script's, in turns."""
    project, worker = projects.open_(path), Worker()
    who = person(project, "ann")
    ids = [article.id for article in articles.list_articles(project)]
    size = max(1, len(ids) // SLICES)

    def suggested(some: Sequence[str]) -> None:
        finish(suggest(project, annotator=who, wanted=some, worker=worker))

    turns = []
    try:
        suggested([])  # loads
        for begin in range(0, len(ids), size):
            script.begin(begin, begin + size)
            bare = script.seconds()
            ours = seconds(lambda b=begin: suggested(ids[b : b + size]))  # type: ignore[misc]
            turns.append((ours, bare))
    finally:
        worker.close()
        project.close()
    return turns


def _costs(folder: Path, sizes: Sequence[int]) -> list[float]:
    """Seconds for numbers of articles, each of its own, in one worker that has loaded."""
    file = Corpus(8).write(folder / "doubled.jsonl", sum(sizes))
    project, worker = projects.open_(project_of(folder / "doubled.workbench", file)), Worker()
    who = person(project, "ann")
    left = [article.id for article in articles.list_articles(project)]
    costs = []
    try:
        for size in (0, *sizes):
            wanted, left = left[:size], left[size:]
            verb = suggest(project, annotator=who, wanted=wanted, worker=worker)
            costs.append(seconds(lambda v=verb: finish(v)))  # type: ignore[misc]
    finally:
        worker.close()
        project.close()
    return costs[1:]


def _free_cores(script: _Script, another: _Script, number: int) -> float:
    """How many times what one script does two do at once."""
    script.begin(0, number)
    alone = script.seconds()
    for each in (script, another):
        each.begin(0, number)
    return 2 * alone / max(script.seconds(), another.seconds())


def _words(path: Path) -> int:
    project = projects.open_(path)
    try:
        ids = [article.id for article in articles.list_articles(project)]
        return sum(len(text.text.split()) for text in articles.texts_of(project, ids))
    finally:
        project.close()


def _two_processes(path: Path) -> list[tuple[int, float]]:
    """How many articles of a project are done, and after how many seconds.

    Counted is from the first result on: all have loaded by then.
    """
    project = projects.open_(path)
    who = person(project, "ann")
    try:
        results = suggest(project, annotator=who, jobs=2)
        first, begun = next(results), time.perf_counter()
        return [(each.done - first.done, time.perf_counter() - begun) for each in results]
    finally:
        project.close()


def _until(reached: Sequence[tuple[int, float]], number: int) -> float:
    """After how many seconds so many articles were done."""
    return next(after for done, after in reached if done >= number)
