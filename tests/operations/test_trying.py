"""What a trial shows is what an export writes, and a trial leaves nothing anywhere."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.conftest import news_scheme
from tests.store.conftest import TEXT, add_article
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.operations import annotating, statuses
from workbench.operations.choosing import Choice
from workbench.operations.exporting import export
from workbench.operations.progress import finish
from workbench.operations.recipes import Recipe
from workbench.operations.trying import Trial, try_export
from workbench.operations.workers import Worker
from workbench.store.project import Project


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One process for all tests here, started before any of them begins."""
    worker = Worker()
    assert list(worker.run("workbench.operations.export_work:begin", "csv", "", {})) == [(0, [])]
    yield worker
    worker.close()


@pytest.fixture
def articles(project: Project, ann: Annotator) -> list[str]:
    """Five articles, of which the person finished four, with two overlapping spans in each."""
    ids = [add_article(project, f"{TEXT}\nNumber {number}.\n") for number in range(5)]
    for article in ids[1:]:
        for span in (Span(0, 6), Span(0, 10)):
            annotating.annotate(
                project, annotator=ann, article=article, span=span, layer="entity", label="person"
            )
        statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    return ids


def tried(project: Project, worker: Worker, format: str, *, first: int = 0) -> Trial:
    return finish(try_export(project, recipe=Recipe(format=format), first=first, worker=worker))


@pytest.mark.parametrize("format", ["csv", "conll", "brat", "jsonl"])
def test_what_is_shown_is_what_is_written(
    project: Project, articles: list[str], worker: Worker, tmp_path: Path, format: str
) -> None:
    assert articles
    trial = tried(project, worker, format)
    out = tmp_path / ("out" if format in {"conll", "brat"} else f"corpus.{format}")
    report = finish(export(project, out, format=format, worker=worker))
    folder = out if out.is_dir() else out.parent
    assert trial.files[0].whole
    for file in trial.files:
        written = (folder / file.name).read_bytes().decode()
        assert file.text is not None
        assert written.startswith(file.text)
        assert file.whole == (written == file.text)
        assert file.size == (folder / file.name).stat().st_size
    assert trial.report.items() <= report.items()


def test_the_first_are_the_first_that_go_out(
    project: Project, articles: list[str], worker: Worker
) -> None:
    trial = tried(project, worker, "csv", first=2)
    (file,) = trial.files
    assert trial.report["articles"] == 2
    assert trial.report["receipt"]["article_unfinished"] == 1
    assert file.text is not None
    shown = [article in file.text for article in articles]
    assert shown == [False, True, True, False, False]


def test_what_no_person_reads_is_told_by_its_size(
    project: Project, articles: list[str], worker: Worker
) -> None:
    assert articles
    (file,) = tried(project, worker, "spacy", first=1).files
    assert file.text is None
    assert file.size > 0


def test_a_trial_says_which_marks_would_be_lost_and_keeps_nothing(
    project: Project,
    articles: list[str],
    worker: Worker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert articles
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    trial = finish(
        try_export(
            project,
            recipe=Recipe(format="conll", choice=Choice(annotators=("ann",)), on_loss="fail"),
            worker=worker,
        )
    )
    assert "overlap" in trial.marks_lost()
    running = try_export(project, recipe=Recipe(format="csv"), worker=worker)
    next(running)
    assert list((tmp_path / "kept").iterdir())
    running.close()
    assert not list((tmp_path / "kept").iterdir())


def test_a_format_or_person_that_is_not_known_is_refused(project: Project, worker: Worker) -> None:
    with pytest.raises(UserError, match="docx"):
        tried(project, worker, "docx")
    with pytest.raises(UserError):
        finish(try_export(project, recipe=Recipe("csv", Choice(annotators=("nobody",)))))
