"""How long the window cannot answer while suggestions are made and written in the background.

A timer that is due at every turn of the event loop notes the time between its turns: what is longer
than in an idle loop, a person would feel. The idle loop is timed in the same run.
"""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from tests.benchmarks.corpora import Corpus, project_of
from tests.benchmarks.measuring import Result, Scale, p99
from tests.benchmarks.windows import Shown, shown
from workbench.operations.suggesting import suggest

IDLE = 3_000  # milliseconds
EVERY = 2  # milliseconds


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """Gaps while suggestions run, less those of an idle loop."""
    file = Corpus().write(folder / "corpus.jsonl", scale.stall_articles)
    with shown(project_of(folder / "a.workbench", file, seen=True)) as window:
        idle = _gaps(window, lambda loop: QTimer.singleShot(IDLE, loop.quit))
        busy = _gaps(window, lambda loop: _suggest(window, loop))
    note = f"idle p99 {p99(idle) * 1000:.1f} ms, worst {max(idle) * 1000:.1f} ms"
    over = (p99(busy) - p99(idle)) * 1000
    yield Result("stall while suggestions run", over, "ms p99", 16, note=note)
    yield Result("worst stall while suggestions run", (max(busy) - max(idle)) * 1000, "ms", 50)


def _suggest(window: Shown, loop: QEventLoop) -> None:
    """Run suggestions as the window does, and leave the loop when they are done."""
    session, jobs = window.session, window.program.window.jobs
    jobs.finished.connect(loop.quit)
    jobs.run(
        "suggest",
        lambda worker: suggest(session.project, annotator=session.annotator, worker=worker),
    )


def _gaps(window: Shown, begin: object) -> list[float]:
    """Seconds between turns of the event loop, until what was begun ends it."""
    window.settle()
    loop, timer = QEventLoop(), QTimer()
    turns: list[float] = []
    timer.timeout.connect(lambda: turns.append(time.perf_counter()))
    timer.start(EVERY)
    assert callable(begin)
    begin(loop)
    loop.exec()
    timer.stop()
    return [after - before for before, after in pairwise(turns)]
