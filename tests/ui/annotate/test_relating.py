"""Relations are drawn by digits or by a click, and removed in the inspector."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.annotate.driven import Driven


def with_event(driven: Driven) -> None:
    driven.mark("Bo Reed", "E", "1")
    driven.mark("Coast Guard", "E", "2")
    driven.select("collapse")
    driven.keys("V", "2", "Escape")


def test_digits_pick_the_kind_the_end_and_the_role(driven: Driven) -> None:
    with_event(driven)
    driven.keys("R", "1", "1", "2")
    (relation,) = driven.relations()
    guard = next(a for a in driven.marked() if a.quote == "Coast Guard")
    assert (relation.type, relation.target) == ("participant", guard.id)
    assert relation.attributes == {"role": "target"}


def test_one_undo_takes_the_relation_back(driven: Driven) -> None:
    with_event(driven)
    driven.keys("R", "1", "1", "Escape")
    assert len(driven.relations()) == 1
    driven.program.window.dispatch.say("undo")
    assert driven.relations() == []


def test_a_click_picks_the_other_end(driven: Driven) -> None:
    with_event(driven)
    driven.keys("R", "1")
    reed = next(a for a in driven.marked() if a.quote == "Bo Reed")
    box = driven.pane.caret_rect(reed.span.start + 3)
    viewport = driven.pane.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.mapFromGlobal(box.center()))
    assert [relation.target for relation in driven.relations()] == [reed.id]


def test_a_label_without_relations_says_so(driven: Driven) -> None:
    driven.mark("harbour", "F", "2")
    driven.keys("R", "1")
    assert driven.relations() == []
    assert driven.program.window.message.text()


def test_a_relation_goes_by_its_button(driven: Driven) -> None:
    with_event(driven)
    driven.keys("R", "1", "1", "Escape")
    driven.workspace.inspect()
    buttons = driven.workspace.inspector.findChildren(QPushButton)
    (button,) = (b for b in buttons if b.accessibleName().startswith("Remove the relation"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert driven.relations() == []
