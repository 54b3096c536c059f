"""Tasks that the tests of workers run in real processes."""

import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from workbench.domain.errors import UserError

_kept: list[int] = []


def count(limit: int) -> Iterator[int]:
    """Numbers up to a limit."""
    yield from range(limit)


def double_all(factor: int, numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Each number with its multiple."""
    for number in numbers:
        yield number, number * factor


def remember(number: int) -> Iterator[list[int]]:
    """All numbers that this process was ever given."""
    _kept.append(number)
    yield list(_kept)


def modules() -> Iterator[list[str]]:
    """The modules that this process has loaded."""
    yield sorted(sys.modules)


def refuse() -> Iterator[object]:
    """One value, then what a user can mend."""
    yield 1
    raise UserError("domain.span_empty", start=3, end=3)


def fail() -> Iterator[object]:
    """One value, then a bug."""
    yield 1
    raise ZeroDivisionError("planted bug")


def unpicklable() -> Iterator[object]:
    """A value that cannot travel."""
    yield lambda: None


def exit_at_once(code: int) -> Iterator[object]:
    """One value, then the end of the process."""
    yield 1
    os._exit(code)


def exit_before_all(code: int) -> Iterator[object]:
    """The end of the process, before any value."""
    os._exit(code)
    yield


def readiness_to_go() -> Iterator[int]:
    """How readily the system would end this process where memory is short."""
    yield int(Path("/proc/self/oom_score_adj").read_text())


def niceness() -> Iterator[int]:
    """How far this process gives way to others."""
    yield os.nice(0)


def threads_of_a_product() -> Iterator[int]:
    """How many threads this process has once it has multiplied large matrices."""
    import numpy as np  # noqa: PLC0415 - only this task needs it

    matrix = np.ones((1000, 1000))
    matrix @ matrix
    yield len(list(Path("/proc/self/task").iterdir()))


def kill_itself() -> Iterator[object]:
    """One value, then the hardest end of the process."""
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)


def die_on(bad: int, numbers: list[int]) -> Iterator[int]:
    """The numbers, but the bad one ends the process."""
    for number in numbers:
        if number == bad:
            os._exit(9)
        yield number


def out_of_memory() -> Iterator[object]:
    """One value, then no memory."""
    yield 1
    raise MemoryError


def endless() -> Iterator[int]:
    """Numbers for ever."""
    number = 0
    while True:
        yield number
        number += 1


def hang() -> Iterator[int]:
    """One value, then a computation that never comes to another."""
    yield os.getpid()
    while True:
        time.sleep(3600)


def interrupt_itself() -> Iterator[str]:
    """What Ctrl+C does to the process."""
    os.kill(os.getpid(), signal.SIGINT)
    yield "went on"


def open_socket(family: str) -> Iterator[str]:
    """Whether a socket of the family can be made."""
    socket.socket(getattr(socket, family)).close()
    yield "opened"


def fill_the_pipe(path: str) -> Iterator[bytes]:
    """Large values, each noted in a file as it is made."""
    for number in range(1000):
        with open(path, "a") as notes:  # noqa: PTH123
            notes.write(f"{number}\n")
        yield bytes(1_000_000)


def echo(content: bytes) -> Iterator[bytes]:
    """What was given."""
    yield content


def docs(path: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each document of a DocBin: its text, and the words of each span group."""
    import spacy  # noqa: PLC0415 - only this task needs it
    from spacy.tokens import DocBin  # noqa: PLC0415

    for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab):
        yield doc.text, {layer: [span.text for span in doc.spans[layer]] for layer in doc.spans}
