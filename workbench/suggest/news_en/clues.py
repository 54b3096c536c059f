"""What the recognizer is told of each word: one row of small numbers a word of a reading.

Besides the word's vector, ending and shape, that is what the rest of the article says of its
capital letter, the lists that it stands in, and what the rules drafted there. The word itself is
not told: the corpora are small, and what was learned of their words misled in other texts. What is
drawn from the word alone is worked out once for the many times that it comes.
"""

import functools
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Evidence, Name, opens
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.times import Time

COLUMNS: Mapping[str, int] = {
    "ending": 1000,
    "beginning": 500,
    "shape": 500,
    "lists": 1024,
    "draft": 64,
    "capital": 64,
}
"""Behind the row of the word's vector: the other columns, with how many values each can have."""

Clues = NDArray[np.uint64]

_KINDS = ("person", "organization", "place", "group", "other")
_SURER = (0.35, 0.5, 0.6, 0.82)  # scores from which a draft of the rules is told as a surer one
_REMEMBERED = 50_000  # words
_SHAPED = 20  # letters of a word
_REPEATED = 3  # letters of one shape that are told apart


class Teller:
    """What is told of the words of any text, over a lexicon and the rows of known vectors."""

    def __init__(self, lexicon: Lexicon, rows: Mapping[str, int]) -> None:
        self._rows = rows
        self._lists: Sequence[Iterable[str]] = (
            lexicon.names["given"],
            lexicon.names["role"],
            lexicon.titles.keys(),
            lexicon.organizations["suffix"],
            lexicon.organizations["head"],
            lexicon.places["suffix"],
            lexicon.adjectives,
            lexicon.peoples,
        )
        self._small: Sequence[Iterable[str]] = (lexicon.dictionary, lexicon.openers)
        self._beside = lexicon.places["preposition"] | lexicon.reporting.keys()
        self._alone = functools.lru_cache(maxsize=_REMEMBERED)(self._of_word)

    def clues(
        self, reading: Reading, evidence: Evidence, names: Iterable[Name], times: Iterable[Time]
    ) -> Clues:
        """One row a word: the row of its vector, then the columns of `COLUMNS`."""
        drafted = _drafted(len(reading.words), names)
        titled = {word for s in reading.sentences if s.start in evidence.headlines for word in s}
        dated = {word for time in times for word in reading.words_in(time.span)}
        rows = [
            (
                *self._alone(text),
                drafted[word],
                _flags(
                    opens(reading, word),
                    reading.lower[word] in evidence.lower,
                    text in evidence.capital,
                    word in titled,
                    word in dated,
                    reading.lower[word] in self._beside,
                ),
            )
            for word, text in enumerate(reading.words)
        ]
        return np.array(rows, dtype=np.uint64).reshape(len(rows), len(COLUMNS) + 1)

    def _of_word(self, text: str) -> tuple[int, ...]:
        """What is told of a word wherever it stands."""
        lower = text.lower().replace("’", "'")
        return (
            self._rows.get(lower, 0),
            _number(lower[-3:], "ending"),
            _number(text[:2], "beginning"),
            _number(_shape(text), "shape"),
            _flags(
                *(text in listed for listed in self._lists),
                *(lower in listed for listed in self._small),
            ),
        )


def _drafted(words: int, names: Iterable[Name]) -> list[int]:
    """For each word, 0 or the kind of the name there, how sure it is, and whether it goes on."""
    drafted = [0] * words
    for name in names:
        surer = sum(name.score >= score for score in _SURER)
        kind = 1 + 2 * (_KINDS.index(name.label) * (len(_SURER) + 1) + surer)
        drafted[name.first] = kind
        drafted[name.first + 1 : name.after] = [kind + 1] * (name.after - name.first - 1)
    return drafted


def _flags(*facts: bool) -> int:
    """Facts as the bits of one number."""
    return sum(fact << place for place, fact in enumerate(facts))


def _number(text: str, column: str) -> int:
    """A number for a text, the same in every process; some texts share one."""
    return zlib.crc32(text.encode()) % COLUMNS[column]


def _shape(text: str) -> str:
    """A word with its letters and digits by kind alone: "Xxxx" for "Anna" and "Andrews"."""
    runs = groupby(_kind(letter) for letter in text[:_SHAPED])
    return "".join(kind * min(_REPEATED, sum(1 for _ in run)) for kind, run in runs)


def _kind(letter: str) -> str:
    """What a letter is; marks are themselves."""
    if letter.isalpha():
        return "X" if letter.isupper() else "x"
    return "d" if letter.isdigit() else letter
