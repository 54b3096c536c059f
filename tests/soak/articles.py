"""What somebody has before them for a long day: articles with open suggestions on words in each."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.corpora import Corpus, write_lines
from workbench.domain.ids import new_id
from workbench.domain.suggester_source import NEWS_EN
from workbench.operations import people, projects
from workbench.operations.importing import import_paths
from workbench.operations.progress import finish
from workbench.store import articles, suggestions

PERSON = "ann"
LENGTH = 1_200  # characters
PROPOSED = 12  # suggestions an article
LABELS = (("entity", "person"), ("entity", "place"), ("event", "agreement"), ("claim", "factual"))


def make_project(path: Path, number: int, seed: int) -> Path:
    """A project of so many articles, which no suggester has left to read; returns its path."""
    source = write_lines(path.with_suffix(".jsonl"), _lines(number, seed))
    project = projects.create(path)
    who = people.annotator_named(project, PERSON, role="reviewer")
    report = finish(import_paths(project, [source], annotator=who))
    assert not report.refused, report.refused
    with project.transaction("suggest", person="", kind="record") as transaction:
        known = [article.id for article in articles.list_articles(project)]
        suggestions.mark_seen(transaction, known, NEWS_EN.name, "0")
    project.close()
    return path


def _lines(number: int, seed: int) -> Iterator[dict[str, Any]]:
    corpus, chance = Corpus(seed), random.Random(seed)  # noqa: S311 - reproducible, not secret
    for count in range(number):
        text = f"{corpus.text(LENGTH)}\n\nDispatch {count}."
        yield {
            "id": new_id(),
            "title": f"{count} {text[:50]}",
            "text": text,
            "suggestions": list(_proposed(text, chance)),
        }


def _proposed(text: str, chance: random.Random) -> Iterator[dict[str, Any]]:
    words = [match.span() for match in re.finditer(r"\w{4,}", text)]
    for start, end in sorted(chance.sample(words, PROPOSED)):
        layer, label = chance.choice(LABELS)
        said = {"layer": layer, "label": label, "start": start, "end": end}
        yield {**said, "quote": text[start:end], "suggester": NEWS_EN.name, "score": 0.9}
