"""Where some words stand in a text, and what stands around them there.

What a reader takes for the same words is found (see `folding`): a blank is any run of blanks with
at most one line end in it. Nothing that is found cuts a character as people see it. The cost is
linear in the text. Search terms are looser than occurrences: they are what the full-text index
counts as the same, whatever marks stand between their words.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.domain.folding import Folded, fold, index_words
from workbench.domain.graphemes import grapheme_end, grapheme_start, is_border
from workbench.domain.span import Span
from workbench.domain.terms import Term, wanted
from workbench.domain.words import cuts_word, kind, letters_meet, next_word_start, previous_word_end

BLANK = r"(?=\s)[^\S\n]*\n?[^\S\n]*"
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to find: whether capitals count, and whether they begin and end with a word."""

    words: str
    case: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """Some words of a text with what stands before and after them, on one line."""

    left: str
    match: str
    right: str


def occurrences(text: str, what: Wanted) -> Iterator[Span]:
    """Where the words stand, in the order of the text, without overlaps."""
    words = fold(what.words, case=what.case).text.split()
    if not words:
        return iter(())
    pattern = re.compile(BLANK.join(map(re.escape, words)))

    def fitted(span: Span) -> Span | None:
        return span if fits(text, span, whole=what.whole) else None

    return _found(fold(text, case=what.case), pattern, fitted)


def fits(text: str, span: Span, *, whole: bool) -> bool:
    """Whether a span cuts no character, and where whole words are wanted no word."""
    start, end = span.start, span.end
    if not (is_border(text, start) and is_border(text, end)):
        return False
    return not whole or not (cuts_word(text, start) or cuts_word(text, end))


def term_spans(text: str, terms: Iterable[Term]) -> list[Span]:
    """Where the terms stand that must be there, in the order of the text.

    Of places that overlap, the first and longest stands for all.
    """
    folded = fold(text, accents=False)
    found: list[Span] = []
    for term in wanted(terms):
        found += _found(folded, _loosely(term), _fitted_loosely(text, term))
    apart: list[Span] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def context_of(text: str, span: Span, *, width: int = 60) -> Context:
    """The line around a span: about `width` characters on each side, cut between words."""
    start, end = max(0, span.start - width), min(len(text), span.end + width)
    if start > 0:
        start = min(next_word_start(text, start - 1), span.start)
    if end < len(text):
        end = max(previous_word_end(text, end + 1), span.end)
    return Context(
        one_line(text[start : span.start]),
        one_line(span.of(text)),
        one_line(text[span.end : end]),
    )


def one_line(text: str) -> str:
    """A text with each run of blanks and line ends as one blank."""
    return _BLANKS.sub(" ", text)


def _found(
    folded: Folded, pattern: re.Pattern[str], fitted: Callable[[Span], Span | None]
) -> Iterator[Span]:
    """The matches that lead back to the text and fit there."""
    position = 0
    while match := pattern.search(folded.text, position):
        span = folded.span(*match.span())
        fitting = fitted(span) if span is not None else None
        position = match.start() + 1 if fitting is None else match.end()
        if fitting is not None:
            yield fitting


def _loosely(term: Term) -> re.Pattern[str]:
    """A term's words with whatever marks and blanks between them."""
    words = index_words(term.words)
    parts = [re.escape(words[0])]
    for before, word in pairwise(words):
        apart = kind(before[-1]) in "wd" and kind(word[0]) in "wd"
        parts += (r"[\W_]+" if apart else r"[\W_]*", re.escape(word))
    return re.compile("".join(parts))


def _fitted_loosely(text: str, term: Term) -> Callable[[Span], Span | None]:
    """Accents belong to their letter, and an open end takes the rest of its word along."""

    def fitted(span: Span) -> Span | None:
        start, end = grapheme_start(text, span.start), grapheme_end(text, span.end)
        while term.open_end and letters_meet(text, end):
            end = grapheme_end(text, end + 1)
        cut = letters_meet(text, start) or letters_meet(text, end)
        return None if cut else Span(start, end)

    return fitted
