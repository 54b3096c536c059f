"""The project read out article by article, in batches, for export: constant memory at any size.

Each batch costs one query a table, however many articles it holds, and is of one moment: who joins
meanwhile, or marks and relates, is in it whole or not at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from workbench.domain.corpus import CorpusArticle
from workbench.domain.suggestion import Suggestion
from workbench.store import annotations, articles, golds, people, suggestions
from workbench.store.project import Project
from workbench.store.reader import Reader

_BATCH = 100


class _OfArticle(Protocol):
    @property
    def article(self) -> str: ...


T = TypeVar("T", bound=_OfArticle)


def read_corpus(project: Project, wanted: Sequence[str]) -> Iterator[CorpusArticle]:
    """Articles with everything said of them, people by name, in the order of `wanted`."""
    for begin in range(0, len(wanted), _BATCH):
        with project.snapshot() as reader:
            batch = list(_batch(reader, wanted[begin : begin + _BATCH]))
        yield from batch


def _batch(reader: Reader, ids: Sequence[str]) -> Iterator[CorpusArticle]:
    names = {person.id: person.name for person in people.annotators(reader)}
    heads = {article.id: article for article in articles.by_ids(reader, ids)}
    texts = {text.id: text for text in articles.texts_of(reader, ids)}
    appearances = articles.appearances_of(reader, ids)
    labels = _by_article(articles.labels_of(reader, ids), names)
    assignments = _by_article(people.assignments(reader, articles=ids), names)
    marked = _by_article(annotations.of_articles(reader, ids), names)
    relations = _by_article(annotations.relations_of_articles(reader, ids), names)
    proposed = _by_article(suggestions.of_articles(reader, ids), {})
    carried = suggestions.relations_of_articles(reader, ids)
    gold = _by_article(golds.of_articles(reader, ids), {})
    led = _by_article(golds.relations_of_articles(reader, ids), {})
    rulings = _by_article(golds.rulings_of_articles(reader, ids), {})
    for id in ids:
        if id not in heads:
            continue
        yield CorpusArticle(
            article=heads[id],
            text=texts[id].text,
            structure=texts[id].structure,
            appearances=tuple(appearances.get(id, ())),
            labels=tuple(labels.get(id, ())),
            assignments=tuple(assignments.get(id, ())),
            annotations=tuple(marked.get(id, ())),
            relations=tuple(relations.get(id, ())),
            suggestions=tuple(_named_states(s, names) for s in proposed.get(id, ())),
            suggestion_relations=tuple(carried.get(id, ())),
            gold=tuple(gold.get(id, ())),
            gold_relations=tuple(led.get(id, ())),
            rulings=tuple(rulings.get(id, ())),
        )


def _by_article(items: Iterable[T], names: dict[str, str]) -> dict[str, list[T]]:
    """Items by article, with the annotator's name in place of the id where they have one."""
    found: dict[str, list[T]] = {}
    for item in items:
        found.setdefault(item.article, []).append(_named(item, names) if names else item)
    return found


def _named(item: T, names: dict[str, str]) -> T:
    return replace(item, annotator=names[item.annotator])  # type: ignore[attr-defined,type-var]


def _named_states(suggestion: Suggestion, names: dict[str, str]) -> Suggestion:
    states = {names[person]: state for person, state in suggestion.states.items()}
    return replace(suggestion, states=states)
