"""What a suggester can be taught by: one person's finished layers, or gold where all is settled.

A person's model learns from that person alone. Gold is what reviewers made of everybody's work, so
that what it teaches belongs to nobody and is shown to all; like every learned model it says nothing
of its own on the articles that taught it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.gold import Gold
from workbench.domain.learning import Lesson
from workbench.domain.span import hull
from workbench.operations.comparing import differences, standings
from workbench.store import annotations, articles, golds, people, schemes
from workbench.store.project import Project

_CHUNK = 100


@dataclass(frozen=True, slots=True)
class Teacher:
    """Whose work teaches; the gold has no id, as what it teaches is nobody's."""

    id: str
    name: str


GOLD = Teacher("", "gold")


def teacher_of(annotator: Annotator) -> Teacher:
    """A person as who teaches."""
    return Teacher(annotator.id, annotator.name)


def finished_layers(project: Project, teacher: Teacher) -> list[tuple[str, str]]:
    """The articles and layers that can be lessons."""
    if teacher == GOLD:
        return list(_settled(project))
    return [
        (assignment.article, assignment.layer)
        for assignment in people.assignments(project, annotator=teacher.id)
        if assignment.status == "done"
    ]


def lessons_of(project: Project, teacher: Teacher, layer: str) -> list[Lesson]:
    """The articles whose layer is finished, with what is marked in it.

    Labels that count apart are no part of what is learned.
    """
    labels = schemes.read_scheme(project).layer(layer).labels
    learned = {label.id for label in labels if not label.apart}
    ids = sorted({article for article, done in finished_layers(project, teacher) if done == layer})
    marked: dict[str, list[tuple[int, int, str]]] = {id: [] for id in ids}
    found: list[Lesson] = []
    for begin in range(0, len(ids), _CHUNK):
        part = ids[begin : begin + _CHUNK]
        for mark in _marks(project, teacher, part):
            if mark.layer == layer and mark.label in learned and len(mark.fragments) == 1:
                span = hull(mark.fragments)
                marked[mark.article].append((span.start, span.end, mark.label))
        texts = articles.texts_of(project, part)
        found += [Lesson(text, tuple(marked[text.id])) for text in texts]
    return found


def _settled(project: Project) -> Iterator[tuple[str, str]]:
    """The article-layers of which a reviewer has settled every place."""
    ids = sorted(golds.settled_articles(project))
    for begin in range(0, len(ids), _CHUNK):
        for standing in standings(differences(project, ids[begin : begin + _CHUNK])):
            if standing.settled:
                yield standing.article, standing.layer


def _marks(project: Project, teacher: Teacher, part: Sequence[str]) -> Sequence[Annotation | Gold]:
    if teacher == GOLD:
        return golds.of_articles(project, part)
    return annotations.of_articles(project, part, annotator=teacher.id)
