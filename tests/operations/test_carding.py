"""Beside a corpus stands what is in it, and the sums by which anybody can tell it is whole."""

import hashlib
from pathlib import Path

import pytest

from tests.operations.conftest import news_scheme
from tests.operations.test_exporting import mark
from tests.store.conftest import TEXT, add_article
from workbench import __version__
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.splitting import Split
from workbench.formats.registry import WRITABLE
from workbench.operations import carding
from workbench.operations.carding import Telling
from workbench.operations.choosing import Choice
from workbench.operations.exporting import export
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store.project import Project


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def marked(project: Project, ann: Annotator, bo: Annotator) -> Project:
    """Six articles that one has finished, of which two people have finished three."""
    for n in range(6):
        article = add_article(project, f"Harbour {n}-{n} " + f"word{n} other{n} " * 9)
        mark(project, ann, article, Span(0, 7), "entity")
        if n < 3:
            mark(project, bo, article, Span(0, 7) if n else Span(8, 13), "entity")
    return project


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder, with what is in them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("format", WRITABLE)
def test_the_same_choice_and_seed_give_the_same_bytes(
    marked: Project, ann: Annotator, tmp_path: Path, format: str
) -> None:
    for name in ("one", "two"):
        out = tmp_path / name / "corpus"
        out.parent.mkdir()
        with_split = Split((50, 50), seed=4)
        # Each in a process of its own, which orders its sets in its own way.
        finish(export(marked, out, format=format, split=with_split, annotator=ann))
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_the_sums_are_those_of_all_files_but_themselves(marked: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    finish(export(marked, out, format="brat"))
    there = files(out)
    lines = there.pop("SHA256SUMS").decode().splitlines()
    assert {tuple(line.split("  ", 1)[::-1]) for line in lines} == {
        (name, hashlib.sha256(content).hexdigest()) for name, content in there.items()
    }
    assert {"README.md", "RECEIPT.json"} <= there.keys()


def test_the_card_says_what_is_in_the_corpus(
    marked: Project, ann: Annotator, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    report = finish(
        export(
            *(marked, out),
            format="spacy",
            split=Split((50, 50)),
            telling=Telling(licence="CC BY 4.0"),
            annotator=ann,
        )
    )
    card = (out / "README.md").read_text(encoding="utf-8")
    shares = report["split"]["articles"]
    assert f"| articles | {shares['train']} | {shares['test']} | 6 |" in card
    persons = next(line for line in card.splitlines() if line.startswith("| entity/person "))
    assert persons.endswith("| 9 |")
    assert "| annotator-1 | 6 | 6 |" in card
    assert "| annotator-2 | 3 | 3 |" in card
    assert "| entity | 3 | 0.667 |" in card
    assert "CC BY 4.0" in card
    assert __version__ in card
    guideline = news_scheme().label("entity", "person").guideline
    assert " ".join(guideline.split())[:40] in card


def test_people_are_named_in_the_card_only_where_that_is_asked_for(
    marked: Project, tmp_path: Path
) -> None:
    for telling, named in ((Telling(), False), (Telling(named=True), True)):
        out = tmp_path / f"{named}.jsonl"
        finish(export(marked, out, format="jsonl", telling=telling, choice=Choice(("ann",))))
        card = (tmp_path / "README.md").read_text(encoding="utf-8")
        assert ("| ann |" in card) is named
        assert ("- annotators: ann\n" in card) is named


def test_a_readme_that_is_no_card_stays(marked: Project, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("my notes")
    (tmp_path / "SHA256SUMS").write_text("0  mine\n")
    for _ in range(2):
        finish(export(marked, tmp_path / "a.csv", format="csv"))
    assert (tmp_path / "README.md").read_text() == "my notes"
    assert (tmp_path / "SHA256SUMS").read_text() == "0  mine\n"
    assert {path.name for path in tmp_path.glob("a.[!w]*")} == {
        *("a.csv", "a.README.md", "a.SHA256SUMS"),
    }
    other = tmp_path / "other"
    other.mkdir()
    for name in ("b", "c"):
        finish(export(marked, other / f"{name}.csv", format="csv"))
    assert {path.name for path in other.iterdir()} == {
        *("b.csv", "c.csv", "README.md", "RECEIPT.json", "SHA256SUMS"),
    }


def test_of_very_many_articles_some_are_drawn_to_tell_agreement_and_the_card_says_so(
    marked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "drawn by chance from 3 that two"
    for most, said, number in ((3, False, 3), (2, True, 2)):
        monkeypatch.setattr(carding, "MOST_COMPARED", most)
        finish(export(marked, tmp_path / "out.jsonl", format="jsonl"))
        card = (tmp_path / "README.md").read_text(encoding="utf-8")
        assert (told in card) == said
        assert f"| entity | {number} |" in card


def test_what_only_one_has_finished_has_no_agreement(
    project: Project, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, add_article(project), Span(0, 7), "entity")
    mark(project, bo, add_article(project, f"{TEXT}!"), Span(0, 7), "entity")
    worker = Worker()
    assert finish(carding.measured(project, Choice(), worker=worker)) == {}
    worker.close()
