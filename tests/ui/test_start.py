"""The start screen offers its ways in, by mouse and by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from workbench.ui.start import StartScreen


@pytest.fixture
def start(qtbot: QtBot) -> StartScreen:
    start = StartScreen()
    qtbot.addWidget(start)
    start.resize(800, 600)
    with qtbot.waitExposed(start):
        start.show()
    return start


def shown(start: StartScreen, text: str) -> list[QPushButton]:
    """The buttons in sight with that text."""
    return [b for b in start.findChildren(QPushButton) if b.isVisible() and b.text() == text]


def button(start: StartScreen, text: str) -> QPushButton:
    """The one button in sight with that text."""
    (found,) = shown(start, text)
    return found


def flat_texts(start: StartScreen) -> list[str]:
    """What stands on the buttons of recent projects."""
    return [button.text() for button in start.findChildren(QPushButton) if button.isFlat()]


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("New project…", "new_wanted"),
        ("Open project…", "open_wanted"),
        ("Try the sample", "sample_wanted"),
    ],
)
def test_each_button_asks_for_what_it_says(
    start: StartScreen, qtbot: QtBot, text: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(start, signal)):
        QTest.mouseClick(button(start, text), Qt.MouseButton.LeftButton)


def test_a_recent_project_is_asked_for_by_its_whole_path(start: StartScreen, qtbot: QtBot) -> None:
    path = str(Path("/papers") / "sea & land.workbench")
    start.show_recent([path])
    qtbot.waitUntil(lambda: shown(start, "sea && land") != [])
    row = button(start, "sea && land")
    assert row.accessibleName() == path
    row.setFocus()
    with qtbot.waitSignal(start.recent_wanted) as wanted:
        QTest.keyClick(row, Qt.Key.Key_Space)
    assert wanted.args == [path]


def test_recent_projects_shown_anew_replace_the_old_ones(start: StartScreen, qtbot: QtBot) -> None:
    start.show_recent(["/a/one.workbench", "/a/two.workbench"])
    start.show_recent(["/a/two.workbench"])
    qtbot.waitUntil(lambda: flat_texts(start) == ["two"])


def test_a_long_name_does_not_push_the_window_wider(start: StartScreen) -> None:
    path = f"/a/{'lang' * 60}.workbench"
    start.show_recent([path])
    (button,) = (b for b in start.findChildren(QPushButton) if b.accessibleName() == path)
    assert button.sizeHint().width() < 500
