"""Ctrl+C in the terminal, and a polite kill, close the window as its own button does.

Python hears of a signal only when it runs again, which may be long after while Qt waits for events;
and an exception in the middle of some slot is none that anybody could catch. So the signal wakes
Qt by a pair of sockets, and Qt closes the window: the place is kept, and the project left whole.
"""

import signal
import socket
from typing import Any

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts:
    """Closes a window on signals, between `install` and `remove`."""

    def __init__(self, window: QWidget) -> None:
        self._heard, self._told = socket.socketpair()
        self._told.setblocking(False)
        self._before: dict[signal.Signals, Any] = {}
        self._wakeup = -1
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, window)
        self._notifier.activated.connect(self._close)
        self._window = window

    def install(self) -> None:
        """Listen from here on; only the main thread may."""
        self._wakeup = signal.set_wakeup_fd(self._told.fileno())
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, lambda *_: None)

    def _close(self) -> None:
        self._heard.recv(1)
        self._window.close()

    def remove(self) -> None:
        """Leave signals to whoever had them before."""
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._heard.close()
        self._told.close()
