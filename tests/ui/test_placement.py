"""The window comes back where it was, with its panels as wide as they were."""

from pathlib import Path

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import drive, open_again
from workbench.settings.folders import find_folders
from workbench.settings.settings import Settings, settings_file, write_settings


def test_size_and_panels_outlast_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive(qtbot, tmp_path)
    driven.program.window.resize(790, 700)
    driven.workspace.splitter.setSizes([240, 270, 278])
    widths = driven.workspace.splitter.sizes()
    driven.close()
    again = open_again(qtbot, tmp_path / "p.workbench", size=None)
    assert again.program.window.size() == QSize(790, 700)
    assert again.workspace.splitter.sizes() == widths
    again.close()


def test_what_is_no_place_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    write_settings(Settings(window="no such thing"), settings_file(find_folders().made().config))
    driven = drive(qtbot, tmp_path)
    assert driven.program.window.isVisible()
    driven.close()
