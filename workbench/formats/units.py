"""Which unit the offsets of a foreign file count, proved by the words that stand at them.

Formats say what they count, and tools do not always keep to it: UTF-16 units where an emoji stands
before, bytes of UTF-8, or line ends of one character that are two in the file, and the other way
round. The unit that a format declares is tried first; one that fits every span is taken, and where
none does, nothing is.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.errors import UserError
from workbench.domain.graphemes import is_border
from workbench.domain.offsets import Utf16Map
from workbench.domain.span import Fragments, Span

CODE_POINTS, UTF16, UTF8, FOLDED, UNFOLDED, GRAPHEMES = (
    "code points", "UTF-16 units", "UTF-8 bytes", "line ends of one character",
    "line ends of two characters", "graphemes",
)  # fmt: skip
UTF16_FOLDED, UTF8_FOLDED = f"{UTF16}, {FOLDED}", f"{UTF8}, {FOLDED}"

_NOWHERE = -1
Map = Callable[[int], int]
"""From a position in some unit to one in code points, negative where there is none."""
_WIDE = re.compile(r"[^\x00-\x7f]")
_CRLF = re.compile(r"\r\n")
_LF = re.compile(r"(?<!\r)\n")


@dataclass(frozen=True, slots=True)
class Claimed:
    """Where a file says that some words stand: fragments in its own unit, and the words.

    With several fragments the words are theirs, joined by one blank; None where the file does not
    repeat them, which proves nothing. `place` names it to people.
    """

    place: str
    fragments: tuple[tuple[int, int], ...]
    words: str | None


def settled(
    text: str, claims: Sequence[Claimed], *, declared: str = CODE_POINTS
) -> tuple[str, list[Fragments]]:
    """The unit that fits all claims, and the fragments of each in code points of the text.

    Without words only the declared unit is tried. Raises `UserError` with the first claim that the
    declared unit does not fit, where none fits.
    """
    proved = any(claim.words is not None for claim in claims)
    for unit in dict.fromkeys((declared, *_UNITS) if proved else (declared,)):
        found = _fitting(text, claims, _UNITS[unit](text))
        if found is not None:
            return unit, found
    raise _mismatch(text, claims, declared)


def others(text: str) -> Iterator[tuple[str, Map]]:
    """The units that offsets may count where they do not count code points, as the others do."""
    return ((unit, of(text)) for unit, of in _UNITS.items() if unit != CODE_POINTS)


def _fitting(text: str, claims: Iterable[Claimed], point: Map) -> list[Fragments] | None:
    """The fragments of all claims, or None at the first that does not fit."""
    found = []
    for claim in claims:
        fragments = tuple(Span(point(start), point(end)) for start, end in claim.fragments)
        if not _says(claim, _words(text, fragments)):
            return None
        found.append(fragments)
    return found


def _says(claim: Claimed, words: str | None) -> bool:
    """Whether these words, None for a place beyond the text, are what a claim says."""
    return words is not None and claim.words in (None, words)


def _words(text: str, fragments: Fragments) -> str | None:
    """The words in fragments, joined by one blank; None where they are not in the text."""
    if any(not 0 <= f.start < f.end <= len(text) for f in fragments):
        return None
    return " ".join(text[f.start : f.end] for f in fragments)


def _mismatch(text: str, claims: Iterable[Claimed], declared: str) -> UserError:
    """The refusal that names the first claim that does not fit."""
    point = _UNITS[declared](text)
    for claim in claims:
        fragments = tuple(Span(point(start), point(end)) for start, end in claim.fragments)
        words = _words(text, fragments)
        if not _says(claim, words):
            return UserError(
                "formats.no_unit_fits",
                place=claim.place,
                said=claim.words or "…",
                found=words or "…",
            )
    raise AssertionError("every claim fits")  # `settled` has found one that does not


# --- the units


def _points(_text: str) -> Map:
    return lambda position: position


def _utf16(text: str) -> Map:
    """From UTF-16 units; one inside a pair is nowhere, for no tool that counts them stops there."""
    units = Utf16Map(text)

    def to_point(position: int) -> int:
        point = units.to_points(position)
        return point if units.to_units(point) == position else _NOWHERE

    return to_point


def _graphemes(text: str) -> Map:
    """From a count of characters as people see them."""
    borders = [position for position in range(len(text) + 1) if is_border(text, position)]
    return lambda position: borders[position] if 0 <= position < len(borders) else _NOWHERE


def _bytes(text: str) -> Map:
    """From bytes of UTF-8: every wide character before a position takes some bytes more."""
    return _shifted(
        (m.start(), len(m.group().encode("utf-8", "replace")) - 1) for m in _WIDE.finditer(text)
    )


def _folded(text: str) -> Map:
    """From a count that takes the two characters of a line end for one."""
    return _shifted((m.start(), -1) for m in _CRLF.finditer(text))


def _folded_first(unit: Callable[[str], Map]) -> Callable[[str], Map]:
    """From a unit of a text whose line ends were made one character, as browsers make them."""

    def of(text: str) -> Map:
        inner, outer = unit(_CRLF.sub("\n", text)), _folded(text)

        def to_point(position: int) -> int:
            point = inner(position)
            return _NOWHERE if point < 0 else outer(point)

        return to_point

    return of


def _unfolded(text: str) -> Map:
    """From a count that takes the one character of a line end for two."""
    return _shifted((m.start(), 1) for m in _LF.finditer(text))


def _shifted(longer: Iterable[tuple[int, int]]) -> Map:
    """The map back from a count in which some characters are longer, or shorter, than one.

    Each of `longer` is the position of a character, and how many units more than one it takes.
    """
    points, units = [0], [0]
    for point, unit in _ends(longer):
        points.append(point)
        units.append(unit)

    def to_point(position: int) -> int:
        index = bisect_left(units, position + 1) - 1
        return position - units[index] + points[index]

    return to_point


def _ends(longer: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The end of each such character, in code points and in the units."""
    more = 0
    for point, extra in longer:
        more += extra
        end = point + 1 if extra > 0 else point + 2
        yield end, end + more


_UNITS: dict[str, Callable[[str], Map]] = {
    CODE_POINTS: _points,
    UTF16: _utf16,
    UTF8: _bytes,
    FOLDED: _folded,
    UTF16_FOLDED: _folded_first(_utf16),
    UTF8_FOLDED: _folded_first(_bytes),
    UNFOLDED: _unfolded,
    GRAPHEMES: _graphemes,
}
