"""Web pages: the article without the navigation around it, by trafilatura; never a connection.

HTML is parsed by an HTML parser, which knows no entities of a document's own: nothing is expanded
and nothing outside the file is read.
"""

import re
from collections.abc import Iterator
from itertools import groupby
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
_BLOCKS = ".//p or .//h1 or .//h2 or .//h3 or .//table"
_ROW = re.compile(r"\|.*\|")
_RULE = re.compile(r"\|[-:| ]*-[-:| ]*\||\|[| ]*")
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
        _paragraphs(page.text),
        title=page.title,
        source=page.site,
        url=page.url,
        author=page.author,
        published=page.date,
        language=language.group(1).lower() if language else "",
        encoding=decoded.encoding,
        notes=(*decoded.notes, *page.notes),
    )


def _paragraphs(text: str) -> str:
    """The lines that trafilatura gives, each a paragraph; of a table each a row without bars."""
    lines = (line.strip() for line in text.split("\n"))
    kept = (line for line in lines if line and not _RULE.fullmatch(line))
    blocks = groupby(kept, lambda line: bool(_ROW.fullmatch(line)))
    return "\n\n".join(
        "\n".join(map(_cells, block)) if rows else "\n\n".join(block) for rows, block in blocks
    )


def _cells(row: str) -> str:
    """The cells of a row, tabs between them."""
    return "\t".join(cell.strip() for cell in row.strip("|").split("|")).strip()


def _page(source: str) -> _Page:
    """The article that trafilatura finds; the whole body's text where it finds none."""
    tree = trafilatura.load_html(source)
    if tree is None:
        return _whole(source)
    _mend(tree)
    found = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=_DATES
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


def _mend(tree: lxml_html.HtmlElement) -> None:
    """Change what would mislead the search for the article.

    Old pages are laid out by tables, whose cells hold whole articles; and what German pages call a
    teaser is the lead, where it stands in the article and leads nowhere else.
    """
    for table in tree.xpath(f"//table[.//td[{_BLOCKS}]]"):
        for part in table.iter("table", "tbody", "tr", "td"):
            part.tag = "div"
    for lead in tree.xpath("//article//p[contains(@class, 'teaser')][not(.//a)]"):
        del lead.attrib["class"]


def _whole(source: str) -> _Page:
    """All paragraphs and headings of a page that is too small to tell its article by."""
    tree = lxml_html.document_fromstring(source)
    parts = tree.xpath("//body//*[self::h1 or self::h2 or self::h3 or self::p or self::li]")
    lines = (" ".join(part.text_content().split()) for part in parts)
    title = tree.findtext(".//title") or ""
    return _Page("\n".join(filter(None, lines)), title, "", "", "", "", (WHOLE_PAGE,))
