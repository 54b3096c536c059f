"""Suggestions on their way into a project: runs in the worker process that makes them.

What a suggester drafts is said in the words of the project's scheme, and becomes rows here, so that
the interface's process has nothing left to do but to write. Several articles come at once, which
makes their writing cheaper, but the first comes alone: somebody may be waiting for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from workbench.domain.article import ArticleText
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.span import quote_of
from workbench.domain.suggester_source import SuggesterSource
from workbench.domain.suggestion import Draft, Suggestion, SuggestionRelation
from workbench.domain.text import text_hash
from workbench.operations.fitting import fitted
from workbench.store.rows import Row, TextRow, suggestion_relation_row, suggestion_row, text_in

AT_ONCE = 4  # articles

Model = tuple[str, str]
"""A suggester's name, and the version of its rules or weights."""

Chunk = tuple[Scheme, Sequence[TextRow]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a suggester proposes for one article: rows, and the text and scheme they are made for.

    `failure` says in a line why the article could not be read.
    """

    article: str
    text_hash: str
    scheme_version: int
    suggestions: tuple[Row, ...] = ()
    relations: tuple[Row, ...] = ()
    failure: str = ""


def load(source: SuggesterSource, resources: str) -> Iterator[Model]:
    """A suggester's name and version, once it is loaded; raises `UserError` as its loading does."""
    from workbench.suggest import tasks  # noqa: PLC0415 - only the worker may import spaCy

    suggester = tasks.loaded(source, resources)
    yield suggester.name, suggester.model


def propose(source: SuggesterSource, resources: str, chunk: Chunk) -> Iterator[list[Proposal]]:
    """Proposals for all articles of the chunk; raises `UserError` as `load` does."""
    from workbench.suggest import tasks  # noqa: PLC0415 - only the worker may import spaCy

    scheme, rows = chunk
    texts = [text_in(row) for row in rows]
    found = tasks.suggest(source, resources, texts)
    _, suggester, model = cast("tuple[str, str, str]", next(found))
    outcomes = cast("Iterator[tuple[str, list[Draft] | str]]", found)
    batch: list[Proposal] = []
    size = 1
    for text, (_, outcome) in zip(texts, outcomes, strict=True):
        batch.append(_proposal(scheme, text, outcome, (suggester, model)))
        if len(batch) == size:
            yield batch
            batch, size = [], min(2 * size, AT_ONCE)
    if batch:
        yield batch


def _proposal(
    scheme: Scheme, text: ArticleText, outcome: list[Draft] | str, model: Model
) -> Proposal:
    """What came of one article."""
    made_on = text_hash(text.text)
    if isinstance(outcome, str):
        return Proposal(text.id, made_on, scheme.version, failure=outcome)
    drafts = fitted(scheme, outcome)
    ids = [new_id() for _ in drafts]
    found = [
        suggestion_row(_suggestion(id, text, draft, model))
        for id, draft in zip(ids, drafts, strict=True)
    ]
    relations = [
        SuggestionRelation(new_id(), id, relation.type, ids[relation.target])
        for id, draft in zip(ids, drafts, strict=True)
        for relation in draft.relations
    ]
    carried = tuple(suggestion_relation_row(text.id, relation) for relation in relations)
    return Proposal(text.id, made_on, scheme.version, tuple(found), carried)


def _suggestion(id: str, text: ArticleText, draft: Draft, model: Model) -> Suggestion:
    return Suggestion(
        id=id,
        article=text.id,
        layer=draft.layer,
        label=draft.label,
        fragments=draft.fragments,
        quote=quote_of(text.text, draft.fragments),
        suggester=model[0],
        model=model[1],
        score=draft.score,
        attributes=draft.attributes,
        reason=draft.reason,
    )
