"""What is written of agreement: nothing from outside, nothing unescaped, figures as they are."""

import csv
import html
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.operations.conftest import mark
from tests.store.conftest import add_person
from workbench.domain.annotator import Annotator
from workbench.domain.article import Article, ArticleText
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.operations import agreeing, agreement_writing, annotating, statuses
from workbench.operations.finished import Choice
from workbench.operations.progress import finish
from workbench.store import articles
from workbench.store.project import Project

TITLE = '"><img src=x onerror="alert(1)"></style>'
HOSTILE = "<script>alert('x')</script> said the mayor & left.\n"


def entitled(project: Project, title: str, text: str) -> str:
    """An article with a title."""
    article = Article(new_id(), title, len(text), text_hash(text), "en", "", "", {}, "")
    with project.transaction("import", person="", kind="record") as transaction:
        articles.insert(transaction, article, ArticleText(article.id, text, structure_of(text)))
    return article.id


@pytest.fixture
def report(project: Project, ann: Annotator, article: str) -> dict[str, Any]:
    """Figures of two people, one of whom has a hostile name, on a hostile text and another."""
    other = add_person(project, "=<b>bo</b>")
    hostile = entitled(project, TITLE, HOSTILE)
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
    assert not {"script", "b", "link", "img", "a"} & set(tags.seen)
    assert page.count("<style>") == page.count("</style>") == 1
    assert not re.search(r"url\(|@import|\bon\w+=\"", page)
    assert html.escape(TITLE) in page
    assert html.escape("=<b>bo</b>") in page
    assert "prefers-color-scheme:dark" in page
    assert "<mark>&lt;script&gt;a</mark>lert" in page
    assert "Mathet" in page
    assert "α by sentence" in page
    assert "undefined, because" in page  # of the claims, which nobody has finished
    assert "http" not in page


def test_the_report_prints_on_white_whatever_the_reader_likes(
    project: Project, report: dict[str, Any], tmp_path: Path
) -> None:
    agreement_writing.write_html(project, report, tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    style = page[page.index("<style>") : page.index("</style>")]
    dark, printed = (style.index(at) for at in ("prefers-color-scheme:dark", "@media print"))
    assert dark < printed
    names = set(re.findall(r"(--[a-z]+):", style[:dark]))
    assert names == set(re.findall(r"(--[a-z]+):", style[dark:printed]))
    assert names == set(re.findall(r"(--[a-z]+):", style[printed:]))
    assert "print-color-adjust:exact" in style[printed:]


def test_every_table_has_heads_that_stand_on_each_page(
    project: Project, report: dict[str, Any], tmp_path: Path
) -> None:
    agreement_writing.write_html(project, report, tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.count("<table>") == page.count("<thead>") == page.count("</tbody>") > 5
    assert "<caption></caption>" not in page


def test_what_is_undefined_says_why_where_it_stands(
    project: Project, report: dict[str, Any], tmp_path: Path
) -> None:
    agreement_writing.write_html(project, report, tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    claim = page[page.index("<h2>claim") : page.index("Exact F1", page.index("<h2>claim"))]
    (sentence,) = re.findall(r'<p class="why">(.*?)</p>', claim)
    figures = ("mean_f1", "f1_by_hand", "u_alpha", "gamma", "token_kappa", "suggested_share")
    assert all(name in sentence for name in figures)
    assert sentence.endswith("no article was finished by two of these annotators.")


def test_an_article_with_many_differences_shows_the_first(
    project: Project, ann: Annotator, bo: Annotator, tmp_path: Path
) -> None:
    long = entitled(project, "Long", "Ann spoke. " * 60)
    for place in range(60):
        annotating.annotate(
            project,
            annotator=ann,
            article=long,
            span=Span(11 * place, 11 * place + 3),
            layer="entity",
            label="person",
        )
    for who in (ann, bo):
        statuses.mark_done(project, annotator=who, article=long, layers=["entity"])
    agreement_writing.write_html(project, finish(agreeing.agreement(project)), tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.count("<blockquote") == 40
    assert "… and 20 places more." in page


@pytest.mark.parametrize(
    ("cell", "written"),
    [("-0.040", "-0.040"), ("-2+3|cmd", "'-2+3|cmd"), ("=1", "'=1"), ("@x", "'@x"), ("Bo", "Bo")],
)
def test_a_name_is_no_formula_and_a_number_stays_one(cell: str, written: str) -> None:
    report = {"layers": {"x": _figures_of(cell)}, **_HEAD}
    rows = list(csv.reader(agreement_writing.table(report, "csv").splitlines()))
    assert rows[2][1] == written


_HEAD: dict[str, Any] = {
    "state": "first",
    "annotators": ["a", "b"],
    "scheme_version": 1,
    "round": None,
    "help": "all",
    "seed": 1,
    "resamples": 1,
    "near_duplicates": 0,
    "coverage": {"x": {"finished_by_two": 0, "assigned": 0}},
}


def _figures_of(label: str) -> dict[str, Any]:
    """A layer in which nothing is defined, with a label of any name."""
    part = {"f1": None, "partial_f1": None, "u_alpha": None, "spans": {}, "ci95": {"f1": None}}
    nothing = dict.fromkeys(
        ("mean_f1", "mean_partial_f1", "u_alpha", "gamma", "suggested_share", "f1_by_hand")
    )
    return {
        **nothing,
        "ci95": {"mean_f1": None},
        "labels": {label: part},
        "left_out": {"overlap": 0, "carried": 0},
        "gamma_settings": {"articles": 0, "of": 0, "samples": 30, "seed": 1},
        "undefined": {},
    }


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
