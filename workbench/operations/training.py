"""Teaching a suggester by what one person has finished, and keeping it only where it helps.

It learns from that person's finished articles and from nobody else's, always from all of them; or
from gold, where that is wanted (see `lessons`). What it could learn is tried by cross-validation
first: a model is kept, and takes the place of what the person sees in that layer now, only where
the same folds say that it finds more, by more than the error of that figure. What a person turned
down counts too: a kind of suggestion that they hardly ever take falls silent.

Models lie under the data folder by project, person, layer and number. Earlier ones stay, and can
be chosen again like any suggester.
"""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from workbench.domain.annotator import Annotator
from workbench.domain.counting import several
from workbench.domain.errors import UserError
from workbench.domain.ids import now
from workbench.domain.learning import (
    FEWEST,
    Comparison,
    Course,
    Hint,
    Kind,
    Lesson,
    Trial,
    folds,
    sums,
)
from workbench.domain.suggester_source import NEWS_EN, SuggesterSource
from workbench.operations.child import Call
from workbench.operations.lessons import (
    GOLD,
    Teacher,
    finished_layers,
    lessons_of,
    teacher_of,
)
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.suggesters import add
from workbench.operations.workers import Worker, run_many
from workbench.settings.folders import make_private
from workbench.settings.resources import resources_folder
from workbench.store import schemes, suggesters, suggestions, twins
from workbench.store.project import Project

_WORK = "workbench.operations.teaching_work"
_SEED = 0


@dataclass(frozen=True, slots=True)
class Taught:
    """What came of teaching: F1 before and after from 0 to 1, and the name of what was kept.

    `name` is empty where the model was not kept, since it did not help for certain.
    """

    layer: str
    articles: int
    before: float
    after: float
    error: float
    name: str = ""

    def __str__(self) -> str:
        """In one line: "claim: 27 → 38 ± 3 on 20 articles"."""
        said = f"{self.layer}: {self.figures()} on {several(self.articles, 'article')}"
        return said if self.name else f"{said}; not enough articles to tell, nothing was changed"

    def figures(self) -> str:
        """F1 before and after in per cent, with the error: "27 → 38 ± 3"."""
        return f"{100 * self.before:.0f} → {100 * self.after:.0f} ± {100 * self.error:.0f}"

    def as_json(self) -> dict[str, Any]:
        """As it is printed; the figures in per cent."""
        return {
            "layer": self.layer,
            "articles": self.articles,
            "before": round(100 * self.before, 1),
            "after": round(100 * self.after, 1),
            "error": round(100 * self.error, 1),
            "kept": bool(self.name),
            "suggester": self.name or None,
        }


def train(
    project: Project,
    *,
    annotator: Annotator,
    layer: str,
    models: Path,
    gold: bool = False,
    jobs: int = 2,
    worker: Worker | None = None,
) -> LongVerb[Taught]:
    """Teach a suggester of a layer by a person's finished articles; keep it where it helps.

    With `gold` it is taught by all that reviewers have settled, and shown to everybody.

    `models` is the folder that learned models are kept in. Raises `UserError` for a layer that the
    scheme does not have, fewer than ten finished articles, and articles without a mark.
    """
    teacher = GOLD if gold else teacher_of(annotator)
    lessons = lessons_of(project, teacher, layer)
    groups = twins.groups(project)
    apart = len({groups.get(lesson.article.id, lesson.article.id) for lesson in lessons})
    if apart < FEWEST:
        raise UserError("operations.too_few_lessons", number=apart, layer=layer, needed=FEWEST)
    if not any(lesson.marked for lesson in lessons):
        raise UserError("operations.no_marks_to_learn", layer=layer)
    own_worker = worker or Worker()
    try:
        course = yield from _course(project, teacher, layer, lessons, own_worker)
        present = _present(project, teacher, layer)
        before, after = yield from _exams(course, present, groups, jobs)
        outcome = _outcome(course, before, after)
        if not outcome.better:
            return _told(layer, outcome, "")
        source = _source(project, teacher, course, models)
        taught = _told(layer, outcome, source.name)
        yield Progress(len(after), len(after) + 1)
        card = _card(source, teacher, taught, after)
        with closing(own_worker.run(f"{_WORK}:teach", course, card, source.spec["folder"])) as work:
            for _ in work:
                yield Progress(len(after), len(after) + 1)
        kept = replace(source, spec={**source.spec, "figures": taught.figures()})
        add(project, annotator=annotator, source=kept)
        return taught
    finally:
        if worker is None:
            own_worker.close()


def train_layers(
    project: Project,
    *,
    annotator: Annotator,
    models: Path,
    layer: str = "",
    gold: bool = False,
    jobs: int = 2,
    worker: Worker | None = None,
) -> LongVerb[list[Taught]]:
    """Teach one layer, or each in which the person has finished enough; raises as `train` does.

    With no layer named and none finished often enough, the one finished most is what is refused.
    """
    teacher = GOLD if gold else teacher_of(annotator)
    wanted = [layer] if layer else _ripe(project, teacher)
    taught: list[Taught] = []
    for each in wanted:
        verb = train(
            project,
            annotator=annotator,
            layer=each,
            models=models,
            gold=gold,
            jobs=jobs,
            worker=worker,
        )
        taught += [(yield from verb)]
    return taught


