"""Graphemes are what readers see as one character, in every script, wherever one begins to look."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.graphemes import (
    grapheme_end,
    grapheme_start,
    is_border,
    next_grapheme,
    previous_grapheme,
)

FAMILY = "👨‍👩‍👧‍👦"
ONES = [
    "e\u0301",
    "o\u0308\u0304\u0331",
    FAMILY,
    "👩🏽‍🚀",
    "❤️‍🔥",
    "👍🏿",
    "1️⃣",
    "🇦🇲",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "각",
    "\u1112\u1161\u11ab",
    "\u1100\u1100\u1161",
    "שָׁ",
    "مُّ",
    "नि",
    "क्ष",
    "क्‍ष",
    "ত্র",
    "ക്ഷ",
    "กำ",
    "ที่",
    "ກຳ",
    "が",
    "ｶﾞ",
    "ی\u200c",
    "\u06dd7",
    "\u0600١",
    "葛\U000e0100",
    "\n",
    "\u2029",
    "\u00ad",
    "a",
    "中",
    "\U00020000",
]
APART = [
    "ab",
    "중국",
    "中文",
    "a\n",
    "\n\u0301",
    "\u00ad\u0301",
    "\u200b\u0301",
    "தமி",
    "க்ப",
    "क ष",
    "कष",
    "😀😀",
    "a\u200d😀",
    "©👨",
    "\u06dd\n",
    "\u11a8\u1100",
]
pieces = st.sampled_from([*ONES, *APART, "x", " "])
letters = st.characters(categories=("Lu", "Ll", "Lt"), max_codepoint=0x1FFF)
syllables = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


def graphemes(text: str) -> list[str]:
    """The characters of a text as a reader counts them."""
    borders = [p for p in range(len(text) + 1) if is_border(text, p)]
    return [text[a:b] for a, b in pairwise(borders)]


@pytest.mark.parametrize("one", ONES)
def test_what_is_one_to_the_eye_is_never_parted(one: str) -> None:
    assert graphemes(one) == [one]
    assert graphemes(f"x {one} x") == ["x", " ", one, " ", "x"]


@pytest.mark.parametrize("two", APART)
def test_what_is_two_to_the_eye_is_parted(two: str) -> None:
    assert len(graphemes(two)) >= 2


def test_flags_are_paired_from_the_first_one_on() -> None:
    assert graphemes("🇦🇲🇦🇿🇷🇺") == ["🇦🇲", "🇦🇿", "🇷🇺"]
    assert graphemes("🇦🇲🇦") == ["🇦🇲", "🇦"]


@given(st.lists(letters | syllables, max_size=30))
def test_composed_and_decomposed_texts_have_as_many_characters(drawn: list[str]) -> None:
    # Beside a letter that composes with the next one there is nothing to compare.
    text = " ".join(unicodedata.normalize("NFC", letter) for letter in drawn)
    assert len(graphemes(text)) == len(graphemes(unicodedata.normalize("NFD", text)))


@given(st.lists(pieces, max_size=12).map("".join), st.integers(0, 60))
def test_the_nearest_borders_lie_on_both_sides(text: str, position: int) -> None:
    start, end = grapheme_start(text, position), grapheme_end(text, position)
    position = min(position, len(text))
    assert start <= position <= end
    assert is_border(text, start)
    assert is_border(text, end)
    assert not any(is_border(text, inside) for inside in range(start + 1, end) if start < end)
    if is_border(text, position):
        assert start == end == position


@given(st.lists(pieces, max_size=12).map("".join))
def test_stepping_forward_and_back_stops_at_the_same_borders(text: str) -> None:
    forward = [0]
    while forward[-1] < len(text):
        forward.append(next_grapheme(text, forward[-1]))
    backward = [len(text)]
    while backward[-1] > 0:
        backward.append(previous_grapheme(text, backward[-1]))
    assert forward == backward[::-1]
    assert [text[a:b] for a, b in pairwise(forward)] == graphemes(text)


@pytest.mark.parametrize("position", [-5, 0, 3, 99])
def test_beyond_the_ends_there_is_a_border_at_the_ends(position: int) -> None:
    assert grapheme_start("abc", position) == grapheme_end("abc", position)
    assert 0 <= grapheme_start("abc", position) <= 3


def test_a_heap_of_marks_costs_no_more_than_its_length() -> None:
    text = "a" + "\u0301" * 20_000 + "b"
    assert grapheme_end(text, 1) == 20_001
    assert grapheme_start(text, 20_000) == 0
