"""Names, and what they name."""

from collections.abc import Callable

import pytest

from tests.suggest.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "quote", "label"),
    [
        ("Talks were held in Yerevan.", "Yerevan", "place"),
        ("Fighting went on in Nagorno-Karabakh.", "Nagorno-Karabakh", "place"),
        ("The CSTO met again.", "CSTO", "organization"),
        ("The Russian Foreign Ministry disagreed.", "Foreign Ministry", "organization"),
        ("She joined the Weslow Institute.", "Weslow Institute", "organization"),
        ("She studied at the University of Weslow.", "University of Weslow", "organization"),
        ("Prime Minister Nikol Pashinyan left.", "Nikol Pashinyan", "person"),
        ("Then spokeswoman Tarvian spoke.", "Tarvian", "person"),
        ("He crossed the Ordel River.", "Ordel River", "place"),
        ("Many Armenians left.", "Armenians", "group"),
        ("There, climate activists blocked it.", "climate activists", "group"),
        ("The Clean Water Act passed.", "Clean Water Act", "other"),
        ("It happened last December.", "last December", "time"),
        ("It was Ukraine President Olena Marchuk.", "Olena Marchuk", "person"),
        ("It was Ukraine President Olena Marchuk.", "Ukraine", "place"),
        ("The envoy to the United States Hamid Noori spoke.", "Hamid Noori", "person"),
        ("A Moscow-based firm paid.", "Moscow", "place"),
        ("Historian Anna Velde disagreed.", "Anna Velde", "person"),
        ("Tarvianko left early.", "Tarvianko", "person"),
        ("He played in Major League Baseball.", "Major League Baseball", "organization"),
    ],
)
def test_kinds(read: Reader, text: str, quote: str, label: str) -> None:
    assert read(text).one("entity", quote).label == label


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It was the Weslow and Tormund Railway.", "Weslow and Tormund Railway"),
        ("She led the Institute of Arts and Sciences.", "Institute of Arts and Sciences"),
        ("She entered the Hall of Fame.", "Hall of Fame"),
        ("The 65th Air Division left.", "65th Air Division"),
        ("It was sold to Velde Holdings, Inc. last week.", "Velde Holdings, Inc."),
        ("He met Anna Velde The dam broke.", "Anna Velde"),
        ("They spoke of Karim al-Tarvi again.", "Karim al-Tarvi"),
        ("She studied at All Souls College.", "All Souls College"),
        ("He plays for the Boston Red Sox.", "Boston Red Sox"),
    ],
)
def test_borders(read: Reader, text: str, quote: str) -> None:
    assert quote in read(text).labels("entity")


@pytest.mark.parametrize(
    "text",
    [
        "The Russian side left.",
        "However, nothing moved.",
        "Recently it rained.",
        "A Russian-led force left.",
        "Their CEO was in the DVD shop.",
    ],
)
def test_no_name(read: Reader, text: str) -> None:
    assert read(text).labels("entity") == {}


def test_a_surname_follows_its_full_name(read: Reader) -> None:
    found = read("Maria Zakharova spoke. A day later, critics of Zakharova met.")
    assert found.labels("entity")["Zakharova"] == "person"


def test_a_headline_in_title_case_names_only_what_lists_know(read: Reader) -> None:
    found = read("Angry Farmers Block Roads Across France Again\n\nNothing else happened today.")
    assert found.labels("entity") == {"France": "place", "today": "time"}


def test_an_emoji_before_a_name_moves_nothing(read: Reader) -> None:
    text = "🇦🇲 👩‍👩‍👧 Armenia and 🇷🇺 Russia met."
    assert read(text).labels("entity") == {"Armenia": "place", "Russia": "place"}


def test_a_place_is_known_by_its_adjective(read: Reader) -> None:
    found = read("Yesterday Veldria signed. Many Veldrian boats left. He likes Veldria.")
    assert found.labels("entity") == {"Yesterday": "time", "Veldria": "place"}


def test_an_abbreviation_in_brackets_is_what_its_name_is(read: Reader) -> None:
    found = read("They left the Weslow Lake Harbour (WLH). Boats filled the WLH.")
    assert found.labels("entity") == {"Weslow Lake Harbour": "place", "WLH": "place"}


def test_an_abbreviation_of_common_words_is_no_name(read: Reader) -> None:
    found = read("It holds a light-emitting diode (LED). Each LED costs a cent.")
    assert found.labels("entity") == {}


def test_the_army_that_calls_itself_after_its_country_keeps_it(read: Reader) -> None:
    assert read("The US Army left.").labels("entity") == {"US Army": "organization"}
