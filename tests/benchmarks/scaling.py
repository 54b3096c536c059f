"""A project of a hundred thousand articles with five million annotations, in the window.

What is done there must cost no more than in a small one: to open it, to go through the list, to
keep the list to what is typed, to find words, to open the next article and to mark a place, also
while a backup of it is made. Projects that double in size up to a tenth of it show how each act
grows, told by what the window's thread works for it. The large one is made in some minutes and
takes fifteen gigabytes while it is measured.
"""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from tests.benchmarks.large import PEOPLE, large_project
from tests.benchmarks.measuring import (
    WORK,
    Clock,
    Result,
    Scale,
    grown,
    p99,
    seconds,
    spread,
    undisturbed,
)
from tests.benchmarks.searching import searches
from tests.benchmarks.stalling import IDLE, gaps, idle_gaps, over, wait
from tests.benchmarks.starting import start
from tests.benchmarks.windows import Shown, shown, timed_commits
from workbench.operations import backups, projects
from workbench.store import articles
from workbench.store.halting import Halt, HaltedError
from workbench.store.project import Project

WARM_UP = 3
FEW = 10  # articles of the project that the large one is held against
TYPED = "dispatch 12"
Part = TypeVar("Part", bound=QWidget)
Times = dict[str, list[float]]  # seconds, by what is done

# The most milliseconds at the large size, whether at the 99th percentile, and the growth.
ACTS = {
    "filter as you type": (50.0, True, 1.1),
    "scroll the list": (50.0, True, 0.3),
    "next article": (50.0, False, 0.3),
    "key press to painted": (None, True, 0.3),
    "search, first page": (100.0, False, 1.1),
}


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """The start, each act and a backup in the large project, and how the acts grow."""
    os.environ["LOGNAME"] = PEOPLE[0]  # whom the window takes for its user
    number = scale.huge_articles
    name = f"{number:,} articles"
    path = large_project(folder / "large.workbench", number, spans=scale.spans)
    yield from _started(path, scale, name)
    with shown(_small(folder, FEW, scale)) as window:
        few = _marked(window, scale)
    many = _acts(path, scale)
    yield from _told(many, name)
    key = "key press to painted"
    ratio = undisturbed(many[key]) / undisturbed(few)
    yield Result(f"{key}, {name} against {FEW}", ratio, "× as long", 1.5)
    yield from _backed_up(path, scale, name)
    path.unlink()
    sizes = scale.sizes(scale.project_articles)
    rounds = [_acts(_small(folder, size, scale), scale, clock=WORK) for size in sizes]
    for act, (_, _, budget) in ACTS.items():
        costs = [undisturbed(times[act]) for times in rounds]
        yield grown(f"{act}, with the project", sizes, costs, budget=budget)


def _small(folder: Path, number: int, scale: Scale) -> Path:
    return large_project(folder / f"{number}.workbench", number, spans=scale.spans)


def _started(path: Path, scale: Scale, name: str) -> Iterator[Result]:
    found = [start(path) for _ in range(scale.repetitions + 1)][1:]
    times = [each["seconds"] for each in found]
    yield Result(f"start to a usable window, {name}", median(times), "s", 1.5, note=spread(times))
    yield Result(f"interface process, {name}", max(each["megabytes"] for each in found), "MB", 300)


def _told(times: Times, name: str) -> Iterator[Result]:
    """What each act takes in the large project."""
    for act, (budget, rare, _) in ACTS.items():
        value = 1_000 * (p99 if rare else median)(times[act])
        unit = "ms p99" if rare else "ms"
        yield Result(f"{act}, {name}", value, unit, budget, note=spread(times[act]))


