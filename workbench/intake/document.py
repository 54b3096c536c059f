"""From what a reader found to a document: canonical, tidied, with headline, zones, date, language.

Every kind of file passes here, so that an article looks the same whichever way it came. Only plain
intake tidies: no annotations come along whose offsets could slip, and each change is noted.
"""

import re
from itertools import pairwise

from workbench.domain.article import Appearance, Document, Structure
from workbench.domain.errors import UserError
from workbench.domain.structure import same_line, structure_of
from workbench.domain.text import canonical
from workbench.intake.dates import find_date, iso_date
from workbench.intake.incoming import Found, IntakeOptions
from workbench.intake.language import guess_language

TIDIED = "intake.note_tidied"
TITLE_ADDED = "intake.note_title_added"
HEADLINE_ONCE = "intake.note_headline_once"
DATE_UNREAD = "intake.note_date_unread"

_TITLE_LENGTH = 200
_LONGEST_TITLE = 500
_SHORT_TITLE = 80
_HEAD = 2_000
_HEAD_LINES = 8
_GAPS = re.compile(r"\n{3,}")
_SITE_NAME = re.compile(r"\s+[|–—·:-]\s+")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]\w+)*")
_AUTHOR = re.compile(r"(?:by|von|par|por|di|door)\s+(?P<name>[^,|;(]{2,80})", re.IGNORECASE)


def document_of(
    found: Found, *, file: str = "", file_hash: str = "", options: IntakeOptions
) -> Document:
    """The document of one article; raises `UserError` where there is no text.

    The headline stands in the text, once: a title that the file gives apart is put before it.
    """
    title = _given_title(found)
    text = canonical(found.text).text
    notes = list(found.notes)
    for step in (_tidied, _with_title, _headline_once):
        text, note = step(text, title)
        notes += [note] if note else []
    if not text:
        raise UserError("intake.empty")
    structure = structure_of(text, title=title)
    if found.published and not iso_date(found.published):
        notes.append(DATE_UNREAD)
    return Document(
        text=text,
        title=_cut(title, _TITLE_LENGTH) or _title(text, structure),
        structure=structure,
        appearance=_appearance(found, text, structure, file),
        language=options.language or _language_code(found.language) or guess_language(text),
        file=file,
        file_hash=file_hash,
        encoding=found.encoding,
        meta=_meta(found),
        notes=tuple(notes),
        id=found.id.strip(),
    )


def _appearance(found: Found, text: str, structure: Structure, file: str) -> Appearance:
    """Where the text appeared: as the file says, else as its bylines and dateline do."""
    return Appearance(
        source=_one_line(found.source),
        url=found.url.strip(),
        author=_one_line(found.author) or _author(text, structure),
        published=iso_date(found.published) or find_date(text, structure),
        file=file,
    )


def _meta(found: Found) -> dict[str, str]:
    """The metadata, with a date and a language that could not be read as they stand."""
    meta = dict(found.meta)
    if found.published and not iso_date(found.published):
        meta["published"] = found.published
    if found.language and not _language_code(found.language):
        meta["language"] = found.language
    return meta


def _language_code(language: str) -> str:
    """The ISO 639 code that a language is given by, without region; empty for a name in words."""
    match = _LANGUAGE.fullmatch(language.strip().lower())
    return match.group(1) if match else ""


def _given_title(found: Found) -> str:
    """The title that a file gives, on one line, without the site's name where the text lacks it."""
    title = _one_line(canonical(found.title).text)
    if len(title) > _LONGEST_TITLE:
        return title
    shorter = [title[: match.start()] for match in _SITE_NAME.finditer(title)]
    lines = _first_lines(found.text)
    parts = (part for part in shorter for line in lines if same_line(line, part))
    return next(parts, title)


def _first_lines(text: str) -> list[str]:
    """The lines among which a headline stands, each no longer than is needed to know it."""
    lines = text.lstrip().split("\n", _HEAD_LINES)[:_HEAD_LINES]
    return [line[: 2 * _LONGEST_TITLE] for line in lines]


def _tidied(text: str, _title: str) -> tuple[str, str]:
    """The text without blanks at line ends, empty lines around it, and gaps of several lines."""
    lines = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    # A mark that comes to stand first would not be canonical there.
    tidy = _GAPS.sub("\n\n", lines).lstrip("\n\ufeff").rstrip("\n")
    if not tidy.strip():
        return "", ""
    # A line end that closes the file is how files end, and nothing to report.
    return tidy, TIDIED if tidy != text.removesuffix("\n") else ""


def _with_title(text: str, title: str) -> tuple[str, str]:
    """The text with the title before it, where none of its first lines is the title."""
    if not text or not title or any(same_line(line, title) for line in _first_lines(text)):
        return text, ""
    return f"{title}\n\n{text}", TITLE_ADDED


def _headline_once(text: str, title: str) -> tuple[str, str]:
    """The text without repetitions of its headline before the lead."""
    head = structure_of(text[: _HEAD + 4 * len(title)], title=title).zones
    repeated = [
        (before.span.end, zone.span.end)
        for before, zone in pairwise(head)
        if zone.kind == "headline"
    ]
    for start, end in reversed(repeated):
        text = text[:start] + text[end:]
    return text, HEADLINE_ONCE if repeated else ""


def _title(text: str, structure: Structure) -> str:
    """The headline, or the beginning of a text that has none."""
    first = structure.zones[0]
    if first.kind == "headline":
        return _cut(_one_line(first.span.of(text)), _TITLE_LENGTH)
    opening = structure.sentences[0]
    return _cut(_one_line(text[opening.start : opening.end][:_TITLE_LENGTH]), _SHORT_TITLE)


def _cut(line: str, length: int) -> str:
    """A line of at most `length` characters, cut at a blank where there is one."""
    if len(line) <= length:
        return line
    return (line[:length].rpartition(" ")[0] or line[: length - 1]).rstrip(" ,;:") + "…"


def _author(text: str, structure: Structure) -> str:
    """The name in the first byline that gives one."""
    for zone in structure.zones:
        match = _AUTHOR.match(zone.span.of(text)) if zone.kind == "byline" else None
        if match:
            return _one_line(match["name"].partition("\n")[0])
    return ""


def _one_line(text: str) -> str:
    """A text on one line, with single blanks."""
    return " ".join(text.split())
