"""A scheme that an edit left out of order is refused in a plain sentence that names the thing."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.domain.test_scheme import SCHEME
from workbench.domain.errors import UserError
from workbench.domain.scheme import ArticleLabelType, Attribute, End, Label
from workbench.domain.scheme_checking import check_scheme
from workbench.domain.scheme_editing import Add, Change, Edit
from workbench.domain.scheme_places import (
    ARTICLE_LABELS,
    LAYERS_OF_SCHEME,
    RELATIONS,
    Place,
    attributes_of,
    labels_of,
)

ENTITIES, ENTITY_ATTRIBUTES = labels_of("entity"), attributes_of("entity")


def change(place: Place, thing: str, **fields: Any) -> Edit:  # noqa: ANN401
    return Change(place, thing, fields)


def test_a_scheme_in_order_passes() -> None:
    check_scheme(SCHEME)


@pytest.mark.parametrize(
    ("edit", "key", "values"),
    [
        (change(ENTITIES, "time", id="Zeit 1"), "bad_id", {"id": "Zeit 1"}),
        (Add(ENTITIES, Label("time", "T", "", "#000000")), "id_taken", {"id": "time"}),
        (change(ENTITIES, "time", key="1"), "key_taken", {"name": "Time", "owner": "Person"}),
        (change(ENTITIES, "time", key="12"), "bad_key", {"found": "12"}),
        (change(ENTITIES, "time", color="red"), "bad_color", {"color": "red"}),
        (change(ENTITIES, "time", name=" "), "no_name", {"id": "time"}),
        (change(LAYERS_OF_SCHEME, "event", key="e"), "key_taken", {"name": "Event"}),
        (change(LAYERS_OF_SCHEME, "event", labels=()), "no_labels", {"name": "Event"}),
        (change(ENTITY_ATTRIBUTES, "actor", values=()), "no_values", {"name": "Actor"}),
        (change(ENTITY_ATTRIBUTES, "actor", values=("a", "")), "no_values", {"name": "Actor"}),
        (change(ENTITY_ATTRIBUTES, "actor", values=("a", "a")), "value_twice", {"value": "a"}),
        (change(ENTITY_ATTRIBUTES, "name", values=("a",)), "stray_values", {"name": "Full name"}),
        (change(RELATIONS, "time", sources=()), "no_end", {"name": "Time"}),
        (
            change(RELATIONS, "time", key="9", sources=(End("entity"),)),
            "key_taken",
            {"name": "Same as", "owner": "Time"},
        ),
        (Add(ARTICLE_LABELS, ArticleLabelType("genre", "Genre")), "no_values", {"name": "Genre"}),
    ],
)
def test_what_is_out_of_order_is_named(edit: Edit, key: str, values: Mapping[str, str]) -> None:
    with pytest.raises(UserError) as refused:
        check_scheme(edit.revise(SCHEME).scheme)
    assert refused.value.key == f"domain.scheme_{key}"
    assert values.items() <= refused.value.values.items()
    assert str(refused.value)


@pytest.mark.parametrize(
    "edit",
    [
        change(ENTITY_ATTRIBUTES, "actor", only_for=("ship",)),
        change(RELATIONS, "time", targets=(End("entity", ("ship",)),)),
        change(RELATIONS, "time", targets=(End("claim"),)),
    ],
)
def test_a_label_or_layer_that_is_not_there_is_refused(edit: Edit) -> None:
    with pytest.raises(UserError, match=r"ship|claim"):
        check_scheme(edit.revise(SCHEME).scheme)


def test_two_layers_may_use_one_key_for_their_labels_and_relations() -> None:
    check_scheme(change(ENTITIES, "person", key="").revise(SCHEME).scheme)
    free = Attribute("remark", "Remark", type="text")
    check_scheme(Add(attributes_of("event"), free).revise(SCHEME).scheme)
