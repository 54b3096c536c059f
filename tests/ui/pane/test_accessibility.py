"""What a screen reader gets from the pane."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.ui.pane.reading_pane import ReadingPane

TEXT = "One 😀 two.\nThree \U00020000 four."


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    made = ReadingPane()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.set_article(ArticleText("a", TEXT, structure_of(TEXT)), ())
    return made


def side_of(pane: ReadingPane) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(pane)


def test_the_pane_has_a_role_a_name_and_says_it_cannot_be_written(pane: ReadingPane) -> None:
    side = side_of(pane)
    assert side.role() == QAccessible.Role.EditableText
    assert side.text(QAccessible.Text.Name) == "Article text"
    state = side.state()
    assert state.readOnly
    assert state.multiLine
    assert state.focusable


def test_its_text_is_read_in_the_units_of_the_platform(pane: ReadingPane) -> None:
    text = side_of(pane).textInterface()
    units = len(TEXT.encode("utf-16-le")) // 2
    assert text.characterCount() == units
    assert text.text(0, units) == TEXT
    assert text.text(4, 6) == "😀"
    assert text.text(7, 10) == "two"


def test_caret_and_selection_go_both_ways(pane: ReadingPane) -> None:
    text = side_of(pane).textInterface()
    pane.place_caret(TEXT.index("two"))
    assert text.cursorPosition() == 7
    assert text.selectionCount() == 0
    text.addSelection(7, 10)
    assert pane.selection() == Span(6, 9)
    assert text.selectionCount() == 1
    text.removeSelection(0)
    assert pane.selection() is None
    text.setCursorPosition(0)
    assert pane.caret() == 0


def test_places_lead_to_positions_and_back(pane: ReadingPane) -> None:
    text = side_of(pane).textInterface()
    assert text.offsetAtPoint(text.characterRect(7).center()) == 7


def test_it_has_no_sides_but_its_text(pane: ReadingPane) -> None:
    side = side_of(pane)
    assert side.actionInterface() is None
    assert side.valueInterface() is None
    assert side.editableTextInterface() is None


def test_panes_come_and_go_although_screen_readers_looked(qapp: QApplication) -> None:
    gone = []
    for _ in range(20):
        made = ReadingPane()
        made.set_article(ArticleText("a", TEXT, structure_of(TEXT)), ())
        assert side_of(made).textInterface().characterCount() > 0
        gone.append(weakref.ref(made))
        made.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del made
    gc.collect()
    assert [left for left in gone if left() is not None] == []
