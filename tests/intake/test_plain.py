"""Text files come in whatever their encoding, with headings of Markdown as plain lines."""

from pathlib import Path

import pytest

from tests.clock import bare_loops
from tests.intake.samples import ARTICLE, BODY, HEADLINE, LAST, LEAD, document, refusal, written
from workbench.intake.reading import IntakeOptions


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("cp1252", "windows-1252"),
    ],
)
def test_the_same_article_comes_in_the_same_from_every_encoding(
    tmp_path: Path, encoding: str, named: str
) -> None:
    taken = document(written(tmp_path, "a.txt", ARTICLE.encode(encoding)))
    assert taken.text == ARTICLE.rstrip()
    assert taken.encoding == named


def test_line_ends_of_every_system_make_one_text(tmp_path: Path) -> None:
    for number, end in enumerate(("\n", "\r\n", "\r")):
        path = written(tmp_path, f"{number}.txt", ARTICLE.replace("\n", end))
        assert document(path).text == ARTICLE.rstrip()


def test_the_headings_of_markdown_lose_their_marks(tmp_path: Path) -> None:
    source = f"# {HEADLINE}\n\n{LEAD}\n\n## What #3 means ##\n\n{BODY}\n"
    taken = document(written(tmp_path, "a.md", source))
    assert taken.text == f"{HEADLINE}\n\n{LEAD}\n\nWhat #3 means\n\n{BODY}"
    assert taken.notes == ("intake.note_heading_marks",)
    assert [zone.kind for zone in taken.structure.zones] == [
        "headline",
        "lead",
        "heading",
        "paragraph",
    ]


def test_hostile_markdown_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", ("# " + " " * 300_000 + "#" * 300_000 + " x\n") * 3)
    assert bare_loops(lambda: document(path), runs=1) < 64


def test_a_text_file_keeps_its_number_signs(tmp_path: Path) -> None:
    source = f"# {HEADLINE}\n\n{LEAD}\n\n{LAST}"
    assert document(written(tmp_path, "a.txt", source)).text == source


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", ARTICLE.encode("cp1252"))
    assert document(path, options=IntakeOptions(encoding="cp1252")).notes == ()
    assert refusal(path, options=IntakeOptions(encoding="utf-8")).key == "intake.wrong_encoding"


def test_a_binary_file_with_a_text_name_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", bytes(range(256)) * 40)
    assert refusal(path).key == "intake.binary"


def test_the_real_article_has_its_headline_once_and_then_its_lead(real_article: Path) -> None:
    taken = document(real_article)
    headline = "New tensions between Russia and ally Armenia"
    assert taken.text.startswith(f"{headline}\n\nMoscow blames Armenia for the failure")
    assert taken.text.count(headline) == 1
    assert taken.title == headline
    assert taken.language == "en"
    assert taken.encoding == "utf-8"
    assert taken.notes == ("intake.note_headline_once",)


def test_real_news_has_headline_lead_and_date(wikinews: Path) -> None:
    for path in sorted(wikinews.glob("*.txt")):
        taken = document(path)
        kinds = [zone.kind for zone in taken.structure.zones]
        assert kinds[0] == "headline"
        assert "lead" in kinds
        assert taken.appearance.published
        assert taken.language == "en"
