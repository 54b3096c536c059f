"""Garbage in cycles goes between acts, and a window at rest looks through everything at times."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workbench.ui.tidying import NEW_OBJECTS, OFTEN, WORTH_IT, Tidying, leave_garbage


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


def test_garbage_goes_once_the_hands_rest(qtbot: QtBot) -> None:
    window = QObject()
    Tidying(window)
    knot = ref(_Knot())
    kept = [_Knot() for _ in range(WORTH_IT)]
    assert knot() is not None
    qtbot.waitUntil(lambda: knot() is None)
    assert len(kept) == WORTH_IT


def test_what_outlived_a_look_goes_when_nobody_works(qtbot: QtBot) -> None:
    knots = [_Knot()]
    knot = ref(knots[0])
    for _ in range(OFTEN + 1):
        gc.collect(1)
    knots.clear()
    gc.collect(1)
    assert knot() is not None
    window = QObject()
    Tidying(window)
    qtbot.waitUntil(lambda: knot() is None)
