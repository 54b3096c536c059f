"""Where to look next: a person's articles in the order of what annotating them would teach.

Articles that several people annotate keep the order of the project, and come first: an order that
follows one person's suggestions would make a sample of the difficult ones, and what people agree on
in it would say nothing of the corpus. What is finished comes last.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from workbench.domain.annotator import Annotator
from workbench.domain.gain import expected_gain
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.suggesters import in_use_for
from workbench.store import articles, doubts, history, people, schemes
from workbench.store.project import Project

ENDED = frozenset({"done", "skipped"})


@dataclass(frozen=True, slots=True)
class Queue:
    """The articles, by id, in the order in which to annotate them; `fixed` are those of several."""

    order: tuple[str, ...]
    fixed: int


def by_expected_gain(project: Project, *, annotator: Annotator) -> LongVerb[Queue]:
    """All articles of a project, those first that would teach the person's suggester most."""
    yield Progress(0, 0)
    ids = articles.ids(project)
    gains = _gains(project, annotator)
    yield Progress(1, 2)
    shared, finished = people.of_several(project), _finished(project, annotator)
    fixed = [id for id in ids if id in shared and id not in finished]
    free = [id for id in ids if id not in shared and id not in finished]
    free.sort(key=lambda article: -gains.get(article, 0.0))
    return Queue((*fixed, *free, *(id for id in ids if id in finished)), len(fixed))


def _gains(project: Project, annotator: Annotator) -> dict[str, float]:
    """What each article would teach, by what the person sees suggested in it."""
    using, closed = in_use_for(project, annotator), _closed(project, annotator)
    found: dict[str, list[doubts.Doubt]] = defaultdict(list)
    for doubt in doubts.of_all(project, annotator=annotator.id):
        if (doubt.article, doubt.layer) not in closed and using.shows(doubt.suggester, doubt.layer):
            found[doubt.article].append(doubt)
    return {
        article: expected_gain(
            sum(each.doubtful for each in several),
            places=sum(each.places for each in several),
            new=sum(each.new for each in several),
        )
        for article, several in found.items()
    }


def _closed(project: Project, annotator: Annotator) -> set[tuple[str, str]]:
    """The article-layers in which a person sees no suggestion: done, skipped, or without help."""
    return {
        (a.article, a.layer)
        for a in people.assignments(project, annotator=annotator.id)
        if a.help == "off" or a.status in ENDED
    }


def _finished(project: Project, annotator: Annotator) -> set[str]:
    """The articles in which a person has no layer left to do: of those assigned, else of all."""
    layers = len(schemes.read_scheme(project).layers)
    given: Counter[str] = Counter()
    ended: Counter[str] = Counter()
    newest = {(a.article, a.layer): a for a in people.assignments(project, annotator=annotator.id)}
    for assignment in newest.values():
        given[assignment.article] += 1
        ended[assignment.article] += assignment.status in ENDED
    assigned = history.ever(project, "assign")
    return {
        article
        for article, number in ended.items()
        if number >= (given[article] if assigned else layers)
    }
