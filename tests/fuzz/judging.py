"""One hostile file read, and what is wrong with how that went.

A file is read or refused with a sentence. Anything else is a finding: another exception, more time
or memory than any file is worth, a file touched outside the folder of the input, a connection, a
program started, an object made out of a pickle.
"""

import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from tests.fuzz.readers import Reader, placed

SECONDS = 10  # of computing that reading a file of at most a megabyte may take
MEMORY = 2_000_000_000  # bytes that reading one may take beside what the program takes by itself
_FORBIDDEN = (
    *("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"),
    *("subprocess.", "os.system", "os.exec", "os.posix_spawn", "pickle."),
)
_CHANGES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an input: the keys of its refusals, and what is wrong, if anything is."""

    outcome: tuple[str, ...]
    finding: str = ""


class _Watch:
    """Hears what the process asks of the system while an input is read."""

    def __init__(self) -> None:
        self.folder = ""
        self.heard: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: tuple[object, ...]) -> None:
        if not self.folder:
            return
        if event.startswith(_FORBIDDEN) or (event == "open" and self._is_outside(args)):
            self.heard.append(f"{event} {args}")

    def _is_outside(self, args: tuple[object, ...]) -> bool:
        """Whether a file is opened to be written that is not in the folder."""
        path, _, flags = args
        if not isinstance(path, str | bytes) or not isinstance(flags, int):
            return False
        name = os.fsdecode(path)
        own = name.startswith(self.folder) or name == os.devnull
        return bool(flags & _CHANGES) and not own


_WATCH = _Watch()


def judged(reader: Reader, data: bytes, folder: Path) -> Verdict:
    """What becomes of an input in a folder that is emptied for it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = placed(data, reader.suffix, folder)
    keys: set[str] = set()
    try:
        with _watched(folder), _limited():
            for refusal in reader.refusals(path):
                keys.add(refusal.key)
                if not _is_sentence(str(refusal)):
                    return Verdict((refusal.key,), f"no sentence: {refusal}")
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return Verdict((type(error).__name__,), traceback.format_exc())
    return Verdict(tuple(sorted(keys)), "; ".join((*_WATCH.heard, *_escaped(folder))))


def _is_sentence(text: str) -> bool:
    return text.strip().endswith((".", "…", "?", ".)"))


@contextmanager
def _watched(folder: Path) -> Iterator[None]:
    """Hear what is asked of the system meanwhile."""
    _WATCH.heard.clear()
    _WATCH.folder, tempfile.tempdir = str(folder), str(folder)
    try:
        yield
    finally:
        _WATCH.folder, tempfile.tempdir = "", None


@contextmanager
def _limited() -> Iterator[None]:
    """Stop what computes too long; what hangs in foreign code, or waits, the parent has to end."""
    before = signal.signal(signal.SIGPROF, _on_alarm)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _on_alarm(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"no end after {SECONDS} seconds")


def bound_memory() -> None:
    """Let this process take no more memory than any file is worth, from here on."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _escaped(folder: Path) -> list[str]:
    """Names that stand beside the folder of the input, where nothing may be written."""
    beside = sorted(set(os.listdir(folder.parent)) - {folder.name})  # noqa: PTH208 - names alone
    return [f"written outside: {name}" for name in beside]
