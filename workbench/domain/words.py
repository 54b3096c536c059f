"""Words: what a hand means when it sweeps over text.

A text falls into runs: words, blanks and single marks. The rules follow UAX #29 where it serves
reading, and leave it where annotators would: hyphenated words are one ("Russian-led"), a currency
sign or per cent sign belongs to its number ("$3m", "50%"), and a full stop belongs to an
abbreviation ("U.S.", "Inc."). Han, kana other than Katakana, and the scripts of South-East Asia
that write no blanks are cut at every character, since a longer run would widen a selection beyond
what was meant. Every question looks only at the neighbourhood of a position.
"""

import re
import unicodedata
from functools import lru_cache

from workbench.domain.graphemes import grapheme_end, grapheme_start, is_border
from workbench.domain.span import Span

_APOSTROPHES_AND_HYPHENS = "'’-‐‑&·"
_NUMBER_SEPARATORS = ".,:’'\u00a0\u202f\u2009"
_SINGLE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u309f\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
# Titles, companies, places and references whose full stop is no end of a sentence.
_ABBREVIATION = re.compile(
    r"""Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Fr|Sr|Jr|St|Ste|Mt|Ft|Gen|Col|Lt|Sgt|Capt|Cpl|Maj|Adm|Cmdr
    |Brig|Sen|Rep|Gov|Amb|Supt|Insp|Det|Inc|Ltd|Co|Corp|Cos|Bros|Plc|Assn|Univ|Dept|Est|Ave|Blvd|Rd
    |Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Tue|Tues|Thu|Thurs|vs|etc|al|approx|cf|eds|figs
    |vol|vols|pp|ca|Nr|Hr|bzw|usw|resp|Mio|Mrd|Mme|Mlle|Sra
    |Calif|Fla|Ariz|Colo|Conn|Mich|Minn|Tenn|Okla|Ala|Ky|Va|Vt|Wis|Wyo""",
    re.VERBOSE,
)
_DOTTED = re.compile(r"(?:\w\.)+\w")


def word_at(text: str, position: int) -> Span:
    """The run (word, blank or mark) around a position; at the end of the text the last one."""
    if not text:
        return Span(0, 0)
    run = _run_at(text, max(0, min(position, len(text) - 1)))
    if _is_stop(text, run) and run.start > 0:
        before = _run_at(text, run.start - 1)
        return Span(before.start, run.end) if _is_abbreviation(before.of(text)) else run
    after = Span(run.end, run.end + 1)
    if _is_stop(text, after) and _is_abbreviation(run.of(text)):
        return Span(run.start, after.end)
    return run


def is_word(text: str, run: Span) -> bool:
    """Whether a run is something to read: letters, digits or a picture, not blank or mark."""
    return any(kind(character) in "wdsp" for character in run.of(text))


def next_word_start(text: str, position: int) -> int:
    """Where the first word after a position begins, or the end of the text."""
    position = word_at(text, position).end
    while position < len(text) and not is_word(text, word_at(text, position)):
        position = word_at(text, position).end
    return position


def next_word_end(text: str, position: int) -> int:
    """Where the first word that reaches beyond a position ends, or the end of the text."""
    while position < len(text):
        run = word_at(text, position)
        if is_word(text, run):
            return run.end
        position = run.end
    return len(text)


def previous_word_start(text: str, position: int) -> int:
    """Where the last word that begins before a position begins, or 0."""
    while position > 0:
        run = word_at(text, position - 1)
        if is_word(text, run):
            return run.start
        position = run.start
    return 0


def previous_word_end(text: str, position: int) -> int:
    """Where the last word that ends before a position ends, or 0."""
    position = word_at(text, position - 1).start if position > 0 else 0
    while position > 0 and not is_word(text, word_at(text, position - 1)):
        position = word_at(text, position - 1).start
    return position


def letters_meet(text: str, position: int) -> bool:
    """Whether a letter or digit stands on both sides of a position."""
    inner = 0 < position < len(text)
    return inner and kind(text[position - 1]) in "wd" and kind(text[position]) in "wd"


def cuts_word(text: str, position: int) -> bool:
    """Whether a border at a position would cut a word or a number.

    Hyphens and apostrophes part words here, so that a name stands whole before "-led" and "’s".
    """
    return (
        letters_meet(text, position)
        or _parts_number(text, position)
        or _parts_number(text, position - 1)
    )


def _parts_number(text: str, place: int) -> bool:
    """Whether the mark at a place stands between two digits of one number."""
    inner = 0 < place < len(text) - 1 and text[place] in _NUMBER_SEPARATORS
    return inner and kind(text[place - 1]) == kind(text[place + 1]) == "d"


def snap(text: str, span: Span) -> Span:
    """Widen a range to whole words; an end that stands in blanks or marks stays."""
    span = Span(grapheme_start(text, span.start), grapheme_end(text, span.end))
    if not len(span):
        return span
    first, last = word_at(text, span.start), word_at(text, span.end - 1)
    start = first.start if is_word(text, first) else span.start
    end = last.end if is_word(text, last) else span.end
    return Span(start, end)


def _is_stop(text: str, run: Span) -> bool:
    """Whether a run is one full stop."""
    return run.of(text) == "."


def _is_abbreviation(word: str) -> bool:
    """Whether a full stop after this word belongs to it."""
    return (
        _ABBREVIATION.fullmatch(word) is not None
        or _DOTTED.fullmatch(word) is not None
        or (len(word) == 1 and word.isupper())
    )


def _run_at(text: str, position: int) -> Span:
    """The run around a position, full stops of abbreviations apart."""
    start, end = grapheme_start(text, position), grapheme_end(text, position + 1)
    while start > 0 and _glued(text, start):
        start = grapheme_start(text, start - 1)
    while end < len(text) and _glued(text, end):
        end = grapheme_end(text, end + 1)
    return Span(start, end)


@lru_cache(maxsize=1 << 16)
def kind(character: str) -> str:
    """One of: w letter, d digit, s a word by itself, p picture, b blank, c currency, m mark."""
    if character.isalpha() or character == "_":
        return "s" if _SINGLE.match(character) else "w"
    if character.isspace():
        return "b"
    category = unicodedata.category(character)
    if category[0] == "N":
        return "s" if _SINGLE.match(character) else "d"
    if category[0] == "M" or character == "\u00ad":
        return "w"
    if category == "Sc":
        return "c"
    return "p" if category == "So" else "m"


def _glued(text: str, border: int) -> bool:
    """Whether the graphemes on both sides of an inner border belong to one run."""
    before = text[grapheme_start(text, border - 1)]
    after = text[border]
    left, right = kind(before), kind(after)
    if left in "wd" and right in "wd":
        return True
    if left == right == "b":
        return (before == "\n") == (after == "\n")
    if right == "d" and left == "c":
        return True
    if left == "d" and (right == "c" or after in "%‰°"):
        return True
    if before == "°" and after in "CFK":
        return True
    return _bridges(text, border - 1, border + 1) or _bridges(text, border - 2, border)


def _bridges(text: str, before: int, after: int) -> bool:
    """Whether the one character between two positions binds their characters together."""
    before = grapheme_start(text, before) if before >= 0 else -1
    if before < 0 or after >= len(text) or not is_border(text, after):
        return False
    left, middle, right = text[before], text[after - 1], text[after]
    kinds = kind(left) + kind(right)
    if kinds in {"ww", "wd", "dw", "dd"} and middle in _APOSTROPHES_AND_HYPHENS:
        return True
    if kinds == "dd":
        return middle in _NUMBER_SEPARATORS
    return kinds == "ww" and middle == "." and not (left.islower() and right.isupper())
