"""New things of a scheme can stand at once: a good id, a free key, a colour of their own."""

import pytest

from tests.domain.test_scheme import SCHEME
from workbench.domain.scheme import ArticleLabelType, Attribute, Label
from workbench.domain.scheme_checking import check_scheme
from workbench.domain.scheme_editing import Add, Change
from workbench.domain.scheme_places import (
    ARTICLE_LABELS,
    RELATIONS,
    Place,
    attributes_of,
    attributes_of_relation,
    labels_of,
)
from workbench.ui.scheme.naming import distance, new_id, new_item, with_what_it_needs


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Ship", "ship"),
        ("Schiff & Boot", "schiff_boot"),
        ("Müller", "muller"),
        ("  2nd frame ", "x_2nd_frame"),
        ("船", "x"),
        ("time", "time_2"),
    ],
)
def test_an_id_is_made_of_a_name(name: str, id: str) -> None:
    assert new_id(name, {"time", "person"}) == id


@pytest.mark.parametrize(
    "place",
    [
        labels_of("entity"),
        attributes_of("entity"),
        RELATIONS,
        attributes_of_relation("time"),
        ARTICLE_LABELS,
    ],
)
def test_whatever_is_new_leaves_the_scheme_in_order(place: Place) -> None:
    item = new_item(SCHEME, place, "Ship & boat")
    check_scheme(Add(place, item).revise(SCHEME).scheme)


def test_a_new_label_takes_the_next_key_and_keeps_away_from_its_neighbours() -> None:
    place = labels_of("entity")
    scheme = SCHEME
    for number in range(8):
        scheme = Add(place, new_item(scheme, place, f"L{number}")).revise(scheme).scheme
    labels = scheme.layer("entity").labels
    assert [label.key for label in labels] == [*"123456789", ""]
    first_new = labels[2]
    assert min(distance(first_new.color, old.color) for old in labels[:2]) > 0.1


def test_what_becomes_a_choice_gets_a_value_and_free_text_loses_its_own() -> None:
    text = Attribute("mood", "Mood", type="text")
    assert with_what_it_needs(text, "type", "choice")["values"] == ("yes",)
    choice = Attribute("mood", "Mood", values=("warm", "cold"))
    assert with_what_it_needs(choice, "type", "text")["values"] == ()
    assert with_what_it_needs(choice, "type", "choice")["values"] == ("warm", "cold")
    genre = ArticleLabelType("genre", "Genre", scale="text")
    assert with_what_it_needs(genre, "scale", "ordinal")["values"] == ("yes",)
    assert with_what_it_needs(genre, "name", "Kind") == {"name": "Kind"}
    ship = Label("ship", "Ship", "", "#000000")
    assert with_what_it_needs(ship, "color", "#ffffff") == {"color": "#ffffff"}


def test_a_change_with_what_it_needs_leaves_the_scheme_in_order() -> None:
    place = attributes_of("entity")
    for name, kind in (("actor", "text"), ("actor", "date"), ("name", "choice")):
        item = next(a for a in SCHEME.layer("entity").attributes if a.id == name)
        edit = Change(place, name, with_what_it_needs(item, "type", kind))
        check_scheme(edit.revise(SCHEME).scheme)
