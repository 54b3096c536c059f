"""Searching many articles, keeping the list to a filter, and every occurrence in one long text."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from tests.benchmarks.corpora import Corpus, person, project_of
from tests.benchmarks.measuring import Result, Scale, doubled, growth, percentile, seconds
from workbench.domain.article_filter import ArticleFilter
from workbench.domain.folding import fold
from workbench.domain.occurrences import Wanted, occurrences
from workbench.operations import projects
from workbench.operations.progress import finish
from workbench.operations.searching import count_articles, index_pending, search
from workbench.store import filters
from workbench.store.project import Project

PAGE = 100  # rows that the window shows first
ASKED = ("said", "the dam", '"said the"', "minist*", "drawer -strike", "s*", "th*", "zzz")


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """Index, first pages, filters; then how the cost of occurrences grows with the text."""
    number = scale.project_articles
    file = Corpus().write(folder / "c.jsonl", number, spans=2)
    project = projects.open_(project_of(folder / "a.workbench", file))
    try:
        taken = seconds(lambda: finish(index_pending(project)))
        yield Result("full-text index, an article", 1_000 * taken / number, "ms")
        yield from _searches(project, scale)
        yield from _filters(project, scale)
    finally:
        project.close()
    yield from _occurrences(scale)


def _searches(project: Project, scale: Scale) -> Iterator[Result]:
    """The slowest of several questions, each counted and with its first page of hits."""
    times = {typed: _median(scale, lambda t=typed: _page(project, t)) for typed in ASKED}  # type: ignore[misc]
    slowest = max(times, key=lambda typed: times[typed])
    name = f"search of {scale.project_articles:,} articles, first page"
    yield Result(name, 1_000 * times[slowest], "ms", 100, note=f"slowest: {slowest}")


def _page(project: Project, typed: str) -> None:
    count_articles(project, typed)
    list(islice(search(project, typed), PAGE))


def _filters(project: Project, scale: Scale) -> Iterator[Result]:
    """The slowest of several conditions over the article list."""
    who = person(project, "ann").id
    asked = {
        "status": ArticleFilter(who, status="open"),
        "dates": ArticleFilter(who, since="2024", until="2025-06"),
        "label": ArticleFilter(who, label=("entity", "person")),
        "person": ArticleFilter(who, annotator=who),
        "suggestions": ArticleFilter(who, open_suggestions=True),
    }
    times = {
        name: _median(scale, lambda f=condition: filters.matching(project, f))  # type: ignore[misc]
        for name, condition in asked.items()
    }
    slowest = max(times, key=lambda name: times[name])
    name = f"filter of {scale.project_articles:,} articles"
    yield Result(name, 1_000 * times[slowest], "ms", 200, note=f"slowest: {slowest}")


def _occurrences(scale: Scale) -> Iterator[Result]:
    """Every occurrence in texts that double in length."""
    text = Corpus().text(scale.characters)
    # Below, a text lies in the processor's cache and costs less than its share.
    sizes = doubled(len(text), times=2)
    costs = [min(seconds(lambda s=s: _find(text[:s])) for _ in range(5)) for s in sizes]  # type: ignore[misc]
    name = f"occurrences in {scale.characters:,} characters"
    yield Result(name, 1_000 * costs[-1], "ms")
    yield Result(
        "occurrences: growth with the length of the text", growth(sizes, costs), "exponent", 1.2
    )


def _find(text: str) -> None:
    fold.cache_clear()
    list(occurrences(text, Wanted("said")))


def _median(scale: Scale, act: Callable[[], object]) -> float:
    return percentile([seconds(act) for _ in range(scale.repetitions + 1)][1:], 0.5)
