"""The rows of the article list, as one person sees them."""

from collections.abc import Iterable

from workbench.domain.annotator import Annotator
from workbench.store import annotations, articles, people, schemes, suggestions
from workbench.store.project import Project
from workbench.ui.annotate.articles.article_list import ArticleRow

_MANY = 500


def article_rows(
    project: Project, annotator: Annotator, *, only: Iterable[str] | None = None
) -> list[ArticleRow]:
    """A row for each article, or for some; a handful of queries however many there are.

    Where many are wanted all come, which costs no more than to name so many in a query.
    """
    wanted = None if only is None else list(only)
    if wanted is not None and len(wanted) > _MANY:
        wanted = None
    heads = articles.list_articles(project) if wanted is None else articles.by_ids(project, wanted)
    marked = annotations.counts_by_article(project, annotator=annotator.id, articles=wanted)
    proposed = suggestions.counts_by_article(project, articles=wanted)
    status: dict[str, dict[str, str]] = {}
    for a in people.assignments(project, annotator=annotator.id, articles=wanted):
        status.setdefault(a.article, {})[a.layer] = a.status
    new = {layer.id: "new" for layer in schemes.read_scheme(project).layers}
    first = articles.first_appearances(project, articles=wanted)
    return [
        ArticleRow(
            id=head.id,
            title=head.title,
            source=first[head.id][0] if head.id in first else "",
            published=first[head.id][1] if head.id in first else "",
            status=new | status.get(head.id, {}),
            annotations=marked.get((head.id, annotator.id), 0),
            suggestions=proposed.get(head.id, 0),
        )
        for head in heads
    ]
