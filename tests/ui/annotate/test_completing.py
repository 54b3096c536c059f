"""A name typed once is offered the next time somebody begins to type it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven


def name_field(driven: Driven) -> QLineEdit:
    driven.workspace.inspect()
    more = driven.workspace.inspector.findChildren(QPushButton)
    QTest.mouseClick(
        next(button for button in more if button.accessibleName() == "More attributes"),
        Qt.MouseButton.LeftButton,
    )
    fields = driven.workspace.inspector.findChildren(QLineEdit)
    return next(field for field in fields if field.accessibleName() == "Full name")


def test_a_known_name_is_offered(driven: Driven, qtbot: QtBot) -> None:
    driven.select("Ilse Varn")
    driven.keys("E", "1")
    first = name_field(driven)
    first.setFocus()
    QTest.keyClicks(first, "Ilse Varn")
    QTest.keyClick(first, Qt.Key.Key_Return)
    driven.select("Bo Reed")
    driven.keys("E", "1")
    second = name_field(driven)
    assert second is not first
    second.setFocus()
    qtbot.waitUntil(lambda: completed(second, "varn") == "Ilse Varn")
    QTest.keyClicks(second, "varn")
    popup = second.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    ground = popup.grab().toImage().pixelColor(popup.width() - 4, popup.height() - 4)
    assert ground.name() == driven.program.window.tokens.raised
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert second.text() == "Ilse Varn"


def completed(field: QLineEdit, typed: str) -> str:
    """What the field would make of what is typed."""
    completer = field.completer()
    if completer is None:
        return ""
    completer.setCompletionPrefix(typed)
    return completer.currentCompletion()
