"""What a style is told of the parts of a window that go."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from workbench.ui.farewell import part_with
from workbench.ui.theme import LIGHT, stylesheet

KNOWN = Qt.WidgetAttribute.WA_StyleSheet  # to the style, which hears of its end


def test_the_style_forgets_what_was_never_shown_and_hears_of_the_rest(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet(LIGHT))
    frame = QFrame(window)
    window.setCentralWidget(frame)
    shown, never = QLabel("Shown", frame), QLabel("Never", frame)
    never.hide()
    window.show()
    hidden = QLabel("Later", never)
    hidden.style().unpolish(hidden)
    part_with(frame)
    assert [part.testAttribute(KNOWN) for part in (frame, shown, hidden)] == [True, True, False]
    with qtbot.waitSignal(frame.destroyed):
        pass
