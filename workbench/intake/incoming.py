"""One file on its way in: its bytes, and what is refused before anybody looks inside.

The size is asked for before a byte is read, and only plain files are opened: a pipe among the
articles would wait for ever.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.errors import UserError

MAX_BYTES = 50_000_000
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """What a person may say about incoming files; empty leaves it to be found out.

    `encoding` is that of text files, `language` an ISO 639-1 code, `max_bytes` the limit a file;
    files are read as if their names ended in `suffix`. `columns` say which field the columns of a
    table are, or the keys of a line; `names` is a pattern for what the names of files say.
    """

    encoding: str = ""
    language: str = ""
    max_bytes: int = MAX_BYTES
    suffix: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    names: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was read whole: its name, bytes and their sha256."""

    name: str
    suffix: str
    data: bytes
    hash: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found of one article, before its text is made canonical.

    `title` is one that the file gives apart from the text or marks as such; `notes` are keys of
    `messages`, like those of `Document`.
    """

    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    encoding: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    id: str = ""


def load(path: Path, suffix: str) -> Incoming:
    """Read a file that passed `check_file`; raises `UserError` where it is unreadable or empty."""
    with _told_if_unreadable():
        data = path.read_bytes()
    return incoming_of(_name(path), suffix, data)


def incoming_of(name: str, suffix: str, data: bytes) -> Incoming:
    """Bytes that were read, from a file or out of an archive; raises `UserError` for none."""
    if not data:
        raise UserError("intake.empty")
    return Incoming(name, suffix, data, hashlib.sha256(data).hexdigest())


def check_readable(path: Path) -> None:
    """Refuse, with a `UserError`, a file that may not be opened."""
    with _told_if_unreadable():
        path.open("rb").close()


@contextmanager
def _told_if_unreadable() -> Iterator[None]:
    """Say of a file that cannot be read why that is."""
    try:
        yield
    except OSError as error:
        raise UserError("intake.unreadable", reason=error.strerror or str(error)) from error


def _name(path: Path) -> str:
    """The name of a file as text; bytes that are none show as �."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def is_special(path: Path) -> bool:
    """Whether a path is neither a plain file nor a folder: a pipe, a device."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # whoever reads it will say why it cannot be
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def check_file(path: Path, limit: int) -> None:
    """Refuse, with a `UserError`, what is no plain file of at most `limit` bytes."""
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise UserError("intake.missing") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError("intake.unreadable", reason=reason) from error
    if not stat.S_ISREG(status.st_mode):
        raise UserError("intake.not_a_file")
    check_size(status.st_size, limit)


def check_size(size: int, limit: int) -> None:
    """Refuse, with a `UserError`, more bytes than the limit."""
    if size > limit:
        raise UserError(
            "intake.too_large",
            megabytes=f"{size / MEGABYTE:.1f}",
            limit=f"{limit / MEGABYTE:g}",
        )
