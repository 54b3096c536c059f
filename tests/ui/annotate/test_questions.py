"""A question is asked at a span, found in the list, answered, and seen at the span."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from workbench.operations import people
from workbench.ui.annotate.pages.questions import QuestionsPage


def page_of(driven: Driven) -> QuestionsPage:
    page = driven.workspace.side.currentWidget()
    assert isinstance(page, QuestionsPage)
    return page


def listed(driven: Driven) -> list[str]:
    rows = page_of(driven).findChild(QListWidget)
    assert rows is not None
    return [rows.item(place).text() for place in range(rows.count())]


def show(driven: Driven, qtbot: QtBot) -> None:
    """Ask for the questions, and wait until they are found."""
    with qtbot.waitSignal(driven.program.window.lookups.finished):
        driven.program.window.dispatch.say("show_questions")


def become(driven: Driven, name: str, role: str) -> None:
    session = driven.session
    who = people.annotator_named(session.project, name)
    session.become(people.with_role(session.project, annotator=who, role=role))  # type: ignore[arg-type]


def ask(driven: Driven, question: str) -> None:
    driven.select("Coast Guard")
    driven.keys("E", "2", "Q")
    field = driven.workspace.inspector.findChild(QLineEdit)
    fields = driven.workspace.inspector.findChildren(QLineEdit)
    field = next(f for f in fields if f.accessibleName() == "Question to the reviewer")
    assert field.hasFocus()
    QTest.keyClicks(field, question)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_an_answer_finds_its_way_back_to_the_span(driven: Driven, qtbot: QtBot) -> None:
    asker = driven.session.annotator
    ask(driven, "body or group?")
    become(driven, "rev", "reviewer")
    show(driven, qtbot)
    assert "body or group?" in listed(driven)[0]
    line = page_of(driven).findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "a body")
    with qtbot.waitSignal(driven.program.window.lookups.finished):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Answer: a body" in listed(driven)[0]
    driven.session.become(asker)
    (annotation,) = driven.marked()
    driven.workspace.focus_on_mark(annotation.id)
    driven.workspace.show_inspector()
    labels = driven.workspace.inspector.findChildren(QLabel)
    assert "Answer: a body" in [label.text() for label in labels if label.isVisible()]


def test_an_annotator_cannot_answer_and_goes_to_the_span_by_return(
    driven: Driven, qtbot: QtBot
) -> None:
    ask(driven, "body or group?")
    (annotation,) = driven.marked()
    driven.pane.focus_mark("")
    show(driven, qtbot)
    line = page_of(driven).findChild(QLineEdit)
    assert line is not None
    assert not line.isVisible()
    rows = page_of(driven).findChild(QListWidget)
    assert rows is not None
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert driven.pane.focused() == annotation.id


def test_nobody_sees_the_questions_of_the_one_before(driven: Driven, qtbot: QtBot) -> None:
    ask(driven, "body or group?")
    show(driven, qtbot)
    assert len(listed(driven)) == 1
    become(driven, "bob", "annotator")
    with qtbot.waitSignal(driven.program.window.lookups.finished):
        driven.program.window.dispatch.say("show_questions")
        assert listed(driven) == []
    assert listed(driven) == []
