"""Articles that would teach most come first; those of several people keep their order."""

import pytest

from tests.store.conftest import TEXT, add_article
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.operations import accepting, annotating, assigning, statuses
from workbench.operations.progress import finish
from workbench.operations.queueing import Queue, by_expected_gain
from workbench.store import people, schemes, suggestions
from workbench.store.project import Project


@pytest.fixture
def three(project: Project) -> list[str]:
    """Three articles."""
    return [add_article(project, f"{TEXT}{number}") for number in range(3)]


def propose(project: Project, article: str, *scores: float) -> None:
    """Suggestions of these scores, each about other words."""
    made = [
        Suggestion(
            *(new_id(), article, "entity", "person", (Span(place, place + 3),)),
            *(TEXT[place : place + 3], "news-en", "1", score),
        )
        for place, score in enumerate(scores)
    ]
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, made)


def queue(project: Project, who: Annotator) -> Queue:
    return finish(by_expected_gain(project, annotator=who))


def test_the_most_doubtful_article_comes_first(
    project: Project, three: list[str], ann: Annotator
) -> None:
    propose(project, three[0], 0.99, 0.99)
    propose(project, three[1], 0.5)
    propose(project, three[2], 0.5, 0.5)
    assert queue(project, ann).order == (three[2], three[1], three[0])


def test_words_that_were_marked_before_teach_less(
    project: Project, three: list[str], ann: Annotator
) -> None:
    annotating.annotate(
        project, annotator=ann, article=three[0], span=Span(0, 3), layer="entity", label="person"
    )
    propose(project, three[1], 0.5)
    propose(project, three[2], 0.9, 0.5)
    assert queue(project, ann).order[:2] == (three[2], three[1])


def test_what_a_person_decided_on_is_no_doubt(
    project: Project, three: list[str], ann: Annotator, bo: Annotator
) -> None:
    propose(project, three[2], 0.5)
    (made,) = suggestions.of_article(project, three[2])
    accepting.reject(project, annotator=ann, suggestion=made)
    assert queue(project, ann).order == tuple(three)
    assert queue(project, bo).order[0] == three[2]


def test_articles_of_several_people_keep_their_order_and_come_first(
    project: Project, three: list[str], ann: Annotator, bo: Annotator
) -> None:
    propose(project, three[0], 0.5, 0.5)
    propose(project, three[2], 0.5)
    with project.transaction("assign", person="", kind="record") as transaction:
        for who in (ann, bo):
            people.insert_assignments(
                transaction, [Assignment(new_id(), three[1], who.id, "entity")]
            )
    found = queue(project, ann)
    assert (found.order, found.fixed) == ((three[1], three[0], three[2]), 1)


def test_layers_without_help_or_done_are_no_doubt(
    project: Project, three: list[str], ann: Annotator
) -> None:
    propose(project, three[1], 0.5, 0.5)
    propose(project, three[2], 0.5)
    with project.transaction("assign", person="", kind="record") as transaction:
        people.insert_assignments(
            transaction, [Assignment(new_id(), three[1], ann.id, "entity", help="off")]
        )
    assert queue(project, ann).order[0] == three[2]


def test_a_pass_over_one_layer_ends_with_that_layer(
    project: Project, three: list[str], ann: Annotator
) -> None:
    propose(project, three[0], 0.5)
    wish = assigning.Wish([ann], 1, "entity")
    assigning.assign(project, annotator=ann, wish=wish)
    statuses.mark_done(project, annotator=ann, article=three[0], layers=["entity"])
    assert queue(project, ann).order == (three[1], three[2], three[0])


def test_what_is_finished_comes_last(project: Project, three: list[str], ann: Annotator) -> None:
    propose(project, three[0], 0.5)
    layers = [layer.id for layer in schemes.read_scheme(project).layers]
    statuses.mark_done(project, annotator=ann, article=three[0], layers=layers)
    assert queue(project, ann).order == (three[1], three[2], three[0])
