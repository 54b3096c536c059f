"""The sample project: a few invented articles, imported, suggested on and exported.

It shows the whole way on a new machine, and is what *Try the sample* opens. Preparing it again
changes nothing that a person did in it.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from workbench.domain.errors import UserError
from workbench.operations import exporting, importing, projects, suggesting
from workbench.operations.people import annotator_named
from workbench.operations.progress import LongVerb, finish
from workbench.operations.workers import Worker
from workbench.settings.resources import resources_folder
from workbench.store import articles, suggestions
from workbench.store.project import Project

NAME = "sample"


def prepare(folder: Path, *, user: str) -> dict[str, Any]:
    """Make or continue the sample project in a folder; what there is in it, and where."""
    worker = Worker()
    try:
        return finish(preparing(folder, user, worker))
    finally:
        worker.close()


def preparing(folder: Path, user: str, worker: Worker) -> LongVerb[dict[str, Any]]:
    """As `prepare`, step by step with progress."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("store.cannot_create", path=folder, reason=error.strerror) from error
    path = folder / f"{NAME}{projects.SUFFIX}"
    project = projects.open_(path) if path.exists() else projects.create(path)
    try:
        who = annotator_named(project, user)
        texts = sorted((resources_folder() / NAME).glob("*.txt"))
        yield from importing.import_paths(project, texts, annotator=who, worker=worker)
        yield from suggesting.suggest(project, annotator=who, worker=worker)
        out = folder / f"{NAME}.jsonl"
        exported = yield from exporting.export(project, out, format="jsonl")
        return {"project": str(path), "articles": _rows(project), "exported": exported["files"]}
    finally:
        project.close()


def _rows(project: Project) -> list[dict[str, Any]]:
    """Each article with its words and its suggestions by layer."""
    rows = []
    for article in articles.list_articles(project):
        found = suggestions.of_article(project, article.id)
        row = {
            "title": article.title,
            "words": len(articles.text_of(project, article.id).text.split()),
            "suggestions": dict(sorted(Counter(s.layer for s in found).items())),
        }
        rows.append(row)
    return rows
