"""Writing a corpus for spaCy, against a script that makes a `DocBin` of the same file.

Both times begin before spaCy is imported: ours in a worker process, the script's in its own.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.corpora import Corpus, project_of
from tests.benchmarks.measuring import (
    Result,
    Scale,
    against,
    grown,
    seconds,
    side_by_side,
)
from workbench.operations import projects
from workbench.operations.exporting import export
from workbench.operations.progress import finish
from workbench.store.project import Project

BARE = """
import json, sys
import spacy
from spacy.tokens import DocBin
from spacy.util import filter_spans

nlp, packed = spacy.blank("en"), DocBin(store_user_data=True)
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        article = json.loads(line)
        doc = nlp.make_doc(article["text"])
        groups = {}
        for mark in article["annotations"]:
            span = doc.char_span(
                mark["start"], mark["end"], label=mark["label"], alignment_mode="expand"
            )
            groups.setdefault(mark["layer"], []).append(span)
        for layer, spans in groups.items():
            doc.spans[layer] = spans
        doc.ents = filter_spans(groups.get("entity", []))
        packed.add(doc)
packed.to_disk(sys.argv[2])
"""


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """The ratio for a corpus with annotations, and how the cost grows with the articles."""
    file = Corpus().write(folder / "corpus.jsonl", scale.articles, spans=scale.spans)
    script = folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    command = [sys.executable, str(script), str(file), str(folder / "bare.spacy")]
    project = projects.open_(project_of(folder / "out.workbench", file))
    try:
        pairs = side_by_side(
            lambda: _export(project, folder),
            lambda: subprocess.run(command, check=True),
            repetitions=scale.repetitions,
        )
    finally:
        project.close()
    yield against(f"export {scale.articles:,} articles as .spacy", pairs, budget=1.5)
    sizes = scale.sizes(scale.articles)
    yield grown("export", sizes, [_cost(scale, folder, size) for size in sizes])


def _export(project: Project, folder: Path) -> None:
    finish(export(project, folder / "ours.spacy", format="spacy"))


def _cost(scale: Scale, folder: Path, size: int) -> float:
    """The least seconds that a number of articles takes."""
    file = Corpus().write(folder / f"{size}.jsonl", size, spans=scale.spans)
    project = projects.open_(project_of(folder / f"{size}.workbench", file))
    try:
        return min(seconds(lambda: _export(project, folder)) for _ in range(scale.doubled))
    finally:
        project.close()
