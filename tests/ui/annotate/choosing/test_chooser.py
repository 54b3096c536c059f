"""The tag chooser stands beside what it is about, and hears the mouse."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import small_scheme
from workbench.domain.scheme import Label, Layer
from workbench.ui.annotate.choosing.choice_row import ChoiceRow
from workbench.ui.annotate.choosing.chooser import Chooser, beside
from workbench.ui.annotate.choosing.keys import for_label

INSIDE = QRect(0, 0, 800, 600)
LONG = "A rule <b>with</b> many words, which needs more than one line to be read as a whole. " * 3
LAYER = Layer(
    "entity",
    "entity",
    "e",
    "the name alone",
    (Label("person", "person", "1", "#335577", LONG), Label("place", "sea & land", "2", "#775533")),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window


def put_up(chooser: Chooser, anchor: QRect) -> None:
    """Bring the filled chooser into sight, as the workspace does."""
    chooser.place(anchor, INSIDE)
    chooser.show()


def row(chooser: Chooser, name: str) -> QAbstractButton:
    """The row in sight with that accessible name."""
    buttons = chooser.findChildren(QAbstractButton)
    (button,) = (b for b in buttons if b.isVisible() and b.accessibleName() == name)
    return button


def said(chooser: Chooser) -> QLabel:
    """The text below the rows."""
    below = (label for label in chooser.findChildren(QLabel) if label.property("role") == "muted")
    (label,) = (label for label in below if label.isVisible())
    return label


def point_at(window: QWidget, chooser: Chooser, name: str) -> None:
    """Move the mouse over a row."""
    button = row(chooser, name)
    QTest.mouseMove(window.windowHandle(), button.mapTo(window, button.rect().center()))


@given(top=st.integers(0, 570), left=st.integers(0, 780), height=st.integers(40, 280))
def test_the_chooser_never_covers_its_anchor(top: int, left: int, height: int) -> None:
    anchor = QRect(left, top, 15, 25)
    size = QSize(300, height)
    box = QRect(beside(anchor, INSIDE, size), size)
    assert not box.intersects(anchor)
    assert (box.left(), box.right()) >= (0, 0)
    assert box.right() <= INSIDE.right()


def test_a_click_on_a_label_chooses_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    chooser = Chooser(window)
    window.show()
    chooser.show_question(for_label(small_scheme().layer("claim")))
    chooser.place(QRect(10, 10, 50, 20), INSIDE)
    chooser.show()
    (button,) = (b for b in chooser.findChildren(QAbstractButton) if b.isVisible())
    with qtbot.waitSignal(chooser.choice_made) as chosen:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args is not None
    assert chosen.args[0].value == "factual"
    assert not chooser.hasFocus()


def test_a_click_on_a_layer_chooses_it(qtbot: QtBot, window: QWidget) -> None:
    chooser = Chooser(window)
    chooser.show_layers(small_scheme(), "")
    put_up(chooser, QRect(10, 10, 50, 20))
    claim = row(chooser, "claim")
    assert isinstance(claim, ChoiceRow)
    assert (claim.key(), claim.text()) == ("C", "claim")
    with qtbot.waitSignal(chooser.layer_chosen) as chosen:
        QTest.mouseClick(row(chooser, "claim"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["claim"]


def test_the_label_used_last_is_named(window: QWidget) -> None:
    chooser = Chooser(window)
    chooser.show_layers(small_scheme(), "person")
    put_up(chooser, QRect(10, 10, 50, 20))
    assert said(chooser).text() == "Space: person again"


def test_the_label_pointed_at_shows_its_whole_guideline_in_place(
    qtbot: QtBot, window: QWidget
) -> None:
    chooser = Chooser(window)
    chooser.show_question(for_label(LAYER))
    put_up(chooser, QRect(10, 560, 50, 20))
    before = chooser.geometry()
    assert said(chooser).text() == LAYER.span_rule
    point_at(window, chooser, "person")
    qtbot.waitUntil(lambda: said(chooser).text() == LONG)
    label = said(chooser)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.height() >= label.heightForWidth(label.width())
    assert chooser.geometry() == before
    point_at(window, chooser, "sea & land")
    qtbot.waitUntil(lambda: said(chooser).text() == LAYER.span_rule)
    point_at(window, chooser, "person")
    QTest.mouseMove(window.windowHandle(), QPoint(700, 20))
    qtbot.waitUntil(lambda: said(chooser).text() == LAYER.span_rule)


def test_the_focus_stays_where_it_was(window: QWidget) -> None:
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    chooser = Chooser(window)
    chooser.show_question(for_label(LAYER))
    put_up(chooser, QRect(10, 100, 50, 20))
    QTest.mouseClick(row(chooser, "person"), Qt.MouseButton.LeftButton)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is line


def test_filled_anew_it_holds_its_new_rows_alone(window: QWidget) -> None:
    chooser = Chooser(window)
    chooser.show_layers(small_scheme(), "")
    put_up(chooser, QRect(10, 10, 50, 20))
    chooser.show_question(for_label(LAYER))
    put_up(chooser, QRect(10, 10, 50, 20))
    rows = [b for b in chooser.findChildren(QAbstractButton) if b.isVisible()]
    assert [button.accessibleName() for button in rows] == ["person", "sea & land"]
    assert all(chooser.rect().contains(button.geometry()) for button in rows)


def test_what_is_offered_again_is_there_still_and_what_is_not_goes(window: QWidget) -> None:
    chooser = Chooser(window)
    chooser.show_layers(small_scheme(), "")
    put_up(chooser, QRect(10, 10, 50, 20))
    claim, size = row(chooser, "claim"), chooser.size()
    chooser.show_question(for_label(LAYER))
    put_up(chooser, QRect(10, 10, 50, 20))
    assert chooser.size() != size
    chooser.show_layers(small_scheme(), "")
    put_up(chooser, QRect(10, 10, 50, 20))
    assert row(chooser, "claim") is claim
    assert chooser.size() == size
    for number in range(40):
        chooser.show_question(replace(for_label(LAYER), name=f"{number}"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(chooser.findChildren(ChoiceRow)) < 40
