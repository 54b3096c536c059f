"""PDF files come back as running text, and those that cannot are refused by their reason."""

from pathlib import Path

from tests.intake.samples import document, refusal, written
from tests.intake.tiny_pdf import Put, column, pdf_bytes

FIRST = [
    Put(72, 740, "Harbour town votes on new bridge", 18),
    *column(
        [
            "The council of Port Ellery will vote on a second bridge across the har-",
            "bour next week. The plan came up after the collapse of the Nagorno-",
            "Karabakh talks, said self-styled experts, and after ten years of debate",
            "about ships.",
            "",
            "“We were never asked,” said Tom Reed, who lives beside the old bridge and",
            "has collected four hundred names. Others call themselves friends of self-",
            "styled planners. The café at the quay, though, hopes for new guests and",
        ]
    ),
]
SECOND = column(
    [
        "a better season than the last one.",
        "",
        "The mayor has denied that the decision was made long ago.",
    ]
)


def with_edges(page: list[Put], number: int) -> list[Put]:
    """The page with a running head and a page number."""
    return [
        Put(72, 800, f"The Ellery Herald, issue {number}", 9),
        *page,
        Put(290, 40, f"– {number} –", 9),
    ]


def pages(folder: Path, *contents: list[Put]) -> Path:
    numbered = [with_edges(page, number) for number, page in enumerate(contents, start=1)]
    return written(folder, "a.pdf", pdf_bytes(numbered))


def test_lines_become_paragraphs_and_words_cut_at_line_ends_are_whole(tmp_path: Path) -> None:
    taken = document(pages(tmp_path, FIRST, SECOND))
    assert taken.text.split("\n\n") == [
        "Harbour town votes on new bridge",
        (
            "The council of Port Ellery will vote on a second bridge across the harbour next week. "
            "The plan came up after the collapse of the Nagorno-Karabakh talks, said self-styled "
            "experts, and after ten years of debate about ships."
        ),
        (
            "“We were never asked,” said Tom Reed, who lives beside the old bridge and has "
            "collected four hundred names. Others call themselves friends of self-styled planners. "
            "The café at the quay, though, hopes for new guests and a better season than the "
            "last one."
        ),
        "The mayor has denied that the decision was made long ago.",
    ]
    assert taken.title == "Harbour town votes on new bridge"


def test_running_heads_and_page_numbers_are_dropped(tmp_path: Path) -> None:
    text = document(pages(tmp_path, FIRST, SECOND)).text
    assert "Herald" not in text
    assert "–" not in text


def test_a_damaged_pdf_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "a.pdf", b"%PDF-1.4\nnothing here")).key == "intake.damaged"


def test_a_pdf_with_a_password_is_told_apart(tmp_path: Path) -> None:
    path = written(tmp_path, "a.pdf", pdf_bytes([FIRST], locked=True))
    assert refusal(path).key == "intake.pdf_locked"


def test_a_pdf_of_pictures_is_told_apart(tmp_path: Path) -> None:
    path = written(tmp_path, "a.pdf", pdf_bytes([[], []]))
    assert refusal(path).key == "intake.pdf_without_text"


def test_a_damaged_pdf_after_a_locked_one_is_not_called_locked(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "a.pdf", pdf_bytes([FIRST], locked=True)))
    assert refusal(written(tmp_path, "b.pdf", pdf_bytes([]))).key == "intake.damaged"
