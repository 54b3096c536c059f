"""The tokens of a line for Prodigy, in which every span begins and ends at the border of one.

They are those of the tokenizer, and as spaCy has it, blanks beyond one are tokens too. Where a span
begins or ends inside a token, that is cut: whoever trains a model on the file makes tokens anew and
goes by the offsets of the spans, and whoever annotates on needs every span to lie on some.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.span import Span
from workbench.formats.tokens import Tokenize, cut_at


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens in their order, and for each whether one blank follows that is part of no token."""

    spans: tuple[Span, ...]
    blank_after: tuple[bool, ...]

    def first(self, span: Span) -> int:
        """The number of the token that a span begins with."""
        return bisect_right(self.spans, span.start, key=lambda token: token.start) - 1

    def last(self, span: Span) -> int:
        """The number of the token that a span ends with."""
        return bisect_left(self.spans, span.end, key=lambda token: token.end)


def tokens(text: str, spans: Iterable[Span], tokenize: Tokenize) -> Tokens:
    """The tokens of a text; a blank is one of its own where a span begins or ends with it."""
    marked = list(spans)
    starts, ends = {span.start for span in marked}, {span.end for span in marked}
    found: list[Span] = []
    blanks: list[bool] = []
    for piece in cut_at(_with_blanks(text, tokenize(text)), sorted(starts | ends)):
        lone = piece.of(text) == " " and piece.start not in starts and piece.end not in ends
        if lone and found and found[-1].end == piece.start:
            blanks[-1] = True
        else:
            found.append(piece)
            blanks.append(False)
    return Tokens(tuple(found), tuple(blanks))


def _with_blanks(text: str, words: Sequence[Span]) -> Iterator[Span]:
    """Words and the blanks around them: one blank behind a word by itself, and all others."""
    position = 0
    for word in (*words, Span(len(text), len(text))):
        if position < word.start and text[position] == " ":
            yield Span(position, position + 1)
            position += 1
        if position < word.start:
            yield Span(position, word.start)
        if word.start < word.end:
            yield word
        position = word.end
