"""The history lists who did what, leads to the place, and takes a step back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListView, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from workbench.domain.span import Span
from workbench.operations import annotating, correcting, people
from workbench.store import articles
from workbench.ui.annotate.pages.history import HistoryPage
from workbench.ui.annotate.past_view import PastView
from workbench.ui.annotate.text_editor import TextEditor

Key = Qt.Key


def shown(driven: Driven) -> QListView:
    """Open the history by its key; its list."""
    driven.keys("Ctrl+H")
    assert driven.workspace.side.page() == "history"
    return steps(driven)


def page(driven: Driven) -> HistoryPage:
    found = driven.workspace.side.findChild(HistoryPage)
    assert isinstance(found, HistoryPage)
    return found


def steps(driven: Driven) -> QListView:
    found = page(driven).findChild(QListView, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(found, QListView)
    return found


def rows(view: QListView) -> list[list[str]]:
    """The lines of each row."""
    model = view.model()
    return [str(model.index(row, 0).data()).split("\n") for row in range(model.rowCount())]


def back_button(driven: Driven) -> QPushButton:
    (found,) = (b for b in page(driven).findChildren(QPushButton) if b.text().startswith("Take"))
    return found


def choose(driven: Driven, field: str, entry: str) -> None:
    """Go through the entries of a field by keys, up to the end, and down to the one wanted."""
    (box,) = (b for b in page(driven).findChildren(QComboBox) if b.accessibleName() == field)
    box.setFocus()
    QTest.keyClick(box, Key.Key_Home)
    while box.currentText() != entry:
        QTest.keyClick(box, Key.Key_Down)


def has_rows(view: QListView, number: int) -> Callable[[], bool]:
    return lambda: view.model().rowCount() == number


def mark_as_bo(driven: Driven, words: str) -> None:
    bo = people.annotator_named(driven.project, "bo")
    start = driven.pane.text().index(words)
    annotating.annotate(
        driven.project,
        annotator=bo,
        article=driven.session.article,
        span=Span(start, start + len(words)),
        layer="entity",
        label="person",
    )


def test_steps_stand_newest_first_with_verb_words_and_person(driven: Driven) -> None:
    driven.mark("Ilse Varn", "E", "1")
    driven.mark("The harbour is closed", "C", "1", "A", "1")
    view = shown(driven)
    found = rows(view)
    assert [first for first, _, _ in found] == [
        "Set an attribute · attribution: direct quote",
        "Mark a span",
        "Mark a span",
        "Import",
    ]
    assert found[2][1] == "“Ilse Varn” · Person"
    assert found[0][2].startswith(f"{driven.session.annotator.name} · ")
    assert view.hasFocus()
    driven.keys("Ctrl+H")
    assert driven.workspace.side.page() == ""


def test_return_goes_to_the_place(driven: Driven) -> None:
    varn = driven.mark("Ilse Varn", "E", "1")
    driven.mark("Bo Reed", "E", "1")
    view = shown(driven)
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Return)
    assert driven.pane.focused() == varn.id
    assert driven.pane.hasFocus()
    assert driven.workspace.side.page() == "history"


def test_delete_takes_an_older_step_back_and_undo_gives_it_back(
    driven: Driven, qtbot: QtBot
) -> None:
    driven.mark("Ilse Varn", "E", "1")
    driven.mark("Bo Reed", "E", "1")
    view = shown(driven)
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Delete)
    assert [a.quote for a in driven.marked()] == ["Bo Reed"]
    qtbot.waitUntil(has_rows(view, 4))
    assert rows(view)[0][:2] == ["Take back: mark a span", "“Ilse Varn” · Person"]
    assert rows(view)[2][2].endswith("taken back")
    # The step that was in hand is still in hand, and cannot be taken back twice.
    assert view.currentIndex().row() == 2
    button = back_button(driven)
    assert not button.isEnabled()
    driven.program.window.dispatch.say("undo")
    assert {a.quote for a in driven.marked()} == {"Ilse Varn", "Bo Reed"}
    qtbot.waitUntil(has_rows(view, 5))
    assert not rows(view)[3][2].endswith("taken back")


def test_a_step_of_somebody_else_stays_and_says_why(driven: Driven) -> None:
    mark_as_bo(driven, "Ilse Varn")
    driven.session.look_for_news()
    view = shown(driven)
    assert rows(view)[0][2].startswith("bo · ")
    button = back_button(driven)
    assert not button.isEnabled()
    QTest.keyClick(view, Key.Key_Backspace)
    assert "bo" in driven.program.window.message.text()
    QTest.keyClick(view, Key.Key_Return)
    span = driven.pane.selection()
    assert span is not None
    assert span.of(driven.pane.text()) == "Ilse Varn"


def test_a_step_that_was_built_on_says_who_built(driven: Driven) -> None:
    driven.mark("The harbour is closed", "C", "1", "A", "1")
    view = shown(driven)
    QTest.keyClick(view, Key.Key_Down)
    button = back_button(driven)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    who = driven.session.annotator.name
    assert f"{who} changed it since then (set an attribute)" in driven.program.window.message.text()
    assert len(driven.marked()) == 1


def test_the_history_follows_its_filters(driven: Driven, qtbot: QtBot) -> None:
    driven.mark("Bo Reed", "E", "1")
    mark_as_bo(driven, "Ilse Varn")
    view = shown(driven)
    assert len(rows(view)) == 3
    choose(driven, "Who", "bo")
    assert [row[1] for row in rows(view)] == ["“Ilse Varn” · Person"]
    choose(driven, "Who", "Everybody")
    with qtbot.waitSignal(driven.program.window.lookups.finished):
        choose(driven, "Where", "All articles")
    assert [row[0] for row in rows(view)].count("Join the project") == 3


def test_space_shows_the_text_as_it_was_and_arrows_go_through_time(driven: Driven) -> None:
    driven.mark("Ilse Varn", "E", "1")
    varn = driven.mark("Bo Reed", "E", "1")
    before = driven.pane.text()
    article = driven.session.article
    basis = articles.by_ids(driven.project, [article])[0].text_hash
    driven.session.do(correcting.correct, article=article, text=f"New. {before}", basis=basis)
    view = shown(driven)
    QTest.keyClick(view, Key.Key_Space)
    (past,) = driven.workspace.middle.findChildren(PastView)
    assert past.isVisible()
    assert not driven.pane.isVisible()
    assert past.pane.text() == f"New. {before}"
    QTest.keyClick(view, Key.Key_Down)
    assert past.pane.text() == before
    assert past.pane.next_mark(1, "annotation") != ""
    assert past.pane.next_mark(1, "annotation") == varn.id
    QTest.keyClick(view, Key.Key_Down)
    past.pane.next_mark(1, "annotation")
    assert past.pane.next_mark(1, "annotation") == ""
    assert view.hasFocus()
    # What is shown of old is only looked at: no key changes anything.
    QTest.keyClick(past.pane, Key.Key_Delete)
    assert len(driven.marked()) == 2
    QTest.keyClick(view, Key.Key_Space)
    assert driven.pane.isVisible()
    assert driven.pane.text() == f"New. {before}"


def test_leaving_the_history_leaves_the_past(driven: Driven) -> None:
    driven.mark("Ilse Varn", "E", "1")
    view = shown(driven)
    QTest.keyClick(view, Key.Key_Space)
    assert not driven.pane.isVisible()
    QTest.keyClick(view, Key.Key_Escape)
    assert driven.pane.isVisible()
    assert driven.pane.hasFocus()
    view = shown(driven)
    QTest.keyClick(view, Key.Key_Space)
    driven.program.window.dispatch.say("correct_text")
    assert driven.workspace.side.page() == "correction"
    assert driven.workspace.middle.findChildren(TextEditor)[0].isVisible()
