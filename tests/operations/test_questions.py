"""An annotator asks, a reviewer answers, and nobody else does."""

import pytest

from tests.operations.conftest import mark
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.operations import annotating, people, questions, undoing
from workbench.store import annotations
from workbench.store.project import Project


@pytest.fixture
def reviewer(project: Project) -> Annotator:
    return people.annotator_named(project, "rev", role="reviewer")


def ask(project: Project, ann: Annotator, article: str, question: str = "title or name?") -> str:
    annotation = mark(project, ann, article, "The mayor", "entity")
    annotating.set_unsure(project, annotator=ann, annotation=annotation, question=question)
    return annotation.id


def test_the_answer_stands_at_the_span_and_in_the_list(
    project: Project, article: str, ann: Annotator, reviewer: Annotator
) -> None:
    ask(project, ann, article)
    (asked,) = questions.questions(project, annotator=reviewer)
    assert (asked.person, asked.annotation.unsure) == (ann.name, "title or name?")
    questions.answer(project, annotator=reviewer, annotation=asked.annotation, answer="a title")
    (mine,) = questions.questions(project, annotator=ann)
    assert mine.annotation.answer == "a title"


def test_an_annotator_sees_no_others_questions_and_answers_none(
    project: Project, article: str, ann: Annotator
) -> None:
    id = ask(project, ann, article)
    other = people.annotator_named(project, "bo")
    assert questions.questions(project, annotator=other) == []
    (annotation,) = annotations.by_ids(project, [id])
    with pytest.raises(UserError) as refused:
        questions.answer(project, annotator=other, annotation=annotation, answer="x")
    assert refused.value.key == "operations.only_reviewers_answer"


def test_what_has_an_answer_comes_last(
    project: Project, article: str, ann: Annotator, reviewer: Annotator
) -> None:
    ask(project, ann, article)
    (asked,) = questions.questions(project, annotator=reviewer)
    questions.answer(project, annotator=reviewer, annotation=asked.annotation, answer="yes")
    second = mark(project, ann, article, "harbour", "entity")
    annotating.set_unsure(project, annotator=ann, annotation=second, question="and this?")
    said = [each.annotation.unsure for each in questions.questions(project, annotator=reviewer)]
    assert said == ["and this?", "title or name?"]


def test_an_answer_is_the_reviewers_act_to_take_back(
    project: Project, article: str, ann: Annotator, reviewer: Annotator
) -> None:
    ask(project, ann, article)
    (asked,) = questions.questions(project, annotator=reviewer)
    questions.answer(project, annotator=reviewer, annotation=asked.annotation, answer="yes")
    with pytest.raises(UserError):
        undoing.undo(project, annotator=ann)
    undoing.undo(project, annotator=reviewer)
    (asked,) = questions.questions(project, annotator=reviewer)
    assert asked.annotation.answer == ""


def test_a_role_is_changed_and_kept(project: Project, ann: Annotator) -> None:
    people.with_role(project, annotator=ann, role="reviewer")
    assert people.annotator_known(project, ann.name).role == "reviewer"
