"""A signal closes the window, and nothing else of the program is troubled by it."""

import os
import signal

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.interrupts import Interrupts


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window(qtbot: QtBot, number: signal.Signals) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    before = signal.getsignal(number)
    interrupts = Interrupts(window)
    interrupts.install()
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: not window.isVisible())
    interrupts.remove()
    assert signal.getsignal(number) is before
