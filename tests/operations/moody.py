"""A plug-in that goes wrong as its texts ask for; each article that it reads is noted in a file."""

import os
import resource
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.domain.suggestion import Draft

NOTES = "MOODY_NOTES"  # the variable that names the file
ROOM = 200_000_000  # bytes that an eater may take beyond what it has

FIRST = (Span(0, 1),)
BEYOND = (Span(0, 1_000_000),)


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the plug-in known while a test lasts; returns the file of notes."""
    metadata = folder / "packages" / "moody-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Name: moody\nVersion: 1\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(
        f"[workbench.suggesters]\nmoody = {__name__}:Moody\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(metadata.parent)
    monkeypatch.setenv(NOTES, str(folder / "notes"))
    return folder / "notes"


class Moody:
    """Proposes the first letter of every text, if it comes to that."""

    name, model = "moody", "1"

    def __init__(self) -> None:
        self._notes = Path(os.environ[NOTES])

    def suggest(self, articles: Iterable[ArticleText]) -> Iterator[list[Draft]]:
        """One list of drafts an article."""
        for article in articles:
            with self._notes.open("a", encoding="utf-8") as notes:
                notes.write(f"{article.id}\n")
            for word, act in _MOODS.items():
                if word in article.text:
                    act()
            place = BEYOND if "overshoots" in article.text else FIRST
            yield [Draft("entity", "other", place, 0.5)]


def _raise() -> None:
    raise ValueError("this text\nis too much")


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_once() -> None:
    trace = Path(os.environ[NOTES]).with_suffix(".died")
    if not trace.exists():
        trace.touch()
        _die()


def _hang() -> None:
    time.sleep(3600)


def _eat() -> None:
    """Take memory until the system gives none."""
    taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = taken * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    eaten = []
    while True:
        eaten.append(bytearray(10_000_000))


def _dawdle() -> None:
    time.sleep(0.01)


_MOODS: Mapping[str, Callable[[], None]] = {
    "raises": _raise,
    "dies whenever": _die,
    "dies once": _die_once,
    "hangs": _hang,
    "eats": _eat,
    "dawdles": _dawdle,
}
