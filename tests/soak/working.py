"""The long day itself: act after act in the running program, each timed until the window is idle.

What an act costs is the processor time of the window's thread from the first key until nothing
waits there any more, so that its painting is in it, and what else runs on the machine is not. A
busy machine slows even that down, by half and more; so the same small computation is timed all day
long, and acts are held against it.
"""

import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import p99, percentile
from tests.soak.acts import Acts
from tests.soak.articles import PERSON, make_project
from tests.soak.holding import Held, held
from workbench.ui.application import Program, make_window, tune_python
from workbench.ui.preferences import Preferences

PARTS = 10  # of the day
WARM = 2  # of them are the warm-up, in which every cache fills that has an end
_NUMBERS = [{"start": number, "quote": str(number)} for number in range(1_000)]
QUIET = 200  # milliseconds without a job, before what is held is counted
ENOUGH = 1_000  # acts in a tenth, to judge memory and time by
MEASURED = 5  # acts from one look at the yardstick to the next
SLOWER = 1.25  # as slow as at the start, and a quarter more for chance


@dataclass(frozen=True, slots=True)
class Part:
    """A tenth of the day: how many acts were done by its end, what they cost, what is held then.

    Costs are seconds; `yardstick` is what the same small computation took meanwhile.
    """

    acts: int
    p50: float
    p99: float
    yardstick: float
    held: Held


class Day:
    """Acts until there were enough, and rests in between to look at what is held."""

    def __init__(
        self, program: Program, acts: Acts, *, number: int, told: Callable[[Part], None]
    ) -> None:
        self.parts: list[Part] = []
        self._program = program
        self._acts = acts
        self._number = number
        self._told = told
        self._done = 0
        self._costs: list[float] = []
        self._yardsticks: list[float] = []
        self._begun = 0.0
        self._next = QTimer(program.window)
        self._next.timeout.connect(self._act)
        self._rest = QTimer(program.window)
        self._rest.setInterval(QUIET)
        self._rest.timeout.connect(self._look)
        self._next.start(0)

    def _act(self) -> None:
        """Note what the act before cost, now that nothing else waits, and do another."""
        if self._begun:
            self._costs.append(time.thread_time() - self._begun)
            if self._done % MEASURED == 0:
                self._yardsticks.append(_yardstick())
        if self._done and self._done == self._number * (len(self.parts) + 1) // PARTS:
            self._begun = 0.0
            self._next.stop()
            self._acts.rest()
            self._rest.start()
            return
        self._begun = time.thread_time()
        self._acts.do_one()
        self._done += 1

    def _look(self) -> None:
        """See what is held once no job is at work, and go on or go home."""
        window = self._program.window
        if any(jobs.busy() for jobs in (window.jobs, window.lookups, window.reading)):
            return
        self._rest.stop()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        costs = percentile(self._costs, 0.5), p99(self._costs)
        part = Part(self._done, *costs, percentile(self._yardsticks, 0.5), held(app))
        self.parts.append(part)
        self._costs.clear()
        self._yardsticks.clear()
        self._told(part)
        if self._done == self._number:
            window.close()
            app.quit()
        else:
            self._next.start(0)


def _yardstick() -> float:
    """Seconds that the window's thread takes for what costs about a millisecond."""
    begun = time.thread_time()
    json.loads(json.dumps(_NUMBERS))
    return time.thread_time() - begun


def work(
    folder: Path, *, number: int, articles: int, seed: int, told: Callable[[Part], None]
) -> list[Part]:
    """A day of so many acts in a new project in a folder; what was seen of each tenth of it."""
    path = make_project(folder / "again.workbench", articles, seed)
    qInstallMessageHandler(lambda *_: None)  # what offscreen windows say of themselves
    tune_python()
    app = QApplication.instance() or QApplication(["soak"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    Preferences().change(user=PERSON)
    program = make_window(app, "light")
    program.window.show()
    program.window.activateWindow()
    program.projects.open_path(path)
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    day = Day(program, Acts(program, chance, folder), number=number, told=told)
    app.exec()
    program.window.deleteLater()
    return day.parts


def broken(parts: list[Part]) -> list[str]:
    """What grew or slowed down over a day after its warm-up.

    A short day says nothing of memory and time: caches still fill, and chance decides what an act
    in the middle is.
    """
    first, last = parts[WARM - 1], parts[-1]
    if first.acts < WARM * ENOUGH:
        return last.held.grown(first.held, memory=math.inf)
    costs = (("p50", first.p50, last.p50), ("p99", first.p99, last.p99))
    slower = [
        f"{name}: {before * 1000:.2f} ms at first, {now * 1000:.2f} ms at the end,"
        f" and the yardstick {first.yardstick * 1000:.2f} and {last.yardstick * 1000:.2f} ms"
        for name, before, now in costs
        if now / last.yardstick > SLOWER * before / first.yardstick
    ]
    return last.held.grown(first.held) + slower
