"""Edits of a scheme: what each makes of it, and what follows the ids that it changes."""

import pytest

from tests.domain.test_scheme import SCHEME
from workbench.domain.errors import UserError
from workbench.domain.scheme import End, Label
from workbench.domain.scheme_editing import (
    Add,
    Adopt,
    Change,
    Edit,
    Merge,
    Move,
    Remove,
    Rename,
    next_version,
)
from workbench.domain.scheme_places import (
    ARTICLE_LABELS,
    LAYERS_OF_SCHEME,
    RELATIONS,
    attributes_of,
    labels_of,
)

ENTITIES = labels_of("entity")
SHIP = Label("ship", "Ship", "3", "#335577")


def ids(edit: Edit) -> list[str]:
    """The ids of the entity labels after an edit."""
    return [label.id for label in edit.revise(SCHEME).scheme.layer("entity").labels]


def test_a_new_label_stands_last() -> None:
    assert ids(Add(ENTITIES, SHIP)) == ["person", "time", "ship"]


def test_nothing_is_added_to_a_layer_that_is_not_there() -> None:
    with pytest.raises(UserError, match="claim"):
        Add(labels_of("claim"), SHIP).revise(SCHEME)


@pytest.mark.parametrize(
    ("id", "to", "expected"),
    [
        ("time", 0, ["time", "person"]),
        ("person", 9, ["time", "person"]),
        ("time", -3, ["time", "person"]),
    ],
)
def test_a_label_moves_within_its_list(id: str, to: int, expected: list[str]) -> None:
    assert ids(Move(ENTITIES, id, to)) == expected


def test_a_new_id_is_followed_by_attributes_and_relations() -> None:
    revision = Change(ENTITIES, "time", {"id": "date"}).revise(SCHEME)
    entity = revision.scheme.layer("entity")
    assert [a.only_for or a.not_for for a in entity.attributes] == [("date",), ("date",), ()]
    assert revision.scheme.relations[0].targets == (End("entity", ("date",)),)
    assert revision.id(ENTITIES, "time") == "date"


def test_a_label_goes_on_answering_to_its_old_id() -> None:
    renamed = Change(ENTITIES, "time", {"id": "date"}).revise(SCHEME).scheme
    assert renamed.label("entity", "date").names == {"news": "time"}
    merged = Merge(ENTITIES, "date", "person").revise(renamed).scheme
    assert merged.label("entity", "person").names == {"news": "date time"}


def test_a_new_name_alone_moves_nothing() -> None:
    revision = Change(ENTITIES, "time", {"name": "Date"}).revise(SCHEME)
    assert (revision.ids, revision.values) == ({}, {})
    assert revision.scheme.label("entity", "time").names == {}


def test_merging_leaves_one_label_and_names_it_where_the_other_was() -> None:
    revision = Merge(ENTITIES, "time", "person").revise(SCHEME)
    entity = revision.scheme.layer("entity")
    assert [label.id for label in entity.labels] == ["person"]
    assert entity.attributes[0].only_for == ("person",)
    assert revision.ids == {(ENTITIES, "time"): "person"}


def test_merging_a_label_with_itself_is_no_change() -> None:
    assert Merge(ENTITIES, "time", "time").revise(SCHEME).scheme == SCHEME


def test_what_was_for_a_label_alone_goes_with_it() -> None:
    smaller = Remove(ENTITIES, "time").revise(SCHEME).scheme
    entity = smaller.layer("entity")
    assert [attribute.id for attribute in entity.attributes] == ["actor", "name"]
    assert entity.attributes[0].not_for == ()
    assert [relation.id for relation in smaller.relations] == ["same_as"]


def test_a_value_is_renamed_in_its_place_or_joins_another() -> None:
    actors = attributes_of("entity")
    renamed = Rename(actors, "actor", "media", "press").revise(SCHEME)
    assert renamed.scheme.layer("entity").attributes[1].values == ("press", "citizen")
    assert renamed.value(actors, "actor", "media") == "press"
    joined = Rename(actors, "actor", "media", "citizen").revise(SCHEME)
    assert joined.scheme.layer("entity").attributes[1].values == ("citizen",)


@pytest.mark.parametrize(
    "edit",
    [
        Change(ENTITIES, "ship", {"name": "x"}),
        Move(ENTITIES, "ship", 0),
        Merge(ENTITIES, "ship", "person"),
        Merge(ENTITIES, "person", "ship"),
        Remove(RELATIONS, "ship"),
        Rename(ARTICLE_LABELS, "ship", "a", "b"),
    ],
)
def test_what_is_not_there_is_refused_by_name(edit: Edit) -> None:
    with pytest.raises(UserError, match="ship"):
        edit.revise(SCHEME)


def test_the_journal_is_told_what_an_edit_is_about() -> None:
    edit = Merge(ENTITIES, "time", "person")
    assert edit.verb == "merge_label"
    assert edit.params == {"owner": "entity", "id": "time", "into": "person"}
    assert Add(ENTITIES, SHIP).params == {"owner": "entity", "id": "ship"}
    assert Adopt(SCHEME).params == {"id": "small"}


@pytest.mark.parametrize(
    ("edit", "grows"),
    [
        (Change(ENTITIES, "time", {"color": "#000000", "key": "9", "folded": True}), False),
        (Change(LAYERS_OF_SCHEME, "entity", {"key": "x"}), False),
        (Move(ENTITIES, "time", 0), False),
        (Change(ENTITIES, "time", {"guideline": "When."}), True),
        (Change(ENTITIES, "time", {"name": "Date"}), True),
        (Change(LAYERS_OF_SCHEME, "entity", {"span_rule": "the name alone"}), True),
        (Change(attributes_of("entity"), "actor", {"required": True}), True),
        (Change(RELATIONS, "same_as", {"directed": False}), True),
        (Add(ENTITIES, SHIP), True),
        (Remove(ENTITIES, "time"), True),
    ],
)
def test_the_version_grows_with_what_annotators_go_by(edit: Edit, *, grows: bool) -> None:
    assert next_version(SCHEME, edit.revise(SCHEME).scheme) == SCHEME.version + grows


def test_a_version_is_above_all_that_were_used() -> None:
    changed = Remove(ENTITIES, "time").revise(SCHEME).scheme
    assert next_version(SCHEME, changed, used=7) == 8
    assert next_version(SCHEME, SCHEME, used=7) == SCHEME.version
