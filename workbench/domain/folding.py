"""Texts made comparable, with the way back to their own positions.

Two texts that a reader takes for the same words fold to the same characters: composed and
decomposed letters, ligatures, typographic and plain apostrophes, quotes and hyphens; without soft
hyphens; and, unless case counts, without capitals (ß is ss then, as Unicode folds it). Where
accents do not count, they and the strokes of ł or ø go as well. Blanks stay as they are: who
compares them says how.

Most characters fold to one, so that only the others are kept to find the way back, and a text of
plain letters costs one pass in C.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from workbench.domain.span import Span
from workbench.domain.words import kind

_PLAIN = str.maketrans({
    **dict.fromkeys("‘’‛ʼ＇", "'"),
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    **{c: unicodedata.normalize("NFKD", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"},
})  # fmt: skip
_UNSTRUCK = str.maketrans("øłđħŧı", "oldhti")
# Accents and the vowel points of Hebrew and Arabic; the signs of Indic scripts are letters.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_TOKEN = re.compile("[0-9A-Za-z\u0080-\U0010ffff]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; each character that is not one there is (place here, there, length there)."""

    text: str
    places: tuple[int, ...] = ()
    folded_places: tuple[int, ...] = ()
    folded_lengths: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span | None:
        """What a range of the folded text covers in the text itself; None where it cuts a letter.

        The range must not be empty.
        """
        if not self.places:
            return Span(start, end)
        first, cut = self._character(start)
        last, _ = self._character(end - 1)
        _, cut_behind = self._character(end)
        return None if cut or cut_behind else Span(first, last + 1)

    def _character(self, position: int) -> tuple[int, bool]:
        """The character that a folded position belongs to, and whether it lies in its midst."""
        index = bisect_right(self.folded_places, position) - 1
        if index < 0:
            return position, False
        beyond = position - self.folded_places[index] - self.folded_lengths[index]
        if beyond < 0:
            return self.places[index], position > self.folded_places[index]
        return self.places[index] + 1 + beyond, False


@lru_cache(maxsize=4)  # the article in hand is asked again with every letter typed
def fold(text: str, *, case: bool = False, accents: bool = True) -> Folded:
    """Make a text comparable, with or without its capitals and its accents."""
    if text.isascii():
        return Folded(text if case else text.lower())
    table = {c: _fold_character(c, case=case, accents=accents) for c in set(text)}
    folded = _in_order(text.translate({ord(c): to for c, to in table.items()}))
    uneven = "".join(c for c, to in table.items() if len(to) != 1)
    if not uneven:
        return Folded(folded)
    places = tuple(m.start() for m in re.finditer(f"[{re.escape(uneven)}]", text))
    lengths = tuple(len(table[text[place]]) for place in places)
    return Folded(folded, places, _folded_places(places, lengths), lengths)


@lru_cache(maxsize=1 << 16)
def _fold_character(character: str, *, case: bool, accents: bool) -> str:
    """What one character folds to: none, one or several."""
    plain = unicodedata.normalize("NFD", character.translate(_PLAIN))
    if not case:
        plain = unicodedata.normalize("NFD", plain.casefold())
    return plain if accents else _ACCENTS.sub("", plain).translate(_UNSTRUCK)


def _folded_places(places: tuple[int, ...], lengths: tuple[int, ...]) -> tuple[int, ...]:
    """Where the characters at these places begin in the folded text."""
    found, shift = [], 0
    for place, length in zip(places, lengths, strict=True):
        found.append(place + shift)
        shift += length - 1
    return tuple(found)


def _in_order(folded: str) -> str:
    """Marks on one letter in Unicode's order, whichever was typed first."""
    marks = "".join(c for c in set(folded) if unicodedata.combining(c))
    if not marks:
        return folded
    return re.sub(
        f"[{re.escape(marks)}]{{2,}}",
        lambda run: "".join(sorted(run.group(), key=unicodedata.combining)),
        folded,
    )


def index_form(text: str) -> str:
    """A text as the full-text index takes it: its words, folded, without accents, parted by blanks.

    Only ASCII punctuation is left standing, which every tokenizer knows to be none of a word.
    Characters of scripts without blanks are words by themselves, and so are pictures.
    """
    if text.isascii():
        return text
    folded = fold(text, accents=False).text
    kinds = {c: kind(c) for c in set(folded) if not c.isascii()}
    apart = {ord(c): f" {c} " if k in "sp" else " " for c, k in kinds.items() if k not in "wd"}
    return folded.translate(apart)


def index_words(text: str) -> list[str]:
    """The words that the full-text index finds in a text, in their order."""
    return _TOKEN.findall(index_form(text).lower())
