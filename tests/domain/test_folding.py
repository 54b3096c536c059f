"""Folding makes equal what a reader takes for the same words, and finds the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.folding import Folded, fold, index_words
from workbench.domain.span import Span

TRICKY = st.text(st.sampled_from("aeSsßéﬁﬃŁ\u0301\u0323\u00ad’'-‐İ한東🙂 \n\u00a0"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("ﬁnal oﬃce", "final office"),
        ("caf\u00e9", "cafe\u0301"),
        ("e\u0302\u0323", "\u1ec7"),
        ("don’t", "don't"),
        ("“so” „so“", '"so" "so"'),
        ("co‑operate", "co-operate"),
        ("harb\u00adour", "harbour"),
        ("ΌΣΟΣ", "όσος"),
    ],
)
def test_what_reads_alike_folds_alike(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(("one", "other"), [("é", "e"), ("ü", "ue"), ("½", "1"), ("a", "а")])
def test_what_reads_otherwise_folds_otherwise(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_capitals_count_where_asked() -> None:
    assert fold("US", case=True).text != fold("us", case=True).text
    assert fold("Straße", case=True).text != fold("Strasse", case=True).text
    assert fold("ﬁn", case=True).text == "fin"


@pytest.mark.parametrize(
    ("accented", "plain"),
    [("Müller", "muller"), ("Łódź", "lodz"), ("Erdoğan", "erdogan"), ("مُحَمَّد", "محمد")],
)
def test_accents_go_where_asked(accented: str, plain: str) -> None:
    assert fold(accented, accents=False).text == fold(plain, accents=False).text


def test_the_signs_of_indic_scripts_are_no_accents() -> None:
    assert fold("कि", accents=False).text != fold("का", accents=False).text


def test_a_range_leads_back_to_the_text_and_never_cuts_a_letter() -> None:
    folded = fold("die Straße")
    assert folded.text == "die strasse"
    assert folded.span(4, 11) == Span(4, 10)
    assert folded.span(8, 10) == Span(8, 9)
    assert folded.span(4, 9) is None
    assert folded.span(9, 11) is None


@given(text=TRICKY, case=st.booleans(), accents=st.booleans())
def test_every_letter_folds_by_itself(text: str, case: bool, accents: bool) -> None:  # noqa: FBT001
    folded = fold(text, case=case, accents=accents)
    lengths = [len(fold(c, case=case, accents=accents).text) for c in text]
    assert len(folded.text) == sum(lengths)
    _leads_back(folded, lengths)


def _leads_back(folded: Folded, lengths: list[int]) -> None:
    """Each letter's own range of the folded text leads back to that letter and no other."""
    start = 0
    for place, length in enumerate(lengths):
        if length:
            assert folded.span(start, start + length) == Span(place, place + 1)
        start += length


@given(text=st.text(max_size=40))
def test_composed_and_decomposed_texts_fold_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed).text == fold(decomposed).text


@given(text=TRICKY)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_the_index_takes_words_without_accents_and_marks() -> None:
    assert index_words("Café, don’t – 東京 🙂 $3m co-op\n") == [
        *("cafe", "don", "t", "東", "京", "🙂", "3m", "co", "op")
    ]


@given(text=TRICKY)
def test_the_index_takes_its_own_words_as_they_are(text: str) -> None:
    words = index_words(text)
    assert index_words(" ".join(words)) == words
