"""A long list that is dressed anew: its rows are gone through once, when somebody looks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.long_list import LongList, LongModel

ROWS = 2_000
ASKED = 3 * ROWS  # more than Qt asks while it lays all rows out once, and less than twice


class Counted(QAbstractListModel):
    """Rows that note how often the view asks how many they are, as it does at each it lays out."""

    asked = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """How many rows there are, which is counted as a question."""
        self.asked += 1
        return 0 if parent.isValid() else ROWS

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A row's words."""
        return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def listed(qtbot: QtBot) -> Iterator[tuple[LongList, Counted]]:
    """A list in sight, deep in a window as the program's are."""
    top = widget = QWidget()
    qtbot.addWidget(top)
    for _ in range(4):
        widget = QWidget(widget)
    view, model = LongList(widget), Counted()
    view.setModel(model)
    view.resize(200, 300)
    with qtbot.waitExposed(top):
        top.show()
    yield view, model
    _dress("")


def _dress(sheet: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet(sheet)


def test_a_new_style_goes_through_the_rows_once_and_only_in_sight(
    qtbot: QtBot, listed: tuple[LongList, Counted]
) -> None:
    view, model = listed
    _dress("* { color: red; }")
    model.asked = 0
    _dress("* { color: blue; }")
    assert model.asked < ROWS  # not yet
    qtbot.waitUntil(lambda: model.asked >= ROWS)
    assert model.asked < ASKED
    view.hide()
    model.asked = 0
    _dress("* { color: green; }")
    QApplication.processEvents()
    assert model.asked < ROWS


def test_rows_have_the_height_that_the_last_style_gives_them(
    qtbot: QtBot, listed: tuple[LongList, Counted]
) -> None:
    view, model = listed
    _dress("QListView::item { height: 50px; }")
    qtbot.waitUntil(lambda: view.visualRect(model.index(1)).top() == 50)
    view.hide()
    _dress("QListView::item { height: 70px; }")
    view.show()
    assert view.visualRect(model.index(1)).top() == 70
    assert view.indexAt(QPoint(5, 75)).row() == 1


class Named(LongModel):
    """Rows that are counted by Qt, and named here."""

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A row's words."""
        return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


def test_rows_that_qt_counts_are_as_many_as_were_said_and_the_last_is_a_key_away(
    qtbot: QtBot,
) -> None:
    view = LongList()
    qtbot.addWidget(view)
    model = Named(view)
    view.setModel(model)
    with qtbot.waitExposed(view):
        view.show()
    model.show_rows(ROWS)
    view.setCurrentIndex(model.index(0))
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().data() == f"row {ROWS - 1}"
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    assert not view.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable
