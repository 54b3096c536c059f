"""The rows of the article list, as one person sees them.

Title, place and status of a hundred thousand articles are read in a moment; to count the marks of
all would take longer than anybody waits for a window. They are counted where a row is in sight.
"""

from collections.abc import Iterable, Sequence

from workbench.domain.annotator import Annotator
from workbench.store import annotations, articles, people, schemes, suggestions
from workbench.store.project import Project
from workbench.ui.annotate.articles.article_model import ArticleRow

_MANY = 500


def article_rows(
    project: Project, annotator: Annotator, *, only: Iterable[str] | None = None
) -> list[ArticleRow]:
    """A row for each article, or for some; a handful of queries however many there are.

    Where some are wanted their marks are counted. Where many are, all come, uncounted, which costs
    no more than to name so many in a query.
    """
    wanted = None if only is None else list(only)
    if wanted is not None and len(wanted) > _MANY:
        wanted = None
    layers = tuple(layer.id for layer in schemes.read_scheme(project).layers)
    status = people.statuses_by_article(
        project, annotator=annotator.id, layers=layers, articles=wanted
    )
    new = dict.fromkeys(layers, "new")
    counted = {} if wanted is None else _counts(project, annotator, wanted)
    return [
        ArticleRow(id, title, source, published, status.get(id, new), *counted.get(id, ()))
        for id, title, source, published in articles.headings(project, articles=wanted)
    ]


def _counts(
    project: Project, annotator: Annotator, wanted: Sequence[str]
) -> dict[str, tuple[int, int]]:
    """How many annotations of the person and how many suggestions some articles have."""
    marked = annotations.counts_by_article(project, annotator=annotator.id, articles=wanted)
    proposed = suggestions.counts_by_article(project, articles=wanted)
    return {id: (marked.get((id, annotator.id), 0), proposed.get(id, 0)) for id in wanted}
