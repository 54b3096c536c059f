"""Texts as the rules read them."""

import spacy
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.suggest.news_en.pipeline import tokenised
from workbench.suggest.news_en.reading import LONGEST, Reading, reading_of

NLP = spacy.blank("en")


def _read(text: str) -> Reading:
    return reading_of(tokenised(NLP, text), structure_of(text).sentences)


def test_hyphenated_words_are_whole_and_dashes_are_not() -> None:
    words = _read("The self-styled activists - of Nagorno-Karabakh - left.").words
    assert " ".join(words) == "The self-styled activists - of Nagorno-Karabakh - left ."


@given(st.text(alphabet="aB-’'.,\"“” \n\t\u00a0\u200d😀é字", max_size=60))
def test_every_word_stands_where_it_says(text: str) -> None:
    reading = _read(text)
    for word, start, end in zip(reading.words, reading.starts, reading.ends, strict=True):
        assert text[start:end] == word


@given(st.text(alphabet="ab-. \n(", max_size=400))
def test_no_character_but_blanks_is_lost(text: str) -> None:
    reading = _read(text)
    assert "".join(reading.words) == "".join(text.split())


def test_sentences_are_those_given_and_long_ones_are_cut() -> None:
    text = "a " * (LONGEST * 2 + 5)
    reading = reading_of(tokenised(NLP, text), [Span(0, len(text))])
    assert [len(sentence) for sentence in reading.sentences] == [LONGEST, LONGEST, 5]