def _acts(path: Path, scale: Scale, *, clock: Clock = time.perf_counter) -> Times:
    """The seconds of each act in a project, once its list has been read.

    The search is one of the index, by the time that goes by.
    """
    with shown(path) as window:
        view = _named(window.workspace.list.findChildren(QListView), "Articles")
        number = len(articles.hashes(window.project))
        wait(lambda: view.model().rowCount() == number, window)
        times = {
            "filter as you type": _typed(window, clock),
            "scroll the list": _turned(view, scale, clock),
            "next article": _next(window, min(scale.acts, 50, number - WARM_UP - 1), clock),
            "key press to painted": _marked(window, scale, clock=clock),
        }
    project = projects.open_(path)
    try:
        return {**times, "search, first page": _slowest_search(project, scale)}
    finally:
        project.close()


def _typed(window: Shown, clock: Clock) -> list[float]:
    """Type into the search line of the list, letter by letter."""
    field = _named(window.workspace.list.findChildren(QLineEdit), "Search articles")

    def letter(letter: str) -> None:
        QTest.keyClicks(field, letter)
        window.workspace.list.repaint()

    times = []
    for _ in range(WARM_UP + 1):
        times += [seconds(partial(letter, c), clock=clock) for c in TYPED]
        field.clear()
        window.settle()
    return times[len(TYPED) :]


def _turned(view: QListView, scale: Scale, clock: Clock) -> list[float]:
    """Turn through the list."""
    bar = view.verticalScrollBar()

    def turn() -> None:
        bar.setValue(bar.value() + 3 * bar.singleStep())
        view.viewport().repaint()

    return [seconds(turn, clock=clock) for _ in range(scale.acts + WARM_UP)][WARM_UP:]


def _named(parts: Sequence[Part], name: str) -> Part:
    """The part that a screen reader calls so."""
    return next(each for each in parts if each.accessibleName() == name)


def _next(window: Shown, steps: int, clock: Clock) -> list[float]:
    """Until the next article is painted."""

    def act() -> None:
        window.program.window.dispatch.say("next_article")

    return [window.painted(act, clock=clock) for _ in range(steps + WARM_UP)][WARM_UP:]


def _marked(window: Shown, scale: Scale, *, clock: Clock = time.perf_counter) -> list[float]:
    """From the key to the painted and committed mark, but for what its commit waits for the disk.

    The disk is busy for a while with what a large project has written there.
    """
    window.pane.place_caret(len(window.pane.text()) // 2)
    times = []
    with timed_commits(window.project) as waits:
        for _ in range(min(scale.acts, 50) + WARM_UP):
            window.keys("Right", "Right", "Shift+Right", "E")
            waits.seconds = 0.0
            taken = window.painted(lambda: window.keys("1"), clock=clock)
            times.append(taken if clock is WORK else taken - waits.seconds)
    return times[WARM_UP:]


def _slowest_search(project: Project, scale: Scale) -> list[float]:
    """Of several questions, each counted and with its first page of hits."""
    return max(searches(project, scale).values(), key=median)


def _backed_up(path: Path, scale: Scale, name: str) -> Iterator[Result]:
    """Stalls, and key presses, while a backup is made; it is broken off then."""
    with shown(path) as window:
        idle = idle_gaps(window, scale)
        before = _marked(window, scale)
        halt = Halt()
        thread = Thread(target=_back_up, args=(window.project, halt))
        thread.start()
        busy = gaps(window, lambda loop: _while_alive(thread, loop))
        meanwhile = _marked(window, scale)
        halt.say()
        thread.join()
    yield from over(f"while a backup is made, {name}", busy, idle)
    more = 1_000 * (p99(meanwhile) - p99(before))
    note = f"{spread(meanwhile)}; without {spread(before)}"
    what = f"key press to painted while a backup is made, {name}: more than without"
    yield Result(what, more, "ms p99", note=note)


def _back_up(project: Project, halt: Halt) -> None:
    with suppress(HaltedError):
        backups.keep(project, halt=halt)


def _while_alive(thread: Thread, loop: QEventLoop) -> None:
    """Leave the loop once a thread has come to its end, or after a while."""
    look = QTimer(loop)

    def leave() -> None:
        if not thread.is_alive():
            loop.quit()

    look.timeout.connect(leave)
    look.start(50)
    QTimer.singleShot(2 * IDLE, loop.quit)
