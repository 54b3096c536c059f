"""One file of every schema version that was ever released opens, whole and undoable."""

import shutil
from pathlib import Path

import pytest

from workbench.store import people
from workbench.store.checking import check
from workbench.store.opening import open_project
from workbench.store.upgrading import CURRENT

RELEASED = Path(__file__).parent / "released"
FILES = sorted(RELEASED.glob("v*.workbench"))


def test_every_version_up_to_the_present_has_a_file() -> None:
    assert [path.stem for path in FILES] == [f"v{n}" for n in range(1, CURRENT.version + 1)]


@pytest.mark.parametrize("released", FILES, ids=lambda path: path.stem)
def test_a_released_file_opens_with_every_row(released: Path, tmp_path: Path) -> None:
    path = tmp_path / released.name
    shutil.copy(released, path)
    project = open_project(path, backups=tmp_path / "backups")
    assert check(project) == []
    ann, bo = people.annotators(project)
    assert project.next_step(ann.id, "undo") is not None
    assert project.next_step(bo.id, "redo") is not None
    project.turn(bo.id, "redo")
    project.close()
