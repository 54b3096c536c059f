"""Searching many articles, keeping the list to a filter, and every occurrence in one long text."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from tests.benchmarks.corpora import Corpus, person, project_of
from tests.benchmarks.measuring import Result, Scale, doubled, grown, seconds, spread
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
    """Index, first pages, filters, and how each grows; then occurrences in one text."""
    sizes = scale.sizes(scale.project_articles)
    rounds = [_measured(scale, folder, size) for size in sizes]
    indexed, searched, filtered = zip(*rounds, strict=True)
    taken = indexed[-1] / sizes[-1]
    yield Result("full-text index, an article", 1_000 * taken, "ms")
    yield grown("full-text index", sizes, indexed, budget=1.1)
    for what, times, most in (("search", searched, 100), ("filter", filtered, 200)):
        slowest = max(times[-1], key=lambda asked: median(times[-1][asked]))
        name = f"{what} of {sizes[-1]:,} articles"
        note = f"{spread(times[-1][slowest])}; slowest: {slowest}"
        yield Result(name, 1_000 * median(times[-1][slowest]), "ms", most, note=note)
        yield grown(what, sizes, [min(each[slowest]) for each in times], budget=1.1)
    yield from _occurrences(scale)


Times = dict[str, list[float]]  # seconds, by what was asked


def _measured(scale: Scale, folder: Path, articles: int) -> tuple[float, Times, Times]:
    """Seconds to index so many articles, to search and to filter them."""
    file = Corpus().write(folder / f"{articles}.jsonl", articles, spans=2)
    project = projects.open_(project_of(folder / f"{articles}.workbench", file))
    try:
        taken = seconds(lambda: finish(index_pending(project)))
        return taken, searches(project, scale), _filters(project, scale)
    finally:
        project.close()


def searches(project: Project, scale: Scale) -> Times:
    """Several questions, each counted and with its first page of hits."""
    return {typed: _times(scale, lambda t=typed: _page(project, t)) for typed in ASKED}  # type: ignore[misc]


def _page(project: Project, typed: str) -> None:
    count_articles(project, typed)
    list(islice(search(project, typed), PAGE))


def _filters(project: Project, scale: Scale) -> Times:
    """Several conditions over the article list."""
    who = person(project, "ann").id
    asked = {
        "status": ArticleFilter(who, status="open"),
        "dates": ArticleFilter(who, since="2024", until="2025-06"),
        "label": ArticleFilter(who, label=("entity", "person")),
        "person": ArticleFilter(who, annotator=who),
        "suggestions": ArticleFilter(who, open_suggestions=True),
    }
    return {
        name: _times(scale, lambda f=condition: filters.matching(project, f))  # type: ignore[misc]
        for name, condition in asked.items()
    }


def _occurrences(scale: Scale) -> Iterator[Result]:
    """Every occurrence in texts that double in length."""
    text = Corpus().text(scale.characters)
    # Below, a text lies in the processor's cache and costs less than its share.
    sizes = doubled(len(text), times=2)
    times = [
        [seconds(lambda s=s: _find(text[:s])) for _ in range(scale.repetitions + 1)][1:]  # type: ignore[misc]
        for s in sizes
    ]
    name = f"occurrences in {scale.characters:,} characters"
    yield Result(name, 1_000 * median(times[-1]), "ms", note=spread(times[-1]))
    yield grown("occurrences in a text", sizes, [min(each) for each in times])


def _find(text: str) -> None:
    fold.cache_clear()
    list(occurrences(text, Wanted("said")))


def _times(scale: Scale, act: Callable[[], object]) -> list[float]:
    """Some seconds of what takes a moment: of fewer than three all may have been disturbed."""
    return [seconds(act) for _ in range(max(scale.repetitions, 3) + 1)][1:]
