"""Event triggers, their types, and whether they are real."""

from collections.abc import Callable

import pytest

from tests.suggest.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "trigger", "label", "reality"),
    [
        ("The two sides signed it.", "signed", "agreement", "happened"),
        ("Heavy fighting broke out again.", "broke out", "conflict", "happened"),
        ("Activists blocked the road.", "blocked", "conflict", "happened"),
        ("Peace talks went on.", "talks", "diplomacy", "happened"),
        ("They canceled the joint exercises.", "exercises", "conflict", "called_off"),
        ("The collapse of the talks came early.", "talks", "diplomacy", "called_off"),
        ("They will elect a mayor.", "elect", "election", "planned"),
        ("They might attack.", "attack", "conflict", "hypothetical"),
        ("They did not attack.", "attack", "conflict", "denied"),
        ("He denied that the road was blocked.", "blocked", "conflict", "denied"),
        ("They often protest there.", "protest", "protest", "generic"),
        ("Hundreds of people protested.", "protested", "protest", "happened"),
        ("A hunger strike began.", "strike", "protest", "happened"),
        ("The earthquake came at night.", "earthquake", "disaster", "happened"),
        ("The minister stepped down.", "stepped down", "election", "happened"),
    ],
)
def test_type_and_reality(read: Reader, text: str, trigger: str, label: str, reality: str) -> None:
    draft = read(text).one("event", trigger)
    assert (draft.label, draft.attributes) == (label, {"reality": reality})


@pytest.mark.parametrize(
    "text",
    [
        "The shop is open and close to us.",
        "World War II is a long subject.",
        "He accused them of nothing.",
        "It is calm.",
        "The shop was open on 14 March 2025.",
    ],
)
def test_no_event(read: Reader, text: str) -> None:
    assert read(text).labels("event") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Read more about this here.",
        "Share it and press the button.",
        "Nothing is there if you press it.",
    ],
)
def test_nothing_happens_where_the_reader_is_told_what_to_do(read: Reader, text: str) -> None:
    assert read(text).labels("event") == {}


def test_what_somebody_calls_for_may_happen(read: Reader) -> None:
    assert read("“March with us,” she said.").one("event", "March").label == "protest"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The old man climbed the tower.", "climbed"),
        ("Anna Velde tore down the tower.", "tore down"),
        ("The heist surprised nobody.", "heist"),
    ],
)
def test_main_verbs_and_nouns_of_happening(read: Reader, text: str, trigger: str) -> None:
    assert read(text).one("event", trigger).label == "other"


@pytest.mark.parametrize(
    "text", ["The tower seems old.", "The tower has a roof.", "The tower is an old one."]
)
def test_what_is_or_has_is_no_event(read: Reader, text: str) -> None:
    assert read(text).labels("event") == {}
