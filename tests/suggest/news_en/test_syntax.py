"""The grammar of a text, as the small model reads it."""

from pathlib import Path

import pytest

from tests.suggest.news_en.words import PARSER, words_of_text
from workbench.suggest.news_en.syntax import Parser


def test_every_word_has_a_tag_and_a_head() -> None:
    reading = words_of_text("The old dam holds. Anna Velde said that the dam will hold.")
    syntax = PARSER.read(reading)
    tags = dict(zip(reading.words, syntax.tags, strict=True))
    assert (tags["dam"], tags["said"], tags["will"]) == ("NN", "VBD", "MD")
    said = reading.words.index("said")
    hold = reading.words.index("hold")
    assert (syntax.heads[hold], syntax.relations[hold]) == (said, "ccomp")
    assert syntax.relations[said] == "ROOT"


def test_no_head_lies_in_another_sentence_however_long_the_text() -> None:
    reading = words_of_text("The dam holds, and nobody left the town. " * 700)
    syntax = PARSER.read(reading)
    assert len(syntax.heads) == len(reading.words)
    for sentence in reading.sentences:
        assert all(syntax.heads[word] in sentence for word in sentence)


def test_a_text_without_words_has_no_grammar() -> None:
    assert PARSER.read(words_of_text("  \n\n ")).tags == []


def test_a_folder_without_the_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        Parser(tmp_path)
    assert raised.value.filename == str(tmp_path / "syntax")
