"""What differs between two schemes is listed whole, and nothing that is the same."""

from tests.domain.test_scheme import SCHEME
from workbench.domain.scheme import End, Label
from workbench.domain.scheme_difference import FieldChange, difference, said
from workbench.domain.scheme_editing import Add, Change, Edit, Move, Remove
from workbench.domain.scheme_places import RELATIONS, attributes_of, labels_of

ENTITIES = labels_of("entity")


def changes(*edits: Edit) -> list[tuple[str, str, str, str]]:
    """What each thing went through, its kind, owner and id."""
    scheme = SCHEME
    for edit in edits:
        scheme = edit.revise(scheme).scheme
    found = difference(SCHEME, scheme).things
    return [(thing.what, thing.place.kind, thing.place.owner, thing.id) for thing in found]


def test_a_scheme_does_not_differ_from_itself() -> None:
    assert not difference(SCHEME, SCHEME)


def test_what_comes_goes_and_changes_is_listed_by_place() -> None:
    found = changes(
        Remove(ENTITIES, "time"),
        Add(ENTITIES, Label("ship", "Ship", "3", "#335577")),
        Change(RELATIONS, "same_as", {"many": False}),
    )
    assert found == [
        ("removed", "label", "entity", "time"),
        ("added", "label", "entity", "ship"),
        ("removed", "attribute", "entity", "value"),
        ("changed", "attribute", "entity", "actor"),
        ("removed", "relation", "", "time"),
        ("changed", "relation", "", "same_as"),
    ]


def test_another_order_is_a_difference_of_its_own() -> None:
    assert changes(Move(ENTITIES, "time", 0)) == [("ordered", "label", "entity", "")]


def test_a_changed_property_is_shown_before_and_after() -> None:
    edit = Change(attributes_of("entity"), "actor", {"values": ("media",), "required": True})
    (thing,) = difference(SCHEME, edit.revise(SCHEME).scheme).things
    assert thing.fields == (
        FieldChange("values", "media; citizen", "media"),
        FieldChange("required", "no", "yes"),
    )


def test_ends_and_names_elsewhere_are_said_in_words() -> None:
    assert said((End("entity", ("time", "person")), End("event"))) == "entity: time person; event"
    assert said({"conll": "PER", "news": ""}) == "conll: PER; news: "
