"""Tables give an article a row, and name the column or line that is wrong."""

import csv
import io
from pathlib import Path

import pytest

from tests.intake.samples import BODY, HEADLINE, LEAD, document, documents, refusal, why, written
from workbench.domain.article import Document
from workbench.domain.corpus import Refusal
from workbench.intake.reading import read

HEADER = ["Title", "Body", "Outlet", "URL", "Author", "Date", "desk"]
ROW = [
    HEADLINE,
    f"{LEAD}\n\n{BODY}",
    "Herald",
    "https://h.example/1",
    "M. Olsen",
    "3 May 2024",
    "x",
]


def table(rows: list[list[str]], *, delimiter: str = ",", end: str = "\r\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_row_is_an_article_whatever_the_delimiter(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = written(tmp_path, "a.csv", table([HEADER, ROW], delimiter=delimiter).encode(encoding))
    taken = document(path)
    assert taken.text == f"{HEADLINE}\n\n{LEAD}\n\n{BODY}"
    assert taken.title == HEADLINE
    assert taken.appearance.source == "Herald"
    assert taken.appearance.url == "https://h.example/1"
    assert taken.appearance.author == "M. Olsen"
    assert taken.appearance.published == "2024-05-03"
    assert taken.appearance.file == taken.file == "a.csv"
    assert taken.meta == {"desk": "x"}


@pytest.mark.parametrize("name", ["text", "TEXT", " Full Text ", "article-body", "Content"])
def test_the_text_column_is_known_by_its_usual_names_in_any_case(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "a.csv", table([["n", name], ["1", LEAD]]))
    assert document(path).text == LEAD


def test_an_article_longer_than_the_csv_modules_own_limit_comes_in(tmp_path: Path) -> None:
    long = " ".join([LEAD] * 4_000)
    assert document(written(tmp_path, "a.csv", table([["text", "n"], [long, "1"]]))).text == long


def test_a_table_without_a_text_column_names_those_it_has(tmp_path: Path) -> None:
    refused = refusal(written(tmp_path, "a.csv", table([["id", "headline"], ["1", HEADLINE]])))
    assert refused.key == "intake.no_text_column"
    assert "id, headline" in why(refused)


def test_a_bad_row_is_refused_by_line_and_the_others_are_in(tmp_path: Path) -> None:
    rows = [["text", "n"], [LEAD, "1"], ["", "2"], [LEAD, "3", "4"], [], [BODY]]
    results = list(read(written(tmp_path, "a.csv", table(rows))))
    assert [type(result) for result in results] == [Document, Refusal, Refusal, Document]
    empty, surplus = (result for result in results if isinstance(result, Refusal))
    assert (empty.key, surplus.key) == ("intake.empty_line", "intake.surplus_cells")
    assert "line 3" in why(empty)
    assert "line 4" in why(surplus)


def test_a_quotation_mark_never_closed_does_not_swallow_the_rest_in_silence(
    tmp_path: Path,
) -> None:
    results = list(read(written(tmp_path, "a.csv", f'text,n\n{LEAD},1\n"{BODY},2\nmore,3\n')))
    assert isinstance(results[0], Document)
    assert isinstance(results[1], Refusal)
    assert results[1].key == "intake.broken_table"


def test_a_header_alone_gives_no_articles(tmp_path: Path) -> None:
    assert documents(written(tmp_path, "a.csv", "title,text\n")) == []


def test_a_binary_table_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "a.csv", bytes(range(256)) * 9)).key == "intake.binary"
