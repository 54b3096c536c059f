"""What was said under one scheme is said under its revision, or goes where there is no room."""

import pytest

from tests.domain.test_scheme import SCHEME
from workbench.domain.refitting import (
    Effect,
    fit_article_label,
    fit_relation,
    fit_span,
    touched_layers,
    touches_relations,
)
from workbench.domain.scheme import ArticleLabelType, Label
from workbench.domain.scheme_editing import Add, Change, Edit, Merge, Move, Remove, Rename
from workbench.domain.scheme_places import (
    ARTICLE_LABELS,
    LAYERS_OF_SCHEME,
    RELATIONS,
    attributes_of,
    labels_of,
)

ENTITIES, ENTITY_ATTRIBUTES = labels_of("entity"), attributes_of("entity")
SHIP = Label("ship", "Ship", "3", "#335577")
GENRES = ArticleLabelType("genre", "Genre", ("report", "opinion"), multiple=True)
LABELLED = Add(ARTICLE_LABELS, GENRES).revise(SCHEME).scheme


@pytest.mark.parametrize(
    ("edit", "label", "attributes", "expected"),
    [
        (Merge(ENTITIES, "time", "person"), "time", {}, ("person", {})),
        (
            Merge(ENTITIES, "time", "person"),
            "time",
            {"value": "2023"},
            ("person", {"value": "2023"}),
        ),
        (Remove(ENTITIES, "time"), "time", {}, None),
        (Remove(ENTITIES, "time"), "person", {"actor": "media"}, ("person", {"actor": "media"})),
        (
            Rename(ENTITY_ATTRIBUTES, "actor", "media", "press"),
            "person",
            {"actor": "media", "name": "I. Varn"},
            ("person", {"actor": "press", "name": "I. Varn"}),
        ),
        (
            Change(ENTITY_ATTRIBUTES, "actor", {"id": "role"}),
            "person",
            {"actor": "media"},
            ("person", {"role": "media"}),
        ),
        (
            Change(ENTITY_ATTRIBUTES, "actor", {"values": ("citizen",)}),
            "person",
            {"actor": "media"},
            ("person", {}),
        ),
        (
            Change(ENTITY_ATTRIBUTES, "name", {"type": "date"}),
            "person",
            {"name": "I. Varn"},
            ("person", {}),
        ),
    ],
)
def test_a_span_is_said_in_the_words_of_the_revised_scheme(
    edit: Edit,
    label: str,
    attributes: dict[str, str],
    expected: tuple[str, dict[str, str]] | None,
) -> None:
    assert fit_span(edit.revise(SCHEME), "entity", label, attributes) == expected


def test_a_relation_goes_where_its_type_no_longer_joins_its_ends() -> None:
    ends = (("event", "talks"), ("entity", "time"))
    stays = Change(RELATIONS, "time", {"id": "when"}).revise(SCHEME)
    assert fit_relation(stays, "time", ends, {}) == ("when", {})
    merged = (("event", "talks"), ("entity", "person"))
    narrowed = Change(RELATIONS, "time", {"same_layer": True}).revise(SCHEME)
    assert fit_relation(narrowed, "time", merged, {}) is None
    assert fit_relation(narrowed, "time", None, {}) == ("time", {})


def test_an_article_label_keeps_the_values_that_there_are() -> None:
    smaller = Change(ARTICLE_LABELS, "genre", {"values": ("report",)}).revise(LABELLED)
    assert fit_article_label(smaller, "genre", ("report", "opinion")) == ("genre", ("report",))
    assert fit_article_label(smaller, "genre", ("opinion",)) is None
    single = Change(ARTICLE_LABELS, "genre", {"multiple": False}).revise(LABELLED)
    assert fit_article_label(single, "genre", ("report", "opinion")) is None
    assert fit_article_label(Remove(ARTICLE_LABELS, "genre").revise(LABELLED), "genre", ()) is None


@pytest.mark.parametrize(
    ("edit", "layers"),
    [
        (Change(ENTITIES, "time", {"name": "When", "guideline": "…", "color": "#000000"}), []),
        (Change(LAYERS_OF_SCHEME, "event", {"name": "What happened", "key": "w"}), []),
        (Add(ENTITIES, SHIP), []),
        (Move(ENTITIES, "time", 0), []),
        (Change(ENTITY_ATTRIBUTES, "actor", {"values": ("media", "citizen", "state")}), []),
        (Change(ENTITY_ATTRIBUTES, "value", {"type": "text"}), []),
        (Change(ENTITY_ATTRIBUTES, "actor", {"values": ("media",)}), ["entity"]),
        (Change(ENTITY_ATTRIBUTES, "actor", {"not_for": ()}), ["entity"]),
        (Change(ENTITY_ATTRIBUTES, "name", {"type": "date"}), ["entity"]),
        (Rename(ENTITY_ATTRIBUTES, "actor", "media", "press"), ["entity"]),
        (Merge(ENTITIES, "time", "person"), ["entity"]),
        (Remove(LAYERS_OF_SCHEME, "event"), ["event"]),
    ],
)
def test_only_layers_in_which_something_may_change_are_looked_at(
    edit: Edit, layers: list[str]
) -> None:
    revision = edit.revise(SCHEME)
    assert touched_layers(SCHEME, revision) == layers
    assert touches_relations(SCHEME, revision) == bool(layers)


def test_suggestions_are_nobodys_work() -> None:
    assert not Effect(lost={"suggestion": 3}).loses_work
    assert Effect(lost={"attribute": 1}).loses_work
    assert not Effect()
    assert Effect(joined=1)
