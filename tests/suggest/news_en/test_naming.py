"""Names by the rules and the recognizer together."""

import numpy as np

from tests.suggest.news_en.words import words_of_text
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.naming import named
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.recognizer import TAGS, Likelihoods

TEXT = "Anna Velde met the Weslow Harbour Board. Weslow cheered Velde."
READING = words_of_text(TEXT)
Seen = tuple[str, str, float]
"""Words, their kind, and how sure the recognizer is of it."""


def _likely(*seen: Seen) -> Likelihoods:
    """What a recognizer says that sees these names, each where it comes first, and no other."""
    shares = np.full((len(READING.words), len(TAGS)), 0.001)
    shares[:, 0] = 0.9
    for words, kind, sure in seen:
        start = TEXT.index(words)
        first, after = READING.word_at(start), READING.word_at(start + len(words) - 1) + 1
        for word in range(first, after):
            part = "further" if word > first else "first"
            shares[word, 0] = 1 - sure
            shares[word, TAGS.index(f"{part} {kind}")] = sure
    likely: Likelihoods = np.log(shares).astype(np.float32)
    return likely


def _ruled(words: str, label: str, score: float, *, reading: Reading = READING) -> Name:
    start = reading.text.index(words)
    first, after = reading.word_at(start), reading.word_at(start + len(words) - 1) + 1
    return Name(first, after, reading.span(first, after), label, score, "a rule")


def _said(names: list[Name]) -> list[tuple[str, str, str]]:
    return [(name.span.of(TEXT), name.label, name.reason) for name in names]


def test_the_rule_draws_the_border_and_the_recognizer_tells_the_kind() -> None:
    board = _ruled("Weslow Harbour Board", "person", 0.55)
    assert _said(named(READING, [board], _likely(("Harbour Board", "organization", 0.9)))) == [
        ("Weslow Harbour Board", "organization", "by rule, its kind by the model; a rule")
    ]


def test_where_both_agree_that_is_said() -> None:
    velde = _ruled("Anna Velde", "person", 0.85)
    assert _said(named(READING, [velde], _likely(("Anna Velde", "person", 0.9)))) == [
        ("Anna Velde", "person", "by rule and model; a rule")
    ]


def test_only_a_sure_rule_stands_alone() -> None:
    sure, guess = _ruled("Anna Velde", "person", 0.85), _ruled("Weslow", "person", 0.3)
    assert _said(named(READING, [sure, guess], _likely())) == [
        ("Anna Velde", "person", "by rule; a rule")
    ]


def test_what_the_recognizer_alone_sees_is_added() -> None:
    assert _said(named(READING, [], _likely(("Weslow Harbour Board", "organization", 0.9)))) == [
        ("Weslow Harbour Board", "organization", "as the model reads it")
    ]


def test_a_name_has_one_kind_in_an_article() -> None:
    first, second = _ruled("Anna Velde", "person", 0.9), _ruled("Weslow", "place", 0.7)
    again = Name(8, 9, READING.span(8, 9), "person", 0.7, "a rule")
    assert READING.quote(8, 9) == "Weslow"
    found = named(READING, [first, second, again], _likely(("Weslow", "place", 0.95)))
    assert {name.label for name in found if name.span.of(TEXT) == "Weslow"} == {"place"}


def test_kinds_that_the_recognizer_does_not_know_stay_and_nothing_overlaps_them() -> None:
    group = _ruled("Weslow Harbour Board", "group", 0.4)
    assert named(READING, [group], _likely(("Harbour Board", "organization", 0.9))) == [group]


def test_no_name_goes_on_that_did_not_begin() -> None:
    shares = np.full((len(READING.words), len(TAGS)), 0.01)
    shares[:, TAGS.index("outside")] = 0.05
    shares[1, TAGS.index("further person")] = 0.9
    (name,) = named(READING, [], np.log(shares).astype(np.float32))
    assert (name.span.of(TEXT), name.label) == ("Anna Velde", "person")


def test_a_text_without_words_has_no_names() -> None:
    reading = words_of_text("  ")
    assert named(reading, [], np.zeros((0, len(TAGS)), np.float32)) == []


def test_a_name_is_surer_the_surer_the_recognizer_is_of_it() -> None:
    velde = _ruled("Anna Velde", "person", 0.85)
    scores = [
        named(READING, [velde], _likely(("Anna Velde", "person", sure)))[0].score
        for sure in (0.5, 0.99)
    ]
    assert scores[0] < scores[1]


def test_a_rule_that_is_not_sure_stands_where_the_recognizer_half_sees_the_name() -> None:
    guess = _ruled("Weslow", "person", 0.3)
    assert _said(named(READING, [guess], _likely(("Weslow", "place", 0.45)))) == [
        ("Weslow", "place", "by rule, its kind by the model; a rule")
    ]


def test_without_a_rule_the_recognizer_has_to_be_sure() -> None:
    assert named(READING, [], _likely(("Weslow", "place", 0.7))) == []


def test_what_is_a_name_in_one_place_is_one_in_all() -> None:
    guess = _ruled("Weslow", "place", 0.3)
    again = Name(8, 9, READING.span(8, 9), "place", 0.3, "a rule")
    found = named(READING, [guess, again], _likely(("Weslow", "place", 0.9)))
    assert [name.first for name in found] == [4, 8]
