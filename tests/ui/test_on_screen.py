"""No window begins larger than its screen, whatever it would like to have."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.on_screen import begin_with


def test_a_window_begins_as_large_as_it_likes_where_there_is_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    begin_with(window, 300, 200)
    assert (window.width(), window.height()) == (300, 200)


def test_a_window_begins_no_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    begin_with(window, 100_000, 200)
    assert window.width() < window.screen().availableSize().width()
    assert window.height() == 200
