"""How much there is in a project, by label, source and person, and what suggestions were worth.

Read beside the window: it takes seconds where there are millions of annotations.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from workbench.domain.annotator import Annotator
from workbench.domain.counts import Counts, Score
from workbench.domain.suggester_source import SuggesterSource
from workbench.operations.lessons import GOLD
from workbench.operations.progress import LongVerb, Progress
from workbench.store import counting, people, suggesters
from workbench.store.project import Project

_STEPS = 5
_FIGURES = re.compile(r"(\d+) → (\d+) ± (\d+)")  # as `training.Taught` says them


def count(project: Project, *, annotator: Annotator | None = None) -> LongVerb[Counts]:
    """Count what is in a project, of one moment; with an annotator only that person's work."""
    only = annotator.id if annotator else ""
    with project.snapshot() as reader:
        names = {person.id: person.name for person in people.annotators(reader)}
        articles, characters = counting.articles(reader)
        yield Progress(1, _STEPS)
        labels = counting.labels(reader, annotator=only)
        yield Progress(2, _STEPS)
        marked = counting.people(reader, names, annotator=only)
        yield Progress(3, _STEPS)
        sources = counting.sources(reader, annotator=only)
        yield Progress(4, _STEPS)
        return Counts(
            articles=articles,
            characters=characters,
            labels=labels,
            people=marked,
            sources=sources,
            decisions=counting.decisions(reader, annotator=only),
            scores=_scores(suggesters.sources(reader), names, only),
        )


def _scores(
    sources: list[SuggesterSource], names: Mapping[str, str], only: str
) -> tuple[Score, ...]:
    """What models were worth that were taught in this project, earlier ones too."""
    seen = (s for s in sources if s.kind == "personal" and (not only or s.annotator in {only, ""}))
    scores = (_score(source, names) for source in seen)
    return tuple(score for score in scores if score is not None)


def _score(source: SuggesterSource, names: Mapping[str, str]) -> Score | None:
    """What was written of a model when it was kept; None where it says no figures."""
    said = _FIGURES.search(str(source.spec.get("figures")))
    if said is None:
        return None
    before, after, error = (int(figure) / 100 for figure in said.groups())
    teacher = names.get(source.annotator, GOLD.name)
    layer, articles = str(source.spec.get("layer")), len(source.spec.get("taught", ()))
    return Score(teacher, layer, articles, before, after, error)


def as_json(counts: Counts) -> dict[str, Any]:
    """The counts as plain values, by the ids of layers and labels; scores in per cent."""
    found = asdict(counts) | {"annotations": counts.annotations, "gold": counts.gold}
    for score in found["scores"]:
        score |= {name: round(100 * score[name]) for name in ("before", "after", "error")}
    return found
