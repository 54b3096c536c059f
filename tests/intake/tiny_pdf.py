"""A very small writer of PDF files: lines of Helvetica at given places, and locked files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Put:
    """One line of text at (x, y) points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11.0


def column(
    lines: list[str], *, x: float = 72.0, top: float = 700.0, size: float = 11.0
) -> list[Put]:
    """Lines one under the other; an empty line leaves the gap of a paragraph."""
    leading = size * 1.25
    places = (Put(x, top - index * leading, line, size) for index, line in enumerate(lines))
    return [place for place in places if place.text]


def pdf_bytes(pages: list[list[Put]], *, locked: bool = False) -> bytes:
    """A PDF file with these pages; a locked one asks for a password that nobody knows."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        font.encode(),
    ]
    for index, page in enumerate(pages):
        stream = b"\n".join(_shown(put) for put in page)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * index)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects, locked=locked)


def _shown(put: Put) -> bytes:
    """The operators that show one line."""
    text = put.text.encode("cp1252")
    for mark in (b"\\", b"(", b")"):
        text = text.replace(mark, b"\\" + mark)
    return b"BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET" % (put.size, put.x, put.y, text)


def _file(objects: list[bytes], *, locked: bool) -> bytes:
    """The objects with header, cross-reference table and trailer."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<%s> <%s>]" % (
        b"11" * 32,
        b"22" * 32,
        b"33" * 16,
        b"33" * 16,
    )
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (
        len(objects) + 1,
        lock if locked else b"",
    )
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
