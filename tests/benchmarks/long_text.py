"""A very long article with very many annotations and suggestions: opened, worked in, read through.

Three shapes are measured, since each is hard for another reason: ordinary paragraphs, one single
paragraph, and the end of the text, before which nothing has been laid out. For how long a commit
waits for the disk is taken off its own key press, since a stall of the disk falls on one press or
another by chance; what it waits beyond a bare commit of the same run is added again, by their
medians. How an act grows is told by what the window's thread works for it, which no other program
adds to.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from tests.benchmarks.corpora import Corpus, project_of, write_lines
from tests.benchmarks.measuring import (
    WORK,
    Clock,
    Result,
    Scale,
    grown,
    p99,
    spread,
    undisturbed,
    waited,
)
from tests.benchmarks.windows import Shown, application, shown, timed_commits
from workbench.store import articles
from workbench.ui.preferences import Preferences

WARM_UP = 5
FLAT = 0.2  # the exponent of what takes as long in a long text as in a short one
MARKING = (("Right", "Right", "Shift+Right", "E"), "1")  # keys before, and the key that is timed
ACCEPTING = (("Tab",), "Return")
ACTS = {"key press": MARKING, "accept a suggestion": ACCEPTING}
Act = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Press:
    """Seconds until it is committed and painted, of these for the disk, and for a bare commit."""

    taken: float
    waited: float
    bare: float


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """Opening, key presses and frames at full length, and how they grow with the length."""
    for paragraphs in (True, False):
        shape = "paragraphs" if paragraphs else "one paragraph"
        path = _project(folder / f"{paragraphs}.workbench", scale, paragraphs=paragraphs)
        with shown(path) as window:
            short, *lengths = (a.id for a in articles.list_articles(window.session.project))
            opened = [
                list(_openings(window, each, short, scale.openings, clock=WORK)) for each in lengths
            ]
            yield _taken(
                f"open the long article, {shape}",
                list(_openings(window, lengths[-1], short, scale.openings)),
            )
            yield _taken(
                f"jump to its end, {shape}",
                list(_jumps(window, lengths[-1], short, scale.openings)),
            )
            pressed = {}
            with closing(_bare(path.with_suffix(".db"))) as bare:
                for name, act in ACTS.items():
                    pressed[name] = [
                        list(_presses(window, each, act, scale.acts // 4, bare, clock=WORK))
                        for each in lengths
                    ]
                    timed = list(_presses(window, lengths[-1], act, scale.acts, bare))
                    yield _keys(f"{name} to painted, {shape}", timed)
            turned = [_scroll(window, each, scale.acts // 4, clock=WORK) for each in lengths]
            yield _frames(shape, _scroll(window, lengths[-1], scale.acts))
        yield _grown(f"open a text, {shape}", scale, opened, budget=1.1)
        for name, sizes in pressed.items():
            keys = [[press.taken for press in presses] for presses in sizes]
            yield _grown(f"{name}, {shape}", scale, keys, budget=FLAT)
        yield _grown(f"scroll, {shape}", scale, turned, budget=FLAT)


def _project(path: Path, scale: Scale, *, paragraphs: bool) -> Path:
    """A project with a short article, and long ones each twice as long as the one before."""
    application()
    user = Preferences().user()
    corpus = Corpus()
    lengths, numbers = (scale.sizes(n) for n in (scale.characters, scale.marks))
    lines = [
        corpus.line_with_suggestions(corpus.text(length, paragraphs=paragraphs), spans, [user])
        for length, spans in ((2_000, 20), *zip(lengths, numbers, strict=True))
    ]
    return project_of(path, write_lines(path.with_suffix(".jsonl"), lines), user=user, seen=True)


def _taken(name: str, times: list[float]) -> Result:
    return Result(name, median(times) * 1000, "ms", 100, note=spread(times))


def _grown(name: str, scale: Scale, times: list[list[float]], *, budget: float) -> Result:
    """How an act grows with the length of the text, where nothing disturbs it."""
    costs = [undisturbed(each) for each in times]
    return grown(name, scale.sizes(scale.characters), costs, budget=budget)


def _openings(
    window: Shown, long: str, short: str, number: int, *, clock: Clock = time.perf_counter
) -> Iterator[float]:
    """Open the long article after another one: seconds until it is painted."""
    for turn in range(number + 1):
        taken = window.painted(lambda: window.session.open_article(long), clock=clock)
        if turn:
            yield taken
        window.painted(lambda: window.session.open_article(short))


def _jumps(window: Shown, long: str, short: str, number: int) -> Iterator[float]:
    """Jump to the end of the long article, just opened: seconds until it is painted."""
    bar = window.pane.verticalScrollBar()
    for turn in range(number + 1):
        window.painted(lambda: window.session.open_article(long))
        taken = window.painted(lambda: bar.setValue(bar.maximum()))
        if turn:
            yield taken
        window.painted(lambda: window.session.open_article(short))


def _keys(name: str, presses: list[Press]) -> Result:
    """The slowest but for the disk, and what all wait for that beyond a bare commit."""
    at_work = [press.taken - press.waited for press in presses]
    waits, bare = [press.waited for press in presses], [press.bare for press in presses]
    beyond = max(0.0, median(waits) - median(bare))
    note = f"{spread(at_work)}; waits for the disk {spread(waits)}; a bare commit {spread(bare)}"
    return Result(name, (p99(at_work) + beyond) * 1000, "ms p99", 16, note=note)


def _presses(
    window: Shown,
    article: str,
    act: Act,
    acts: int,
    bare: sqlite3.Connection,
    *,
    clock: Clock = time.perf_counter,
) -> Iterator[Press]:
    """Do one act after another, from the middle of the text."""
    before, key = act
    window.session.open_article(article)
    text = window.pane.text()
    window.pane.place_caret(len(text) // 2)
    with timed_commits(window.session.project) as waits:
        for number in range(acts + WARM_UP):
            window.keys(*before)
            waits.seconds = 0.0
            taken = window.painted(lambda: window.keys(key), clock=clock)
            commit = waited(lambda n=number: _commit(bare, n))  # type: ignore[misc]
            if number >= WARM_UP:
                yield Press(taken, waits.seconds, commit)


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA wal_autocheckpoint=0")
    connection.execute("CREATE TABLE IF NOT EXISTS act (number INTEGER, said TEXT)")
    return connection


def _commit(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("INSERT INTO act VALUES (?, ?)", (number, "x" * 500))


def _frames(shape: str, times: list[float]) -> Result:
    return Result(f"scroll one frame, {shape}", p99(times) * 1000, "ms p99", 8, note=spread(times))


def _scroll(
    window: Shown, article: str, acts: int, *, clock: Clock = time.perf_counter
) -> list[float]:
    """Turn the wheel by one notch again and again: seconds until each is painted."""
    window.session.open_article(article)
    window.settle()
    turns = range(acts + WARM_UP)
    return [window.painted(lambda: _wheel(window), clock=clock) for _ in turns][WARM_UP:]


def _wheel(window: Shown) -> None:
    viewport = window.pane.viewport()
    point = QPointF(viewport.rect().center())
    event = QWheelEvent(
        point,
        viewport.mapToGlobal(point),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    application().sendEvent(viewport, event)
