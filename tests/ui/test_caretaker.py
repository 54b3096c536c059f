"""In a quiet moment what came in is indexed, and everything lies in the one file."""

from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from tests.beside import seen_beside
from tests.store.conftest import add_article, add_person, small_scheme
from workbench.operations import backups
from workbench.settings.folders import find_folders
from workbench.store import checking, compacting, full_text
from workbench.store.halting import Halt, HaltedError
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


def test_the_log_is_drained_beside_whoever_is_never_idle(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caretaker, "IDLE", 600_000)
    project = create_project(tmp_path / "a.workbench", small_scheme())
    parent = QObject()
    keeper = Caretaker(project, parent)
    add_person(project, "Annika")
    assert b"Annika" not in seen_beside(project.path)
    keeper.changed()
    qtbot.waitUntil(lambda: b"Annika" in seen_beside(project.path), timeout=5_000)
    keeper.close()
    project.close()


def test_a_backup_is_made_when_nobody_writes(qtbot: QtBot, tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.workbench", small_scheme())
    parent = QObject()
    keeper = Caretaker(project, parent)
    add_person(project, "ann")
    qtbot.waitUntil(lambda: len(backups.kept(project)) == 1, timeout=caretaker.IDLE + 5_000)
    keeper.close()
    project.close()


def test_a_backup_that_cannot_be_made_is_told_once_until_one_is_made(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(caretaker, "IDLE", 0)
    project = create_project(tmp_path / "a.workbench", small_scheme())
    parent = QObject()
    keeper = Caretaker(project, parent)
    told: list[str] = []
    keeper.unable.connect(lambda error: told.append(error.key))
    add_person(project, "ann")
    folder = find_folders().backup
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")
    for number in range(1, 4):
        keeper.changed()
        qtbot.waitUntil(lambda least=number: len(caplog.records) >= least, timeout=5_000)  # type: ignore[misc]
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert told == ["operations.no_backup"]
    folder.unlink()
    keeper.changed()
    qtbot.waitUntil(lambda: len(backups.kept(project)) == 1, timeout=5_000)
    keeper.close()
    project.close()


def test_what_came_in_is_read_into_the_index_when_nobody_writes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    project = create_project(tmp_path / "a.workbench", small_scheme())
    parent = QObject()
    keeper = Caretaker(project, parent)
    add_article(project)
    assert full_text.pending(project) != []
    qtbot.waitUntil(lambda: full_text.pending(project) == [], timeout=caretaker.IDLE + 5_000)
    keeper.close()
    project.close()


def test_the_old_journal_is_packed_when_nobody_writes(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caretaker, "IDLE", 0)
    monkeypatch.setattr(compacting, "LATEST", 2)
    monkeypatch.setattr(compacting, "TOGETHER", 500)
    project = create_project(tmp_path / "a.workbench", small_scheme())
    for number in range(20):
        add_person(project, f"annotator {number}")
    parent = QObject()
    keeper = Caretaker(project, parent)
    qtbot.waitUntil(lambda: compacting.count_old(project) < 5, timeout=5_000)
    keeper.close()
    assert checking.check(project) == []
    project.close()


def test_closing_does_not_wait_until_everything_is_read(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.workbench", small_scheme())
    for number in range(200):
        add_article(project, f"harbour {number} " * 100)
    parent = QObject()
    keeper = Caretaker(project, parent)
    keeper._on_idle()
    keeper.close()
    assert full_text.pending(project) != []
    project.close()


def test_what_was_done_is_backed_up_at_the_end_and_a_look_is_not(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.workbench", small_scheme())
    parent = QObject()
    Caretaker(project, parent).close()
    assert backups.kept(project) == []
    keeper = Caretaker(project, parent)
    add_person(project, "ann")
    keeper.changed()
    keeper.close()
    assert len(backups.kept(project)) == 1
    project.close()


def test_a_window_waits_for_no_backup_of_a_large_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caretaker, "QUICK", 1_000)
    project = create_project(tmp_path / "a.workbench", small_scheme())
    parent = QObject()
    keeper = Caretaker(project, parent)
    add_person(project, "ann")
    keeper.changed()
    keeper.close()
    assert backups.kept(project) == []
    project.close()


def test_a_window_waits_for_no_backup_that_an_act_on_a_large_project_began_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caretaker, "QUICK", 0)
    project = create_project(tmp_path / "a.workbench", small_scheme())
    parent = QObject()
    keeper = Caretaker(project, parent)
    project.beside(_until_halted)
    keeper.close()
    project.close()


def _until_halted(_: Connection, halt: Halt) -> None:
    with suppress(HaltedError):
        while True:
            halt.heed()
