"""Web pages: the article without the navigation around it, by trafilatura; never a connection.

HTML is parsed by an HTML parser, which knows no entities of a document's own: nothing is expanded
and nothing outside the file is read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import trafilatura
from lxml import html as lxml_html
from trafilatura.settings import Document

from workbench.domain.errors import UserError
from workbench.intake.decoding import decode
from workbench.intake.foreign import parsed
from workbench.intake.incoming import Found, Incoming, IntakeOptions

WHOLE_PAGE = "intake.note_whole_page"

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)
_PROLOGUE = 4096
# Marked dates alone: a search of the whole page takes the year of its copyright for one.
_DATES = {"original_date": True, "extensive_search": False}


class _Page(NamedTuple):
    """What trafilatura says of a page, empty where it does not know."""

    text: str
    title: str
    author: str
    date: str
    site: str
    url: str
    notes: tuple[str, ...] = ()


def read(incoming: Incoming, options: IntakeOptions) -> Iterator[Found]:
    """The one article of a web page; raises `UserError` where there is none."""
    yield page_in(incoming.data, options)


def page_in(data: bytes, options: IntakeOptions, *, charset: str = "") -> Found:
    """The article in the bytes of a page; raises `UserError` where there is none.

    `charset` is what whoever sent the page said of it, which goes before what it says itself.
    """
    declared = _CHARSET.search(data[:_PROLOGUE])
    name = declared.group(1).decode("ascii", errors="replace") if declared else ""
    decoded = decode(data, encoding=options.encoding, declared=charset or name)
    source = _DECLARATION.sub("", decoded.text.lstrip("\ufeff"))
    page = parsed(lambda: _page(source), kind="HTML")
    if not page.text.strip():
        raise UserError("intake.no_article")
    language = _LANGUAGE.search(source[:_PROLOGUE])
    return Found(
        # Every line that trafilatura gives is a paragraph.
        "\n\n".join(line for line in page.text.split("\n") if line.strip()),
        title=page.title,
        source=page.site,
        url=page.url,
        author=page.author,
        published=page.date,
        language=language.group(1).lower() if language else "",
        encoding=decoded.encoding,
        notes=(*decoded.notes, *page.notes),
    )


def _page(source: str) -> _Page:
    """The article that trafilatura finds; the whole body's text where it finds none."""
    found = trafilatura.bare_extraction(
        source, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    if not isinstance(found, Document) or not found.text:
        return _whole(source)
    return _Page(
        found.text,
        found.title or "",
        found.author or "",
        found.date or "",
        found.sitename or "",
        found.url or "",
    )


def _whole(source: str) -> _Page:
    """All paragraphs and headings of a page that is too small to tell its article by."""
    tree = lxml_html.document_fromstring(source)
    parts = tree.xpath("//body//*[self::h1 or self::h2 or self::h3 or self::p or self::li]")
    lines = (" ".join(part.text_content().split()) for part in parts)
    title = tree.findtext(".//title") or ""
    return _Page("\n".join(filter(None, lines)), title, "", "", "", "", (WHOLE_PAGE,))
