"""The palette finds a command by its words and carries it out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.commands import COMMANDS
from workbench.ui.palette import Palette

Key = Qt.Key


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    palette = Palette(window)
    palette.offer(COMMANDS, {"undo": ("Ctrl+B",)})
    return palette


def rows(palette: Palette) -> list[list[str]]:
    tree = palette.findChild(QTreeWidget)
    assert tree is not None
    found = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return [[row.text(0), row.text(1), row.text(2)] for row in found if row is not None]


def line(palette: Palette) -> QLineEdit:
    found = palette.findChild(QLineEdit)
    assert found is not None
    return found


def test_all_commands_stand_there_with_menu_and_keys(palette: Palette) -> None:
    assert len(rows(palette)) == len(COMMANDS)
    assert ["Undo", "Edit", "Ctrl+B"] in rows(palette)


def test_words_in_any_order_narrow_the_list_and_a_beginning_wins(palette: Palette) -> None:
    QTest.keyClicks(line(palette), "suggestion next")
    assert [row[0] for row in rows(palette)] == ["Next suggestion"]
    line(palette).clear()
    QTest.keyClicks(line(palette), "note")
    assert rows(palette)[0][0] == "Note"


def test_return_says_the_row_that_the_arrows_reached(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(line(palette), "annotation")
    QTest.keyClick(line(palette), Key.Key_Down)
    expected = rows(palette)[1][0]
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(line(palette), Key.Key_Return)
    (command,) = (c for c in COMMANDS if c.shown() == expected)
    assert chosen.args == [command.id]
    assert not palette.isVisible()


def test_nothing_that_fits_says_nothing(palette: Palette) -> None:
    said: list[str] = []
    palette.chosen.connect(said.append)
    QTest.keyClicks(line(palette), "xyzzy")
    QTest.keyClick(line(palette), Key.Key_Return)
    assert said == []
