"""Holding a suggester against what people marked: runs in the worker process that suggests.

Proposals are first said in the words of the project's scheme, as they would be in the window, and
only layers are counted that somebody finished. A mark of several fragments counts by its hull.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from workbench.domain.matching import Mark, Match, exact, overlap
from workbench.domain.scheme import Scheme
from workbench.domain.span import hull
from workbench.domain.suggester_source import SuggesterSource
from workbench.domain.suggestion import Draft
from workbench.operations.fitting import fitted
from workbench.store.rows import TextRow, text_in

Finished = tuple[str, tuple[Mark, ...]]
"""One finished layer of an article: the layer, and what one person or the gold has there."""

Chunk = tuple[Scheme, Sequence[tuple[TextRow, Sequence[Finished]]]]
Key = tuple[str, str, str]
"""Layer, label ("" for the whole layer), and the measure: exact, borders or overlap."""

Ready = tuple[str, str, str]
Scored = tuple[str, dict[Key, Match] | str]


def score(source: SuggesterSource, resources: str, chunk: Chunk) -> Iterator[Ready | Scored]:
    """First ("ready", suggester, model), then (article id, matches), or (article id, failure).

    A failure is the text of a traceback. Raises `UserError` as the loading of the suggester does.
    """
    from workbench.suggest import tasks  # noqa: PLC0415 - only the worker may import spaCy

    scheme, articles = chunk
    found = tasks.suggest(source, resources, [text_in(row) for row, _ in articles])
    yield cast("Ready", next(found))
    outcomes = cast("Iterator[tuple[str, list[Draft] | str]]", found)
    for (_, finished), (article, outcome) in zip(articles, outcomes, strict=True):
        if isinstance(outcome, str):
            yield article, outcome
        else:
            yield article, matches(fitted(scheme, outcome), finished)


def matches(drafts: Iterable[Draft], finished: Iterable[Finished]) -> dict[Key, Match]:
    """How the drafts of one article match each of its finished layers, counted together."""
    proposed: dict[str, list[Mark]] = {}
    for draft in drafts:
        whole = hull(draft.fragments)
        proposed.setdefault(draft.layer, []).append((whole.start, whole.end, draft.label))
    total: dict[Key, Match] = {}
    for layer, marked in finished:
        add(total, _layer(layer, proposed.get(layer, []), marked))
    return total


def add(total: dict[Key, Match], found: Iterable[tuple[Key, Match]]) -> None:
    """Add matches to those of the same layer, label and measure."""
    for key, match in found:
        total[key] = total.get(key, Match()) + match


def _layer(
    layer: str, proposed: Sequence[Mark], marked: Sequence[Mark]
) -> Iterator[tuple[Key, Match]]:
    """The matches of one layer: as a whole, where kinds may be ignored, and of each label."""
    yield (layer, "", "exact"), exact(proposed, marked)
    yield (layer, "", "borders"), exact(proposed, marked, labels=False)
    yield (layer, "", "overlap"), overlap(proposed, marked, labels=False)
    for name in sorted({label for _, _, label in (*proposed, *marked)}):
        ours = [mark for mark in proposed if mark[2] == name]
        theirs = [mark for mark in marked if mark[2] == name]
        yield (layer, name, "exact"), exact(ours, theirs)
        yield (layer, name, "overlap"), overlap(ours, theirs)
