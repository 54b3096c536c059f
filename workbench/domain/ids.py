"""Identities that stay unique when copies of a project are joined.

UUIDs of version 7 (RFC 9562) begin with the time, so that rows made one after another lie side by
side in an index; with random UUIDs every insert would touch another page.
"""

import secrets
import time
from datetime import UTC, datetime


def new_id() -> str:
    """A new UUID of version 7, as 36 lower-case characters."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (random >> 62) << 64
    value |= 0b10 << 62 | random & (1 << 62) - 1
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def now() -> str:
    """The present moment as ISO 8601 in UTC with microseconds, which sorts as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
