"""What goes out is what was asked for, in parts that no one has to hold all at once."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from tests.operations.conftest import news_scheme
from tests.store.conftest import TEXT, add_article
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.formats.registry import WRITABLE
from workbench.operations import annotating, importing, projects, statuses
from workbench.operations.choosing import Choice, chosen_articles
from workbench.operations.exporting import export
from workbench.operations.progress import Progress, finish
from workbench.operations.workers import TaskCancelled, Worker
from workbench.operations.writing import ITEMS
from workbench.store.project import Project


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One process for all tests here, started before any of them begins."""
    worker = Worker()
    assert list(worker.run("workbench.operations.export_work:begin", "spacy", "", {})) == [(0, [])]
    yield worker
    worker.close()


def mark(project: Project, who: Annotator, article: str, span: Span, layer: str) -> None:
    """Mark a span, and have done with its layer."""
    label = {"entity": "person", "claim": "factual"}[layer]
    annotating.annotate(
        project, annotator=who, article=article, span=span, layer=layer, label=label
    )
    statuses.mark_done(project, annotator=who, article=article, layers=[layer])


def written(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def docs(path: Path, worker: Worker) -> list[tuple[str, dict[str, list[str]]]]:
    """Texts and span groups of a DocBin, read where spaCy is."""
    read = worker.run("tests.operations.worker_tasks:docs", str(path))
    return [cast("tuple[str, dict[str, list[str]]]", doc) for doc in read]


# --- which part of the project


def test_only_the_chosen_work_goes_out(
    project: Project, article: str, ann: Annotator, bo: Annotator, tmp_path: Path
) -> None:
    for who, layer in ((ann, "entity"), (ann, "claim"), (bo, "entity")):
        mark(project, who, article, Span(0, 7), layer)
    out = tmp_path / "out.jsonl"
    finish(export(project, out, format="jsonl", choice=Choice(("ann",), ("entity",))))
    (line,) = written(out)
    found = [(a["annotator"], a["layer"], a["quote"]) for a in line["annotations"]]
    assert found == [("ann", "entity", "Harbour")]
    assert [(a["annotator"], a["layer"]) for a in line["assignments"]] == [("ann", "entity")]


def test_an_unknown_format_and_a_missing_folder_are_refused(
    project: Project, tmp_path: Path
) -> None:
    with pytest.raises(UserError, check=lambda e: e.key == "formats.unknown_to_write"):
        finish(export(project, tmp_path / "a.x", format="x"))
    with pytest.raises(UserError, check=lambda e: e.key == "operations.no_folder"):
        finish(export(project, tmp_path / "none" / "a.jsonl", format="jsonl"))


# --- packed by a worker


@pytest.fixture
def many(project: Project, ann: Annotator) -> int:
    """Articles with a finished layer each, more than are handed to the worker at once."""
    number = ITEMS + 5
    for index in range(number):
        article = add_article(project, f"{TEXT}{index}")
        mark(project, ann, article, Span(0, 7), "entity")
    return number


@pytest.mark.skipif(os.name == "nt", reason="locks go with a file only on POSIX systems")
def test_an_open_project_is_not_written_over_and_keeps_its_locks(project: Project) -> None:
    add_article(project)
    log = project.path.with_name(f"{project.path.name}-wal")
    with pytest.raises(UserError) as caught:
        finish(export(project, project.path, format="jsonl", choice=Choice()))
    assert caught.value.key == "formats.over_a_project"
    visit = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM journal')"
    subprocess.run([sys.executable, "-c", visit, str(project.path)], check=True)
    assert log.stat().st_size  # which the last one to close would remove


def test_all_articles_are_packed_in_their_order_some_at_a_time(
    project: Project, many: int, tmp_path: Path, worker: Worker
) -> None:
    out = tmp_path / "out.spacy"
    done: list[int] = []
    verb = export(project, out, format="spacy", worker=worker)
    report = finish(verb, lambda progress: done.append(progress.done))
    assert (report["articles"], report["annotations"]) == (many, many)
    assert done == [ITEMS, many]
    found = docs(out, worker)
    assert [text for text, _ in found] == [f"{TEXT}{index}" for index in range(many)]
    assert all(groups == {"entity": ["Harbour"]} for _, groups in found)
    assert [path.name for path in tmp_path.glob("*out.spacy*")] == ["out.spacy"]


@pytest.mark.parametrize("format", WRITABLE)
def test_every_format_is_written_where_its_libraries_are(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker, *, format: str
) -> None:
    mark(project, ann, add_article(project), Span(0, 7), "entity")
    report = finish(export(project, tmp_path / "out", format=format, worker=worker))
    assert (report["articles"], report["annotations"]) == (1, 1)
    assert all(Path(file).stat().st_size for file in report["files"])


def test_what_tokens_widen_is_told_of_wherever_it_stands(
    project: Project, many: int, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    article = add_article(project)
    mark(project, ann, article, Span(1, 3), "entity")
    out = tmp_path / "out.spacy"
    report = finish(export(project, out, format="spacy", worker=worker))
    assert report["articles"] == many + 1
    assert report["receipt"]["span_widened"] == 1
    (loss,) = report["losses"]["span_widened"]["examples"]
    assert (loss["article"], loss["quote"]) == (article, "ar")


def test_a_cancelled_export_leaves_the_file_that_was_there(
    project: Project, many: int, tmp_path: Path, worker: Worker
) -> None:
    assert many
    out = tmp_path / "out.spacy"
    out.write_bytes(b"before")
    verb = export(project, out, format="spacy", worker=worker)
    assert isinstance(next(verb), Progress)
    verb.close()
    assert [path.name for path in tmp_path.glob("*out.spacy*")] == ["out.spacy"]
    assert out.read_bytes() == b"before"
    finish(export(project, out, format="spacy", worker=worker))
    assert len(docs(out, worker)) == many


def test_a_worker_that_is_stopped_leaves_no_half_file(
    project: Project, many: int, tmp_path: Path
) -> None:
    assert many
    own = Worker()
    out = tmp_path / "out.spacy"
    verb = export(project, out, format="spacy", worker=own)
    next(verb)
    own.close()
    with pytest.raises(TaskCancelled):
        finish(verb)
    assert list(tmp_path.glob("*out.spacy*")) == []


# --- what an export says that it lost


def test_the_receipt_lies_beside_what_it_is_of(
    project: Project, article: str, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    mark(project, ann, article, Span(1, 3), "entity")
    out = tmp_path / "out.spacy"
    report = finish(export(project, out, format="spacy", worker=worker))
    said = json.loads((tmp_path / "RECEIPT.json").read_text(encoding="utf-8"))
    assert said == report | {"files": ["out.spacy"]}
    assert report["files"] == [str(out)]
    assert said["losses"]["span_widened"]["examples"][0]["quote"] == "ar"


def test_nothing_is_written_where_nothing_was_to_be_lost(
    project: Project, article: str, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    mark(project, ann, article, Span(1, 3), "entity")
    folder = tmp_path / "out"
    folder.mkdir()
    spacy = export(project, folder / "o.spacy", format="spacy", on_loss="fail", worker=worker)
    with pytest.raises(UserError, match="span_widened 1"):
        finish(spacy)
    assert list(folder.iterdir()) == []
    finish(export(project, folder / "o.jsonl", format="jsonl", on_loss="fail", worker=worker))
    # Ids and times are lost here, and nothing that anybody marked.
    finish(export(project, folder / "brat", format="brat", on_loss="fail", worker=worker))


@pytest.fixture
def marked(project: Project, article: str, ann: Annotator, bo: Annotator) -> Project:
    """A project with an article of which two people finished something."""
    for who, layer in ((ann, "entity"), (ann, "claim"), (bo, "entity")):
        mark(project, who, article, Span(0, 7), layer)
    return project


@pytest.mark.parametrize("format", ["label-studio", "doccano", "prodigy"])
def test_what_is_written_comes_back_with_everyones_work_once(
    marked: Project, ann: Annotator, tmp_path: Path, worker: Worker, format: str
) -> None:
    out = tmp_path / "out"
    report = finish(export(marked, out, format=format, worker=worker))
    assert (report["articles"], report["annotations"]) == (1, 3)
    assert all(Path(path).is_file() for path in report["files"])
    other = projects.create(tmp_path / "b.workbench")
    try:
        for came, marks in ((1, 3), (0, 0)):
            verb = importing.import_paths(other, [out], annotator=ann, format=format, worker=worker)
            found = finish(verb)
            assert (found.articles, found.annotations, found.refused) == (came, marks, [])
        (article,) = chosen_articles(other, Choice())
        assert {(mark.annotator, mark.layer) for mark in article.annotations} == {
            ("ann", "entity"),
            ("ann", "claim"),
            ("bo", "entity"),
        }
    finally:
        other.close()


def test_a_folder_of_files_comes_back_with_everyones_work(
    marked: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    out = tmp_path / "out"
    report = finish(export(marked, out, format="brat", worker=worker))
    assert (report["articles"], report["annotations"]) == (1, 3)
    assert {path.parent.name for path in out.rglob("*.ann")} == {"ann", "bo"}
    assert (out / "RECEIPT.json").is_file()
    other = projects.create(tmp_path / "b.workbench")
    try:
        verb = importing.import_paths(other, [out], annotator=ann, format="brat", worker=worker)
        came = finish(verb)
        assert (came.articles, came.annotations, came.refused) == (1, 3, [])
        again = importing.import_paths(other, [out], annotator=ann, format="brat", worker=worker)
        second = finish(again)
        assert (second.articles, second.annotations) == (0, 0)
    finally:
        other.close()
