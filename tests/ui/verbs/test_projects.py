"""What opening a project of an older version does in the window, driven as a person would."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.settings.folders import find_folders
from workbench.store.opening import check_header
from workbench.store.upgrading import CURRENT
from workbench.ui.application import Program, make_window

FIRST = Path(__file__).parents[2] / "store" / "released" / "v1.workbench"


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    """The window before a project is open."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    program = make_window(app, "light")
    qtbot.addWidget(program.window)
    program.window.show()
    yield program
    program.window.close()


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A project of the first released version."""
    return Path(shutil.copy(FIRST, tmp_path / "old.workbench"))


def test_an_older_project_is_upgraded_beside_the_window_and_opened_then(
    qtbot: QtBot, program: Program, older: Path
) -> None:
    window = program.window
    program.projects.open_path(older)
    assert window.session is None
    assert window.jobs.busy()
    qtbot.waitUntil(window.progress.isVisible)
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert check_header(older) == CURRENT.version
    (backup,) = find_folders().backup.glob("old.v1.*.workbench")
    assert check_header(backup) == 1


def test_an_upgrade_that_is_cancelled_before_it_begins_leaves_the_old_file(
    qtbot: QtBot, program: Program, older: Path
) -> None:
    window = program.window
    before = older.read_bytes()
    program.projects.open_path(older)
    window.jobs.cancel("upgrade")
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=20_000)
    assert older.read_bytes() == before
    assert window.session is None
    assert not list(find_folders().backup.glob("*.part"))
