"""A step between differences costs as little in a long article with many marks."""

import random
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.benchmarks.corpora import Corpus, project_of, write_lines
from tests.clock import processor_seconds
from tests.ui.annotate.driven import open_again
from tests.ui.review.driven import press
from workbench.domain.ids import new_id
from workbench.operations import people
from workbench.ui.review.workspace import ReviewWorkspace

PEOPLE = ("ann", "bo", "cleo")
SHORT, LONG = 150, 1_500  # marks of each
GROWTH = 4  # times as much for ten times the length


def project_with(folder: Path, number: int) -> Path:
    """An article in which three people marked nearly the same places."""
    corpus, chance = Corpus(), random.Random(1)  # noqa: S311 - reproducible, not secret
    line = corpus.line(corpus.text(300 * number), number, ["ann"])
    marks = [
        {**mark, "id": new_id(), "annotator": who, "layer": "entity", "label": label}
        for mark in line["annotations"]
        for who in PEOPLE
        for label in [chance.choice(["person", "person", "place"])]
    ]
    line["annotations"] = marks
    line["assignments"] = [
        {"annotator": who, "layer": "entity", "status": "done"} for who in PEOPLE
    ]
    return project_of(folder / "p.workbench", write_lines(folder / "a.jsonl", [line]), seen=True)


def costs(qtbot: QtBot, folder: Path, marks: int) -> tuple[float, float]:
    """The seconds of a step between differences, painted, and those of a decision."""
    folder.mkdir()
    driven = open_again(qtbot, project_with(folder, marks))
    rev = people.annotator_named(driven.project, "rev")
    driven.session.become(people.with_role(driven.project, annotator=rev, role="reviewer"))
    window = driven.program.window
    window.dispatch.say("show_review")
    review = window.rooms.currentWidget()
    assert isinstance(review, ReviewWorkspace)
    qtbot.waitUntil(lambda: review.desk.ranking.settled().places >= marks, timeout=60_000)
    review.settle(review.desk.ranking.places()[0])
    lanes = review.lanes

    def step() -> None:
        press(lanes, "N")
        lanes.pane.viewport().grab()

    found = (
        processor_seconds(step, runs=5),
        processor_seconds(lambda: press(lanes, "1"), runs=5),
    )
    driven.close()
    return found


def test_a_step_and_a_decision_cost_little_however_long_the_article(
    qtbot: QtBot, tmp_path: Path
) -> None:
    short, long = (costs(qtbot, tmp_path / str(marks), marks) for marks in (SHORT, LONG))
    assert all(more < GROWTH * less for less, more in zip(short, long, strict=True))
