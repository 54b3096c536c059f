"""Searching: the places in all articles where some terms stand, one after another, in context.

The index says which articles fit, about in the order they came in; their texts are read only as far
as somebody asks for hits. `index_pending` comes first where articles came in since the last time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.occurrences import Context, context_of, term_spans
from workbench.domain.span import Span
from workbench.domain.terms import Term, parse_terms
from workbench.operations.progress import LongVerb, Progress, finish
from workbench.store import articles, full_text
from workbench.store.project import Project

_FOUND = 200  # articles asked of the index at once, which for beginnings of words is dear
_READ = 10  # texts read at once


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a term stands."""

    article: str
    title: str
    span: Span
    context: Context


def search(project: Project, typed: str) -> Iterator[Hit]:
    """The hits for what a person typed (see `domain.terms`), read as they are asked for."""
    terms = parse_terms(typed)
    number = 0
    while found := full_text.find(project, terms, after=number, limit=_FOUND):
        for begin in range(0, len(found), _READ):
            some = [one.article for one in found[begin : begin + _READ]]
            yield from _hits_in(project, some, terms)
        number = found[-1].number


def _hits_in(project: Project, ids: Sequence[str], terms: Sequence[Term]) -> Iterator[Hit]:
    titles = {article.id: article.title for article in articles.by_ids(project, ids)}
    texts = articles.bare_texts(project, ids)
    # An article may have gone since the index was asked.
    for id in ids:
        for span in term_spans(texts.get(id, ""), terms):
            yield Hit(id, titles[id], span, context_of(texts[id], span))


def count_articles(project: Project, typed: str) -> int:
    """How many articles fit what a person typed."""
    return full_text.count(project, parse_terms(typed))


def articles_with(project: Project, typed: str) -> set[str]:
    """The articles that fit what a person typed, all texts having been read into the index."""
    finish(index_pending(project))
    return {found.article for found in full_text.find(project, parse_terms(typed))}


def index_pending(project: Project) -> LongVerb[int]:
    """Read the texts into the index that are not in it yet; how many there were.

    What it has read stays when it is stopped.
    """
    waiting = full_text.pending(project)
    for begin in range(0, len(waiting), full_text.BATCH):
        full_text.index(project, waiting[begin : begin + full_text.BATCH])
        yield Progress(min(begin + full_text.BATCH, len(waiting)), len(waiting))
    return len(waiting)
