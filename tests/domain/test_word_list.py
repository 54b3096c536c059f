"""Where any of many words stands."""

import pytest

from workbench.domain.word_list import WordList


def found(text: str, *words: str, case: bool = True) -> list[str]:
    return [span.of(text) for span in WordList(words, case=case).spans(text)]


def test_the_longest_of_several_that_begin_alike_is_found() -> None:
    text = "New York, New Yorkers and the New Deal; Newer, new york."
    assert found(text, "New", "New York") == ["New York", "New", "New"]


@pytest.mark.parametrize(("case", "expected"), [(True, ["SPD"]), (False, ["SPD", "spd"])])
def test_capitals_count_where_they_are_to(case: bool, expected: list[str]) -> None:  # noqa: FBT001
    assert found("SPD, spd, SPDs", "SPD", case=case) == expected


def test_what_a_reader_takes_for_the_same_words_is_found() -> None:
    text = "😀 The Cafe\u0301 de l’Europe and the Café\nde l'Europe; STRASSE."
    assert found(text, "Café de l'Europe") == ["Cafe\u0301 de l’Europe", "Café\nde l'Europe"]
    assert found(text, "Straße", case=False) == ["STRASSE"]


def test_marks_at_the_beginning_of_a_word_are_part_of_it() -> None:
    assert found("(#MeToo) and MeToo", "#MeToo") == ["#MeToo"]


def test_a_word_of_blanks_finds_nothing() -> None:
    assert found("a b", "", "  ") == []
