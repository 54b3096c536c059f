"""A program that runs in a process of its own until it ends, or until it is killed with SIGKILL.

The process is forked from one that has loaded the program already, so that a kill meets it at work
and not while it imports. It says on its standard output what it has done.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: what it had said by then, and whether somebody ended it."""

    said: str
    killed: bool
    seconds: float

    def lines(self) -> list[str]:
        """The whole lines that it said."""
        return self.said[: self.said.rfind("\n") + 1].splitlines()


def let_run(program: Callable[[], None], folder: Path) -> Ended:
    """Run a program to its end."""
    return _run(program, folder, after=None)


def kill_after(program: Callable[[], None], folder: Path, *, seconds: float) -> Ended:
    """Run a program and kill it after so many seconds, if it is not done before."""
    return _run(program, folder, after=seconds)


def kill_at_work(
    program: Callable[[], None], folder: Path, *, longest: float, chance: random.Random
) -> Ended:
    """Run a program that says "begun", and kill it at most so many seconds after that."""
    return _run(program, folder, after=chance.random() * longest, begun="begun\n")


def _run(
    program: Callable[[], None], folder: Path, *, after: float | None, begun: str = ""
) -> Ended:
    said = folder / "said"
    said.touch()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        _become(program, said)
    while begun and begun not in said.read_text() and not _has_ended(child):
        time.sleep(0.005)
    worked = time.monotonic()
    while after is not None and time.monotonic() - worked < after and not _has_ended(child):
        time.sleep(0.001)
    killed = after is not None and not _has_ended(child)
    if killed:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return Ended(said.read_text(), killed, time.monotonic() - start)


def _has_ended(child: int) -> bool:
    """Whether a child is over; it can still be waited for afterwards."""
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _become(program: Callable[[], None], said: Path) -> None:
    """Be the program, whatever comes of it, and nothing else after it."""
    out = os.open(said, os.O_WRONLY | os.O_APPEND)
    for number in (1, 2):
        os.dup2(out, number)
    code = 1
    try:
        program()
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
