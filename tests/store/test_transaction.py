"""One act: rows change, the journal remembers what each was, and all of it or nothing happens."""

from collections.abc import Callable

import pytest

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.changes import RowChange
from workbench.store import journal, schema
from workbench.store.journal import Entry
from workbench.store.project import Project
from workbench.store.transaction import Transaction

ANN = {"id": "p1", "name": "ann", "role": "annotator", "created": ""}
TABLE = schema.annotator


def entries(project: Project) -> list[Entry]:
    """The journal, the oldest first."""
    with project.reading() as connection:
        return list(journal.every_entry(connection))


def rows(project: Project) -> list[str]:
    return [row["name"] for row in project.images(TABLE)]


def test_an_entry_holds_rows_before_and_after(project: Project) -> None:
    with project.transaction("join", person="p1", params={"name": "ann"}) as transaction:
        transaction.insert(TABLE, ANN)
    with project.transaction("rename", person="p1") as transaction:
        transaction.update(TABLE, "p1", {"name": "Ann"})
    with project.transaction("leave", person="p1") as transaction:
        transaction.delete(TABLE, "p1")
    named = ANN | {"name": "Ann"}
    found = entries(project)
    assert [entry.rows for entry in found] == [
        [("annotator", "p1", None, ANN)],
        [("annotator", "p1", ANN, named)],
        [("annotator", "p1", named, None)],
    ]
    assert [(e.verb, e.person, e.kind, e.counter) for e in found] == [
        ("join", "p1", "act", 1),
        ("rename", "p1", "act", 2),
        ("leave", "p1", "act", 3),
    ]
    assert found[0].params == {"name": "ann"}
    assert {entry.copy for entry in found} == {project.copy}
    assert len({entry.id for entry in found}) == len({entry.step for entry in found}) == 3


def test_several_changes_of_one_row_are_one_from_first_to_last(project: Project) -> None:
    with project.transaction("any", person="") as transaction:
        transaction.insert(TABLE, ANN)
        transaction.update(TABLE, "p1", {"name": "Ann"})
        transaction.update(TABLE, "p1", {"role": "reviewer"})
    (entry,) = entries(project)
    last = ANN | {"name": "Ann", "role": "reviewer"}
    assert entry.rows == [("annotator", "p1", None, last)]
    assert transaction.changes.rows == (RowChange("annotator", "p1", ""),)


def nothing(_: Transaction) -> None:
    """Change nothing at all."""


def there_and_back(transaction: Transaction) -> None:
    """Add a row and remove it again."""
    transaction.insert(TABLE, ANN)
    transaction.delete(TABLE, "p1")


@pytest.mark.parametrize("act", [nothing, there_and_back])
def test_an_act_that_comes_to_nothing_leaves_no_entry(
    project: Project, act: Callable[[Transaction], None]
) -> None:
    with project.transaction("any", person="") as transaction:
        act(transaction)
    assert not transaction.changes
    assert transaction.changes.step == ""
    assert entries(project) == []


def test_a_row_that_ends_as_it_began_is_no_change(project: Project) -> None:
    ann = add_person(project, "ann")
    before = entries(project)
    with project.transaction("any", person="") as transaction:
        for name in ("ann", "other", "ann"):
            transaction.update(TABLE, ann.id, {"name": name})
    assert not transaction.changes
    assert entries(project) == before


def broken(project: Project) -> None:
    """Three changes and then a fault."""
    with project.transaction("broken", person="p1") as transaction:
        transaction.insert(TABLE, ANN)
        transaction.insert(TABLE, ANN | {"id": "p2", "name": "bo"})
        transaction.delete(TABLE, "p1")
        raise ZeroDivisionError


def test_a_fault_takes_back_every_row_and_the_entry(project: Project) -> None:
    with pytest.raises(ZeroDivisionError):
        broken(project)
    assert (rows(project), entries(project)) == ([], [])
    assert project.next_step("p1", "undo") is None
    add_person(project, "ann")
    assert [entry.counter for entry in entries(project)] == [1]


def test_changes_are_known_by_article_and_only_afterwards(project: Project) -> None:
    one, two = add_article(project), add_article(project, TEXT + "2")
    ann = add_person(project, "ann")
    with project.transaction("assign", person=ann.id) as transaction:
        for article in (one, two):
            row = {"id": article, "article": article, "annotator": ann.id, "layer": "entity"}
            transaction.insert(schema.assignment, row)
        assert not transaction.changes
    assert transaction.changes.articles() == {one, two}
    assert transaction.changes.ids("assignment", article=two) == {two}


def test_what_is_only_recorded_is_remembered_and_never_walked_through(project: Project) -> None:
    with project.transaction("join", person="p1", kind="record") as transaction:
        transaction.insert(TABLE, ANN)
    (entry,) = entries(project)
    assert entry.kind == "record"
    assert project.next_step("p1", "undo") is None


def test_rows_that_are_not_there_are_passed_over_or_a_fault(project: Project) -> None:
    with project.transaction("any", person="") as transaction:
        transaction.delete_many(TABLE, ["nobody"])
        assert transaction.row(TABLE, "nobody") is None
        with pytest.raises(KeyError):
            transaction.update(TABLE, "nobody", {"name": "x"})


def test_many_rows_are_changed_at_once_and_come_back_whole(project: Project) -> None:
    many = [ANN | {"id": f"p{number}", "name": f"n{number}"} for number in range(1_201)]
    with project.transaction("join", person="p1") as transaction:
        transaction.insert_many(TABLE, many)
    with project.transaction("leave", person="p1") as transaction:
        transaction.delete_many(TABLE, [str(row["id"]) for row in many])
    assert len(transaction.changes.gone("annotator")) == 1_201
    project.turn("p1", "undo")
    assert sorted(project.images(TABLE), key=lambda row: str(row["id"])) == sorted(
        many, key=lambda row: str(row["id"])
    )
