"""A text as the rules read it, for tests of one rule at a time."""

import spacy

from tests.suggest.conftest import RESOURCES
from workbench.domain.structure import structure_of
from workbench.suggest.news_en.cues import Cue, find_cues
from workbench.suggest.news_en.lexicon import lexicon_of
from workbench.suggest.news_en.pipeline import tokenised
from workbench.suggest.news_en.reading import Reading, reading_of
from workbench.suggest.news_en.syntax import Parser

NLP = spacy.blank("en")
FOLDER = RESOURCES / "models" / "news-en"
LEXICON = lexicon_of(FOLDER)
PARSER = Parser(FOLDER)


def words_of_text(text: str) -> Reading:
    """The words and sentences of a text."""
    return reading_of(tokenised(NLP, text), structure_of(text).sentences)


def cues_of(reading: Reading, sentence: range) -> list[Cue]:
    """The cues of a sentence without quotations."""
    quoted = bytearray(len(reading.words))
    return list(find_cues(reading, LEXICON, PARSER.read(reading), sentence=sentence, quoted=quoted))
