"""Asking a suggester for all articles, or for the one in hand.

Articles that this version of the suggester has been through are left out, so that a run that was
stopped goes on where it was. What stands in the project already, in whatever state, is never
proposed again at the same place.
"""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import cast

from workbench.domain.annotator import Annotator
from workbench.domain.article import ArticleText
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import quote_of
from workbench.domain.suggestion import Draft, Suggestion, SuggestionRelation
from workbench.domain.text import text_hash
from workbench.operations.fitting import fitted, place_of
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker, run_many
from workbench.settings.resources import resources_folder
from workbench.store import articles, schemes, suggestions
from workbench.store.project import Project

DEFAULT_SUGGESTER = "news-en"
_CHUNK = 20
_TASK = "workbench.suggest.tasks:suggest"


@dataclass(slots=True)
class SuggestReport:
    """What a run proposed: articles done, suggestions by layer, and articles that failed."""

    suggester: str
    articles: int = 0
    suggestions: Counter[str] = field(default_factory=Counter)
    failed: list[dict[str, str]] = field(default_factory=list)


def suggest(
    project: Project,
    *,
    annotator: Annotator,
    suggester: str = DEFAULT_SUGGESTER,
    wanted: Sequence[str] | None = None,
    jobs: int = 1,
    worker: Worker | None = None,
) -> LongVerb[SuggestReport]:
    """Ask a suggester for the articles it has not seen, all or those wanted."""
    own_worker = worker or Worker()
    try:
        resources = str(resources_folder())
        name, model = _load(own_worker, suggester, resources)
        seen = suggestions.articles_seen(project, name, model)
        ids = wanted if wanted is not None else [a.id for a in articles.list_articles(project)]
        todo = [id for id in ids if id not in seen]
        report = SuggestReport(name)
        sent: dict[str, str] = {}
        chunks = _chunks(project, todo, sent)
        results = _results(own_worker, chunks, suggester, resources, jobs)
        with closing(results):
            for article, outcome in results:
                if isinstance(outcome, str):
                    counts, reason = None, outcome
                else:
                    reason = str(UserError("operations.text_replaced"))
                    counts = _write(
                        project,
                        annotator,
                        article,
                        outcome,
                        model=(name, model),
                        made_on=sent[article],
                    )
                if counts is None:
                    report.failed.append({"article": article, "reason": reason})
                else:
                    report.suggestions.update(counts)
                    report.articles += 1
                yield Progress(report.articles + len(report.failed), len(todo), article)
        return report
    finally:
        if worker is None:
            own_worker.close()


def _chunks(
    project: Project, ids: Sequence[str], sent: dict[str, str]
) -> Iterator[list[ArticleText]]:
    """The articles' texts, some at a time; the hash of each is noted in `sent`."""
    for begin in range(0, len(ids), _CHUNK):
        texts = articles.texts_of(project, ids[begin : begin + _CHUNK])
        sent |= {text.id: text_hash(text.text) for text in texts}
        yield texts


def _results(
    worker: Worker,
    chunks: Iterator[list[ArticleText]],
    suggester: str,
    resources: str,
    jobs: int,
) -> Generator[tuple[str, list[Draft] | str]]:
    """Each article's id with its drafts, or with why it failed."""
    if jobs > 1:
        stream = run_many(_TASK, chunks, jobs=jobs, shared_args=(suggester, resources))
    else:
        stream = _one_by_one(worker, chunks, suggester, resources)
    with closing(stream):
        for value in stream:
            result = cast("tuple[str, list[Draft] | str]", value)
            if result[0] != "ready":
                yield result


def _one_by_one(
    worker: Worker, chunks: Iterator[list[ArticleText]], suggester: str, resources: str
) -> Generator[object]:
    for chunk in chunks:
        with closing(worker.run(_TASK, suggester, resources, chunk)) as stream:
            yield from stream


def _load(worker: Worker, suggester: str, resources: str) -> tuple[str, str]:
    """The suggester's name and model version; it stays loaded in the worker."""
    with closing(worker.run(_TASK, suggester, resources, [])) as stream:
        _, name, model = cast("tuple[str, str, str]", next(stream))
    return name, model


def _write(
    project: Project,
    annotator: Annotator,
    article: str,
    drafts: list[Draft],
    *,
    model: tuple[str, str],
    made_on: str,
) -> Counter[str] | None:
    """Write one article's suggestions, in one small transaction; how many there are by layer.

    None, and nothing is written, where the text no longer has the hash it had when it was read.
    """
    with project.transaction("suggest", person=annotator.id, kind="record") as transaction:
        text = articles.text_of(transaction, article).text
        if text_hash(text) != made_on:
            return None
        drafts = fitted(schemes.read_scheme(transaction), drafts)
        known = {
            (s.layer, s.label, s.fragments): s.id
            for s in suggestions.of_article(transaction, article)
        }
        ids = [known.get(place_of(draft), "") or new_id() for draft in drafts]
        new = [
            _suggestion(id, article, text, draft, model)
            for id, draft in zip(ids, drafts, strict=True)
            if place_of(draft) not in known
        ]
        relations = _relations(ids, drafts, {suggestion.id for suggestion in new})
        suggestions.insert_many(transaction, new, relations)
        suggestions.mark_seen(transaction, article, *model)
    return Counter(suggestion.layer for suggestion in new)


def _suggestion(
    id: str, article: str, text: str, draft: Draft, model: tuple[str, str]
) -> Suggestion:
    return Suggestion(
        id=id,
        article=article,
        layer=draft.layer,
        label=draft.label,
        fragments=draft.fragments,
        quote=quote_of(text, draft.fragments),
        suggester=model[0],
        model=model[1],
        score=draft.score,
        attributes=draft.attributes,
        reason=draft.reason,
    )


def _relations(ids: list[str], drafts: list[Draft], new: set[str]) -> list[SuggestionRelation]:
    """The relations that new suggestions carry."""
    return [
        SuggestionRelation(new_id(), id, relation.type, ids[relation.target])
        for id, draft in zip(ids, drafts, strict=True)
        if id in new
        for relation in draft.relations
    ]
