"""Garbage in cycles is looked for between acts, where Python would do so in the midst of one.

Python looks after so many new objects, whatever is being done: opening a long article brings tens
of thousands that stay, and going through them took a tenth of it; every hundredth key press had to
wait for one. So it is left to Python only where a single act makes very many, and else done here,
in the window's thread, where widgets may be deleted, when it has hardly worked for a while: new
objects each time, all others once in a while.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

NEW_OBJECTS = 150_000  # after which Python looks by itself; its own 700 suit a short script
EVERY = 1_000  # milliseconds
WORTH_IT = 20_000  # new objects, which takes some milliseconds
QUIET = 0.03  # of the time, at most, that the thread works while nobody does: a caret blinks
OFTEN = 20  # looks at new objects, until all others are looked at


def leave_garbage() -> None:
    """Let Python look for garbage hardly ever, and no more among the objects of the program."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 20, 20)


def leave_alone() -> None:
    """Let nobody look for garbage among what is there now, where very much came that stays.

    Going through the differences of half a million places takes over a second. They hold no cycles,
    and are gone as soon as nobody wants them.
    """
    gc.freeze()


class Tidying(QObject):
    """Takes garbage away between the acts of a window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worked = 0.0  # seconds, when it was looked last
        timer = QTimer(self)
        timer.timeout.connect(self._on_time)
        timer.start(EVERY)

    def _on_time(self) -> None:
        new, _, looks = gc.get_count()
        if time.thread_time() - self._worked < QUIET * EVERY / 1_000:
            if looks > OFTEN:
                gc.collect()
            elif new > WORTH_IT:
                gc.collect(1)
        self._worked = time.thread_time()
