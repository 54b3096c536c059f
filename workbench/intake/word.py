"""Word documents: the text of their paragraphs, by python-docx.

The text is gathered from the document's own elements, since python-docx leaves out what stands in
tracked insertions and content controls. Deleted text is left out, and so is the second copy of
each text box that Word writes for old readers. A document that unpacks to more than a limit is
refused by its directory, before anything is unpacked.
"""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from lxml import etree

from workbench.domain.errors import UserError
from workbench.intake.foreign import parsed
from workbench.intake.incoming import MEGABYTE, Found, Incoming, IntakeOptions

MAX_UNPACKED = 150_000_000

_PARAGRAPH = qn("w:p")
_RUN_TEXT = qn("w:t")
_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset(
    {
        _FALLBACK,
        *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:txbxContent", "w:instrText")),
    }
)
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_TITLE_STYLES = frozenset({"Title", "Heading1"})


def read(incoming: Incoming, options: IntakeOptions) -> Iterator[Found]:  # noqa: ARG001 - as all
    """The one article of a document; raises `UserError` for damaged, locked or huge ones."""
    if incoming.data.startswith(_OLD_FORMAT):
        raise UserError("intake.word_locked")
    _check_unpacked(incoming.data)
    body, properties = parsed(lambda: _opened(incoming.data), kind="Word")
    paragraphs = [p for p in body.iter(_PARAGRAPH) if not _inside_fallback(p)]
    texts = [(p, text) for p in paragraphs if (text := _text_of(p)).strip()]
    yield Found(
        "\n\n".join(text for _, text in texts),
        title=texts[0][1] if texts and _is_title(texts[0][0]) else "",
        meta={f"document_{name}": value for name, value in properties.items() if value},
    )


def _check_unpacked(data: bytes) -> None:
    """Refuse a document whose parts would take more room than any real one."""
    size = parsed(lambda: _unpacked_size(data), kind="Word")
    if size > MAX_UNPACKED:
        raise UserError(
            "intake.unpacks_too_large",
            megabytes=f"{size / MEGABYTE:.0f}",
            limit=f"{MAX_UNPACKED / MEGABYTE:g}",
        )


def _unpacked_size(data: bytes) -> int:
    """The bytes that all parts take unpacked; more than it says is never unpacked of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist())


def _opened(data: bytes) -> tuple[etree._Element, dict[str, str]]:
    """The body of a document, and what it says of itself."""
    document = docx.Document(io.BytesIO(data))
    about = document.core_properties
    return document.element.body, {"title": about.title, "author": about.author}


def _inside_fallback(paragraph: etree._Element) -> bool:
    """Whether a paragraph belongs to the copy of a text box for old readers."""
    return next(paragraph.iterancestors(_FALLBACK), None) is not None


def _text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph less deletions, and less text boxes, whose paragraphs come apart."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == _RUN_TEXT:
            pieces.append(element.text or "")
        elif element.tag in _MARKS:
            pieces.append(_MARKS[element.tag])
        elif element.tag not in _LEFT_OUT:
            waiting.extend(reversed(element))
    return "".join(pieces)


def _is_title(paragraph: etree._Element) -> bool:
    """Whether a paragraph has the style of a title."""
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val")) in _TITLE_STYLES
