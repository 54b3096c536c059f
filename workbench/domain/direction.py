"""Which way a paragraph runs: as its first letter does (UAX #9, rules P2 and P3)."""

from unicodedata import bidirectional

_REACH = 1000  # characters looked at; a paragraph that long without a letter runs to the right


def runs_left(text: str, start: int) -> bool:
    """Whether the paragraph that begins at a position runs from right to left."""
    for character in text[start : start + _REACH]:
        kind = bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
        if character == "\n":
            break
    return False


def paragraph_start(text: str, position: int) -> int:
    """Where the paragraph around a position begins: behind the last line break."""
    return text.rfind("\n", 0, position) + 1
