"""PDF files: the lines of their pages by pypdfium2, put together again by `pages`.

PDFium ends lines by itself and marks a hyphen at a line's end with a control of its own, behind
which the next line follows at once.
"""

import math
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from workbench.domain.errors import UserError
from workbench.intake.foreign import parsed
from workbench.intake.incoming import Found, Incoming, IntakeOptions
from workbench.intake.pages import Line, running_text

_HYPHEN_ENDS = (0x0002, 0xFFFE)
_LINE_ENDS = (0x000A, 0x000D)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def read(incoming: Incoming, options: IntakeOptions) -> Iterator[Found]:  # noqa: ARG001 - as all
    """The one article of a PDF file; raises `UserError` for damaged, locked and scanned ones."""
    pages, about = parsed(lambda: _opened(incoming.data), kind="PDF")
    text = running_text(pages)
    if not text.strip():
        raise UserError("intake.pdf_without_text")
    names = ("Title", "Author", "CreationDate")
    meta = {f"document_{name.lower()}": about[name] for name in names if about.get(name)}
    yield Found(text, meta=meta)


def _opened(data: bytes) -> tuple[list[list[Line]], dict[str, str]]:
    """The lines of each page, and what the file says of itself."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium may name the error of the file before, so that its word is not enough.
        locked = any(word in str(error).lower() for word in ("password", "security"))
        if locked and b"/Encrypt" in data:
            raise UserError("intake.pdf_locked") from error
        raise
    with document:
        pages = [_lines(page) for page in document]
        return pages, document.get_metadata_dict()


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page that are not blank and have a place, in the order of its content."""
    textpage = page.get_textpage()
    lines = [_line(textpage, codes) for codes in _coded_lines(textpage)]
    textpage.close()
    page.close()
    return [line for line in lines if line.text and _has_place(line)]


def _has_place(line: Line) -> bool:
    """Whether a line stands anywhere: broken files have some whose places are no numbers."""
    return all(map(math.isfinite, (line.left, line.right, line.base, line.size)))


def _coded_lines(textpage: pypdfium2.PdfTextPage) -> Iterator[dict[int, int]]:
    """The UTF-16 codes of each line by their places on the page's list of characters."""
    line: dict[int, int] = {}
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        ends = code in _HYPHEN_ENDS or code in _LINE_ENDS
        if not ends or code in _HYPHEN_ENDS:
            line[index] = ord("-") if ends else code
        if ends and line:
            yield line
            line = {}
    if line:
        yield line


def _line(textpage: pypdfium2.PdfTextPage, codes: dict[int, int]) -> Line:
    """A line of text with its place."""
    indices = list(codes)
    # PDFium gives characters beyond U+FFFF as two halves on some platforms, whole on others.
    text = "".join(map(chr, codes.values())).encode("utf-16", "surrogatepass")
    left, base, _, top = textpage.get_charbox(indices[0], loose=True)
    right = textpage.get_charbox(indices[-1], loose=True)[2]
    plain = " ".join(text.decode("utf-16", "replace").translate(_LIGATURES).split())
    return Line(plain, left, right, base, top - base)
