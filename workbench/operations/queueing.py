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
from workbench.store import articles, doubts, people, schemes
from workbench.store.project import Project


@dataclass(frozen=True, slots=True)
class Queue:
    """The articles, by id, in the order in which to annotate them; `fixed` are those of several."""

    order: tuple[str, ...]
    fixed: int


def by_expected_gain(project: Project, *, annotator: Annotator) -> LongVerb[Queue]:
    """All articles of a project, those first that would teach the person's suggester most."""
    yield Progress(0, 0)
    ids = [article.id for article in articles.list_articles(project)]
    gains = _gains(project, annotator)
    yield Progress(1, 2)
    shared, finished = _shared(project), _finished(project, annotator)
    fixed = [id for id in ids if id in shared and id not in finished]
    free = [id for id in ids if id not in shared and id not in finished]
    free.sort(key=lambda article: -gains.get(article, 0.0))
    return Queue((*fixed, *free, *(id for id in ids if id in finished)), len(fixed))


def _gains(project: Project, annotator: Annotator) -> dict[str, float]:
    """What each article would teach, by what the person sees suggested in it."""
    using = in_use_for(project, annotator)
    found: dict[str, list[doubts.Doubt]] = defaultdict(list)
    for doubt in doubts.of_all(project, annotator=annotator.id):
        if using.shows(doubt.suggester, doubt.layer):
            found[doubt.article].append(doubt)
    return {
        article: expected_gain(
            sum(each.doubtful for each in several),
            places=sum(each.places for each in several),
            new=sum(each.new for each in several),
        )
        for article, several in found.items()
    }


def _shared(project: Project) -> set[str]:
    """The articles that are given to more than one person."""
    whose: dict[str, set[str]] = defaultdict(set)
    for assignment in people.assignments(project):
        whose[assignment.article].add(assignment.annotator)
    return {article for article, several in whose.items() if len(several) > 1}


def _finished(project: Project, annotator: Annotator) -> set[str]:
    """The articles in which a person has no layer left to do."""
    layers = len(schemes.read_scheme(project).layers)
    newest = {
        (a.article, a.layer): a.status for a in people.assignments(project, annotator=annotator.id)
    }
    ended = Counter(a for (a, _), status in newest.items() if status in {"done", "skipped"})
    return {article for article, number in ended.items() if number >= layers}
