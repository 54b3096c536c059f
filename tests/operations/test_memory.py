"""What comes in, goes out and is compared is held some articles at a time, however many there are.

Measured is the most that a process of its own, and the worker that it starts, ever took: many more
articles must not take more than a little. What is kept of each article, its id and where it
stands, is far less than an article. The first time that agreement meets articles it finds their
near-duplicates, which is measured with it.
"""

import functools
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.corpora import Corpus
from tests.benchmarks.large import large_project

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells what a process itself has taken at most"
)

Made = Callable[[int], tuple[Path, list[float]]]
RUNS = 3
FEW, MANY, MORE = 800, 2_400, 3_600
MEGABYTES = 12  # that more articles may take; a thousand of them would take 25 themselves
MEASURED = """
import json, re, resource, sys
from pathlib import Path
from workbench.operations import projects
from workbench.operations.agreeing import agreement
from workbench.operations.exporting import export
from workbench.operations.importing import import_paths
from workbench.operations.people import annotator_named
from workbench.operations.progress import finish
if __name__ == "__main__":
    verb, path, *others = sys.argv[1:]
    path = Path(path)
    project = projects.open_(path) if path.exists() else projects.create(path)
    who = annotator_named(project, "ann")
    if verb == "import":
        made = import_paths(project, [Path(other) for other in others], annotator=who)
    elif verb == "agreement":
        made = agreement(project)
    else:
        made = export(project, Path(others[0]), format=verb, annotator=who)
    finish(made)
    project.close()
    # What `getrusage` says of a process itself begins with what its parent took.
    own = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps([int(each) * 1024 / 1e6 for each in (own, workers)]))
"""
# Lines, a file for each article, and rows at once. A file of spaCy's is held until it has half a
# million tokens, a thousand articles here: both corpora have to be of several.
FORMATS = {
    "jsonl": (FEW, MANY),
    "brat": (FEW, MANY),
    "parquet": (FEW, MANY),
    "spacy": (MANY, MORE),
}


def took(*arguments: object) -> list[float]:
    """Megabytes that this program and its worker took at most, by what it is told to do."""
    command = [sys.executable, "-c", MEASURED, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(each) for each in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A project of so many articles, made by an import, and what that took."""
    folder = tmp_path_factory.mktemp("memory")

    @functools.cache
    def made_of(number: int) -> tuple[Path, list[float]]:
        file = Corpus().write(folder / f"{number}.jsonl", number, spans=25)
        project = folder / f"{number}.workbench"
        return project, took("import", project, file)

    return made_of


def test_an_import_takes_no_more_for_more_articles(made: Made) -> None:
    (_, few), (_, many) = made(FEW), made(MANY)
    assert grown(few, many) < MEGABYTES, (few, many)


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_takes_no_more_for_more_articles(made: Made, format: str, tmp_path: Path) -> None:
    few, many = ((made(n)[0], tmp_path / f"out{n}") for n in FORMATS[format])
    least, most = (took(format, project, f"{out}-0") for project, out in (few, many))
    for again in range(1, RUNS):
        if grown(least, most) < MEGABYTES:
            break
        # What an allocator keeps for itself differs from run to run by as much as is allowed.
        least = list(map(min, least, took(format, few[0], f"{few[1]}-{again}")))
        most = list(map(min, most, took(format, many[0], f"{many[1]}-{again}")))
    assert grown(least, most) < MEGABYTES, (least, most)


def test_agreement_takes_no_more_for_more_articles(tmp_path: Path) -> None:
    paths = (large_project(tmp_path / f"{number}.workbench", number) for number in (FEW, MANY))
    few, many = (took("agreement", path) for path in paths)
    assert grown(few, many) < MEGABYTES, (few, many)


def grown(few: list[float], many: list[float]) -> float:
    """By how much more the program or its worker took for many articles than for few."""
    return max(more - less for less, more in zip(few, many, strict=True))
