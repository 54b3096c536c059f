"""The grammar of a text: a tag, a head and a relation to it for every word, by a small model.

Tags are Penn's, save that auxiliaries and copulas are `AUX`; relations are Universal Dependencies'.
Before it reads, each word gets the tag that it has most often (`tags.txt`), and the model corrects
it from the words around. It is right for 94 of 100 tags and 76 of 100 relations: rules that ask it
have to bear a wrong answer.

A long text is read in pieces, so that the memory it takes does not grow with the text.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry

from workbench.suggest.news_en.reading import Reading
from workbench.suggest.word_lists import read_lists

FOLDER = "syntax"
_PIECE = 2000  # words that are read at once, up to the end of a sentence
_UNKNOWN = "?"
# It is given words: rules to find them would be a fifth of what it takes to load the suggester.
_NO_TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "workbench.none"}}}


def _no_tokenizer() -> Callable[[Language], DummyTokenizer]:
    """What makes the tokenizer of a pipeline: none."""
    return lambda _nlp: DummyTokenizer()


registry.tokenizers.register("workbench.none", func=_no_tokenizer)


@dataclass(frozen=True, slots=True)
class Syntax:
    """One item a word of a reading: its tag, the word that governs it, and how."""

    tags: list[str]
    heads: list[int]
    relations: list[str]


class Parser:
    """The model and the list of common tags of a folder; raises `FileNotFoundError`."""

    def __init__(self, folder: Path) -> None:
        if not (folder / FOLDER).is_dir():
            raise FileNotFoundError(2, "no such folder", str(folder / FOLDER))
        self._nlp = spacy.load(folder / FOLDER, config=_NO_TOKENIZER)
        self._common = common_tags(folder)

    def read(self, reading: Reading) -> Syntax:
        """What the model says of every word."""
        syntax = Syntax([], [], [])
        for piece in _pieces(reading.sentences):
            self._add(reading, piece, syntax)
        return syntax

    def _add(self, reading: Reading, sentences: Sequence[range], syntax: Syntax) -> None:
        """Read some sentences that stand together."""
        start, stop = sentences[0].start, sentences[-1].stop
        words = reading.words[start:stop]
        opens = {sentence.start for sentence in sentences}
        doc = self._nlp(
            Doc(
                self._nlp.vocab,
                words=words,
                tags=tags_before(words, self._common),
                sent_starts=[word in opens for word in range(start, stop)],
            )
        )
        # Arrays of hashes and offsets: several times faster than asking every token.
        rows = doc.to_array(["TAG", "HEAD", "DEP"])
        names = {key: doc.vocab.strings[key] for key in {*rows[:, 0], *rows[:, 2]}}
        heads = np.arange(start, stop) + rows[:, 1].astype(np.int64)
        syntax.tags.extend(names[key] for key in rows[:, 0])
        syntax.heads.extend(heads.tolist())
        syntax.relations.extend(names[key] for key in rows[:, 2])


def common_tags(folder: Path) -> dict[str, str]:
    """The tag that each listed word has most often."""
    lists = read_lists(folder / "tags.txt")
    return {word: tag for tag, words in lists.items() for word in words}


def tags_before(words: Sequence[str], common: Mapping[str, str]) -> list[str]:
    """What is known of each word without its neighbours."""
    return [common.get(word.lower(), _UNKNOWN) for word in words]


def _pieces(sentences: Sequence[range]) -> Iterator[list[range]]:
    """Sentences that stand together, up to `_PIECE` words and the rest of the last sentence."""
    piece: list[range] = []
    for sentence in sentences:
        if len(sentence):
            piece.append(sentence)
        if piece and piece[-1].stop - piece[0].start >= _PIECE:
            yield piece
            piece = []
    if piece:
        yield piece
