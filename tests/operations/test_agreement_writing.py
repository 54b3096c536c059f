"""What is written of agreement: nothing from outside, nothing unescaped, figures as they are."""

import csv
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.operations.conftest import mark
from tests.store.conftest import add_article, add_person
from workbench.domain.annotator import Annotator
from workbench.domain.span import Span
from workbench.operations import agreeing, agreement_writing, annotating, statuses
from workbench.operations.finished import Choice
from workbench.operations.progress import finish
from workbench.store.project import Project

HOSTILE = "<script>alert('x')</script> said the mayor & left.\n"


@pytest.fixture
def report(project: Project, ann: Annotator, article: str) -> dict[str, Any]:
    """Figures of two people, one of whom has a hostile name, on a hostile text and another."""
    other = add_person(project, "=<b>bo</b>")
    hostile = add_article(project, HOSTILE)
    for who, end in ((ann, 8), (other, 9)):
        annotating.annotate(
            project,
            annotator=who,
            article=hostile,
            span=Span(0, end),
            layer="entity",
            label="person",
        )
        statuses.mark_done(project, annotator=who, article=hostile, layers=["entity"])
        statuses.mark_done(project, annotator=who, article=article, layers=["entity"])
    mark(project, ann, article, "mayor", "claim")
    return finish(agreeing.agreement(project))


class Tags(HTMLParser):
    """The tags of a page, which must all be closed in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not {"src", "href"} & {name for name, _ in attrs}
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_report_stands_by_itself_and_escapes_what_it_shows(
    project: Project, report: dict[str, Any], tmp_path: Path
) -> None:
    agreement_writing.write_html(project, report, tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not {"script", "b", "link", "img"} & set(tags.seen)
    assert "prefers-color-scheme:dark" in page
    assert "<mark>&lt;script&gt;a</mark>lert" in page
    assert "Mathet" in page
    assert "α by sentence" in page
    assert "undefined, because" in page  # of the claims, which nobody has finished
    assert "http" not in page


def test_a_table_has_every_label_its_coverage_and_methods(report: dict[str, Any]) -> None:
    said = agreement_writing.table(report, "csv")
    rows = list(csv.DictReader(line for line in said.splitlines() if line[0] != "#"))
    assert [(row["layer"], row["label"]) for row in rows][:2] == [
        ("entity", ""),
        ("entity", "person"),
    ]
    assert rows[0]["F1"] == "0.000"
    assert "# entity: 2 articles compared of 2 assigned" in said
    latex = agreement_writing.table(report, "latex")
    assert latex.startswith("\\begin{tabular}")
    assert "95\\% interval" in latex
    assert not re.search(r"(?<!\\)[%#]", latex)


def test_units_say_what_was_compared_and_what_is_empty(
    project: Project, report: dict[str, Any], tmp_path: Path
) -> None:
    agreement_writing.write_units(project, report, Choice(), tmp_path / "u.csv")
    with (tmp_path / "u.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["start"], row["end"]) for row in rows if row["label"]] == [("0", "9"), ("0", "8")]
    assert sum(not row["label"] for row in rows) == 2
    assert all(row["annotator"][0] != "=" for row in rows)
