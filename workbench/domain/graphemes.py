"""Borders between characters as people see them: graphemes, never split by a selection.

A close reading of the extended grapheme clusters of Unicode (UAX #29) with what the standard
library knows: marks, joiners, emoji sequences, flags, Hangul, Indic conjuncts. Every question looks
only at the neighbourhood of a position, so that it costs the same in a text of any length.
"""

import unicodedata

_ZWJ = "\u200d"
_MARKS = frozenset(("Mn", "Me", "Mc"))
# Letters and signs that count as marks here: Thai and Lao AM, halfwidth voicing, joiners.
_ALSO_MARKS = frozenset("\u0e33\u0eb3\uff9e\uff9f\u200c\u200d")
# Signs that enclose the number or word behind them.
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
# What joins two consonants, in the scripts where it does so in every reader's eyes.
_VIRAMAS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_REACH = 16


def is_border(text: str, position: int) -> bool:
    """Whether a grapheme may begin or end at this position."""
    if position <= 0 or position >= len(text):
        return True
    before, after = text[position - 1], text[position]
    if before < "\u0300" and after < "\u0300":
        return True
    return not (
        _extends(before, after)
        or (before in _PREPENDED and not _controls(after))
        or (before == _ZWJ and _pictured(after) and _pictured(_base(text, position)))
        or _pairs_flag(text, position)
        or _joins_hangul(before, after)
        or _joins_conjunct(text, position)
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
    return not _controls(before) and _marks(after)


def _marks(character: str) -> bool:
    """Whether a character adds to the one before it."""
    return (
        unicodedata.category(character) in _MARKS
        or character in _ALSO_MARKS
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _controls(character: str) -> bool:
    """Whether a character has no shape that anything could add to."""
    category = unicodedata.category(character)
    if category == "Cf":
        return not (_marks(character) or character in _PREPENDED)
    return category in {"Cc", "Zl", "Zp"}


def _base(text: str, position: int) -> str:
    """The character that the marks before a position add to, or the furthest of many marks."""
    base = position - 1
    while base > max(0, position - _REACH) and _marks(text[base]):
        base -= 1
    return text[base]


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


def _joins_hangul(before: str, after: str) -> bool:
    """Whether two Hangul characters belong to one syllable."""
    left, right = _hangul(before), _hangul(after)
    return (
        (left == "L" and right in {"L", "V", "LV", "LVT"})
        or (left in {"LV", "V"} and right in {"V", "T"})
        or (left in {"LVT", "T"} and right == "T")
    )


def _joins_conjunct(text: str, position: int) -> bool:
    """Whether a virama binds the consonants on both sides into one."""
    after = text[position]
    if not "\u0900" <= after <= "\u0d7f" or unicodedata.category(after) != "Lo":
        return False
    between = position - 1
    while between > max(0, position - _REACH) and _marks(text[between]):
        if text[between] in _VIRAMAS:
            base = _base(text, between)
            return ord(base) >> 7 == ord(after) >> 7 and unicodedata.category(base) == "Lo"
        between -= 1
    return False


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
