"""Identities that stay unique when copies of a project are joined.

UUIDs of version 7 (RFC 9562) begin with the time, so that rows made one after another lie side by
side in an index; with random UUIDs every insert would touch another page. Those made by one process
only grow, also within a tick of a coarse clock and when it is set back, so that what came in
together, appearances for one, is read back in its order.
"""

import os
import threading
import time
from datetime import UTC, datetime, timedelta

_RANDOM_BITS = 74
_STEP_BYTES = 4


class _Numbers:
    """Numbers of 122 bits that only grow: milliseconds, then chance."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        """A number that nobody else has, above all before it."""
        earliest = (time.time_ns() // 1_000_000) << _RANDOM_BITS
        with self._lock:
            if earliest > self._last:
                chance = int.from_bytes(os.urandom(10), "big") >> 80 - _RANDOM_BITS
                self._last = earliest | chance
            else:
                self._last += 1 + int.from_bytes(os.urandom(_STEP_BYTES), "big")
            return self._last


_NUMBERS = _Numbers()


def new_id() -> str:
    """A new UUID of version 7, as 36 lower-case characters."""
    number = _NUMBERS.next()
    head, tail = number >> 62, number & (1 << 62) - 1
    value = (head >> 12) << 80 | 0x7 << 76 | (head & 0xFFF) << 64 | 0b10 << 62 | tail
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def now() -> str:
    """The present moment as ISO 8601 in UTC with microseconds, which sorts as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def just_after(time: str) -> str:
    """The moment after one that is written as `now` writes it."""
    return (datetime.fromisoformat(time) + timedelta(microseconds=1)).isoformat(
        timespec="microseconds"
    )
