"""People join a project by name, once, and nobody's undo takes them away."""

import pytest

from tests.operations.conftest import mark, refused
from workbench.domain.annotator import Annotator
from workbench.operations import undoing
from workbench.operations.people import annotator_known, annotator_meant, annotator_named
from workbench.store import people
from workbench.store.project import Project


def test_a_new_name_joins_and_a_known_one_is_the_same_person(project: Project) -> None:
    ann = annotator_named(project, "Ann Öz")
    assert annotator_named(project, " Ann Öz\n") == ann
    assert annotator_known(project, "Ann Öz ") == ann
    assert people.annotators(project) == [ann]
    assert (ann.name, ann.role) == ("Ann Öz", "annotator")


def test_the_same_name_typed_on_another_system_is_the_same_person(project: Project) -> None:
    composed, decomposed = "Zo\u00eb", "Zoe\u0308"
    assert annotator_named(project, composed) == annotator_named(project, decomposed)


def test_a_reviewer_is_told_apart(project: Project) -> None:
    assert annotator_named(project, "rev", role="reviewer").role == "reviewer"


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_person_needs_a_name(project: Project, name: str) -> None:
    with refused("operations.no_name"):
        annotator_named(project, name)
    assert people.annotators(project) == []


def test_joining_is_not_undone(project: Project, article: str, ann: Annotator) -> None:
    mark(project, ann, article, "mayor", "entity")
    bo = annotator_named(project, "bo")
    assert undoing.next_undo(project, bo) is None
    undoing.undo(project, annotator=ann)
    assert {person.name for person in people.annotators(project)} == {"ann", "bo"}


def test_an_unknown_person_is_refused_with_those_who_are_known(project: Project) -> None:
    with refused("operations.unknown_annotator") as nobody:
        annotator_known(project, "zed")
    assert "nobody yet" in str(nobody.value)
    annotator_named(project, "bo")
    annotator_named(project, "ann")
    with refused("operations.unknown_annotator") as others:
        annotator_known(project, "zed")
    assert "ann, bo" in str(others.value)


@pytest.mark.parametrize(
    ("typed", "known"),
    [("Bertah", "Bertha"), ("Berta", "Bertha"), ("Berthaa", "Bertha"), ("Bertho", "Bertha")],
)
def test_a_slip_lets_nobody_join(project: Project, typed: str, known: str) -> None:
    annotator_named(project, known)
    with refused("operations.name_like_another"):
        annotator_meant(project, typed)
    assert [person.name for person in people.annotators(project)] == [known]
    assert annotator_named(project, typed).name == typed  # who asks for it gets it
    assert annotator_meant(project, typed).name == typed


def test_capitals_alone_make_no_new_person(project: Project) -> None:
    annotator_named(project, "ann")
    with refused("operations.name_like_another"):
        annotator_meant(project, "Ann")


def test_names_that_are_like_by_nature_join(project: Project) -> None:
    for name in ("ann", "bo", "ben", "annotator1", "annotator2", "Maria", "anne"):
        assert annotator_meant(project, name).name == name
    assert annotator_meant(project, "Mario", beside=("Maria", "Mario")).name == "Mario"
