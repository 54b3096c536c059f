"""What teaching a model computes: runs in worker processes, in the words of the project's scheme.

Everything comes in and goes out as plain values. Every task yields shares of its work, so that it
can be shown and stopped, and its result last.
"""

from collections.abc import Iterator, Sequence

from workbench.domain.article import ArticleText
from workbench.domain.learning import Course, Hint, Trial
from workbench.domain.scheme import Scheme
from workbench.domain.suggester_source import SuggesterSource
from workbench.domain.suggestion import Draft
from workbench.operations.fitting import fitted

Exam = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Articles held back, and for each contestant the articles that it is taught by; none: the base."""


def hints(
    source: SuggesterSource, resources: str, scheme: Scheme, texts: Sequence[ArticleText]
) -> Iterator[Hint]:
    """What a suggester drafts for each text, and what each draft is called in the project."""
    from workbench.suggest import tasks  # noqa: PLC0415 - only the worker may import spaCy

    labels = ((layer.id, label) for layer in scheme.layers for label in layer.labels)
    apart = {(layer, label.id) for layer, label in labels if label.apart}
    suggester = tasks.loaded(source, resources)
    for drafts in suggester.suggest(texts):
        yield Hint(tuple(drafts), tuple(_called(scheme, draft, apart) for draft in drafts))


def _called(scheme: Scheme, draft: Draft, apart: set[tuple[str, str]]) -> str:
    """The label of a draft in the project; empty for none, and for one that counts apart."""
    for said in fitted(scheme, [draft]):
        return "" if (said.layer, said.label) in apart else said.label
    return ""


def examine(course: Course, exam: Exam) -> Iterator[float | list[Trial]]:
    """How each contestant does on the articles held back; the last value is their trials."""
    from workbench.suggest.personal import teaching  # noqa: PLC0415

    held, contestants = exam
    trials: list[Trial] = []
    for number, taught in enumerate(contestants):
        if not taught:
            trials.append(teaching.base_trial(course, held))
            continue
        for value in teaching.taught_trial(course, taught, held):
            if isinstance(value, Trial):
                trials.append(value)
            else:
                yield (number + value) / len(contestants)
    yield trials


def teach(course: Course, card: dict[str, object], folder: str) -> Iterator[float | str]:
    """Teach a model by the whole course and write it; the last value is the folder."""
    from workbench.suggest.personal import suggester, teaching  # noqa: PLC0415

    yield from teaching.teach(course, suggester.card_in(card), folder)
