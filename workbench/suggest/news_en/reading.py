"""A text as the rules read it: words with their places, in sentences, without blanks.

spaCy's tokens are the ground, but two things are changed for the rules alone: blanks are left out,
and words joined by hyphens are one word again ("self-styled", "Nagorno-Karabakh"), since the lists
know them so. Plain Python lists are several times faster to walk than spaCy's tokens.

A sentence of more than `LONGEST` words is cut: rules look ahead and back inside a sentence, and a
text without a single full stop must not cost the square of its length.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from workbench.domain.span import Span

LONGEST = 250  # words of a sentence
_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text: as written, in lower case with straight apostrophes, and their places.

    `sentences` are ranges of words; `opens` holds the first word of each.
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[range]
    opens: frozenset[int]

    def span(self, first: int, after: int) -> Span:
        """The characters from a word up to, and without, another."""
        return Span(self.starts[first], self.ends[after - 1])

    def quote(self, first: int, after: int) -> str:
        """The text from a word up to, and without, another."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def words_in(self, span: Span) -> range:
        """The words that share characters with a span."""
        return range(self.word_at(span.start), self.word_at(span.end - 1) + 1)

    def word_at(self, position: int) -> int:
        """The first word that ends behind a position."""
        return bisect_left(self.ends, position + 1)


def reading_of(doc: Doc, sentences: Iterable[Span]) -> Reading:
    """Read a tokenised text, whose sentences are known."""
    words, starts = _words(doc)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    ranges = list(_sentence_ranges(starts, sentences))
    return Reading(
        text=doc.text,
        words=words,
        lower=[word.lower().replace("’", "'") for word in words],
        starts=starts,
        ends=ends,
        sentences=ranges,
        opens=frozenset(words_of.start for words_of in ranges),
    )


def _words(doc: Doc) -> tuple[list[str], list[int]]:
    """The words of a text without blanks, hyphenated ones whole, and where each starts."""
    words: list[str] = []
    starts: list[int] = []
    position = 0
    joined = False  # the last word and this token stand together over a hyphen
    for token in doc:
        text = token.text
        if joined and text[0].isalnum():
            words[-1] += text
        elif not text.isspace():
            words.append(text)
            starts.append(position)
        joined = False
        position += len(text)
        if token.whitespace_:
            position += 1
        elif text in _HYPHENS and _hyphenates(words, starts, position):
            del words[-1], starts[-1]
            words[-1] += text
            joined = True
    return words, starts


def _hyphenates(words: Sequence[str], starts: Sequence[int], position: int) -> bool:
    """Whether the last word, a hyphen that ends at `position`, touches a word before it."""
    return (
        len(words) > 1
        and words[-2][-1].isalnum()
        and starts[-2] + len(words[-2]) == starts[-1] == position - 1
    )


def _sentence_ranges(starts: Sequence[int], sentences: Iterable[Span]) -> Iterable[range]:
    """The words of each sentence, none empty and none longer than `LONGEST`."""
    for sentence in sentences:
        first = bisect_left(starts, sentence.start)
        after = bisect_left(starts, sentence.end)
        for cut in range(first, after, LONGEST):
            yield range(cut, min(cut + LONGEST, after))
