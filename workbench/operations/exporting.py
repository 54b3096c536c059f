"""Writing a corpus out of a project, with a receipt of what the format could not hold.

Only what people have finished goes out, unless asked otherwise: an article-layer that is not done
says nothing about what is absent from it. `jsonl` is the exception, since it carries the status
along. Articles are read in batches, so that memory does not grow with the project.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.domain.corpus import CorpusArticle
from workbench.store import articles, corpus
from workbench.store.project import Project

Which = Literal["done", "any"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which part of a project goes out: whose work (else everyone's), which layer, which status."""

    annotators: tuple[str, ...] = ()
    layer: str = ""
    status: Which = "done"


def chosen_articles(project: Project, choice: Choice) -> Iterator[CorpusArticle]:
    """The articles of a project with the chosen work in them, and no other."""
    ids: Sequence[str] = [article.id for article in articles.list_articles(project)]
    for article in corpus.read_corpus(project, ids):
        yield _chosen(article, choice)


def _chosen(article: CorpusArticle, choice: Choice) -> CorpusArticle:
    """An article without the work of people and layers that were not asked for."""
    kept = tuple(a for a in article.annotations if _wanted(choice, a.annotator, a.layer))
    ids = {annotation.id for annotation in kept}
    whose = choice.annotators
    return replace(
        article,
        annotations=kept,
        relations=tuple(r for r in article.relations if r.source in ids and r.target in ids),
        labels=tuple(v for v in article.labels if not whose or v.annotator in whose),
        assignments=tuple(
            a for a in article.assignments or () if _wanted(choice, a.annotator, a.layer)
        ),
    )


def _wanted(choice: Choice, annotator: str, layer: str) -> bool:
    return (not choice.annotators or annotator in choice.annotators) and choice.layer in (
        "",
        layer,
    )
