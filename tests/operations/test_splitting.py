"""A split is kept with the articles: later exports place what is new, and move nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.conftest import news_scheme
from tests.operations.test_exporting import docs, mark, written
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.article import Appearance
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.splitting import Split
from workbench.operations import merging, projects
from workbench.operations.choosing import Choice
from workbench.operations.exporting import export
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store import articles, splits
from workbench.store.project import Project

WORDS = ("harbour", "mayor", "strike", "ferry", "council", "budget", "court", "storm")


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    assert list(worker.run("workbench.operations.export_work:begin", "spacy", "", {})) == [(0, [])]
    yield worker
    worker.close()


def text(number: int) -> str:
    """A text that is no twin of another number's."""
    return " ".join(f"{word}{number} {WORDS[(number + n) % 8]}" for n, word in enumerate(WORDS * 4))


def finished(project: Project, who: Annotator, numbers: range) -> list[str]:
    """Articles with a finished layer."""
    ids = [add_article(project, text(number)) for number in numbers]
    for id in ids:
        mark(project, who, id, Span(0, 7), "entity")
    return ids


def parted(
    project: Project, out: Path, who: Annotator, worker: Worker, **how: object
) -> dict[str, list[str]]:
    """The texts of each part of an export, by its name."""
    split = Split((60, 20, 20), **how)  # type: ignore[arg-type]
    finish(export(project, out, format="jsonl", split=split, annotator=who, worker=worker))
    return {
        path.stem: [line["text"] for line in written(path)] for path in sorted(out.glob("*.jsonl"))
    }


def test_each_part_is_a_file_and_stays_what_it_is(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    finished(project, ann, range(10))
    first = parted(project, tmp_path / "one", ann, worker)
    assert {part: len(texts) for part, texts in first.items()} == {"dev": 2, "test": 2, "train": 6}
    finished(project, ann, range(10, 20))
    second = parted(project, tmp_path / "two", ann, worker, seed=7)
    assert {part: len(texts) for part, texts in second.items()} == {
        "dev": 4,
        "test": 4,
        "train": 12,
    }
    assert all(set(texts) <= set(second[part]) for part, texts in first.items())


def test_what_is_not_finished_is_placed_when_it_goes_out(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    done = finished(project, ann, range(5))
    add_article(project, text(9))
    verb = export(
        project, tmp_path / "o", format="spacy", split=Split((80, 20)), annotator=ann, worker=worker
    )
    report = finish(verb)
    assert report["split"]["articles"] == {"train": 4, "test": 1}
    assert report["receipt"]["article_unfinished"] == 1
    assert set(splits.parts(project)) == set(done)
    said = json.loads((tmp_path / "o" / "RECEIPT.json").read_text(encoding="utf-8"))
    assert said["split"] | {"placed": 5} == report["split"]


def test_a_twin_of_what_was_tested_on_is_tested_on(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    finished(project, ann, range(10))
    first = parted(project, tmp_path / "one", ann, worker)
    for copied in first["test"]:
        twin = add_article(project, f"{copied} Reporting by others.")
        mark(project, ann, twin, Span(0, 7), "entity")
    second = parted(project, tmp_path / "two", ann, worker)
    assert len(second["test"]) == 4
    assert {t.removesuffix(" Reporting by others.") for t in second["test"]} == set(first["test"])


def test_articles_of_one_source_stay_together(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    ids = finished(project, ann, range(9))
    with project.transaction("import", person=ann.id) as transaction:
        for n, id in enumerate(ids):
            articles.add_appearances(transaction, id, [Appearance(source=f"outlet {n % 3}")])
    parted(project, tmp_path / "one", ann, worker, group_by="source")
    parts = splits.parts(project)
    assert all(len({parts[id] for id in ids[n::3]}) == 1 for n in range(3))


def test_a_split_can_be_taken_back(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    finished(project, ann, range(5))
    parted(project, tmp_path / "one", ann, worker)
    assert len(splits.parts(project)) == 5
    project.turn(ann.id, "undo")
    assert splits.parts(project) == {}
    project.turn(ann.id, "redo")
    assert len(splits.parts(project)) == 5


def test_an_export_that_is_refused_places_nothing(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    finished(project, ann, range(3))
    verb = export(
        project, tmp_path / "o", format="jsonl", split=Split(), annotator=ann, worker=worker
    )
    next(verb)
    verb.close()
    assert splits.parts(project) == {}
    assert not (tmp_path / "o").exists()


def test_people_who_are_named_get_a_folder_each(
    project: Project, ann: Annotator, bo: Annotator, tmp_path: Path, worker: Worker
) -> None:
    ids = finished(project, ann, range(5))
    for id in ids[:3]:
        mark(project, bo, id, Span(8, 14), "entity")
    choice = Choice(("ann", "bo"))
    report = finish(export(project, tmp_path / "o", format="spacy", choice=choice, worker=worker))
    assert (report["articles"], report["annotations"]) == (5, 8)
    assert len(docs(tmp_path / "o" / "ann" / "corpus.spacy", worker)) == 5
    assert len(docs(tmp_path / "o" / "bo" / "corpus.spacy", worker)) == 3
    split = Split((60, 40))
    choice = Choice(("ann", "bo"), pseudonyms=True)
    finish(
        export(
            *(project, tmp_path / "p"),
            format="spacy",
            choice=choice,
            split=split,
            annotator=ann,
            worker=worker,
        )
    )
    parts = {str(p.relative_to(tmp_path / "p")) for p in (tmp_path / "p").rglob("*.spacy")}
    assert parts == {f"annotator-{n}/{part}.spacy" for n in (1, 2) for part in ("train", "test")}


def test_copies_that_split_apart_agree_once_they_are_merged(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    finished(project, ann, range(5))
    project.checkpoint()
    other_path = tmp_path / "copy.workbench"
    other_path.write_bytes(project.path.read_bytes())
    other = projects.open_(other_path)
    parted(other, tmp_path / "theirs", ann, worker, seed=5)
    theirs = splits.parts(other)
    other.close()
    parted(project, tmp_path / "ours", ann, worker, seed=6)
    finish(merging.merge(project, [other_path], annotator=ann, worker=worker))
    merged = splits.parts(project)
    assert merged.keys() == theirs.keys()
    assert parted(project, tmp_path / "merged", ann, worker).keys() <= {"train", "dev", "test"}


def test_only_articles_with_the_words_go_out(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    finished(project, ann, range(4))
    out = tmp_path / "o.jsonl"
    report = finish(
        export(project, out, format="jsonl", choice=Choice(search="harbour2"), worker=worker)
    )
    assert report["articles"] == 1
    assert [line["text"] for line in written(out)] == [text(2)]
