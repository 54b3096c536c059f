"""From bytes to text: which encoding a file is in, and whether it is text at all.

A byte order mark and strict UTF-8 are certain. Everything else is a guess and is noted as one.
charset-normalizer tells scripts apart well, but often takes one Latin single-byte encoding for
another, which swaps letters silently; among those the one wins whose letters make up the alphabet
of some one language.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from workbench.domain.errors import UserError

GUESSED = "intake.note_encoding_guessed"
DAMAGED = "intake.note_encoding_damaged"

_SAMPLE = 200_000
_SURE = 0.9
_STRAY = 3
# UTF-32 first, as its little-endian mark begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"{\\rtf")
# Tabs, line and page ends, and the escape of Japanese mail are found in text.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}) + b"\x7f"

_LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1257", "cp1254", "iso8859_10")
_ALPHABETS = (
    "äöüß",
    "àâæçéèêëîïôœùûüÿ",
    "áéíñóúü",
    "àèéìîòù",
    "àáâãçéêíóôõú",
    "éëïóöü",
    "åäöéæø",
    "áðéíóúýþæö",
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "ăâîșțşţ",
    "čćđšž",
    "çğıöşüâî",
    "ąčęėįšųūž",
    "āčēģīķļņšūž",
    "äõöüšž",
)
_ODD_IN_WORDS = re.compile(r"(?<=[^\W\d_])[^\w\s.,;:!?'’“”\"()/&@…–—-](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was in, and notes on what is unsure about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str = "", declared: str = "") -> Decoded:
    """The text in a file's bytes.

    `encoding` is what a person says, and is refused where it does not fit; `declared` is what the
    file says of itself, and only tried. Raises `UserError` for bytes that are no text.
    """
    mark = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if encoding:
        return _decode_as_told(data, encoding)
    if mark:
        return _decode_as(data, mark)
    wide = _wide(data)
    if wide:
        return _decode_as(data, wide, GUESSED)
    if data.startswith(_SIGNATURES) or _is_binary(data):
        raise UserError("intake.binary")
    for name in ("utf-8", declared):
        if name and (text := _strictly(data, name)) is not None:
            return Decoded(text, _plain_name(name))
    return _decode_as(data, _guess(data), GUESSED)


def _decode_as_told(data: bytes, encoding: str) -> Decoded:
    """Decode in the encoding that a person named."""
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        raise UserError("intake.wrong_encoding", encoding=encoding) from error
    except (LookupError, ValueError) as error:
        raise UserError("intake.unknown_encoding", encoding=encoding) from error
    return Decoded(text, _plain_name(encoding))


def _decode_as(data: bytes, name: str, *notes: str) -> Decoded:
    """Decode in an encoding that was found, with U+FFFD for what does not fit and a note of it."""
    text = _strictly(data, name)
    if text is not None:
        return Decoded(text, _plain_name(name), notes)
    return Decoded(data.decode(name, errors="replace"), _plain_name(name), (*notes, DAMAGED))


def _strictly(data: bytes, name: str) -> str | None:
    """The text in an encoding; None where it does not fit or there is no such encoding."""
    try:
        return data.decode(name)
    except (LookupError, ValueError):
        return None


def _plain_name(name: str) -> str:
    """An encoding's name as most people write it."""
    return codecs.lookup(name).name.replace("iso8859", "iso-8859").replace("cp125", "windows-125")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of much Western text is zero there, and only it."""
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[::2], sample[1::2]
    for name, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) * 2 > len(zeros) > 1 and not letters.count(0):
            return name
    return ""


def _is_binary(data: bytes) -> bool:
    """Whether there are more control characters than stray ones in a text."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls * 20 > len(data) or (controls > _STRAY and controls * 200 > len(data))


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few files need it, and no window

    sample = data[:_SAMPLE]
    # A cut inside a character would count against the right encoding; a line end never does.
    cut = len(sample) < len(data)
    whole = sample[: sample.rfind(b"\n") + 1] or sample if cut else sample
    best = from_bytes(whole).best()
    if best is None:
        return _LATIN[0]
    if not _is_latin(str(best)) and not _is_surely_latin(whole):
        return best.encoding
    return max((*_LATIN, best.encoding), key=lambda name: _plausibility(whole, name))


def _is_latin(text: str) -> bool:
    """Whether the letters beyond ASCII are mostly those of European Latin alphabets."""
    letters = [character for character in text if character > "\x7f" and character.isalpha()]
    return sum(character < "\u0250" for character in letters) * 2 >= len(letters)


def _is_surely_latin(data: bytes) -> bool:
    """Whether most letters are ASCII, and the others make up one alphabet in some encoding.

    Short texts with a few letters of Eastern Europe are else taken for Japanese.
    """
    letters = sum(map(str.isalpha, data.decode("ascii", errors="ignore")))
    beyond = len(data) - len(data.decode("ascii", errors="ignore"))
    return letters > beyond and max(_plausibility(data, name) for name in _LATIN) > _SURE


def _plausibility(data: bytes, name: str) -> float:
    """How much a text in this encoding looks like one language, per letter beyond ASCII."""
    text = _strictly(data, name)
    if text is None:
        return -1.0
    marks = [character for character in text.casefold() if character > "\x7f"]
    letters = [character for character in marks if character.isalpha()]
    known = max(sum(character in alphabet for character in letters) for alphabet in _ALPHABETS)
    odd = len(_ODD_IN_WORDS.findall(text)) + sum(_is_control(character) for character in marks)
    return (known - 2 * odd - (len(letters) - known) / 2) / max(1, len(marks))


def _is_control(character: str) -> bool:
    """Whether a character beyond ASCII is a control or has no meaning at all."""
    return unicodedata.category(character) in {"Cc", "Cn", "Co"}
