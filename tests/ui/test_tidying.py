"""Garbage in cycles goes between acts, and a window at rest looks through everything at times."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from workbench.ui.tidying import EVERY, NEW_OBJECTS, OFTEN, WORTH_IT, Tidying, leave_garbage


@pytest.fixture(autouse=True)
def _own_thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    leave_garbage()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


class _Knot:
    """Something that refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_opening_something_large_waits_for_no_garbage() -> None:
    looked: list[str] = []
    gc.callbacks.append(lambda phase, _info: looked.append(phase))
    kept = [_Knot() for _ in range(NEW_OBJECTS // 4)]
    gc.callbacks.pop()
    assert len(kept) == NEW_OBJECTS // 4
    assert looked == []


@pytest.fixture
def resting(qapp: QApplication) -> QEventLoop:
    """A window's turns, which end after some seconds at most."""
    assert qapp
    turns = QEventLoop()
    QTimer.singleShot(10 * EVERY, turns.quit)
    return turns


def test_garbage_goes_once_the_hands_rest(resting: QEventLoop) -> None:
    window = QObject()
    Tidying(window)
    knot = ref(_Knot(), lambda _: resting.quit())
    kept = [_Knot() for _ in range(WORTH_IT)]
    assert knot() is not None
    resting.exec()
    assert knot() is None
    assert len(kept) == WORTH_IT


def test_garbage_stays_while_the_window_works(resting: QEventLoop) -> None:
    window = QObject()
    Tidying(window)
    knot = ref(_Knot())
    kept = [_Knot() for _ in range(WORTH_IT)]
    acts = QTimer(window)
    acts.timeout.connect(lambda: sum(range(100_000)))
    acts.start(20)
    QTimer.singleShot(3 * EVERY, resting.quit)
    resting.exec()
    assert knot() is not None
    assert len(kept) == WORTH_IT


def test_what_outlived_a_look_goes_when_nobody_works(resting: QEventLoop) -> None:
    knots = [_Knot()]
    knot = ref(knots[0], lambda _: resting.quit())
    for _ in range(OFTEN + 1):
        gc.collect(1)
    knots.clear()
    gc.collect(1)
    assert knot() is not None
    window = QObject()
    Tidying(window)
    resting.exec()
    assert knot() is None
