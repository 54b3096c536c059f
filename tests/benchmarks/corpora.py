"""Corpora to measure with: sentences of the sample articles, shuffled, with spans on words.

Real words matter: they are what tokens, suggestions and the index work on.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from workbench.domain.annotator import Annotator
from workbench.domain.ids import new_id
from workbench.domain.suggester_source import NEWS_EN
from workbench.operations import projects
from workbench.operations.importing import import_paths
from workbench.operations.people import annotator_named
from workbench.operations.progress import finish
from workbench.settings.resources import resources_folder
from workbench.store import articles, suggestions
from workbench.store.project import Project

LABELS = (
    ("entity", "person"),
    ("entity", "place"),
    ("claim", "factual"),
    ("event", "agreement"),
    ("framing", "loaded"),
)
ARTICLE = 2_400  # characters, about 400 words
_SENTENCE = re.compile(r"[^.\n]+\.[”\"]?")


class Corpus:
    """Articles made up from a seed: the same each time."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reproducible, not secret
        texts = sorted((resources_folder() / "sample").glob("*.txt"))
        joined = "\n".join(path.read_text(encoding="utf-8") for path in texts)
        self._sentences = [match.group().strip() for match in _SENTENCE.finditer(joined)]

    def text(self, characters: int, *, paragraphs: bool = True) -> str:
        """A text of about so many characters, in paragraphs of some sentences or in one."""
        pieces: list[str] = []
        length = 0
        while length < characters:
            count = self._random.randint(2, 5)
            pieces.append(" ".join(self._random.choice(self._sentences) for _ in range(count)))
            length += len(pieces[-1]) + 1
        return ("\n\n" if paragraphs else " ").join(pieces)

    def line(self, text: str, spans: int, annotators: Iterable[str]) -> dict[str, Any]:
        """A line of JSON with spans of one to four words by each annotator."""
        words = [match.span() for match in re.finditer(r"\w+", text)]
        marks = [mark for who in annotators for mark in self._marks(text, words, spans, who)]
        return {"id": new_id(), "title": text[:60], "text": text, "annotations": marks}

    def line_with_suggestions(
        self, text: str, spans: int, annotators: Iterable[str]
    ) -> dict[str, Any]:
        """Such a line with as many suggestions as each annotator has spans."""
        line = self.line(text, spans, annotators)
        proposed = self.line(text, spans, [""])["annotations"]
        return line | {"suggestions": [_proposed(mark) for mark in proposed]}

    def _marks(
        self, text: str, words: list[tuple[int, int]], spans: int, who: str
    ) -> Iterator[dict[str, Any]]:
        for number in sorted(self._random.sample(range(len(words) - 4), spans)):
            start = words[number][0]
            end = words[number + self._random.randint(0, 3)][1]
            layer, label = self._random.choice(LABELS)
            yield {
                "id": new_id(),
                "annotator": who,
                "layer": layer,
                "label": label,
                "start": start,
                "end": end,
                "quote": text[start:end],
                "fragments": [[start, end]],
                "attributes": {},
                "note": "",
                "created": "2026-01-01T00:00:00+00:00",
                "modified": "2026-01-01T00:00:00+00:00",
                "scheme_version": 1,
                "origin": {"by": "hand"},
            }

    def write(
        self, path: Path, articles: int, *, spans: int = 0, annotators: Iterable[str] = ("ann",)
    ) -> Path:
        """Write a file of articles of the usual length; returns its path."""
        who = tuple(annotators)
        lines = (self.line(self.text(ARTICLE), spans, who) for _ in range(articles))
        return write_lines(path, lines)


def _proposed(mark: dict[str, Any]) -> dict[str, Any]:
    said = {name: mark[name] for name in ("id", "layer", "label", "start", "end", "quote")}
    return said | {"suggester": NEWS_EN.name, "model": "1", "score": 0.9}


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    """Write lines of JSON to a file; returns its path."""
    with path.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path


def project_of(path: Path, *files: Path, user: str = "ann", seen: bool = False) -> Path:
    """A new project with what is in these files; returns its path.

    Where the suggester has `seen` all articles, the window asks for no suggestions.
    """
    project = projects.create(path)
    try:
        who = person(project, user)
        finish(import_paths(project, files, annotator=who))
        if seen:
            with project.transaction("suggest", person=who.id, kind="record") as transaction:
                ids = [article.id for article in articles.list_articles(transaction)]
                suggestions.mark_seen(transaction, ids, NEWS_EN.name, "1")
    finally:
        project.close()
    return path


def person(project: Project, name: str) -> Annotator:
    """The person of that name in a project."""
    return annotator_named(project, name)
