"""Words: borders in every script, snapping and trimming."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.graphemes import (
    grapheme_end,
    grapheme_start,
    is_border,
    next_grapheme,
    previous_grapheme,
)
from workbench.domain.span import Span
from workbench.domain.trimming import meant, phrase_at, trim
from workbench.domain.words import (
    is_word,
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
    snap,
    word_at,
)

FAMILY = "👨‍👩‍👧‍👦"
TRICKY = (
    "abcXYZ 019.,;:!?'’‘“”\"()[]-–—…$€%&\n\t\u00a0\u00ad\u0301\u0308\u200c\u200d\ufe0f"
    "éß中文字カタひらไท한국ᄀ가שלוםعربيक्षत्र👨👩👧🏽🇦🇲❤😀\U00020000_@#U.S"
)
texts = st.text(st.one_of(st.sampled_from(TRICKY), st.characters(codec="utf-8")), max_size=40)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


def words(text: str) -> list[str]:
    """The words of a text by stepping over it."""
    found, position = [], 0
    while position < len(text):
        run = word_at(text, position)
        if is_word(text, run):
            found.append(run.of(text))
        position = run.end
    return found


def span_of(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenia’s decision", ["Armenia’s", "decision"]),
        ("don't stop", ["don't", "stop"]),
        ("the Russian-led CSTO", ["the", "Russian-led", "CSTO"]),
        ("paid $3m (10,000.50)", ["paid", "$3m", "10,000.50"]),
        ("50% of 20€", ["50%", "of", "20€"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("Acme Inc. said", ["Acme", "Inc.", "said"]),
        ("Mr. St. John F. Doe", ["Mr.", "St.", "John", "F.", "Doe"]),
        ("It ended.Then", ["It", "ended", "Then"]),
        ("AT&T and R&D", ["AT&T", "and", "R&D"]),
        ("at 10:30 on example.com", ["at", "10:30", "on", "example.com"]),
        (f"hi {FAMILY}{FAMILY} 🇦🇲🇦🇿", ["hi", FAMILY, FAMILY, "🇦🇲", "🇦🇿"]),
        ("cafe\u0301 nai\u0308ve", ["cafe\u0301", "nai\u0308ve"]),
        ("中文字", ["中", "文", "字"]),
        ("カタカナで", ["カタカナ", "で"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("می‌خواهم رفت", ["می‌خواهم", "رفت"]),
        ("self\u00adstyled", ["self\u00adstyled"]),
        ("10\u202f000 people", ["10\u202f000", "people"]),
        ("end. Next, one", ["end", "Next", "one"]),
    ],
)
def test_words_are_what_readers_take_for_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "swept", "expected"),
    [
        ("“We must talk,” said Zakharova.", "“We must talk,” ", "We must talk"),
        ("in the U.S. today", " U.S. ", "U.S."),
        ("by Acme Inc., maker", "Acme Inc., ", "Acme Inc."),
        ("it cost $3m.", "$3m.", "$3m"),
        ("some 50%, he said", " 50%, ", "50%"),
        ("the army (CSTO) left", "(CSTO)", "CSTO"),
        ("the army (CSTO) left", "army (CSTO)", "army (CSTO)"),
        ("the army (CSTO) left", "army (", "army"),
        ("the “self-styled” state", "the “self-styled” ", "the “self-styled”"),
        ("“A” and “B”", "“A” and “B”", "“A” and “B”"),
        ('He said "no way."', '"no way."', "no way"),
        ("a (b) and (c) d", "(b) and (c)", "(b) and (c)"),
        ("the ’90s were", "’90s", "’90s"),
        ("the Armenians’ view", "Armenians’ ", "Armenians"),
        ("Yes — but", "Yes — ", "Yes"),
        ("What? …", "…", "…"),
        ("Why?!", "Why?!", "Why"),
        ("minus -5 degrees", "-5", "-5"),
        ("「東京」は", "「東京」", "東京"),
        ("قال: نعم، ثم", "نعم، ", "نعم"),
        ("the ministry said", "inistry sai", "ministry said"),
        (f"so {FAMILY}!", f"{FAMILY}!", FAMILY),
        ("St. Petersburg.", "St. Petersburg.", "St. Petersburg"),
        ("„So ist es“, sagte er", "„So ist es“, ", "So ist es"),
        ("‘It’s over’, he said", "‘It’s over’, ", "It’s over"),
        ("‘It’s over’ and ‘so be it’", "‘It’s over’ and ‘so be it’", "‘It’s over’ and ‘so be it’"),
    ],
)
def test_a_sweep_means_the_words_and_what_belongs_to_them(
    text: str, swept: str, expected: str
) -> None:
    assert meant(text, span_of(text, swept)).of(text) == expected


def test_blanks_alone_mean_nothing() -> None:
    assert meant("a   b", Span(1, 4)) == Span(1, 1)


def test_stepping_goes_from_word_to_word_over_marks() -> None:
    text = "“No,” she said. Later"
    assert [next_word_start(text, p) for p in (0, 1, 6, 10, 16)] == [1, 6, 10, 16, 21]
    assert [next_word_end(text, p) for p in (0, 3, 9, 14, 21)] == [3, 9, 14, 21, 21]
    assert [previous_word_start(text, p) for p in (21, 16, 12, 6, 1, 0)] == [16, 10, 10, 1, 0, 0]
    assert [previous_word_end(text, p) for p in (21, 14, 9, 3)] == [14, 9, 3, 0]


def test_a_phrase_reaches_from_mark_to_mark() -> None:
    text = "She said, in Mr. Doe’s old house, that it ended."
    whole = Span(0, len(text))
    assert phrase_at(text, span_of(text, "old"), whole).of(text) == "in Mr. Doe’s old house"
    assert phrase_at(text, span_of(text, "ended"), whole).of(text) == "that it ended"


@pytest.mark.parametrize(
    ("text", "borders"),
    [
        ("क्षेत्र", [0, 4, 7]),
        ("हिन्दी", [0, 2, 6]),
        ("ক\u09cd\u200dষ", [0, 4]),
        ("क् ष", [0, 2, 3, 4]),
        ("தமிழ்ச", [0, 1, 3, 5, 6]),  # Tamil writes no conjuncts
    ],
)
def test_conjuncts_are_one_character(text: str, borders: list[int]) -> None:
    assert [place for place in range(len(text) + 1) if is_border(text, place)] == borders


@given(texts)
def test_runs_part_the_text_at_grapheme_borders(text: str) -> None:
    position = 0
    while position < len(text):
        run = word_at(text, position)
        assert run.start == position < run.end
        assert is_border(text, run.start)
        assert is_border(text, run.end)
        assert all(word_at(text, inside) == run for inside in range(run.start, run.end))
        position = run.end


@given(texts, st.integers(0, 40))
def test_grapheme_steps_undo_each_other(text: str, position: int) -> None:
    position = grapheme_start(text, min(position, len(text)))
    after = next_grapheme(text, position)
    if position < len(text):
        assert after > position
        assert previous_grapheme(text, after) == position
    assert grapheme_end(text, position) == position


@given(texts)
def test_marks_and_joiners_stay_with_what_they_add_to(text: str) -> None:
    for position in range(1, len(text)):
        if unicodedata.category(text[position]) == "Mn" and text[position - 1].isalpha():
            assert not is_border(text, position)


@given(ranges())
@example(("a\u0301b", Span(1, 2)))
def test_snapping_only_widens_and_rests_on_a_second_time(case: tuple[str, Span]) -> None:
    text, span = case
    snapped = snap(text, span)
    assert snapped.covers(span)
    assert is_border(text, snapped.start)
    assert is_border(text, snapped.end)
    assert snap(text, snapped) == snapped


@given(ranges())
def test_trimming_only_narrows_and_rests_on_a_second_time(case: tuple[str, Span]) -> None:
    text, span = case
    trimmed = trim(text, span)
    assert span.covers(trimmed)
    assert trim(text, trimmed) == trimmed
    assert not trimmed.of(text)[:1].isspace()


@given(ranges())
def test_trimming_never_cuts_into_a_word(case: tuple[str, Span]) -> None:
    text, span = case
    snapped = snap(text, span)
    kept = trim(text, snapped)
    for cut in (Span(snapped.start, kept.start), Span(kept.end, snapped.end)):
        assert not len(kept) or not any(c.isalnum() for c in cut.of(text))
