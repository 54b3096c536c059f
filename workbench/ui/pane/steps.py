"""From unit to unit of a text: words, sentences, paragraphs, characters.

Each unit answers the same five questions, so that caret motion and growing selections are written
once. Sentences and paragraphs are those that were found at intake.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

from workbench.domain import words
from workbench.domain.article import ArticleText
from workbench.domain.graphemes import next_grapheme, previous_grapheme
from workbench.domain.span import Span

Unit = Literal["character", "word", "sentence", "paragraph"]


class Steps(Protocol):
    """The units of one text."""

    def at(self, position: int) -> Span:
        """The unit at a position, or the one nearest to it."""

    def next_start(self, position: int) -> int:
        """Where the first unit behind a position begins, or the end of the text."""

    def next_end(self, position: int) -> int:
        """Where the first unit that reaches beyond a position ends, or the end of the text."""

    def previous_start(self, position: int) -> int:
        """Where the last unit that begins ahead of a position begins, or 0."""

    def previous_end(self, position: int) -> int:
        """Where the last unit that ends ahead of a position ends, or 0."""


class CharacterSteps:
    """Characters as people see them; one is a place, not an extent."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, position: int) -> Span:
        """The empty place at a position."""
        return Span(position, position)

    def next_start(self, position: int) -> int:
        """The next border."""
        return next_grapheme(self._text, position)

    def next_end(self, position: int) -> int:
        """The next border."""
        return next_grapheme(self._text, position)

    def previous_start(self, position: int) -> int:
        """The border before."""
        return previous_grapheme(self._text, position)

    def previous_end(self, position: int) -> int:
        """The border before."""
        return previous_grapheme(self._text, position)


class WordSteps:
    """Words as readers take them; marks and blanks are stepped over."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, position: int) -> Span:
        """The word at a position; in blanks and marks the next one, at the end the last."""
        run = words.word_at(self._text, position)
        if words.is_word(self._text, run):
            return run
        if position > 0:
            before = words.word_at(self._text, position - 1)
            if before.end == position and words.is_word(self._text, before):
                return before
        start = words.next_word_start(self._text, position)
        if start >= len(self._text):
            start = words.previous_word_start(self._text, position)
        return words.word_at(self._text, start)

    def next_start(self, position: int) -> int:
        """Where the next word begins."""
        return words.next_word_start(self._text, position)

    def next_end(self, position: int) -> int:
        """Where the word at or behind a position ends."""
        return words.next_word_end(self._text, position)

    def previous_start(self, position: int) -> int:
        """Where the word at or ahead of a position begins."""
        return words.previous_word_start(self._text, position)

    def previous_end(self, position: int) -> int:
        """Where the word ahead of a position ends."""
        return words.previous_word_end(self._text, position)


class SpanSteps:
    """Units given as spans in the order of the text, with or without gaps between them."""

    def __init__(self, spans: Sequence[Span], length: int) -> None:
        self._spans = spans or (Span(0, length),)
        self._length = length

    def at(self, position: int) -> Span:
        """The span at a position; in a gap the one before it."""
        return self._spans[max(0, self._begun(position) - 1)]

    def next_start(self, position: int) -> int:
        """Where the next span begins."""
        place = self._begun(position)
        return self._spans[place].start if place < len(self._spans) else self._length

    def next_end(self, position: int) -> int:
        """Where the span at or behind a position ends."""
        place = bisect_right(self._spans, position, key=lambda span: span.end)
        return self._spans[place].end if place < len(self._spans) else self._length

    def previous_start(self, position: int) -> int:
        """Where the last span that begins ahead of a position begins."""
        place = bisect_left(self._spans, position, key=lambda span: span.start)
        return self._spans[place - 1].start if place else 0

    def previous_end(self, position: int) -> int:
        """Where the last span that ends ahead of a position ends."""
        place = bisect_left(self._spans, position, key=lambda span: span.end)
        return self._spans[place - 1].end if place else 0

    def _begun(self, position: int) -> int:
        """How many spans begin at a position or ahead of it."""
        return bisect_right(self._spans, position, key=lambda span: span.start)


def steps_of(article: ArticleText, lines: Iterable[Span]) -> dict[Unit, Steps]:
    """The steps through a text by unit; `lines` stand in for zones where it has none."""
    text, structure = article.text, article.structure
    paragraphs = [zone.span for zone in structure.zones] or list(lines)
    return {
        "character": CharacterSteps(text),
        "word": WordSteps(text),
        "sentence": SpanSteps(structure.sentences or paragraphs, len(text)),
        "paragraph": SpanSteps(paragraphs, len(text)),
    }
