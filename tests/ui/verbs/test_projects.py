"""What opening a project does in the window that takes a while, driven as a person would.

It is an older one that is upgraded, or a large one from elsewhere that is looked through.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.operations import projects
from workbench.settings.folders import find_folders
from workbench.store import articles, held
from workbench.store.opening import check_header
from workbench.store.upgrading import CURRENT
from workbench.ui.application import Program, make_window
from workbench.ui.window import Window

RELEASED = Path(__file__).parents[2] / "store" / "released"
FIRST = RELEASED / "v1.workbench"


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


def progress_shown(window: Window) -> list[bool]:
    """Whether progress is to be seen, at each step that is told from now on."""
    told: list[bool] = []
    window.jobs.progressed.connect(lambda *_: told.append(window.progress.isVisible()))
    return told


def test_an_older_project_is_upgraded_beside_the_window_and_opened_then(
    qtbot: QtBot, program: Program, older: Path
) -> None:
    window = program.window
    told = progress_shown(window)
    program.projects.open_path(older)
    assert window.session is None
    assert window.jobs.busy()
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert told
    assert all(told)
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


@pytest.fixture
def from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that somebody sent, where every project counts as a large one."""
    monkeypatch.setattr(projects, "LARGE", 1)
    return Path(shutil.copy(RELEASED / f"v{CURRENT.version}.workbench", tmp_path / "new.workbench"))


def shown(program: Program) -> Path | None:
    """The project that the window shows."""
    session = program.window.session
    return session.project.path if session is not None else None


def test_a_large_project_from_elsewhere_is_looked_through_beside_the_window_and_shown_then(
    qtbot: QtBot, program: Program, from_elsewhere: Path, tmp_path: Path
) -> None:
    window = program.window
    with closing(
        projects.open_(Path(shutil.copy(from_elsewhere, tmp_path / "a.workbench")))
    ) as project:
        article = articles.ids(project)[-1]
    told = progress_shown(window)
    program.projects.open_path(from_elsewhere, article=article)
    assert shown(program) is None
    qtbot.waitUntil(lambda: shown(program) == from_elsewhere, timeout=20_000)
    assert told
    assert all(told)
    assert window.session is not None
    assert window.session.article == article


def test_a_project_that_is_known_here_is_shown_at_once_however_large(
    program: Program, from_elsewhere: Path
) -> None:
    projects.open_(from_elsewhere).close()
    program.projects.open_path(from_elsewhere)
    assert shown(program) == from_elsewhere


def test_who_no_longer_wants_a_project_from_elsewhere_sees_the_window_as_it_was(
    qtbot: QtBot, program: Program, from_elsewhere: Path
) -> None:
    window = program.window
    program.projects.open_path(from_elsewhere)
    window.jobs.cancel("open")
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=20_000)
    assert shown(program) is None
    assert not held.is_held(from_elsewhere)


def test_whichever_project_was_asked_for_last_is_shown(
    qtbot: QtBot, program: Program, from_elsewhere: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(from_elsewhere, tmp_path / "other.workbench"))
    seen: list[Path] = []
    program.window.session_shown.connect(lambda session: seen.append(session.project.path))
    program.projects.open_path(from_elsewhere)
    program.projects.open_path(other)
    qtbot.waitUntil(lambda: shown(program) == other, timeout=20_000)
    qtbot.waitUntil(lambda: not program.window.jobs.busy(), timeout=20_000)
    assert seen == [other]
