"""How long the window cannot answer while suggestions are made and written in the background.

A timer that is due at every turn of the event loop notes the time between its turns: what is longer
than in an idle loop, a person would feel. The idle loop is timed in the same run.

In a large project somebody goes from article to article meanwhile, each of which must get its
ghosts before the long run comes to it. What an opening itself takes is no stall, and is left out.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer

from tests.benchmarks.corpora import Corpus, project_of
from tests.benchmarks.measuring import Result, Scale, grown, p99, spread
from tests.benchmarks.windows import PATIENCE, Shown, shown
from workbench.store import articles

IDLE = 3_000  # milliseconds
EVERY = 2  # milliseconds


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """Gaps while suggestions run, less those of an idle loop, and how they grow."""
    sizes = scale.sizes(scale.stall_articles)
    rounds = [_gaps(folder, size, scale, idle=size == sizes[-1]) for size in sizes]
    yield from over("while suggestions run", *rounds[-1])
    costs = [p99(busy) for busy, _ in rounds]
    yield grown("stall while suggestions run", sizes, costs, budget=0.3)
    yield from _large(scale, folder)


def _gaps(
    folder: Path, articles: int, scale: Scale, *, idle: bool
) -> tuple[list[float], list[float]]:
    """Gaps while suggestions for so many articles run, and those of an idle loop if asked for."""
    file = Corpus().write(folder / f"{articles}.jsonl", articles)
    with shown(project_of(folder / f"{articles}.workbench", file, seen=True)) as window:
        still = idle_gaps(window, scale) if idle else []
        return gaps(window, lambda loop: _suggest(window, loop)), still


def _large(scale: Scale, folder: Path) -> Iterator[Result]:
    """The same while a person goes through a project of many articles, and how long ghosts take."""
    file = Corpus().write(folder / "many.jsonl", scale.project_articles)
    with shown(project_of(folder / "many.workbench", file)) as window:
        wait(lambda: not window.program.window.reading.busy(), window)
        ids = [article.id for article in articles.list_articles(window.session.project)]
        walk = _Walk(window, ids[-scale.acts // 10 :])
        idle = gaps(window, walk.begin, besides=walk.openings)
        window.program.window.dispatch.say("suggest_all")
        wait(window.program.window.progress.isVisible, window)
        again = _Walk(window, ids[-scale.acts // 5 : -scale.acts // 10])
        busy = gaps(window, again.begin, besides=again.openings)
        assert window.program.window.jobs.busy()
    name = f"of {scale.project_articles:,} articles"
    yield from over(f"while suggestions run {name}", busy, idle)
    note = f"{walk.median * 1000:.0f} ms while nothing else runs"
    yield Result(f"ghosts of the article in hand {name}", again.median * 1000, "ms", note=note)


def idle_gaps(window: Shown, scale: Scale) -> list[float]:
    """The gaps of a window in which nothing is done."""
    milliseconds = round(IDLE * scale.idle)
    return gaps(window, lambda loop: QTimer.singleShot(milliseconds, loop.quit))


def over(what: str, busy: list[float], idle: list[float]) -> Iterator[Result]:
    """By how much the gaps while something is at work are longer than those of an idle loop."""
    note = f"{spread(busy)}; idle {spread(idle)}"
    more = (p99(busy) - p99(idle)) * 1000
    yield Result(f"stall {what}", more, "ms p99", 16, note=note)
    note = f"{max(busy) * 1000:.1f} ms; idle {max(idle) * 1000:.1f} ms"
    yield Result(f"worst stall {what}", (max(busy) - max(idle)) * 1000, "ms", 50, note=note)


def _suggest(window: Shown, loop: QEventLoop) -> None:
    """Run suggestions as the window does, and leave the loop when they are done."""
    window.program.window.jobs.finished.connect(loop.quit)
    window.program.window.dispatch.say("suggest_all")


class _Walk:
    """A person who opens one article after another, each once the one before has its ghosts."""

    def __init__(self, window: Shown, ids: Sequence[str]) -> None:
        self._window, self._left = window, list(ids)
        self._waits: list[float] = []
        self._opened = 0.0
        self.openings: list[tuple[float, float]] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)

    @property
    def median(self) -> float:
        """Seconds until an article had its ghosts."""
        return median(self._waits)

    def begin(self, loop: QEventLoop) -> None:
        """Open the first, and leave the loop after the last."""
        self._loop = loop
        self._open()
        self._timer.start(EVERY)

    def _open(self) -> None:
        self._opened = time.perf_counter()
        self._window.session.open_article(self._left.pop())
        self._window.settle()
        self.openings.append((self._opened, time.perf_counter()))

    def _look(self) -> None:
        if not self._window.workspace.ghosts():
            return
        self._waits.append(time.perf_counter() - self._opened)
        if self._left:
            self._open()
        else:
            self._timer.stop()
            self._loop.quit()


def wait(until: Callable[[], bool], window: Shown) -> None:
    """Let the window go on until something is so."""
    end = time.perf_counter() + PATIENCE
    while not until():
        window.settle()
        assert time.perf_counter() < end


def gaps(
    window: Shown, begin: object, *, besides: Sequence[tuple[float, float]] = ()
) -> list[float]:
    """Seconds between turns of the event loop, until what was begun ends it.

    Gaps that touch one of some stretches of time are left out.
    """
    window.settle()
    loop, timer = QEventLoop(), QTimer()
    turns: list[float] = []
    timer.timeout.connect(lambda: turns.append(time.perf_counter()))
    timer.start(EVERY)
    assert callable(begin)
    begin(loop)
    loop.exec()
    timer.stop()
    return [
        after - before
        for before, after in pairwise(turns)
        if not any(before < end and begun < after for begun, end in besides)
    ]
