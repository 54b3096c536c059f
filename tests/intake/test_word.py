"""Word documents give all text that a reader sees, and hostile ones are refused unopened."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.intake.samples import BODY, HEADLINE, LAST, LEAD, document, refusal, written

UNUSUAL = f"""<w:body {nsdecls("w")}
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<w:p><w:r><w:t>Kept</w:t></w:r>
  <w:ins w:id="1" w:author="a"><w:r><w:t xml:space="preserve"> and inserted</w:t></w:r></w:ins>
  <w:del w:id="2" w:author="a"><w:r><w:delText> and deleted</w:delText></w:r></w:del>
  <w:r><w:tab/><w:t>.</w:t></w:r></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p><w:r><w:t>Around.</w:t></w:r><w:r><mc:AlternateContent>
  <mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
  <mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>
  </mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>For new readers.</w:t></w:r></mc:Choice>
  <mc:Fallback><w:r><w:t>For old readers.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>
</w:body>"""


def word_file(folder: Path, *paragraphs: str, style: str = "Normal") -> Path:
    made = docx.Document()
    for number, paragraph in enumerate(paragraphs):
        made.add_paragraph(paragraph, style=None if number else style)
    path = folder / "a.docx"
    made.save(str(path))
    return path


def repacked(path: Path, changes: dict[str, bytes]) -> Path:
    """The document with some of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, old.read(name)))
    path.write_bytes(out.getvalue())
    return path


def test_paragraphs_come_in_with_the_headline_first(tmp_path: Path) -> None:
    taken = document(word_file(tmp_path, HEADLINE, LEAD, "", BODY))
    assert taken.text == f"{HEADLINE}\n\n{LEAD}\n\n{BODY}"
    assert taken.title == HEADLINE


def test_a_first_line_in_title_style_is_the_headline_whatever_it_says(tmp_path: Path) -> None:
    taken = document(word_file(tmp_path, "They voted. Finally.", LEAD, BODY, style="Title"))
    assert taken.title == "They voted. Finally."
    assert taken.structure.zones[0].kind == "headline"


def test_tables_insertions_controls_and_boxes_are_read_and_deletions_are_not(
    tmp_path: Path,
) -> None:
    made = docx.Document()
    made.add_paragraph(HEADLINE)
    made.add_table(rows=1, cols=2).rows[0].cells[1].text = "In a cell."
    for element in parse_xml(UNUSUAL):
        made.element.body.insert(len(made.element.body) - 1, element)
    path = tmp_path / "a.docx"
    made.save(str(path))
    assert document(path).text.split("\n\n")[1:] == [
        "In a cell.",
        "Kept and inserted\t.",
        "In a control.",
        "Around.",
        "In a box.",
        "For new readers.",
    ]


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 and then nothing", b"no archive at all", b"\x00" * 400]
)
def test_a_damaged_document_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refusal(written(tmp_path, "a.docx", data)).key == "intake.damaged"


def test_a_document_cut_short_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path, HEADLINE, LEAD)
    path.write_bytes(path.read_bytes()[:-400])
    assert refusal(path).key == "intake.damaged"


def test_an_archive_that_is_no_document_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert refusal(tmp_path / "a.docx").key == "intake.damaged"


def test_a_zip_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    path = word_file(tmp_path, HEADLINE, LAST)
    repacked(path, {"word/document.xml": b"<" + b" " * 200_000_000})
    assert path.stat().st_size < 1_000_000
    assert refusal(path).key == "intake.unpacks_too_large"


def test_entities_in_a_document_are_not_expanded(tmp_path: Path) -> None:
    path = word_file(tmp_path, "MARK", LEAD, BODY)
    with zipfile.ZipFile(path) as archive:
        inner = archive.read("word/document.xml").decode()
    secret = written(tmp_path, "secret", "PRIVATE KEY")
    head, _, rest = inner.partition("?>")
    bad = (
        f'{head}?><!DOCTYPE x [<!ENTITY a "boom"><!ENTITY out SYSTEM "{secret.as_uri()}">]>'
        f"{rest.replace('MARK', 'Bridge &a;&a; &out;')}"
    )
    taken = document(repacked(path, {"word/document.xml": bad.encode()}))
    assert "boom" not in taken.text
    assert "PRIVATE" not in taken.text


def test_a_locked_or_old_document_is_told_apart_from_a_damaged_one(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512
    assert refusal(written(tmp_path, "a.docx", data)).key == "intake.word_locked"


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    assert refusal(word_file(tmp_path, "", " ")).key == "intake.empty"
