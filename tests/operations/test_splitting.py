"""A split is kept with the articles: later exports place what is new, and move nothing."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.beside import copied_beside
from tests.operations.conftest import news_scheme
from tests.operations.test_exporting import docs, mark, written
from tests.store.conftest import add_article, add_articles
from workbench.domain.annotator import Annotator
from workbench.domain.article import Appearance
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.splitting import PARTS, Split
from workbench.operations import merging, projects, splitting
from workbench.operations.choosing import Choice
from workbench.operations.exporting import export
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store import articles, schema, splits
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


def desk(project: Project, ids: list[str], *desks: str) -> None:
    """Say for each article which desk wrote it, in turns."""
    for id, name in zip(ids, itertools.cycle(desks), strict=False):
        with project.transaction("import", person="", kind="record") as transaction:
            meta = json.dumps({"desk": name, "": "x"})
            transaction.update(schema.article, id, {"meta": meta})


def test_articles_of_one_desk_stay_together(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    ids = finished(project, ann, range(9))
    assert finish(splitting.groupings(project)) == []
    desk(project, ids, "home", "abroad", "sport")
    assert finish(splitting.groupings(project)) == ["meta.desk"]
    parted(project, tmp_path / "one", ann, worker, group_by="meta.desk")
    parts = splits.parts(project)
    assert all(len({parts[id] for id in ids[n::3]}) == 1 for n in range(3))


def test_a_grouping_by_metadata_that_no_article_has_is_refused(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    desk(project, finished(project, ann, range(2)), "home")
    with pytest.raises(UserError) as refused:
        parted(project, tmp_path / "one", ann, worker, group_by="meta.dsk")
    assert refused.value.key == "operations.unknown_metadata"
    assert refused.value.values == {"name": "dsk", "known": "desk"}
    assert splits.parts(project) == {}


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
    copied_beside(project.path, other_path)
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


def moved(
    project: Project, who: Annotator, *, part: str, wanted: list[str] | None = None
) -> list[str]:
    """Put articles into a part; gives those that changed."""
    moving = splitting.move(project, annotator=who, part=part, wanted=wanted)
    return sorted(finish(moving).articles())


def test_a_part_is_changed_on_purpose_with_the_twins_and_taken_back(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    ids = finished(project, ann, range(6))
    twin = add_article(project, f"{text(0)} Reporting by others.")
    mark(project, ann, twin, Span(0, 7), "entity")
    parted(project, tmp_path / "one", ann, worker)
    before = splits.parts(project)
    wanted = next(part for part in PARTS if part != before[ids[0]])
    assert moved(project, ann, part=wanted, wanted=[ids[0]]) == sorted([ids[0], twin])
    after = splits.parts(project)
    assert after == before | {ids[0]: wanted, twin: wanted}
    parts = parted(project, tmp_path / "two", ann, worker)
    assert text(0) in parts[wanted]
    assert splits.parts(project) == after
    assert moved(project, ann, part=wanted, wanted=[twin]) == []
    project.turn(ann.id, "undo")
    assert splits.parts(project) == before


def test_articles_are_let_out_of_the_split_to_be_placed_anew(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    ids = finished(project, ann, range(6))
    parted(project, tmp_path / "one", ann, worker)
    assert moved(project, ann, part="", wanted=ids[:2]) == sorted(ids[:2])
    assert sum(splitting.counts(project).values()) == 4
    assert len(moved(project, ann, part="")) == 4
    assert splitting.counts(project) == {}
    parted(project, tmp_path / "two", ann, worker, seed=9)
    assert splits.parts(project).keys() == set(ids)


def test_an_article_that_is_in_no_part_is_put_into_one(project: Project, ann: Annotator) -> None:
    (id,) = finished(project, ann, range(1))
    assert moved(project, ann, part="test", wanted=[id]) == [id]
    assert splits.parts(project) == {id: "test"}


def test_many_articles_change_their_part_as_one_act_which_stops_whole(
    project: Project, ann: Annotator
) -> None:
    ids = add_articles(project, 1_100)
    stopped = splitting.move(project, annotator=ann, part="test", wanted=ids)
    told = [next(stopped) for _ in range(3)]
    stopped.close()
    assert [progress.done for progress in told] == [0, 500, 1_000]
    assert splits.parts(project) == {}
    assert moved(project, ann, part="test", wanted=ids) == sorted(ids)
    assert moved(project, ann, part="dev", wanted=ids[:700]) == sorted(ids[:700])
    assert splitting.counts(project) == {"dev": 700, "test": 400}
    for _ in range(2):
        project.turn(ann.id, "undo")
    assert splits.parts(project) == {}


@pytest.mark.parametrize(
    ("part", "wanted", "key"),
    [("exam", [], "operations.unknown_part"), ("dev", ["x"], "operations.unknown_article")],
)
def test_what_is_no_part_or_no_article_is_refused(
    project: Project, ann: Annotator, part: str, wanted: list[str], key: str
) -> None:
    with pytest.raises(UserError, check=lambda e: e.key == key):
        moved(project, ann, part=part, wanted=wanted)
