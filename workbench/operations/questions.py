"""Questions that annotators have flagged at their annotations, and the answers of reviewers.

The annotation stays its annotator's: a reviewer writes an answer beside it and changes nothing
else. Whoever asked sees the answer at the span.
"""

from dataclasses import dataclass

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.operations.progress import LongVerb, Progress
from workbench.store import annotations, articles, people
from workbench.store.project import Project

MOST = 500  # questions listed at once, the newest first


@dataclass(frozen=True, slots=True)
class Asked:
    """A question at an annotation, with who asked it and in which article."""

    annotation: Annotation
    person: str
    title: str


def questions(project: Project, *, annotator: Annotator) -> list[Asked]:
    """The person's own questions, or everybody's for a reviewer; unanswered ones first."""
    whose = "" if annotator.role == "reviewer" else annotator.id
    found = annotations.unsure(project, annotator=whose, most=MOST)
    names = {person.id: person.name for person in people.annotators(project)}
    titles = {a.id: a.title for a in articles.by_ids(project, {a.article for a in found})}
    asked = [Asked(a, names[a.annotator], titles[a.article]) for a in found]
    return sorted(asked, key=lambda each: bool(each.annotation.answer))


def looked_up(project: Project, *, annotator: Annotator) -> LongVerb[list[Asked]]:
    """The questions, as work beside a window: all annotations are gone through for them."""
    yield Progress(0, 0)
    return questions(project, annotator=annotator)


def answer(
    project: Project, *, annotator: Annotator, annotation: Annotation, answer: str
) -> Changes:
    """Answer a question as a reviewer; an empty answer takes it back."""
    if annotator.role != "reviewer":
        raise UserError("operations.only_reviewers_answer")
    with project.transaction("answer", person=annotator.id) as transaction:
        current = annotations.by_ids(transaction, [annotation.id])
        if not current:
            raise UserError("operations.annotation_gone")
        annotations.update(transaction, annotation.id, {"answer": answer})
    return transaction.changes
