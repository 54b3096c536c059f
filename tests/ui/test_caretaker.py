"""In a quiet moment everything lies in the one file."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_person, small_scheme
from workbench.store.opening import create_project
from workbench.ui import caretaker
from workbench.ui.caretaker import Caretaker


def test_the_log_moves_into_the_file_when_nobody_writes(qtbot: QtBot, tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.workbench", small_scheme())
    log = tmp_path / "a.workbench-wal"
    parent = QObject()
    keeper = Caretaker(project, parent)
    add_person(project, "ann")
    assert log.stat().st_size > 0
    keeper.changed()
    qtbot.waitUntil(lambda: log.stat().st_size == 0, timeout=caretaker.IDLE + 5_000)
    keeper.close()
    project.close()
