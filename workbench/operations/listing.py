"""What is in a project, article by article, as plain values for pipelines and tables."""

from typing import Any

from workbench.store import annotations, articles, people, suggestions
from workbench.store.project import Project


def list_articles(project: Project) -> list[dict[str, Any]]:
    """Each article with its annotations by person, its suggestions, and where its layers stand."""
    names = {person.id: person.name for person in people.annotators(project)}
    marked: dict[str, dict[str, int]] = {}
    for (article, person), number in annotations.counts_by_article(project).items():
        if person in names:  # a damaged index may count for nobody
            marked.setdefault(article, {})[names[person]] = number
    proposed = suggestions.counts_by_article(project)
    status: dict[str, dict[str, dict[str, str]]] = {}
    for a in people.assignments(project):
        status.setdefault(a.article, {}).setdefault(names[a.annotator], {})[a.layer] = a.status
    return [
        {
            "id": article.id,
            "title": article.title,
            "characters": article.length,
            "annotations": marked.get(article.id, {}),
            "suggestions": proposed.get(article.id, 0),
            "status": status.get(article.id, {}),
        }
        for article in articles.list_articles(project)
    ]
