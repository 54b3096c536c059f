"""The recognizer that ships: it loads, reads any text, and tells persons from places."""

from pathlib import Path

import numpy as np
import pytest

from tests.suggest.conftest import RESOURCES
from tests.suggest.news_en.words import FOLDER, LEXICON, words_of_text
from workbench.suggest.news_en.clues import Teller
from workbench.suggest.news_en.names import evidence_of
from workbench.suggest.news_en.recognizer import TAGS, Likelihoods, Recognizer, read_vectors

RECOGNIZER = Recognizer(FOLDER)
TELLER = Teller(LEXICON, RECOGNIZER.rows)
LARGEST = 15_000_000  # bytes of all that news-en is made of


def _read(text: str) -> Likelihoods:
    reading = words_of_text(text)
    clues = TELLER.clues(reading, evidence_of(reading), [], [])
    return RECOGNIZER.read(clues, reading.sentences)


def test_names_are_told_apart_by_the_words_around_them_without_a_draft() -> None:
    text = "Yesterday the mayor Anna Peters said that she was born in Germany."
    tags = [TAGS[tag] for tag in _read(text).argmax(axis=1)]
    words = words_of_text(text).words
    assert tags[words.index("Peters")] == "further person"
    assert tags[words.index("Germany")] == "first place"
    assert tags[words.index("born")] == "outside"


def test_what_a_word_can_be_adds_up_to_one() -> None:
    likely = _read("Nobody met the envoy in Weslow.\n\nThe envoy left. ")
    assert np.exp(likely).sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_a_long_text_is_read_as_its_sentences_are() -> None:
    sentence = "The envoy met Anna Peters in Germany. "
    once, often = _read(sentence), _read(sentence * 900)
    assert often[-len(once) :] == pytest.approx(once, abs=1e-4)


def test_a_text_without_words_is_read() -> None:
    assert _read(" \n").shape == (0, len(TAGS))


def test_frequent_words_have_vectors_and_all_others_share_zeros() -> None:
    rows, vectors = read_vectors(FOLDER / "entities")
    assert len(vectors) == len(rows) + 1
    assert not vectors[0].any()
    assert vectors[rows["paris"]] @ vectors[rows["london"]] > 0


def test_a_folder_without_the_recognizer_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        Recognizer(tmp_path)
    assert raised.value.filename == str(tmp_path / "entities" / "words.txt")


def test_the_whole_model_is_small() -> None:
    files = (path for path in (RESOURCES / "models" / "news-en").rglob("*") if path.is_file())
    assert sum(path.stat().st_size for path in files) < LARGEST
