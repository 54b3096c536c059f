"""Plain text and Markdown. Of Markdown only the marks of headings go, the rest is read as text."""

import re
from collections.abc import Iterator

from workbench.intake.decoding import decode
from workbench.intake.incoming import Found, Incoming, IntakeOptions

HEADING_MARKS = "intake.note_heading_marks"

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]([^\n]*)$", re.MULTILINE)


def read(incoming: Incoming, options: IntakeOptions) -> Iterator[Found]:
    """The one article of a text file; raises `UserError` for what is no text."""
    decoded = decode(incoming.data, encoding=options.encoding)
    text, notes = decoded.text, decoded.notes
    if incoming.suffix != ".txt":
        text, marks = _HEADING.subn(_bare_heading, text)
        notes = (*notes, HEADING_MARKS) if marks else notes
    yield Found(text, encoding=decoded.encoding, notes=notes)


def _bare_heading(heading: re.Match[str]) -> str:
    """A heading's words, without the marks that may close it as well."""
    words = heading.group(1).strip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare[-1:] in ("", " ", "\t") else words
