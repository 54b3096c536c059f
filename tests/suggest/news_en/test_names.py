"""What a whole article says about its capital letters."""

import pytest

from tests.suggest.news_en.words import words_of_text
from workbench.suggest.news_en.names import evidence_of, opens

TITLE_CASE = "Angry Farmers Block Roads Again\n\nThe farmers met Velde on Monday."


def test_capitals_of_a_headline_prove_nothing() -> None:
    evidence = evidence_of(words_of_text(TITLE_CASE))
    assert evidence.headlines == frozenset((0,))
    assert evidence.capital == frozenset(("Velde", "Monday"))
    assert {"farmers", "met", "on"} <= evidence.lower


def test_an_ordinary_headline_counts_like_any_sentence() -> None:
    evidence = evidence_of(words_of_text("Angry farmers met Velde again\n\nNothing else happened."))
    assert evidence.headlines == frozenset()
    assert evidence.capital == frozenset(("Velde",))


@pytest.mark.parametrize(
    ("text", "word", "owed"),
    [
        ("Rain fell.", "Rain", True),
        ("He said: Rain fell.", "Rain", True),
        ("“Rain fell,” he said.", "Rain", True),
        ("In May, Rain fell.", "Rain", False),
        ("On Rain Street.", "Rain", False),
        ("The A&Rain Company.", "Rain", False),
    ],
)
def test_a_capital_may_be_owed_to_its_place(text: str, word: str, owed: bool) -> None:  # noqa: FBT001
    reading = words_of_text(text.replace("&Rain", " & Rain"))
    assert opens(reading, reading.words.index(word)) is owed


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("It holds a light-emitting diode (LED).", {"LED"}),
        ("They had attention deficit and hyperactivity disorder (ADHD).", {"ADHD"}),
        ("They asked the Weslow Harbour Board (WHB).", set()),
        ("They asked the friends of the harbour (WHB).", set()),
        ("They asked all (WHB).", set()),
    ],
)
def test_an_abbreviation_of_common_words_is_told(text: str, short: set[str]) -> None:
    assert evidence_of(words_of_text(text)).abbreviated == short
