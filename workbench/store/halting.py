"""Breaking off, from another thread, what SQLite takes minutes for in a large file.

A check and a copy of a hundred thousand articles would hold a window that is to be closed, and so
would a query that counts them. The check and the copy are done under a `Halt`; whatever a thread
asks a project `while_wanted` is broken off by SQLite itself, which looks up every few milliseconds.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator

_AGAIN = 0.1  # seconds, after which what did not hear that it is broken off is told again
_LOOK_UP = 100_000  # steps of SQLite's machine, some milliseconds


class HaltedError(Exception):
    """What was under way was broken off; nothing of it is there."""


class Halt:
    """Breaks off what is done under it, and whatever begins later."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at_work: list[sqlite3.Connection] = []
        self._said = False

    def say(self) -> None:
        """Break off; said again, it also reaches a statement that had not quite begun."""
        with self._lock:
            self._said = True
            for connection in self._at_work:
                connection.interrupt()

    def end(self, thread: threading.Thread) -> None:
        """Break off what a thread does under it, and wait until that has ended."""
        while thread.is_alive():
            self.say()
            thread.join(_AGAIN)

    def heed(self) -> None:
        """Raise `HaltedError` where it was said."""
        if self._said:
            raise HaltedError

    @contextlib.contextmanager
    def over(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Let what a connection does be broken off."""
        with self._lock:
            self._at_work.append(connection)
        try:
            self.heed()
            yield
        except sqlite3.OperationalError:
            self.heed()
            raise
        finally:
            with self._lock:
                self._at_work.remove(connection)


class _Thread(threading.local):
    """What a thread says of the queries that it is at."""

    unwanted: Callable[[], bool] = staticmethod(lambda: False)


_thread = _Thread()


@contextlib.contextmanager
def while_wanted(unwanted: Callable[[], bool]) -> Iterator[None]:
    """Break off what this thread asks a project, or writes into it, once it is `unwanted`.

    The query raises `HaltedError`, and nothing of its transaction is there.
    """
    before = _thread.unwanted
    _thread.unwanted = unwanted
    try:
        yield
    finally:
        _thread.unwanted = before


def heed_thread() -> None:
    """Raise `HaltedError` where what this thread is at is wanted no more."""
    if _thread.unwanted():
        raise HaltedError


def let_break_off(connection: sqlite3.Connection) -> None:
    """Let what a connection does be broken off where the thread that waits wants it no more."""
    connection.set_progress_handler(_is_unwanted, _LOOK_UP)


def _is_unwanted() -> bool:
    return _thread.unwanted()


NEVER = Halt()  # nobody says it
