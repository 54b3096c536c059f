r"""Canonical text: made once, when an article comes in, and never changed silently afterwards.

Line ends become `\n`, so that every platform counts the same; byte order marks at the start, NUL
and the two noncharacters that Qt uses as its own frame marks are dropped; lone surrogates, which no
file can hold, become U+FFFD. Everything else (NBSP, U+2028, controls, an inner U+FEFF) stays: an
exporter that cannot hold it says so. Offsets that come along with a text are mapped through the
same change.
"""

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass

# The leading run is dropped whole, so that canonical(canonical(raw)) == canonical(raw).
_CHANGED = re.compile(
    "\\A[\ufeff\x00\ufdd0\ufdd1]+|\r\n|\r|\u2029|[\x00\ufdd0\ufdd1]+|[\ud800-\udfff]"
)
# Most texts are canonical already, and one set of characters is found ten times as fast.
_SUSPECT = re.compile("[\r\x00\u2029\ufdd0\ufdd1\ud800-\udfff]")
_REPLACED_BY = {"\r\n": "\n", "\r": "\n", "\u2029": "\n"}


@dataclass(frozen=True, slots=True)
class Canonical:
    """A canonical text; from raw position `raw_ends[i]` on, positions shift by `shifts[i]`."""

    text: str
    raw_ends: tuple[int, ...]
    shifts: tuple[int, ...]

    def position(self, raw: int) -> int:
        """The canonical position of a code point position in the raw text."""
        index = bisect_right(self.raw_ends, raw)
        position = raw - (self.shifts[index - 1] if index else 0)
        if index == len(self.raw_ends):
            return position
        # Inside a run that was dropped, all positions fall together at its end.
        return min(position, self.raw_ends[index] - self.shifts[index])


def canonical(raw: str) -> Canonical:
    """Make a text canonical; applying it again changes nothing."""
    if not raw.startswith("\ufeff") and not _SUSPECT.search(raw):
        return Canonical(raw, (), ())
    pieces: list[str] = []
    raw_ends: list[int] = []
    shifts: list[int] = []
    last = shift = 0
    for match in _CHANGED.finditer(raw):
        new = _replacement(match.group())
        pieces += (raw[last : match.start()], new)
        last = match.end()
        if match.end() - match.start() != len(new):
            shift += match.end() - match.start() - len(new)
            raw_ends.append(last)
            shifts.append(shift)
    return Canonical("".join((*pieces, raw[last:])), tuple(raw_ends), tuple(shifts))


def _replacement(old: str) -> str:
    """What stands in a canonical text for a run that may not stay."""
    if "\ud800" <= old <= "\udfff":
        return "\ufffd"
    return _REPLACED_BY.get(old, "")


def text_hash(text: str) -> str:
    """The sha256 of a canonical text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
