"""Suggesting as a task for a worker process: a generator function with plain arguments.

The loaded suggester stays in its process between runs. Articles go through it in small batches, so
that a cancelled run stops soon; where a batch fails, its articles are tried one by one, and one bad
article costs itself alone.
"""

import functools
import json
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.domain.article import ArticleText
from workbench.domain.errors import UserError
from workbench.domain.span import check_fragments
from workbench.domain.suggester_source import Kind, SuggesterSource
from workbench.domain.suggestion import Draft
from workbench.suggest import registry
from workbench.suggest.suggester import Suggester

BATCH = 8  # articles

Ready = tuple[str, str, str]
Outcome = tuple[str, list[Draft] | str]


def suggest(
    source: SuggesterSource, resources: str, articles: Sequence[ArticleText]
) -> Iterator[Ready | Outcome]:
    """First ("ready", suggester, model); then (article id, drafts), or (article id, failure).

    A failure says in a line what went wrong, and where. Raises `UserError` as `registry.load` does.
    """
    suggester = loaded(source, resources)
    yield "ready", suggester.name, suggester.model
    for start in range(0, len(articles), BATCH):
        yield from _outcomes(suggester, articles[start : start + BATCH])


def loaded(source: SuggesterSource, resources: str) -> Suggester:
    """A suggester, loaded once a process; raises `UserError` as `registry.load` does."""
    spec = json.dumps(dict(source.spec), sort_keys=True)
    return _loaded(source.kind, source.name, spec, resources)


@functools.lru_cache(maxsize=4)
def _loaded(kind: Kind, name: str, spec: str, resources: str) -> Suggester:
    """The suggester that is made so."""
    return registry.load(SuggesterSource(name, kind, json.loads(spec)), Path(resources))


def _outcomes(suggester: Suggester, articles: Sequence[ArticleText]) -> list[Outcome]:
    """What the suggester made of each article of a batch, or why it could not."""
    try:
        found = list(zip(articles, suggester.suggest(articles), strict=True))
        return [(article.id, _sound(article, drafts)) for article, drafts in found]
    except MemoryError:
        raise  # a heap that ran full is of no use to the other articles
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in a model must not stop the rest
        if len(articles) == 1:
            return [(articles[0].id, _failure(error))]
        return [outcome for article in articles for outcome in _outcomes(suggester, [article])]


def _sound(article: ArticleText, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a text, all of which lie in it; raises what is wrong with them."""
    for draft in drafts:
        check_fragments(len(article.text), draft.fragments)
        for relation in draft.relations:
            drafts[relation.target]
    return drafts


def _failure(error: Exception) -> str:
    """What went wrong and where, in a line."""
    if isinstance(error, UserError):
        return str(error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{said} ({Path(frame.filename).name}, line {frame.lineno})"
