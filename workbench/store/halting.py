"""Breaking off, from another thread, what SQLite takes minutes for in a large file.

A check and a copy of a hundred thousand articles would hold a window that is to be closed.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator


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


NEVER = Halt()  # nobody says it
