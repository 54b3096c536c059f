"""Teaching a model and trying it on articles that it has not seen: tasks for a worker process.

Each is a generator over plain values that yields shares of the work done, so that it can be shown
and stopped, and its result last.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from workbench.domain.learning import Course, Hint, Kind, Labelled, Lesson, Trial, sums
from workbench.domain.suggestion import Draft
from workbench.domain.twins import sketch
from workbench.suggest.personal import suggester
from workbench.suggest.personal.evidence import Evidence, tally_of
from workbench.suggest.personal.filling import proposals, told_by
from workbench.suggest.personal.network import Network, learn


def base_trial(course: Course, held: Sequence[str]) -> Trial:
    """How the base alone does on lessons, by their articles' ids."""
    return tried(course, held, None, Evidence({}))


def taught_trial(
    course: Course, taught: Sequence[str], held: Sequence[str]
) -> Iterator[float | Trial]:
    """How a model that is taught by some lessons does on others, both by their articles' ids."""
    wanted = set(taught)
    pairs = zip(course.lessons, course.hints, strict=True)
    chosen = [pair for pair in pairs if pair[0].article.id in wanted]
    told = [told_by(hint.drafts, course.layer) for _, hint in chosen]
    for value in learn([lesson for lesson, _ in chosen], told, seed=course.seed):
        if isinstance(value, Network):
            evidence = Evidence(base_tally(course, taught))
            yield tried(course, held, value, evidence)
        else:
            yield value


def teach(course: Course, card: suggester.Card, folder: str) -> Iterator[float | str]:
    """Teach a model by all lessons and write it with its card; the folder is the last value."""
    sketches = {
        each.article.id: tuple(sorted(sketch(each.article.text))) for each in course.lessons
    }
    told = [told_by(hint.drafts, course.layer) for hint in course.hints]
    for value in learn(course.lessons, told, seed=course.seed):
        if isinstance(value, Network):
            Path(folder).mkdir(parents=True)
            written = suggester.Card(card.name, card.layer, sketches, card.evidence, card.made)
            suggester.save(Path(folder), written, value)
            yield folder
        else:
            yield value


def base_tally(course: Course, taught: Sequence[str]) -> dict[Kind, tuple[int, int]]:
    """How often each kind of the base's drafts was right, in lessons and where turned down."""
    wanted = set(taught)
    in_lessons = tally_of(
        outcome
        for lesson, hint in zip(course.lessons, course.hints, strict=True)
        if lesson.article.id in wanted
        for outcome in _outcomes(lesson, hint, course.layer)
    )
    return sums((in_lessons, course.turned_down))


def _outcomes(lesson: Lesson, hint: Hint, layer: str) -> Iterator[tuple[Kind, bool]]:
    """Whether each draft of the base was right, where the project has a word for it."""
    right = set(lesson.marked)
    for draft, label in zip(hint.drafts, hint.labels, strict=True):
        if draft.layer == layer and label:
            yield ("base", draft.label), (*_place(draft), label) in right


def tried(
    course: Course, held: Sequence[str], network: Network | None, evidence: Evidence
) -> Trial:
    """How a network over the base, or the base alone, does on the lessons held back."""
    wanted = set(held)
    shared = found = marked = 0
    outcomes: list[tuple[Kind, bool]] = []
    for lesson, hint in zip(course.lessons, course.hints, strict=True):
        if lesson.article.id not in wanted:
            continue
        told = told_by(hint.drafts, course.layer)
        places = network.find(lesson.article.text, told) if network else []
        right = set(lesson.marked)
        judged = {
            (start, end, said): kind
            for (start, end, said), kind in _said(places, hint, course.layer, evidence)
        }
        outcomes += [(kind, place in right) for place, kind in judged.items()]
        shared += len(right & judged.keys())
        found += len(judged)
        marked += len(right)
    return Trial(shared, found, marked, tally_of(outcomes))


def _said(
    places: Sequence[Labelled], hint: Hint, layer: str, evidence: Evidence
) -> Iterator[tuple[Labelled, Kind]]:
    """What would be proposed, in the project's words, with the kind of its evidence."""
    labels: Mapping[int, str] = dict(enumerate(hint.labels))
    for each in proposals(places, hint.drafts, layer, evidence):
        start, end, label = each.place
        if each.kind[0] == "base" and each.draft is not None:
            label = labels[each.draft]
        if label:
            yield (start, end, label), each.kind


def _place(draft: Draft) -> tuple[int, int]:
    """Where a draft begins and ends."""
    return draft.fragments[0].start, draft.fragments[-1].end
