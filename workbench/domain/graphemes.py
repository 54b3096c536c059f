"""Borders between characters as people see them: graphemes, never split by a selection.

A close reading of the extended grapheme clusters of Unicode (UAX #29) with what the standard
library knows: marks, joiners, emoji sequences, flags, Hangul, Indic conjuncts. Every question looks
only at the neighbourhood of a position, so that it costs the same in a text of any length.
"""

import unicodedata

_ZWJ = "\u200d"
_VIRAMAS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_MARKS = frozenset(("Mn", "Me", "Mc"))


def is_border(text: str, position: int) -> bool:
    """Whether a grapheme may begin or end at this position."""
    if position <= 0 or position >= len(text):
        return True
    before, after = text[position - 1], text[position]
    if before < "\u0300" and after < "\u0300":
        return True
    return not (
        _extends(before, after)
        or (before == _ZWJ and _pictured(after))
        or _pairs_flag(text, position)
        or _joins_hangul(before, after)
        or _conjoins(text, position)
    )


def grapheme_start(text: str, position: int) -> int:
    """The nearest border at or before a position."""
    position = max(0, min(position, len(text)))
    while not is_border(text, position):
        position -= 1
    return position


def grapheme_end(text: str, position: int) -> int:
    """The nearest border at or after a position."""
    position = max(0, min(position, len(text)))
    while not is_border(text, position):
        position += 1
    return position


def next_grapheme(text: str, position: int) -> int:
    """The first border after a position, or the end of the text."""
    return grapheme_end(text, position + 1)


def previous_grapheme(text: str, position: int) -> int:
    """The last border before a position, or 0."""
    return grapheme_start(text, position - 1)


def _extends(before: str, after: str) -> bool:
    """Whether the second character only adds to the first one."""
    if unicodedata.category(before) in {"Cc", "Zl", "Zp"}:
        return False
    return (
        unicodedata.category(after) in _MARKS
        or after in "\u200c\u200d\uff9e\uff9f"
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\U000e0020" <= after <= "\U000e007f"
    )


def _pictured(character: str) -> bool:
    """Whether a character is a picture that a joiner may bind to another."""
    return character >= "\u2190" and unicodedata.category(character) in {"So", "Sm", "Cn"}


def _flag(character: str) -> bool:
    """Whether a character is a regional indicator, two of which make a flag."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _pairs_flag(text: str, position: int) -> bool:
    """Whether the position lies inside a pair of regional indicators."""
    if not (_flag(text[position - 1]) and _flag(text[position])):
        return False
    first = position - 1
    while first > 0 and _flag(text[first - 1]):
        first -= 1
    return (position - first) % 2 == 1


def _conjoins(text: str, position: int) -> bool:
    """Whether a virama before the position binds the consonants on both sides of it."""
    if not _indic(text[position]) or unicodedata.category(text[position]) != "Lo":
        return False
    before = position - 1
    if before > 0 and text[before] == _ZWJ:
        before -= 1
    return text[before] in _VIRAMAS


def _indic(character: str) -> bool:
    """Whether a character is of a script that writes conjuncts: Devanagari to Malayalam."""
    return "\u0900" <= character <= "\u0d7f"


def _joins_hangul(before: str, after: str) -> bool:
    """Whether two Hangul characters belong to one syllable."""
    left, right = _hangul(before), _hangul(after)
    return (
        (left == "L" and right in {"L", "V", "LV", "LVT"})
        or (left in {"LV", "V"} and right in {"V", "T"})
        or (left in {"LVT", "T"} and right == "T")
    )


def _hangul(character: str) -> str:
    """The kind of a Hangul character: L, V, T, LV, LVT, or nothing."""
    if "\u1100" <= character <= "\u115f":
        return "L"
    if "\u1160" <= character <= "\u11a7":
        return "V"
    if "\u11a8" <= character <= "\u11ff":
        return "T"
    if "\uac00" <= character <= "\ud7a3":
        return "LVT" if (ord(character) - 0xAC00) % 28 else "LV"
    return ""
