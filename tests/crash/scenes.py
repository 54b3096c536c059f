"""What the command line and the window are killed over, and what may be found of it afterwards.

A merge or an upgrade is one transaction: a project is as it was before or as it is after, row by
row in number, and nothing between. Imports and others that go through many articles write some
whole articles at a time, as one act to undo, and may be found between two of these steps. What is
written elsewhere is there whole, or not at all. When the command is said again it comes to what it
would have come to without the kill, and no rest of the killed one lies about. Putting a backup back
alone is different: what stood there is a backup then, and saying it again puts that back.
"""

import hashlib
import importlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.crash import window
from tests.crash.corpora import make_copy, make_long, make_project, take_in, write_corpus
from tests.store.make_released import RELEASED
from workbench.__main__ import main
from workbench.operations import backups, projects
from workbench.settings.folders import find_folders
from workbench.settings.settings import Settings, settings_file, write_settings
from workbench.store import twins

# The command line loads this when it is called; what is forked has it, and is killed at work.
importlib.import_module("pydantic.type_adapter")

Counts = Mapping[str, int]

# What a file derives or keeps of itself, and what tells of acts and not of their rows.
_BESIDES = {"copy", "indexed_text", "alembic_version", twins.TABLE}
_TOLD = {"journal", "act"}
_ITSELF = {f"p.workbench{end}" for end in ("", "-wal", "-shm")}


@dataclass(frozen=True, slots=True)
class Scene:
    """A command that is killed: its words, in which {file}, {out} and {more} stand for paths.

    `steps` says that it may be found half-way, between two of its steps. In the window the words
    are the name of the command there and the files that it asks for. Where it `swaps`, saying it
    again leads back.
    """

    name: str
    words: tuple[str, ...]
    project: str = "p.workbench"
    steps: bool = False
    in_window: bool = False
    swaps: bool = False

    def set_up(self, templates: Path, folder: Path) -> None:
        """Lay out what the command works on, in a new folder."""
        folder.mkdir()
        shutil.copy(templates / self.project, folder / "p.workbench")
        for name in ("more.jsonl", "copy.workbench"):
            shutil.copy(templates / name, folder / name)
        shutil.copytree(templates / "home", folder / "home")

    def program(self, folder: Path) -> Callable[[], None]:
        """What is killed, as a program to be run on the files in a folder."""
        said = self.said(folder)
        run = window.having_done(said[0], said[1:]) if self.in_window else command(said)

        def run_at_home() -> None:
            with at_home(folder):
                run()

        return run_at_home

    def said(self, folder: Path) -> list[str]:
        """The words of the command for the files in a folder."""
        places = {"file": "p.workbench", "more": "more.jsonl", "copy": "copy.workbench"}
        paths = {name: str(folder / path) for name, path in places.items()}
        return [word.format(out=folder / "out", **paths) for word in self.words]


SCENES = (
    Scene("import", ("import", "{file}", "{more}", "--as", "ann"), steps=True),
    Scene("accept", ("accept", "{file}", "--annotator", "dora", "--as", "ann"), steps=True),
    Scene("adjudicate", ("adjudicate", "{file}", "--auto", "unanimous", "--as", "ben"), steps=True),
    Scene("merge", ("merge", "{file}", "{copy}", "--as", "ann")),
    Scene("export", ("export", "{file}", "{out}.jsonl", "--format", "jsonl")),
    Scene("export of a folder", ("export", "{file}", "{out}", "--format", "brat")),
    Scene("upgrade", ("articles", "{file}"), project="v1.workbench"),
    Scene("handout", ("handout", "{file}", "{out}.workbench", "--annotator", "ann")),
    Scene("compact", ("compact", "{file}"), project="long.workbench", steps=True),
    Scene("suggest", ("suggest", "{file}", "--as", "ann"), steps=True),
    Scene("backup", ("backups", "{file}"), "copy.workbench"),
    Scene("restore", ("backups", "{file}", "--restore", "1"), "more.workbench", swaps=True),
    Scene("import in the window", ("import_files", "{file}", "{more}"), steps=True, in_window=True),
    Scene("merge in the window", ("merge_copies", "{file}", "{copy}"), in_window=True),
    Scene("upgrade in the window", ("", "{file}"), "v1.workbench", in_window=True),
    Scene(
        "restore in the window",
        ("restore_backup", "{file}"),
        "more.workbench",
        in_window=True,
        swaps=True,
    ),
)


def make_templates(folder: Path) -> None:
    """The files that the scenes work on."""
    make_project(folder / "p.workbench")
    make_copy(folder / "p.workbench", folder / "copy.workbench")
    make_long(folder / "p.workbench", folder / "long.workbench")
    write_corpus(folder / "more.jsonl", ("carl", "ann"), numbers=range(12, 60))
    shutil.copy(RELEASED / "v1.workbench", folder)
    make_more(folder)


def make_more(folder: Path) -> None:
    """A project with more in it than in its backup, and the home where that and the person are."""
    shutil.copy(folder / "p.workbench", folder / "more.workbench")
    with at_home(folder):
        with closing(projects.open_(folder / "more.workbench")) as project:
            backups.keep(project)
        take_in(folder / "more.workbench", folder / "more.jsonl")
        write_settings(Settings(user="ann"), settings_file(find_folders().config))


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """Be at home in a folder, whose backups and settings are its own, for a while."""
    elsewhere = os.environ["WORKBENCH_HOME"]
    os.environ["WORKBENCH_HOME"] = str(folder / "home")
    try:
        yield
    finally:
        os.environ["WORKBENCH_HOME"] = elsewhere


@dataclass(frozen=True, slots=True)
class State:
    """How a folder was found: its project's rows by table, its other files by their bytes.

    And how many backups of the project are `kept`.
    """

    rows: Counts
    files: Mapping[str, str]
    kept: int

    def of_work(self) -> "State":
        """Without what only tells how often something was tried."""
        rows = {name: number for name, number in self.rows.items() if name not in _TOLD}
        return replace(self, rows=rows, kept=0)


def state_of(folder: Path) -> State:
    """How a folder is: its project must not be open."""
    project = folder / "p.workbench"
    files = {
        str(path.relative_to(folder)): _digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in _ITSELF and folder / "home" not in path.parents
    }
    return State(rows_of(project), files, len(kept_in(folder)))


def kept_in(folder: Path) -> list[Path]:
    """The backups in the home of a folder."""
    return list((folder / "home" / "backup").glob("*/*.workbench"))


def rows_of(path: Path) -> Counts:
    """The rows of every table with people's work in it."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'full_text%'"
    with closing(sqlite3.connect(path)) as connection:
        names = {row[0] for row in connection.execute(query)} - _BESIDES
        return {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in names
        }


def _digest(path: Path) -> str:
    """What is in a file; of what names times, ids or places, only that it is there."""
    if path.suffix == ".workbench" or path.name.startswith("RECEIPT"):
        return "there"
    return hashlib.sha256(path.read_bytes()).hexdigest()


def command(words: list[str]) -> Callable[[], None]:
    """The command line with those words, as a program to be run."""

    def run() -> None:
        sys.argv = ["workbench", *words]
        main()

    return run