def _ripe(project: Project, teacher: Teacher) -> list[str]:
    """The layers with enough finished articles, else the one that is nearest to it."""
    done = Counter(layer for _, layer in finished_layers(project, teacher))
    layers = [layer.id for layer in schemes.read_scheme(project).layers]
    enough = [layer for layer in layers if done[layer] >= FEWEST]
    return enough or [max(layers, key=lambda layer: done[layer])]


def _course(
    project: Project, teacher: Teacher, layer: str, lessons: Sequence[Lesson], worker: Worker
) -> LongVerb[Course]:
    """The lessons with what the suggester under the new one drafts for each."""
    found: list[Hint] = []
    texts = [lesson.article for lesson in lessons]
    arguments = (NEWS_EN, str(resources_folder()), schemes.read_scheme(project), texts)
    with closing(worker.run(f"{_WORK}:hints", *arguments)) as stream:
        for hint in stream:
            found.append(cast("Hint", hint))
            yield Progress(0, 0, texts[len(found) - 1].id)
    down = _turned_down(project, teacher, layer, {text.id for text in texts})
    return Course(layer, tuple(lessons), tuple(found), down, _SEED)


def _turned_down(
    project: Project, teacher: Teacher, layer: str, besides: set[str]
) -> dict[Kind, tuple[int, int]]:
    """How often each kind of suggestion was turned down in articles that are no lessons."""
    counts = suggestions.turned_down(
        project, annotator=teacher.id, suggester=NEWS_EN.name, layer=layer, besides=besides
    )
    return {("base", label): (0, number) for label, number in counts.items()}


def _present(project: Project, teacher: Teacher, layer: str) -> tuple[str, ...]:
    """The articles that taught what the person sees now in a layer; none where it is the base."""
    for source in suggesters.sources(project):
        learned = source.kind == "personal" and source.annotator == teacher.id
        if learned and layer in source.layers:
            return tuple(source.spec.get("taught", ()))
    return ()


def _exams(
    course: Course, present: Sequence[str], groups: Mapping[str, int], jobs: int
) -> LongVerb[tuple[list[Trial], list[Trial]]]:
    """How what is there and what could be there do, on the same folds."""
    ids = [lesson.article.id for lesson in course.lessons]
    parts = folds(ids, groups=groups, seed=course.seed)
    exams = [_exam(part, ids, present) for part in parts]
    calls = [Call(f"{_WORK}:examine", (course, exam)) for exam in exams]
    before, after = [], []
    with closing(run_many(calls, jobs=jobs)) as stream:
        for value in stream:
            if isinstance(value, list):
                before.append(value[0])
                after.append(value[1])
            yield Progress(len(after), len(parts) + 1)
    return before, after


def _exam(
    held: Sequence[str], ids: Sequence[str], present: Sequence[str]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A fold: what is held back, and what teaches the two contestants."""
    out = set(held)
    now_taught = tuple(id for id in present if id in set(ids) - out)
    return tuple(held), (now_taught, tuple(id for id in ids if id not in out))


def _outcome(course: Course, before: Sequence[Trial], after: Sequence[Trial]) -> Comparison:
    return Comparison(
        tuple(trial.f1 for trial in before), tuple(trial.f1 for trial in after), len(course.lessons)
    )


def _told(layer: str, outcome: Comparison, name: str) -> Taught:
    return Taught(
        layer, outcome.articles, outcome.mean_before, outcome.mean_after, outcome.error, name
    )


def _source(project: Project, teacher: Teacher, course: Course, models: Path) -> SuggesterSource:
    """A new entry with a folder of its own, under the next free number."""
    layer = course.layer
    names = {source.name for source in suggesters.sources(project)}
    folder = models / project.id / (teacher.id or teacher.name) / layer
    make_private(folder)
    for number in itertools.count(1):
        name, place = f"{teacher.name} · {layer} {number}", folder / str(number)
        if name not in names and not place.exists():
            break
    spec = {
        "folder": str(place),
        "base": NEWS_EN.name,
        "layer": layer,
        "taught": [lesson.article.id for lesson in course.lessons],
    }
    return SuggesterSource(name, "personal", spec, (layer,), teacher.id)


def _card(
    source: SuggesterSource, teacher: Teacher, taught: Taught, trials: Sequence[Trial]
) -> dict[str, Any]:
    """What is written beside the model; how far each kind can be trusted is what the folds said."""
    tally = sums(trial.tally for trial in trials)
    return {
        "name": source.name,
        "layer": taught.layer,
        "taught": {},
        "evidence": [[*kind, *counts] for kind, counts in sorted(tally.items())],
        "made": {"annotator": teacher.name, "time": now(), "seed": _SEED, **taught.as_json()},
    }
