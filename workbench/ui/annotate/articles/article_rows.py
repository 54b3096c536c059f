"""The rows of the article list, as one person sees them.

Title, place and status come with the row; to count the marks of all would take longer than anybody
waits for a window. They are counted where a row is in sight.
"""

from collections.abc import Collection, Sequence

from workbench.domain.annotator import Annotator
from workbench.store import annotations, headings, schemes, suggestions
from workbench.store.headings import Heading
from workbench.store.project import Project
from workbench.ui.annotate.articles.article_model import ArticleRow

MANY = 500  # articles that one query can name


def uncounted(heading: Heading) -> ArticleRow:
    """The row of an article whose marks are not counted yet."""
    return ArticleRow(heading.id, heading.title, heading.source, heading.published, heading.status)


def article_rows(
    project: Project, annotator: Annotator, *, only: Collection[str]
) -> list[ArticleRow]:
    """A row for each of some articles, not many, with its marks counted."""
    layers = tuple(layer.id for layer in schemes.read_scheme(project).layers)
    found = headings.of_some(project, only, annotator=annotator.id, layers=layers)
    counted = _counts(project, annotator, [heading.id for heading in found])
    return [
        ArticleRow(h.id, h.title, h.source, h.published, h.status, *counted[h.id]) for h in found
    ]


def _counts(
    project: Project, annotator: Annotator, wanted: Sequence[str]
) -> dict[str, tuple[int, int]]:
    """How many annotations of the person and how many suggestions some articles have."""
    marked = annotations.counts_by_article(project, annotator=annotator.id, articles=wanted)
    proposed = suggestions.counts_by_article(project, articles=wanted)
    return {id: (marked.get((id, annotator.id), 0), proposed.get(id, 0)) for id in wanted}
