"""The scheme: what annotations may say, and what is refused in a plain sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import UserError
from workbench.domain.scheme import (
    Attribute,
    End,
    Label,
    Layer,
    RelationType,
    Scheme,
    check_value,
)

DAY = Attribute("value", "Date", type="date", only_for=("time",))
SCHEME = Scheme(
    id="small",
    version=3,
    layers=(
        Layer(
            "entity",
            "Entity",
            "e",
            "the name",
            (Label("person", "Person", "1", "#335577"), Label("time", "Time", "2", "#775533")),
            (
                DAY,
                Attribute("actor", "Actor", values=("media", "citizen"), not_for=("time",)),
                Attribute("name", "Full name", type="text"),
            ),
        ),
        Layer("event", "Event", "v", "the trigger", (Label("talks", "Talks", "1", "#557733"),)),
    ),
    relations=(
        RelationType("time", "Time", "1", (End("event"),), (End("entity", ("time",)),)),
        RelationType(
            "same_as",
            "Same as",
            "9",
            (End("entity"), End("event")),
            (End("entity"), End("event")),
            same_layer=True,
        ),
    ),
)
PERSON, TIME, TALKS = ("entity", "person"), ("entity", "time"), ("event", "talks")


def refusal(layer: str, label: str, **attributes: str) -> UserError:
    with pytest.raises(UserError) as refused:
        SCHEME.check_attributes(layer, label, attributes)
    return refused.value


def test_attributes_hold_for_the_labels_that_they_name() -> None:
    entity = SCHEME.layer("entity")
    assert [a.id for a in entity.attributes_of("person")] == ["actor", "name"]
    assert [a.id for a in entity.attributes_of("time")] == ["value", "name"]


def test_attributes_with_a_value_of_their_kind_pass() -> None:
    SCHEME.check_attributes("entity", "person", {"actor": "media", "name": "Ilse [Varn]\n"})
    SCHEME.check_attributes("entity", "time", {"value": "2023-12"})
    SCHEME.check_attributes("event", "talks", {})


def test_an_attribute_of_another_label_is_refused_with_those_it_has() -> None:
    error = refusal("entity", "person", value="2023")
    assert error.key == "domain.unknown_attribute"
    assert "actor, name" in str(error)


def test_a_label_without_attributes_says_so() -> None:
    assert "Its attributes are: none." in str(refusal("event", "talks", actor="media"))


def test_a_value_outside_the_list_is_refused_with_the_list() -> None:
    error = refusal("entity", "person", actor="Media")
    assert error.key == "domain.bad_value"
    assert "media, citizen" in str(error)


@pytest.mark.parametrize(
    "value", ["2023", "2023-12", "2023-12-05", "2024-02-29", "0001", "9999-12"]
)
def test_a_date_is_taken_as_far_as_it_is_known(value: str) -> None:
    check_value(DAY, value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "23",
        "0000",
        "2023-13",
        "2023-00",
        "2023-2",
        "2023-02-29",
        "2023-12-32",
        "2023-12-05T10:00",
        "2023-12-05 ",
        "2023-12-05\n",
        "20231205",
        "2023/12/05",
        "5 December 2023",
        "last December",
        "-2023",
        "２０２３",
        "2023-W49",
    ],
)
def test_any_other_date_is_refused_in_a_sentence_that_shows_how(value: str) -> None:
    error = refusal("entity", "time", value=value)
    assert error.key == "domain.bad_date"
    assert f"“{value}”" in str(error)
    assert "2023-12-05" in str(error)


@given(st.dates(), st.sampled_from((4, 7, 10)))
def test_every_day_month_and_year_of_the_calendar_is_a_date(day: date, known: int) -> None:
    check_value(DAY, day.isoformat()[:known])


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_a_date_exactly_where_the_calendar_has_it(year: int, month: int, day: int) -> None:
    value = f"{year:04}-{month:02}-{day:02}"
    try:
        date.fromisoformat(value)
    except ValueError:
        assert refusal("entity", "time", value=value).key == "domain.bad_date"
    else:
        check_value(DAY, value)


def test_an_unknown_layer_or_label_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match="entity, event"):
        SCHEME.label("claim", "factual")
    with pytest.raises(UserError, match="person, time"):
        SCHEME.label("entity", "talks")


@pytest.mark.parametrize(
    ("type", "source", "target"),
    [("time", TALKS, TIME), ("same_as", PERSON, TIME), ("same_as", TALKS, TALKS)],
)
def test_a_relation_joins_the_ends_that_its_type_names(
    type: str, source: tuple[str, str], target: tuple[str, str]
) -> None:
    SCHEME.check_relation(type, source, target)


@pytest.mark.parametrize(
    ("type", "source", "target"),
    [
        ("time", TIME, TALKS),
        ("time", TALKS, PERSON),
        ("same_as", PERSON, TALKS),
        ("cause", TALKS, TALKS),
    ],
)
def test_any_other_relation_is_refused_with_those_there_are(
    type: str, source: tuple[str, str], target: tuple[str, str]
) -> None:
    with pytest.raises(UserError, match="time, same_as") as refused:
        SCHEME.check_relation(type, source, target)
    assert refused.value.key == "domain.unknown_relation"
