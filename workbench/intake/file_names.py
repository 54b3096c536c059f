"""What the names of files say: `{source}_{date}_{title}.txt` as a pattern over names.

A pattern is matched from the left, each field as short as it can be, and a date only against what
looks like one, so that a source with the sign between two fields in it is still read right. A
slash in a pattern stands for a folder. A name that does not fit says nothing, which is noted. What
a person says by a pattern counts more than what stands in the file; and it changes no text, so that
a title from a name is never put before it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from workbench.domain.article import Document
from workbench.domain.errors import UserError
from workbench.intake.dates import iso_date

NAME_FIELDS = ("title", "source", "url", "author", "published", "language", "id")

DIFFERS = "intake.note_name_differs"

_SYNONYMS = {"date": "published", "lang": "language", "outlet": "source"}
_FIELD = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[^\W\d]\w*")
_DATE = r"(?:\d{4}(?:[-._]?\d{2}(?:[-._]?\d{2})?)?|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)"
# Slashes, and the exclamation mark behind the name of an archive.
_FOLDERS = re.compile(
    r"[/\\]|(?:(?<=\.zip)|(?<=\.tar)|(?<=\.[gx]z)|(?<=\.t[gx]z)|(?<=bz2))!", re.IGNORECASE
)
_DIGITS_DATE = re.compile(r"(\d{4})[-._]?(\d{2})[-._]?(\d{2})?")


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern that was understood: how it matches, and how many folders it speaks of."""

    text: str
    matcher: re.Pattern[str]
    folders: int

    def values(self, where: str) -> dict[str, str] | None:
        """What the name of a file says; None where it does not fit the pattern.

        `where` is the file's path, with the name in an archive behind an exclamation mark.
        """
        name = "/".join(_FOLDERS.split(where)[-1 - self.folders :])
        match = self.matcher.fullmatch(name)
        if match is None:
            return None
        return {field: _plain(field, value) for field, value in match.groupdict().items()}


def pattern_of(text: str) -> NamePattern:
    """The pattern that a person wrote; raises `UserError` where it cannot be one."""
    pieces = _FIELD.split(text)  # literals at even places, names of fields between them
    fields = [_field(name) for name in pieces[1::2]]
    literals = pieces[::2]
    if not fields or len(set(fields)) < len(fields) or not all(map(_NAME.fullmatch, fields)):
        raise UserError("intake.bad_pattern", pattern=text)
    if not all(literals[1:-1]) or any("{" in literal or "}" in literal for literal in literals):
        raise UserError("intake.bad_pattern", pattern=text)
    # Without an ending of its own a pattern is one for files of every kind.
    ending = literals[-1] if "." in literals[-1] else f"{literals[-1]}.*"
    matcher = re.escape(literals[0]) + "".join(_groups(fields, literals)) + _last(ending)
    return NamePattern(text, re.compile(matcher, re.DOTALL | re.IGNORECASE), text.count("/"))


def named(document: Document, values: Mapping[str, str] | None) -> Document:
    """A document with what its file's name says, if it fits; other fields become metadata."""
    if values is None:
        return replace(document, notes=(*document.notes, DIFFERS))
    said = {field: value for field, value in values.items() if value}
    rest = {field: value for field, value in said.items() if field not in NAME_FIELDS}
    told = document.appearance
    published = iso_date(said.get("published", ""))
    return replace(
        document,
        id=said.get("id", document.id),
        title=said.get("title", document.title),
        language=said.get("language", document.language).lower(),
        meta={**document.meta, **rest},
        appearance=replace(
            told,
            source=said.get("source", told.source),
            url=said.get("url", told.url),
            author=said.get("author", told.author),
            published=published or told.published,
        ),
    )


def _field(name: str) -> str:
    """The field that a name in a pattern means."""
    plain = name.strip().casefold()
    return _SYNONYMS.get(plain, plain)


def _groups(fields: list[str], literals: list[str]) -> Iterator[str]:
    """What each field matches up to the next one; settled once matched, so no name takes long."""
    for field, following, literal in zip(fields, (*fields[1:], ""), literals[1:], strict=True):
        value = f"(?P<{field}>{_DATE if field == 'published' else '[^/]+?'})"
        ahead = f"(?={_DATE})" if following == "published" else ""
        yield f"(?>{value}{re.escape(literal)}{ahead})" if following else value


def _last(ending: str) -> str:
    """The end of a name, where a star stands for any ending."""
    return re.escape(ending).replace(r"\.\*", r"(?:\.[^./]*)?")


def _plain(field: str, value: str) -> str:
    """A value as it is read: underscores are blanks, and digits alone are a date."""
    if field == "published":
        parts = _DIGITS_DATE.fullmatch(value)
        return "-".join(filter(None, parts.groups())) if parts else value
    if field in ("url", "id"):
        return value
    return " ".join(value.replace("_", " ").split())
