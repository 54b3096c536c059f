"""A project of a hundred thousand articles with five million annotations, in the window.

What is done there must cost no more than in a small one: to open it, to go through the list, to
keep the list to what is typed, to find words, to open the next article and to mark a place. It is
made in some minutes and takes seven gigabytes while it is measured.
"""

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from tests.benchmarks.large import PEOPLE, large_project
from tests.benchmarks.measuring import Result, Scale, p99, percentile, seconds, undisturbed
from tests.benchmarks.starting import start
from tests.benchmarks.windows import Shown, shown
from workbench.operations import projects
from workbench.operations.searching import count_articles, search
from workbench.store.project import Project

WARM_UP = 3
TYPED = "dispatch 12"
ASKED = ("said", "the dam", '"said the"', "minist*", "drawer -strike", "s*", "th*", "zzz")
PAGE = 100  # rows that the window shows first
Part = TypeVar("Part", bound=QWidget)


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """The window on the large project, marking there against a small one, and searches."""
    os.environ["LOGNAME"] = PEOPLE[0]  # whom the window takes for its user
    number = scale.huge_articles
    path = large_project(folder / "large.workbench", number, spans=scale.spans)
    small = large_project(folder / "small.workbench", min(number, 10), spans=scale.spans)
    found = [start(path) for _ in range(3)][1:]
    name = f"{number:,} articles"
    yield Result(f"start to a usable window, {name}", min(s["seconds"] for s in found), "s", 1.5)
    yield Result(f"interface process, {name}", max(s["megabytes"] for s in found), "MB", 300)
    with shown(small) as window:
        few = _marks(window, scale)
    with shown(path) as window:
        yield from _listed(window, scale, name)
        yield Result(f"next article, {name}", _next(window, scale), "ms", 50)
        many = _marks(window, scale)
    ratio = undisturbed(many) / undisturbed(few)
    yield Result(f"key press to painted, {name} against 10", ratio, "× as long", 1.5)
    project = projects.open_(path)
    try:
        yield _searched(project, scale, name)
    finally:
        project.close()


def _listed(window: Shown, scale: Scale, name: str) -> Iterator[Result]:
    """Type into the search line of the list, letter by letter, then turn through it."""
    field = _named(window.workspace.list.findChildren(QLineEdit), "Search articles")
    typed = [seconds(lambda c=c: _type(window, field, c)) for c in TYPED]  # type: ignore[misc]
    yield Result(f"filter as you type, {name}", 1_000 * max(typed), "ms", 50)
    field.clear()
    window.settle()
    view = _named(window.workspace.list.findChildren(QListView), "Articles")
    bar = view.verticalScrollBar()

    def turn() -> None:
        bar.setValue(bar.value() + 3 * bar.singleStep())
        view.viewport().repaint()

    turns = [seconds(turn) for _ in range(scale.acts + WARM_UP)][WARM_UP:]
    yield Result(f"scroll the list, {name}", 1_000 * p99(turns), "ms p99", 50)


def _type(window: Shown, field: QLineEdit, letter: str) -> None:
    QTest.keyClicks(field, letter)
    window.workspace.list.repaint()


def _named(parts: Sequence[Part], name: str) -> Part:
    """The part that a screen reader calls so."""
    return next(each for each in parts if each.accessibleName() == name)


def _next(window: Shown, scale: Scale) -> float:
    """Milliseconds until the next article is painted, the median."""

    def act() -> None:
        window.program.window.dispatch.say("next_article")

    times = [window.painted(act) for _ in range(min(scale.acts, 50) + WARM_UP)][WARM_UP:]
    return 1_000 * percentile(times, 0.5)


def _marks(window: Shown, scale: Scale) -> list[float]:
    """Seconds from the key to the painted and committed mark."""
    window.pane.place_caret(len(window.pane.text()) // 2)
    times = []
    for _ in range(min(scale.acts, 50) + WARM_UP):
        window.keys("Right", "Right", "Shift+Right", "E")
        times.append(window.painted(lambda: window.keys("1")))
    return times[WARM_UP:]


def _searched(project: Project, scale: Scale, name: str) -> Result:
    """The slowest of several questions, each counted and with its first page of hits."""

    def page(typed: str) -> None:
        count_articles(project, typed)
        list(islice(search(project, typed), PAGE))

    times = {
        typed: percentile(
            [seconds(lambda t=typed: page(t)) for _ in range(scale.repetitions + 1)][1:],  # type: ignore[misc]
            0.5,
        )
        for typed in ASKED
    }
    slowest = max(times, key=lambda typed: times[typed])
    note = f"slowest: {slowest}"
    return Result(f"search, first page, {name}", 1_000 * times[slowest], "ms", 100, note=note)
