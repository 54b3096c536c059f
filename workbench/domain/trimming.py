"""From a sweep over text to the span that was meant.

The closing quote, the comma and the trailing blank come along with every sweep, and nobody wants
them. What belongs to the words stays: the full stop of an abbreviation, a bracket or quotation
mark whose partner stands inside, a sign before a number.
"""

from workbench.domain.graphemes import grapheme_end, grapheme_start
from workbench.domain.span import Span
from workbench.domain.words import is_word, snap, word_at

_OPENERS = {"(": ")", "[": "]", "{": "}", "“": "”", "„": "“", "«": "»", "‹": "›"}
_OPENERS |= {"‘": "’", "‚": "‘"}
_CLOSERS = {")": "(", "]": "[", "}": "{", "”": "“„", "»": "«", "›": "‹", "“": "„"}
_CLOSERS |= {"’": "‘‚", "‘": "‚"}
_STRAIGHT = "\"'`"
_SENTENCE_MARKS = ".,;:!?…‥—–―-·•|/\\。，、；：！？،؛؟۔।॥։၊။፣፤፥፦፧።។།‽¿¡"
_WIDE_BRACKETS = {
    "「": "」",
    "『": "』",
    "（": "）",
    "《": "》",
    "【": "】",
    "〈": "〉",
    "〔": "〕",
}
_WIDE_BRACKETS |= {"［": "］", "〖": "〗"}
_OPENERS |= _WIDE_BRACKETS
_CLOSERS |= {closer: opener for opener, closer in _WIDE_BRACKETS.items()}
_LAST_MARKS = frozenset(".,;:…")
_QUOTE_CLOSERS = frozenset("”»›’\"'")
_PHRASE_MARKS = frozenset('.,;:!?…—–()[]{}“”„«»‹›"\n。，、；：！？「」『』（）《》،؛؟')


def meant(text: str, span: Span) -> Span:
    """What a sweep over a range meant: whole words, without the marks around them."""
    return trim(text, snap(text, span))


def trim(text: str, span: Span) -> Span:
    """Cut blanks and marks off both ends; a range of marks alone loses only its blanks."""
    bare = _trim_blanks(text, span)
    trimmed = _trim_marks(text, bare)
    return trimmed if len(trimmed) else bare


def quoted_whole(text: str, span: Span) -> Span:
    """A span that ends a quotation, with the comma or full stop before the closing mark.

    What is asserted in quotation marks is marked as it stands between them.
    """
    end = span.end
    while text[end : end + 1] in _LAST_MARKS:
        end += 1
    closes = text[end : end + 1] in _QUOTE_CLOSERS
    return Span(span.start, end) if closes else span


def phrase_at(text: str, span: Span, within: Span) -> Span:
    """The words around a span up to the next mark or line end on both sides, inside `within`."""
    start, end = span.start, span.end
    while start > within.start:
        run = word_at(text, start - 1)
        if _ends_phrase(text, run):
            break
        start = run.start
    while end < within.end:
        run = word_at(text, end)
        if _ends_phrase(text, run):
            break
        end = run.end
    return trim(text, Span(max(start, within.start), min(end, within.end)))


def _ends_phrase(text: str, run: Span) -> bool:
    """Whether a run is a mark or line end that phrases do not reach across."""
    return not is_word(text, run) and not _PHRASE_MARKS.isdisjoint(run.of(text))


def _trim_blanks(text: str, span: Span) -> Span:
    """Cut blanks off both ends; nothing but blanks becomes an empty span at its start."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start = grapheme_end(text, start + 1)
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else Span(span.start, span.start)


def _trim_marks(text: str, span: Span) -> Span:
    """Cut marks and blanks off both ends until both stand at what belongs to the words."""
    while len(span):
        shorter = _trim_blanks(text, span)
        if _embraced(text, shorter):
            shorter = Span(shorter.start + 1, shorter.end - 1)
        elif _idle_start(text, shorter):
            shorter = Span(shorter.start + 1, shorter.end)
        elif _idle_end(text, shorter):
            shorter = Span(shorter.start, shorter.end - 1)
        if shorter == span:
            break
        span = shorter
    return span


def _embraced(text: str, span: Span) -> bool:
    """Whether one pair of brackets or quotation marks holds the whole span."""
    if not _whole(text, span):
        return False
    first, last = text[span.start], text[span.end - 1]
    if first in _STRAIGHT:
        return last == first and first not in text[span.start + 1 : span.end - 1]
    if _OPENERS.get(first) != last:
        return False
    return _partner(text, span, first, last) == span.end - 1


def _partner(text: str, span: Span, opener: str, closer: str) -> int:
    """Where the mark that opens the span is closed, or -1."""
    depth = 0
    for position in range(span.start, span.end):
        if not _is_apostrophe(text, position):
            depth += (text[position] == opener) - (text[position] == closer)
        if depth == 0:
            return position
    return -1


def _is_apostrophe(text: str, position: int) -> bool:
    """Whether a mark stands inside a word, where it closes no quotation."""
    if text[position] != "’" or not 0 < position < len(text) - 1:
        return False
    return text[position - 1].isalnum() and text[position + 1].isalnum()


def _whole(text: str, span: Span) -> bool:
    """Whether the first and the last character of the span are graphemes of their own."""
    return (
        len(span) > 1
        and grapheme_end(text, span.start + 1) == span.start + 1
        and grapheme_start(text, span.end - 1) == span.end - 1
    )


def _idle_start(text: str, span: Span) -> bool:
    """Whether the span begins with a mark that does not belong to its words."""
    if not len(span) or grapheme_end(text, span.start + 1) != span.start + 1:
        return False
    mark = text[span.start]
    following = text[span.start + 1 : span.start + 2] if len(span) > 1 else ""
    if mark in _OPENERS:
        return _partner(text, span, mark, _OPENERS[mark]) < 0
    if mark in _STRAIGHT:
        return text.count(mark, span.start, span.end) % 2 == 1 and not _elides(mark, following)
    if mark in _CLOSERS:
        return not _elides(mark, following)
    return mark in _SENTENCE_MARKS and not (mark in ".-–" and following.isdigit())


def _elides(mark: str, following: str) -> bool:
    """Whether an apostrophe stands for the left-out century of a year (’90s)."""
    return mark in "'’" and following.isdigit()


def _idle_end(text: str, span: Span) -> bool:
    """Whether the span ends with a mark that does not belong to its words."""
    if not len(span) or grapheme_start(text, span.end - 1) != span.end - 1:
        return False
    mark = text[span.end - 1]
    if mark in _STRAIGHT:
        return text.count(mark, span.start, span.end) % 2 == 1
    if mark in _CLOSERS:
        return not any(_opened(text, span, opener, mark) for opener in _CLOSERS[mark])
    if mark == ".":
        return not _in_word(text, span)
    return mark in _OPENERS or mark in _SENTENCE_MARKS


def _opened(text: str, span: Span, opener: str, closer: str) -> bool:
    """Whether the closing mark at the end of the span was opened inside it."""
    depth = 0
    for position in range(span.end - 1, span.start - 1, -1):
        if not _is_apostrophe(text, position):
            depth += (text[position] == closer) - (text[position] == opener)
        if depth == 0:
            return True
    return False


def _in_word(text: str, span: Span) -> bool:
    """Whether the full stop at the end of the span is one of an abbreviation in it."""
    word = word_at(text, span.end - 1)
    return word.end == span.end and len(word) > 1 and is_word(text, word)
