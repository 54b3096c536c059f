"""Identities that stay unique when copies of a project are joined.

UUIDs of version 7 (RFC 9562) begin with the time, so that rows made one after another lie side by
side in an index; with random UUIDs every insert would touch another page. The time goes on below
the millisecond, to a quarter of a microsecond, so that the ids of one process sort as they were
made: appearances, for one, are read back in their order.
"""

import secrets
import time
from datetime import UTC, datetime

_MILLISECOND = 1_000_000  # nanoseconds


def new_id() -> str:
    """A new UUID of version 7, as 36 lower-case characters."""
    milliseconds, rest = divmod(time.time_ns(), _MILLISECOND)
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (rest << 12) // _MILLISECOND << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def now() -> str:
    """The present moment as ISO 8601 in UTC with microseconds, which sorts as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
