"""A step between differences costs little in a megabyte with nine thousand marks, too."""

import random
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.benchmarks.corpora import Corpus, project_of, write_lines
from tests.clock import bare_loops
from tests.ui.annotate.driven import open_again
from tests.ui.review.driven import press
from workbench.domain.ids import new_id
from workbench.operations import people
from workbench.ui.review.workspace import ReviewWorkspace

PEOPLE = ("ann", "bo", "cleo")
MARKS = 3_000
STEP = 1.6  # bare loops


def long_project(folder: Path) -> Path:
    """An article of a megabyte in which three people marked nearly the same places."""
    corpus, chance = Corpus(), random.Random(1)  # noqa: S311 - reproducible, not secret
    line = corpus.line(corpus.text(1_000_000), MARKS, ["ann"])
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


def test_a_step_and_a_decision_cost_little_however_long_the_article(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driven = open_again(qtbot, long_project(tmp_path))
    rev = people.annotator_named(driven.project, "rev")
    driven.session.become(people.with_role(driven.project, annotator=rev, role="reviewer"))
    window = driven.program.window
    window.dispatch.say("show_review")
    review = window.rooms.currentWidget()
    assert isinstance(review, ReviewWorkspace)
    qtbot.waitUntil(lambda: review.desk.ranking.settled().places >= MARKS, timeout=60_000)
    review.settle(review.desk.ranking.places()[0])
    lanes = review.lanes

    def step() -> None:
        press(lanes, "N")
        lanes.pane.viewport().grab()

    assert bare_loops(step, runs=5) < STEP
    assert bare_loops(lambda: press(lanes, "1"), runs=5) < STEP
    driven.close()
