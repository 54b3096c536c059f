"""Keys are found, changed, refused where another command has them, and given back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workbench.ui.keys_sheet import KeysSheet

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[KeysSheet]:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = KeysSheet({}, window)
    with qtbot.waitExposed(sheet):
        sheet.show()
    yield sheet
    sheet.close()


def rows(sheet: KeysSheet) -> Iterator[QTreeWidgetItem]:
    tree = sheet.findChild(QTreeWidget)
    assert tree is not None
    for place in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(place)
        assert group is not None
        yield from (child for n in range(group.childCount()) if (child := group.child(n)))


def take(sheet: KeysSheet, text: str) -> QTreeWidgetItem:
    """Take a command's row in hand."""
    (row,) = (row for row in rows(sheet) if row.text(0) == text)
    tree = sheet.findChild(QTreeWidget)
    assert tree is not None
    tree.setCurrentItem(row)
    return row


def press(sheet: KeysSheet, key: Qt.Key, held: Qt.KeyboardModifier, button: str) -> None:
    edit = sheet.findChild(QKeySequenceEdit)
    assert edit is not None
    if button == "Set":
        edit.clear()
        QTest.keyClick(edit, key, held)
    (pressed,) = (b for b in sheet.findChildren(QPushButton) if b.text() == button)
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)


def test_a_key_is_changed_and_given_back(sheet: KeysSheet) -> None:
    said: list[dict[str, tuple[str, ...]]] = []
    sheet.changed.connect(said.append)
    row = take(sheet, "Next annotation")
    press(sheet, Qt.Key.Key_B, CTRL, "Set")
    assert row.text(1) == "Ctrl+B"
    press(sheet, Qt.Key.Key_B, CTRL, "Reset")
    assert row.text(1) == "N"
    assert said == [{"next_annotation": ("Ctrl+B",)}, {}]


def test_a_key_of_another_command_is_refused_by_name(sheet: KeysSheet) -> None:
    said: list[object] = []
    sheet.changed.connect(said.append)
    row = take(sheet, "Next annotation")
    press(sheet, Qt.Key.Key_Z, CTRL, "Set")
    assert row.text(1) == "N"
    assert any("Undo" in label.text() for label in sheet.findChildren(QLabel))
    assert said == []


def test_words_find_commands_and_keys(sheet: KeysSheet) -> None:
    search = next(x for x in sheet.findChildren(QLineEdit) if "Search" in x.accessibleName())
    QTest.keyClicks(search, "z")
    keyed = [row.text(0) for row in rows(sheet) if "Z" in row.text(1)]
    assert keyed == ["Undo", "Redo"]
    QTest.keyClicks(search, "zz")
    assert list(rows(sheet)) == []


def test_what_hands_do_in_the_text_is_listed_but_has_no_key_to_change(sheet: KeysSheet) -> None:
    search = next(x for x in sheet.findChildren(QLineEdit) if "Search" in x.accessibleName())
    QTest.keyClicks(search, "drag relation")
    assert [row.text(1) for row in rows(sheet)] == ["Ctrl, and drag from mark to mark"]
    take(sheet, "Draw a relation")
    edit = sheet.findChild(QKeySequenceEdit)
    assert edit is not None
    assert not edit.isEnabled()
