"""Searching by keys, in one article and in all; what is found is in hand in the text."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven
from tests.ui.annotate.test_occurrences import page, page_list, press, rows
from workbench.domain.changes import Changes, RowChange
from workbench.domain.span import Span
from workbench.domain.text import text_hash
from workbench.operations import correcting, projects

Key = Qt.Key


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def find(driven: Driven, words: str, *, keys: str = "Ctrl+F") -> None:
    """Open the page with its keys, type, and ask with Return."""
    driven.pane.setFocus()
    driven.keys(keys)
    QTest.keyClicks(focused(), words)
    QTest.keyClick(focused(), Key.Key_Return)


def told(driven: Driven) -> str:
    """All that the page says."""
    labels = page(driven).findChildren(QLabel)
    return " ".join(label.text() for label in labels)


def test_return_goes_from_place_to_place_and_round(driven: Driven) -> None:
    find(driven, "varn")
    first = driven.pane.selection()
    assert driven.pane.selected_text() == "Varn"
    assert "Places: 2" in told(driven)
    QTest.keyClick(focused(), Key.Key_Return)
    second = driven.pane.selection()
    assert first is not None
    assert second is not None
    assert second.start > first.end
    QTest.keyClick(focused(), Key.Key_Return)
    assert driven.pane.selection() == first
    QTest.keyClick(focused(), Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert driven.pane.selection() == second
    assert page_list(driven).currentIndex().row() == 1


def test_f3_goes_on_from_the_caret_in_the_text(driven: Driven) -> None:
    find(driven, "the")
    driven.pane.setFocus()
    driven.pane.place_caret(driven.pane.text().index("Officials"))
    driven.keys("F3")
    start = driven.pane.text().index("the port")
    assert driven.pane.selection() == Span(start, start + 3)
    driven.keys("Shift+F3")
    selection = driven.pane.selection()
    assert selection is not None
    assert selection.of(driven.pane.text()) == "The"
    assert driven.pane.hasFocus()


def test_any_letters_are_found_in_one_article_also_behind_an_emoji(driven: Driven) -> None:
    find(driven, "ollaps")
    assert driven.pane.selected_text() == "ollaps"


def test_what_is_found_can_be_marked_at_once(driven: Driven) -> None:
    find(driven, "coast guard")
    QTest.keyClick(focused(), Key.Key_Escape)
    driven.keys("E", "1")
    assert [a.quote for a in driven.marked()] == ["Coast Guard"]


def test_the_selection_is_what_is_searched_for(driven: Driven) -> None:
    driven.select("harbour")
    driven.keys("Ctrl+F")
    assert [row.context.match for row in rows(driven)] == ["Harbour", "harbour"]


def test_all_articles_are_searched_and_a_place_is_opened(driven: Driven, qtbot: QtBot) -> None:
    other = add_article(driven.project, "The towns\n\nAnother HARBOUR of another town.\n")
    here = driven.session.article
    find(driven, "harbour", keys="Ctrl+Shift+F")
    qtbot.waitUntil(lambda: "Articles: 2" in told(driven), timeout=10_000)
    assert [row.article for row in rows(driven)] == [here, here, other]
    assert rows(driven)[2].below == "t"
    QTest.keyClick(focused(), Key.Key_Down)
    press(driven, Key.Key_End)
    assert driven.session.article == here
    press(driven, Key.Key_Return)
    assert (driven.session.article, driven.pane.selected_text()) == (other, "HARBOUR")
    assert driven.workspace.side.page() == "search"
    assert driven.pane.hasFocus()


def test_return_in_the_line_opens_one_place_after_the_other(driven: Driven, qtbot: QtBot) -> None:
    other = add_article(driven.project, "A talk\n")
    find(driven, "talk*", keys="Ctrl+Shift+F")
    qtbot.waitUntil(lambda: "Articles: 2" in told(driven), timeout=10_000)
    QTest.keyClick(focused(), Key.Key_Return)
    assert driven.pane.selected_text() == "talks"
    QTest.keyClick(focused(), Key.Key_Return)
    assert (driven.session.article, driven.pane.selected_text()) == (other, "talk")


def test_what_cannot_be_searched_is_said(driven: Driven) -> None:
    find(driven, "-harbour", keys="Ctrl+Shift+F")
    assert "at least one word" in told(driven)
    assert rows(driven) == []


def test_further_rows_are_read_as_they_come_into_sight(driven: Driven, qtbot: QtBot) -> None:
    add_article(driven.project, "ferry " * 250)
    find(driven, "ferry", keys="Ctrl+Shift+F")
    qtbot.waitUntil(lambda: "Articles: 1" in told(driven), timeout=10_000)
    assert len(rows(driven)) == 100
    for _ in range(3):
        page_list(driven).scrollToBottom()
    qtbot.waitUntil(lambda: len(rows(driven)) > 100)
    QTest.keyClick(focused(), Key.Key_Down)
    press(driven, Key.Key_End, Key.Key_End, Key.Key_End)
    assert len(rows(driven)) == 250


def test_escape_goes_back_to_the_text(driven: Driven) -> None:
    find(driven, "varn")
    QTest.keyClick(focused(), Key.Key_Escape)
    assert driven.workspace.side.page() == ""
    assert driven.pane.hasFocus()
    driven.keys("F3")
    assert driven.workspace.side.page() == "search"
    assert driven.pane.selected_text() == "Varn"


def test_hits_stand_out_in_the_text_while_the_page_is_in_sight(
    driven: Driven, qtbot: QtBot
) -> None:
    driven.pane.place_caret(0)
    plain = driven.pane.grab().toImage()
    driven.keys("Ctrl+F")
    QTest.keyClicks(focused(), "varn")
    driven.pane.setFocus()
    qtbot.waitUntil(lambda: driven.pane.grab().toImage() != plain)
    driven.keys("Escape")
    assert driven.pane.grab().toImage() == plain


def test_a_corrected_text_is_searched_anew(driven: Driven) -> None:
    find(driven, "varn")
    before = driven.pane.text()
    text = before.replace("Ilse Varn", "Ilse Maria Varn")
    article = driven.session.article
    driven.session.do(correcting.correct, article=article, text=text, basis=text_hash(before))
    QTest.keyClick(focused(), Key.Key_Return)
    assert [row.span.of(text) for row in rows(driven)] == ["Varn", "Varn"]
    assert driven.pane.selected_text() == "Varn"


def test_another_project_is_searched_by_a_page_of_its_own(
    driven: Driven, qtbot: QtBot, tmp_path: Path
) -> None:
    find(driven, "harbour", keys="Ctrl+Shift+F")
    qtbot.waitUntil(lambda: "Articles: 1" in told(driven), timeout=10_000)
    other = projects.create(tmp_path / "other.workbench")
    add_article(other, "A harbour elsewhere\n")
    other.close()
    driven.program.projects.open_path(other.path)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    find(driven, "harbour", keys="Ctrl+Shift+F")
    qtbot.waitUntil(lambda: len(rows(driven)) == 1, timeout=10_000)
    assert driven.pane.text() == "A harbour elsewhere\n"


def test_that_nothing_new_is_there_leaves_what_was_found_in_hand(
    driven: Driven, qtbot: QtBot
) -> None:
    find(driven, "varn", keys="Ctrl+Shift+F")
    qtbot.waitUntil(lambda: "looking" not in told(driven))
    assert "Articles: 1" in told(driven)
    driven.session.changed.emit(Changes("planted", (RowChange("article", "", ""),)))
    find(driven, "varn", keys="Ctrl+Shift+F")
    assert "; looking for new articles" in told(driven)
    QTest.keyClick(focused(), Key.Key_Return)
    here = page_list(driven).currentIndex().row()
    qtbot.waitUntil(lambda: "looking" not in told(driven))
    assert page_list(driven).currentIndex().row() == here
