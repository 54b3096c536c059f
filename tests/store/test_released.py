"""One file of every schema version that was ever released opens, whole, searchable, undoable."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from workbench.domain.terms import Term
from workbench.store import full_text, people
from workbench.store.checking import check
from workbench.store.opening import open_project
from workbench.store.project import Project
from workbench.store.upgrading import CURRENT

RELEASED = Path(__file__).parent / "released"
FILES = sorted(RELEASED.glob("v*.workbench"))


def counts(path: Path) -> dict[str, int]:
    """The rows of every table with people's work in it."""
    derived = "full_text%"
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE ?"
    with closing(sqlite3.connect(path)) as connection:
        names = {row[0] for row in connection.execute(query, (derived,))}
        return {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in names - {"copy", "indexed_text", "text_likeness"}
        }


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a released file."""
    return Path(shutil.copy(request.param, tmp_path))


def opened(path: Path) -> Project:
    return open_project(path, backups=path.parent / "backups")


def test_every_version_up_to_the_present_has_a_file() -> None:
    assert [path.stem for path in FILES] == [f"v{n}" for n in range(1, CURRENT.version + 1)]


def test_a_released_file_opens_with_every_row(released: Path) -> None:
    before = counts(released)
    project = opened(released)
    assert check(project) == []
    project.close()
    after = counts(released)
    assert {name: after[name] for name in before} == before
    # A table that the version did not know yet has nothing to hold.
    assert not any(after[name] for name in after.keys() - before.keys())


def test_the_acts_in_a_released_file_can_still_be_turned(released: Path) -> None:
    project = opened(released)
    ann, bo = people.annotators(project)
    project.turn(bo.id, "redo")
    while project.next_step(ann.id, "undo") is not None:
        project.turn(ann.id, "undo")
    assert check(project) == []
    project.close()


def test_the_texts_of_a_released_file_can_be_searched(released: Path) -> None:
    project = opened(released)
    full_text.index(project, full_text.pending(project))
    assert len(full_text.find(project, [Term("harbour")])) == 1
    project.close()
