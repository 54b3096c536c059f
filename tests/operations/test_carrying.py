"""Annotations are carried over to near-duplicates, marked as such, looked at first, and undone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.conftest import add_article
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.span import Span
from workbench.operations import annotating, carrying, exporting, statuses, twins
from workbench.operations.agreeing import agreement
from workbench.operations.carrying import Plan
from workbench.operations.finished import Choice, When
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store import annotations
from workbench.store.checking import check
from workbench.store.project import Project

STATES: tuple[When, ...] = ("first", "current")
BODY = " ".join(f"word{number} of the harbour report" for number in range(40))
FIRST = f"Harbour closed\n\nMayor Ilse Varn 🙂 spoke of Bo Reed on Monday morning. {BODY} Omega Ltd"
LATE = f"Port shut, agency says\n\nMayor Ilse Varn 🙂 spoke of Bob Reed on Monday. {BODY}"


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def pair(project: Project, worker: Worker) -> tuple[str, str]:
    """An article and its near-duplicate."""
    ids = add_article(project, FIRST), add_article(project, LATE)
    finish(twins.find(project, worker=worker))
    return ids


def mark(project: Project, who: Annotator, article: str, words: str, text: str = FIRST) -> None:
    start = text.index(words)
    annotating.annotate(
        project,
        annotator=who,
        article=article,
        span=Span(start, start + len(words)),
        layer="entity",
        label="person",
    )


def marked(project: Project, article: str) -> dict[str, Annotation]:
    return {a.quote: a for a in annotations.of_article(project, article)}


def carried(project: Project, who: Annotator, article: str, worker: Worker) -> Plan:
    plan = finish(carrying.preview(project, annotator=who, article=article, worker=worker))
    finish(carrying.carry(project, annotator=who, plans=[plan]))
    return plan


def test_each_goes_to_its_place_says_where_from_and_one_undo_takes_all(
    project: Project, ann: Annotator, bo: Annotator, pair: tuple[str, str], worker: Worker
) -> None:
    first, late = pair
    for words in ("Ilse Varn 🙂", "Bo Reed on Monday morning", "Omega Ltd"):
        mark(project, ann, first, words)
    mark(project, bo, first, "Monday")
    plan = carried(project, ann, first, worker)
    assert plan.counts() == {"exact": 1, "changed": 1, "lost": 1, "known": 0, "finished": 0}
    found = marked(project, late)
    assert set(found) == {"Ilse Varn 🙂", "Bob Reed on Monday"}
    source = marked(project, first)["Ilse Varn 🙂"]
    origin = found["Ilse Varn 🙂"].origin
    assert (origin.by, origin.annotation) == ("carried", source.id)
    assert check(project) == []
    project.turn(ann.id, "undo")
    assert marked(project, late) == {}
    project.turn(ann.id, "redo")
    assert set(marked(project, late)) == set(found)


def test_what_is_there_or_finished_stays(
    project: Project, ann: Annotator, pair: tuple[str, str], worker: Worker
) -> None:
    first, late = pair
    mark(project, ann, first, "Ilse Varn")
    carried(project, ann, first, worker)
    again = carried(project, ann, first, worker)
    assert again.counts()["known"] == 1
    assert not again
    mark(project, ann, first, "Bo Reed")
    statuses.mark_done(project, annotator=ann, article=late, layers=["entity"])
    assert carried(project, ann, first, worker).counts()["finished"] == 2
    assert set(marked(project, late)) == {"Ilse Varn"}


def test_what_changed_since_the_look_is_refused(
    project: Project, ann: Annotator, pair: tuple[str, str], worker: Worker
) -> None:
    first, late = pair
    mark(project, ann, first, "Ilse Varn")
    plan = finish(carrying.preview(project, annotator=ann, article=first, worker=worker))
    annotating.delete(project, annotator=ann, annotation=marked(project, first)["Ilse Varn"])
    with pytest.raises(UserError, check=lambda e: e.key == "operations.carry_stale"):
        finish(carrying.carry(project, annotator=ann, plans=[plan]))
    assert marked(project, late) == {}


def test_carried_spans_count_in_no_agreement_and_nor_does_their_place(
    project: Project, ann: Annotator, bo: Annotator, pair: tuple[str, str], worker: Worker
) -> None:
    first, late = pair
    mark(project, ann, first, "Ilse Varn")
    carried(project, ann, first, worker)
    for who, words in ((bo, "Ilse Varn"), (ann, "Monday"), (bo, "Monday")):
        mark(project, who, late, words, LATE)
    for who in (ann, bo):
        statuses.mark_done(project, annotator=who, article=late, layers=["entity"])
    for state in STATES:
        comparing = agreement(project, layers=["entity"], choice=Choice(state), worker=worker)
        report = finish(comparing)
        entity = report["layers"]["entity"]
        assert entity["left_out"]["carried"] == 1
        assert entity["mean_f1"] == 1


def test_jsonl_says_where_it_was_carried_from(
    project: Project, ann: Annotator, pair: tuple[str, str], worker: Worker, tmp_path: Path
) -> None:
    first, _ = pair
    mark(project, ann, first, "Ilse Varn")
    carried(project, ann, first, worker)
    out = tmp_path / "c.jsonl"
    finish(exporting.export(project, out, format="jsonl", worker=worker))
    origins = [
        mark["origin"]
        for line in out.read_text(encoding="utf-8").splitlines()
        for mark in json.loads(line)["annotations"]
    ]
    source = marked(project, first)["Ilse Varn"].id
    assert origins == [{"by": "hand"}, {"by": "carried", "annotation": source}]


def test_the_article_with_most_own_work_is_carried_from(
    project: Project, ann: Annotator, pair: tuple[str, str], worker: Worker
) -> None:
    first, late = pair
    assert carrying.sources(project, ann) == []
    for words in ("Ilse Varn", "Monday"):
        mark(project, ann, late, words, LATE)
    carried(project, ann, late, worker)
    mark(project, ann, first, "Bo Reed")
    assert carrying.sources(project, ann) == [late]
