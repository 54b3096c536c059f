"""People and their assignments, by the newest round."""

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotator import Assignment
from workbench.domain.ids import new_id
from workbench.store import people
from workbench.store.project import Project


def assign(project: Project, *new: Assignment) -> None:
    with project.transaction("assign", person="", kind="record") as transaction:
        people.insert_assignments(transaction, new)


def test_people_are_listed_by_name_and_found_by_it(project: Project) -> None:
    bo, ann = add_person(project, "bo"), add_person(project, "ann")
    assert people.annotators(project) == [ann, bo]
    assert people.find(project, "bo") == bo
    assert people.find(project, "Bo") is None


def test_two_people_never_have_one_name(project: Project) -> None:
    add_person(project, "ann")
    with pytest.raises(IntegrityError):
        add_person(project, "ann")


def test_assignments_come_out_as_they_went_in(project: Project) -> None:
    article, other = add_article(project), add_article(project, TEXT + "2")
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    hers = Assignment(new_id(), article, ann.id, "claim", "skipped", 2, "off", "broken text")
    his = Assignment(new_id(), other, bo.id, "claim")
    assign(project, his, hers)
    assert people.assignments(project) == [hers, his]
    assert people.assignments(project, annotator=bo.id) == [his]
    assert people.assignments(project, articles=[article]) == [hers]
    assert people.status_counts(project) == {
        (ann.id, "claim"): {"skipped": 1},
        (bo.id, "claim"): {"new": 1},
    }


def test_the_newest_round_says_what_is_to_do_and_whether_with_help(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    rounds = [
        Assignment(new_id(), article, ann.id, "entity", round=2),
        Assignment(new_id(), article, ann.id, "entity", help="off"),
        Assignment(new_id(), article, ann.id, "claim"),
        Assignment(new_id(), article, ann.id, "claim", round=2, help="off"),
    ]
    assign(project, *rounds)
    newest = people.assignment_of(project, annotator=ann.id, article=article, layer="entity")
    assert newest == rounds[0]
    assert people.layers_without_help(project, annotator=ann.id, article=article) == {"claim"}
    assert people.layers_without_help(project, annotator="bo", article=article) == set()


def test_a_round_is_assigned_to_a_person_once(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    assign(project, Assignment(new_id(), article, ann.id, "entity"))
    with pytest.raises(IntegrityError):
        assign(project, Assignment(new_id(), article, ann.id, "entity"))


def test_a_status_that_stands_already_is_no_change(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    mine = Assignment(new_id(), article, ann.id, "entity", "done")
    assign(project, mine)
    with project.transaction("mark_done", person=ann.id) as transaction:
        people.set_status(transaction, mine, "done")
    assert not transaction.changes
