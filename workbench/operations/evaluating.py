"""How well a suggester does on what people have finished in this project; nothing is written.

Counted are finished article-layers alone, for elsewhere a mark that is missing says nothing: those
of one person in their newest round, of everybody (each reading counts), or of the gold where a
reviewer has settled every place. Who accepts suggestions marks what was suggested, so the report
says how many of the marks came from this very suggester: a high share flatters it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, cast

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.gold import Gold
from workbench.domain.matching import Mark, Match
from workbench.domain.scheme import Scheme
from workbench.domain.suggester_source import DEFAULT_SUGGESTER, SuggesterSource
from workbench.operations.comparing import differences, standings
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.scoring import Finished, Key, Ready, Scored, add
from workbench.operations.suggesters import source_named
from workbench.operations.trusting import require_trust
from workbench.operations.workers import Worker
from workbench.settings.resources import resources_folder
from workbench.store import annotations, articles, golds, people, schemes
from workbench.store.project import Project

_BATCH = 20  # articles
_TASK = "workbench.operations.scoring:score"

_Place = tuple[str, str, str]  # article, annotator ("" for the gold), layer


@dataclass(frozen=True, slots=True)
class Reference:
    """What a suggester is held against: one person's work, everybody's, or the gold; one layer."""

    annotator: Annotator | None = None
    gold: bool = False
    layer: str = ""


@dataclass(slots=True)
class _Tally:
    """What was counted so far."""

    suggester: str = ""
    model: str = ""
    articles: int = 0
    layers: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    matches: dict[Key, Match] = field(default_factory=dict)
    failed: list[dict[str, str]] = field(default_factory=list)


def evaluate(
    project: Project,
    *,
    suggester: str = DEFAULT_SUGGESTER,
    reference: Reference = Reference(),
    worker: Worker | None = None,
) -> LongVerb[dict[str, Any]]:
    """Precision, recall and F1 of a suggester by layer and label, as plain values.

    Raises `UserError` where nothing is finished, for a layer the scheme does not have, for a
    suggester that is not trusted, and as its loading does.
    """
    scheme = schemes.read_scheme(project)
    if reference.layer:
        scheme.layer(reference.layer)
    source = source_named(project, suggester)
    require_trust(source)
    ids = articles.ids(project)
    own_worker = worker or Worker()
    tally = _Tally()
    try:
        for begin in range(0, len(ids), _BATCH):
            part = ids[begin : begin + _BATCH]
            marked = _finished(project, part, reference)
            _score(project, own_worker, source, (scheme, marked), tally)
            yield Progress(begin + len(part), len(ids), part[-1])
    finally:
        if worker is None:
            own_worker.close()
    if not tally.articles and not tally.failed:
        raise UserError("operations.nothing_finished")
    return _report(tally)


_Marks = Mapping[_Place, Sequence[Annotation | Gold]]


def _score(
    project: Project,
    worker: Worker,
    source: SuggesterSource,
    batch: tuple[Scheme, _Marks],
    tally: _Tally,
) -> None:
    """Let the worker suggest for the articles of a batch in which something is finished."""
    scheme, marked = batch
    by_article: dict[str, list[Finished]] = {}
    for (article, _, layer), spans in marked.items():
        by_article.setdefault(article, []).append((layer, tuple(map(_mark, spans))))
    texts = articles.text_rows(project, by_article)
    if not texts:
        return
    chunk = (scheme, [(text, by_article[text[0]]) for text in texts])
    with closing(worker.run(_TASK, source, str(resources_folder()), chunk)) as stream:
        _, tally.suggester, tally.model = cast("Ready", next(stream))
        scored = dict(cast("Iterator[Scored]", stream))
    for article, found in scored.items():
        if isinstance(found, str):
            tally.failed.append({"article": article, "reason": found})
        else:
            tally.articles += 1
            add(tally.matches, found.items())
    for (article, _, layer), spans in marked.items():
        if not isinstance(scored[article], str):
            tally.layers[layer] += 1
            tally.taken[layer] += sum(_taken_from(span, tally.suggester) for span in spans)


def _mark(span: Annotation | Gold) -> Mark:
    """The hull of what is marked, with its label."""
    return span.fragments[0].start, span.fragments[-1].end, span.label


def _taken_from(span: Annotation | Gold, suggester: str) -> bool:
    """Whether somebody made this mark by accepting a suggestion of the suggester."""
    return isinstance(span, Annotation) and span.origin.suggester == suggester


def _finished(project: Project, part: Sequence[str], reference: Reference) -> _Marks:
    """What stands in each finished layer of some articles, also where that is nothing."""
    found: dict[_Place, list[Annotation | Gold]] = {
        place: []
        for place in (_settled if reference.gold else _done)(project, part, reference)
        if reference.layer in ("", place[2])
    }
    if reference.gold:
        for gold in golds.of_articles(project, part):
            found.get((gold.article, "", gold.layer), []).append(gold)
    else:
        for a in annotations.of_articles(project, part):
            found.get((a.article, a.annotator, a.layer), []).append(a)
    return found


def _done(project: Project, part: Sequence[str], reference: Reference) -> list[_Place]:
    """The article-layers that are done in their newest round, of one person or of everybody."""
    one = reference.annotator.id if reference.annotator else ""
    newest = {
        (a.article, a.annotator, a.layer): a.status
        for a in people.assignments(project, annotator=one, articles=part)
    }
    return [place for place, status in newest.items() if status == "done"]


def _settled(project: Project, part: Sequence[str], _: Reference) -> list[_Place]:
    """The article-layers of which a reviewer has settled every place."""
    found = standings(differences(project, part))
    return [(each.article, "", each.layer) for each in found if each.settled]


def _report(tally: _Tally) -> dict[str, Any]:
    """What was counted, as plain values."""
    layers: dict[str, Any] = {}
    for layer, number in tally.layers.items():
        layers[layer] = {
            "finished": number,
            "taken_from_it": tally.taken[layer],
            **_figures(tally, layer, ""),
            "labels": {
                label: _figures(tally, layer, label)
                for label in sorted({of for name, of, _ in tally.matches if name == layer and of})
            },
        }
    return {
        "suggester": tally.suggester,
        "model": tally.model,
        "articles": tally.articles,
        "layers": layers,
        "failed": tally.failed,
    }


def _figures(tally: _Tally, layer: str, label: str) -> dict[str, Any]:
    """The counts and every measure of a layer, or of one of its labels."""
    found = {key[2]: match for key, match in tally.matches.items() if key[:2] == (layer, label)}
    return {
        "marked": found["exact"].marked,
        "suggested": found["exact"].proposed,
        **{measure: _shares(match) for measure, match in found.items()},
    }


def _shares(match: Match) -> dict[str, float | int | None]:
    return {
        "precision": match.precision,
        "recall": match.recall,
        "f1": match.f1,
        "right": match.right,
        "found": match.found,
    }
