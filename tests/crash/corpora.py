"""Small projects to be killed over: articles that two people have read, and a copy worked on apart.

Suggestions wait in all of them, and no suggester has anything left to read.
"""

import json
import shutil
from pathlib import Path

from workbench.operations import annotating, importing, people, projects
from workbench.operations.progress import finish
from workbench.store import annotations, articles, suggestions
from workbench.store.project import Project

ARTICLES = 24
LONG = 1_500  # acts, of which a thousand are packed
WORDS = ("Mayor Ilse Varn", "Bo Reed", "the Coast Guard", "Monday")
TEXT = (
    "Harbour {number} stays closed\n\nMayor Ilse Varn spoke first. “The harbour is closed,” Varn"
    " said on Monday. Officials of the port agreed. Bo Reed blamed the Coast Guard for the collapse"
    " of the talks about berth {number}.\n"
)


def make_project(path: Path) -> None:
    """A project with the work of two people, and suggestions that nobody has decided on."""
    source = path.with_suffix(".jsonl")
    write_corpus(source, ("ann", "ben"), numbers=range(ARTICLES))
    project = projects.create(path)
    people.annotator_named(project, "dora")  # who has not read anything yet
    project.close()
    take_in(path, source)


def make_copy(path: Path, copy: Path) -> None:
    """A copy of a project in which somebody else has worked since."""
    shutil.copy(path, copy)
    source = copy.with_suffix(".jsonl")
    write_corpus(source, ("eve",), numbers=range(0, 2 * ARTICLES, 2))
    take_in(copy, source)


def make_long(path: Path, copy: Path) -> None:
    """A copy of a project with a long journal."""
    shutil.copy(path, copy)
    project = projects.open_(copy)
    who = people.annotator_named(project, "ann")
    article = articles.list_articles(project)[0].id
    (marked, *_) = annotations.of_article(project, article, annotator=who.id)
    for number in range(LONG):
        annotating.set_note(project, annotator=who, annotation=marked, note=f"seen {number}")
    project.close()


def write_corpus(path: Path, names: tuple[str, ...], *, numbers: range) -> None:
    """A file of articles in our own form, which those people have read."""
    lines = (json.dumps(_article(number, names), ensure_ascii=False) for number in numbers)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _article(number: int, names: tuple[str, ...]) -> dict[str, object]:
    text = TEXT.format(number=number)
    marked = [
        {"annotator": name, "layer": "entity", "label": "person", **_place(text, words)}
        for name in names
        for words in WORDS[: 2 + number % 2]
    ]
    proposed = [
        {
            "layer": "entity",
            "label": "person",
            "suggester": "s",
            "score": 0.9,
            **_place(text, words),
        }
        for words in WORDS
    ]
    article = {"title": f"Harbour {number}", "text": text, "annotations": marked}
    return {**article, "suggestions": proposed} if "ann" in names else {**article}


def _place(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


def take_in(path: Path, source: Path) -> None:
    """Import a file, and let every article count as read by a suggester."""
    project = projects.open_(path)
    who = people.annotator_named(project, "ann")
    report = finish(importing.import_paths(project, [source], annotator=who))
    assert not report.refused, report.refused
    _mark_seen(project)
    project.close()


def _mark_seen(project: Project) -> None:
    known = [article.id for article in articles.list_articles(project)]
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.mark_seen(transaction, known, "news-en", "0")
