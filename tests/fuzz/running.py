"""Hostile files by the thousand, in a process that may crash, hang or run out of memory.

Each input is a change of one that is kept, or of one that led to an outcome not met before, so that
the search goes on from what goes further. The process says which input it begins; where it says
nothing for too long it is ended, and the input that it was at is the finding. No coverage leads the
search, since most of what reads here is compiled and would have to be built anew for that.
"""

import hashlib
import multiprocessing
import os
import shutil
import tempfile
import time
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from random import Random

from tests.fuzz.judging import SECONDS, Verdict, bound_memory, judged
from tests.fuzz.readers import BY_NAME, Reader

_HUNG = 3 * SECONDS  # of computing in silence
_PATIENCE = 10  # times as long for a process that waits: the machine may be busy with others
_MOST_KEPT = 300
_SHM = Path("/dev/shm")  # noqa: S108 - a folder of our own is made there, where there is one
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(slots=True)
class Figures:
    """What was seen of a reader."""

    reader: str
    executions: int = 0
    seconds: float = 0.0
    outcomes: set[tuple[str, ...]] = field(default_factory=set)
    findings: dict[str, str] = field(default_factory=dict)


def inputs(reader: Reader, *, first: int, seed: int) -> Generator[bytes, bool, None]:
    """Inputs without an end, from the one of a number on; `send` says which lead on."""
    corpus = reader.corpus()
    kept: list[bytes] = []
    number = first
    while True:
        random = Random(f"{seed} {reader.name} {number}")  # noqa: S311 - chance, and no secret
        base = random.choice(kept) if kept and random.randrange(3) == 0 else random.choice(corpus)
        data = reader.change(base, random)
        if (yield data) and len(kept) < _MOST_KEPT:
            kept.append(data)
        number += 1


def fuzz(reader: Reader, *, executions: int, seed: int, out: Path) -> Figures:
    """Read as many hostile files as are wanted; what does harm is written to the folder `out`."""
    figures = Figures(reader.name)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=_SHM if _SHM.is_dir() else None) as folder:
        while figures.executions < executions:
            _attempt(figures, executions, seed, Path(folder), out)
    figures.seconds = time.monotonic() - began
    return figures


def _attempt(figures: Figures, executions: int, seed: int, folder: Path, out: Path) -> None:
    """Let a process read until it is done or lost."""
    here, there = _SPAWN.Pipe(duplex=False)
    args = (figures.reader, figures.executions, executions)
    more = {"seed": seed, "folder": folder, "parent": there}
    process = _SPAWN.Process(target=_serve, args=args, kwargs=more, daemon=True)
    process.start()
    there.close()
    try:
        while _speaks(process, here):
            _note(figures, here.recv(), out)
        process.kill()
        _keep(figures, _last(folder), f"no end after {_HUNG} seconds of computing", out)
        figures.executions += 1
    except EOFError:
        process.join()
        if process.exitcode:
            _keep(figures, _last(folder), f"the process ended: {process.exitcode}", out)
            figures.executions += 1
    finally:
        process.kill()
        process.join()
        here.close()


def _speaks(process: SpawnProcess, here: Connection) -> bool:
    """Wait for a word of a process; False once it has computed or waited for too long."""
    begun = _computed(process)
    for _ in range(_PATIENCE):
        if here.poll(_HUNG):
            return True
        if _computed(process) - begun >= _HUNG:
            return False
    return False


def _computed(process: SpawnProcess) -> float:
    """Seconds that a process has computed; where the system does not say, those it had for that."""
    with suppress(OSError):
        said = Path(f"/proc/{process.pid}/stat").read_text(errors="replace").rpartition(")")[2]
        return sum(map(int, said.split()[11:13])) / os.sysconf("SC_CLK_TCK")
    return time.monotonic()


def _note(figures: Figures, message: tuple[int, Verdict | None, bytes], out: Path) -> None:
    """Take down how far the process is, and what it found."""
    figures.executions, verdict, data = message
    if verdict is None:
        return
    figures.outcomes.add(verdict.outcome)
    if verdict.finding:
        _keep(figures, data, verdict.finding, out)


def _keep(figures: Figures, data: bytes, finding: str, out: Path) -> None:
    """Write a finding down once, however many inputs lead to it."""
    *_, last = finding.strip().splitlines()
    places = [line for line in finding.splitlines() if line.lstrip().startswith("File ")]
    key = "\n".join((*places[-1:], last[:60] if not places else last.partition(":")[0]))
    if key in figures.findings:
        return
    figures.findings[key] = finding
    name = hashlib.sha256(data).hexdigest()[:16]
    folder = out / figures.reader
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    (folder / f"{name}.why").write_text(finding, encoding="utf-8")


def _last(folder: Path) -> bytes:
    """The input that a lost process was at."""
    path = folder / "last"
    return path.read_bytes() if path.exists() else b""


# --- in the child


def _serve(
    name: str, first: int, executions: int, *, seed: int, folder: Path, parent: Connection
) -> None:
    """Read inputs until there were enough, and tell of all that lead somewhere new."""
    reader = BY_NAME[name]
    own = folder / "own"
    judged(reader, reader.corpus()[0], own / "input")  # loads what the reader needs
    bound_memory()
    shutil.rmtree(own)
    stream = inputs(reader, first=first, seed=seed)
    outcomes: set[tuple[str, ...]] = set()
    data = next(stream)
    told = time.monotonic()
    for number in range(first + 1, executions + 1):
        (folder / "last").write_bytes(data)
        verdict = judged(reader, data, own / "input")
        is_new = verdict.outcome not in outcomes
        outcomes.add(verdict.outcome)
        if is_new or verdict.finding:
            parent.send((number, verdict, data))
        elif time.monotonic() - told > 1 or number == executions:
            parent.send((number, None, b""))
            told = time.monotonic()
        data = stream.send(is_new)
