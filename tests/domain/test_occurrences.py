"""Occurrences: what a reader takes for the same words, at true positions, at linear cost."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clock import processor_seconds
from workbench.domain.graphemes import is_border
from workbench.domain.occurrences import Wanted, context_of, occurrences, term_spans
from workbench.domain.span import Span
from workbench.domain.terms import parse_terms

LETTERS = st.text(st.sampled_from("aAbßsﬁ'’\u0301é \n\u00a0-1.🙂👩\u200d東"), max_size=40)


def found(text: str, words: str, *, case: bool = False, whole: bool = True) -> list[str]:
    return [span.of(text) for span in occurrences(text, Wanted(words, case=case, whole=whole))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Harbour, harbour. HARBOUR", "harbour", ["Harbour", "harbour", "HARBOUR"]),
        ("Die Straße, die STRASSE", "straße", ["Straße", "STRASSE"]),
        ("Die Straße", "strasse", ["Straße"]),
        ("the oﬃce", "office", ["oﬃce"]),
        ("cafe\u0301 caf\u00e9 cafe", "café", ["cafe\u0301", "caf\u00e9"]),
        ("cafe\u0301 caf\u00e9 cafe", "cafe", ["cafe"]),
        ("New York, New\u00a0York, New  York, New\nYork", "New York", None),
        ("It ends new.\n\nYork begins", "new York", []),
        ("don't and don’t", "don’t", ["don't", "don’t"]),
        ("Obama’s and Obama-led", "Obama", ["Obama", "Obama"]),
        ("harbours and harbour", "harbour", ["harbour"]),
        ("1.300 and 300 and 2,300", "300", ["300"]),
        ("1.300 and 1", "1", ["1"]),
        ("the U.S. and U.S. forces", "U.S.", ["U.S.", "U.S."]),
        ("東京都と東京", "東京", ["東京", "東京"]),
        ("👩 and 👩\u200d👧", "👩", ["👩"]),
        ("🙂 harbour 🙂", "harbour", ["harbour"]),
        ("ba a a", "a a", ["a a"]),
        ("a (b) [c] a (b)", "(b) [c]", ["(b) [c]"]),
        ("nothing", " ", []),
        ("\u00a0 a", "a\u00a0", ["a"]),
    ],
)
def test_whole_words(text: str, words: str, expected: list[str] | None) -> None:
    assert found(text, words) == (text.split(", ") if expected is None else expected)


def test_capitals_count_where_asked() -> None:
    assert found("US and us", "US", case=True) == ["US"]
    assert found("Straße STRASSE Strasse", "Straße", case=True) == ["Straße"]


def test_parts_of_words_are_found_where_asked_but_no_parts_of_letters() -> None:
    assert found("harbours, Harbourmaster", "harbour", whole=False) == ["harbour", "Harbour"]
    assert found("Straße", "stras", whole=False) == []
    assert found("cafe\u0301", "cafe", whole=False) == []


@given(before=LETTERS, words=LETTERS, after=LETTERS)
def test_words_are_found_wherever_they_stand_by_themselves(
    before: str, words: str, after: str
) -> None:
    text = f"{before}\n\n{words}\n\n{after}"
    start = len(before) + 2 + len(words) - len(words.lstrip())
    span = Span(start, len(before) + 2 + len(words.rstrip()))
    borders = is_border(text, span.start) and is_border(text, span.end)
    if words.strip() and "\n" not in words.strip() and borders:
        assert any(s.overlaps(span) for s in occurrences(text, Wanted(words, case=True)))


@given(text=LETTERS, words=LETTERS, whole=st.booleans())
def test_nothing_found_cuts_a_character_or_overlaps(text: str, words: str, whole: bool) -> None:  # noqa: FBT001
    spans = list(occurrences(text, Wanted(words, whole=whole)))
    assert all(is_border(text, s.start) and is_border(text, s.end) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(text=st.text(max_size=60))
def test_both_normal_forms_have_the_same_occurrences(text: str) -> None:
    words = text[: len(text) // 2]
    counts = {
        len(list(occurrences(unicodedata.normalize(form, text), Wanted(words, whole=False))))
        for form in ("NFC", "NFD")
    }
    assert len(counts) == 1


@pytest.mark.parametrize("unit", ["Der Müller sagte: „Straße“ – ja. ", "aaaa ", "a\u0301 \n "])
def test_the_cost_is_linear(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        return processor_seconds(lambda: list(occurrences(text, Wanted("a a sagte", whole=False))))

    assert seconds(400_000) < 20 * max(seconds(100_000), 0.001)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("muller", ["Müller", "Mu\u0308ller"]),
        ("mull*", ["Müller", "Mu\u0308ller"]),
        ('"don t"', ["don’t"]),
        ("don't", ["don’t"]),
        ("dont", []),
        ("3", ["3"]),
        ("müller don’t -ja", ["Müller", "don’t", "Mu\u0308ller"]),
        ("東京", ["東京"]),
        ('müller "müller don’t" "t 1"', ["Müller: don’t", "Mu\u0308ller"]),
    ],
)
def test_terms_stand_where_the_index_finds_them(typed: str, expected: list[str]) -> None:
    text = "Müller: don’t! 1.3 Mu\u0308ller 東京都"
    assert [span.of(text) for span in term_spans(text, parse_terms(typed))] == expected


def test_the_context_is_one_line_cut_between_words() -> None:
    text = "Harbour closed\n\nThe mayor said\u00a0so: “The harbour is closed.” Nobody disagreed."
    start = text.index("harbour is")
    context = context_of(text, Span(start, start + 7), width=20)
    assert (context.left, context.match, context.right) == (
        "mayor said so: “The ",
        "harbour",
        " is closed.” Nobody",
    )


@given(text=LETTERS, data=st.data())
def test_the_context_is_what_stands_there(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    context = context_of(text, span, width=8)
    shown = f"{context.left}{context.match}{context.right}"
    assert " ".join(shown.split()) in " ".join(text.split())
    assert len(context.left) <= 8
