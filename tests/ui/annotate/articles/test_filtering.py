"""The article list, kept to what the filter asks for, by keys and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven, drive
from workbench.domain.article import Appearance
from workbench.domain.span import Span
from workbench.operations import annotating, people
from workbench.store import articles
from workbench.ui.annotate.articles.filter_form import FilterForm
from workbench.ui.ticks import TickBox

Key = Qt.Key


@pytest.fixture
def filled(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    """The window on three articles: the first has an annotation, the second two appearances."""
    driven = drive(qtbot, tmp_path)
    second, _ = (add_article(driven.project, f"Ferry number {n}\n") for n in (2, 3))
    with driven.project.transaction("import", person="", kind="record") as transaction:
        seen = [Appearance("Herald", published="2024-01-19"), Appearance("Courier")]
        articles.add_appearances(transaction, second, seen)
    driven.session.look_for_news()
    driven.mark("Ilse Varn", "E", "1")
    yield driven
    driven.close()


def listed(driven: Driven) -> int:
    view = driven.workspace.list.findChild(QListView)
    assert view is not None
    return view.model().rowCount()


def part(driven: Driven, kind: type[QWidget], name: str) -> QWidget:
    """The part of the filter that a screen reader calls so, or whose text it is."""
    found = [
        each
        for each in driven.workspace.list.filter.findChildren(kind)
        if name in (each.accessibleName(), getattr(each, "text", str)())
    ]
    assert len(found) == 1, name
    return found[0]


def choose(driven: Driven, name: str, entry: str) -> None:
    """Choose an entry of a list by keys."""
    choice = part(driven, QComboBox, name)
    assert isinstance(choice, QComboBox)
    choice.setFocus()
    for _ in range(choice.findText(entry) - choice.currentIndex()):
        QTest.keyClick(choice, Key.Key_Down)
    assert choice.currentText() == entry


def tick(driven: Driven, name: str) -> None:
    QTest.mouseClick(part(driven, TickBox, name), Qt.MouseButton.LeftButton)


def test_the_conditions_are_made_once_they_are_unfolded(filled: Driven) -> None:
    assert filled.workspace.findChild(FilterForm) is None
    filled.program.window.dispatch.say("filter_articles")
    form = filled.workspace.findChild(FilterForm)
    assert form is not None
    assert form.isVisible()
    first = QApplication.focusWidget()
    assert first is form.findChildren(QComboBox)[0]
    QTest.keyClick(first, Key.Key_Backtab)
    before = QApplication.focusWidget()
    assert before is not None
    assert before.accessibleName() == "Order of the articles"


def test_the_filter_unfolds_by_its_key_and_takes_the_focus(filled: Driven) -> None:
    form = filled.workspace.list.filter
    assert not form.isVisible()
    filled.keys("Ctrl+Shift+L")
    focused = QApplication.focusWidget()
    assert form.isVisible()
    assert focused is not None
    assert form.isAncestorOf(focused)
    filled.keys("Ctrl+Shift+L")
    assert not form.isVisible()


def test_a_label_and_a_person(filled: Driven) -> None:
    filled.keys("Ctrl+Shift+L")
    choose(filled, "Label", "Entity · Person")
    assert listed(filled) == 1
    bo = people.annotator_named(filled.project, "bo")
    filled.session.look_for_news()
    choose(filled, "Annotated by", "bo")
    assert listed(filled) == 0
    annotating.annotate(
        filled.project,
        annotator=bo,
        article=filled.session.article,
        span=Span(0, 7),
        layer="entity",
        label="person",
    )
    filled.workspace.list.filter.changed.emit()
    assert listed(filled) == 1


def test_the_status_of_a_layer(filled: Driven) -> None:
    filled.keys("Ctrl+Shift+L")
    choose(filled, "Status", "Started")
    assert listed(filled) == 1
    choose(filled, "Layer", "Claim")
    assert listed(filled) == 0


def test_sources_and_dates(filled: Driven) -> None:
    filled.keys("Ctrl+Shift+L")
    choose(filled, "Source", "Herald")
    assert listed(filled) == 1
    since = part(filled, QLineEdit, "From: year, month or day")
    since.setFocus()
    QTest.keyClicks(since, "2024-02x")
    QTest.keyClick(since, Key.Key_Return)
    assert listed(filled) == 0
    for _ in "02":
        QTest.keyClick(since, Key.Key_Backspace)
    QTest.keyClicks(since, "01")
    QTest.keyClick(since, Key.Key_Return)
    assert listed(filled) == 1


def test_a_question_and_all_again(filled: Driven) -> None:
    filled.keys("Ctrl+Shift+L")
    tick(filled, "With a question")
    assert listed(filled) == 0
    QTest.mouseClick(part(filled, QPushButton, "Show all"), Qt.MouseButton.LeftButton)
    assert listed(filled) == 3


def test_an_article_that_no_longer_fits_stays_until_the_next_is_opened(filled: Driven) -> None:
    filled.keys("Ctrl+Shift+L")
    choose(filled, "Status", "New")
    assert listed(filled) == 2
    filled.keys("Ctrl+PgDown")
    filled.select("Ferry")
    filled.keys("E", "1")
    assert listed(filled) == 2
    filled.keys("Ctrl+PgDown")
    assert listed(filled) == 1
    assert filled.pane.text() == "Ferry number 3\n"
