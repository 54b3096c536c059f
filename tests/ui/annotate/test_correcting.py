"""A text is corrected where it is read, to the character, with a look at what becomes of marks."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven, drive, open_again
from workbench.domain.span import Span
from workbench.operations import annotating, correcting, people, projects
from workbench.store import articles
from workbench.ui.annotate.pages.correction import CorrectionPage
from workbench.ui.annotate.text_editor import TextEditor

Key = Qt.Key
EXACT = (
    "Harbour\u00a0closed\n\nA line\u2028broken 🙂🙂 here, e\u0301 and\u00a0there\u202f!\tTab \n\n\n"
    "End\n"
)


def editing(driven: Driven) -> TextEditor:
    """Open the editor by its key."""
    driven.keys("F2")
    (editor,) = driven.workspace.middle.findChildren(TextEditor)
    assert editor.isVisible()
    assert editor.hasFocus()
    assert driven.workspace.side.page() == "correction"
    return editor


def page(driven: Driven) -> CorrectionPage:
    found = driven.workspace.side.findChild(CorrectionPage)
    assert isinstance(found, CorrectionPage)
    return found


def rows(driven: Driven) -> list[list[str]]:
    """The lines of each row of what would happen."""
    view = page(driven).findChild(QListView)
    assert isinstance(view, QListView)
    model = view.model()
    return [str(model.index(row, 0).data()).split("\n") for row in range(model.rowCount())]


def lists(driven: Driven, number: int) -> Callable[[], bool]:
    return lambda: len(rows(driven)) == number


def select(editor: TextEditor, words: str) -> None:
    """Select words in the editor."""
    start = editor.text().index(words)
    editor.choose(Span(start, start + len(words)))


def apply(editor: TextEditor) -> None:
    QTest.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def text_of(driven: Driven) -> str:
    return articles.text_of(driven.project, driven.session.article).text


def button(driven: Driven, begins: str) -> QPushButton:
    (found,) = (b for b in page(driven).findChildren(QPushButton) if b.text().startswith(begins))
    return found


def test_a_correction_moves_marks_and_is_one_act_to_undo(driven: Driven, qtbot: QtBot) -> None:
    driven.mark("Bo Reed", "E", "1")
    before = text_of(driven)
    editor = editing(driven)
    select(editor, "Mayor Ilse")
    QTest.keyClicks(editor, "The mayor, Ilse")
    qtbot.waitUntil(lists(driven, 1))
    assert rows(driven)[0][:2] == ["→ Moved", "“Bo Reed”"]
    apply(editor)
    assert text_of(driven) == before.replace("Mayor Ilse", "The mayor, Ilse")
    assert driven.pane.text() == text_of(driven)
    assert driven.pane.hasFocus()
    (mark,) = driven.marked()
    assert mark.span.of(text_of(driven)) == mark.quote == "Bo Reed"
    driven.program.window.dispatch.say("undo")
    assert driven.pane.text() == text_of(driven) == before


def drive_exact(qtbot: QtBot, folder: Path) -> Driven:
    """The window on a project with a text that intake would have tidied."""
    path = folder / "p.workbench"
    project = projects.create(path)
    add_article(project, EXACT)
    project.close()
    return open_again(qtbot, path)


def test_untouched_characters_stay_as_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive_exact(qtbot, tmp_path)
    editor = editing(driven)
    assert editor.text() == EXACT
    editor.choose(Span(EXACT.index(" here"), EXACT.index(" here")))
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    apply(editor)
    assert text_of(driven) == EXACT.replace(" here", "x\n here")
    driven.close()


def test_cut_and_paste_keeps_every_character(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive_exact(qtbot, tmp_path)
    editor = editing(driven)
    words = "broken 🙂🙂 here, e\u0301 and\u00a0there"
    select(editor, f"\u2028{words}")
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Cut))
    assert QGuiApplication.clipboard().text() == f"\u2028{words}"
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Paste))
    assert editor.text().endswith(f"End\n\u2028{words}")
    driven.close()


def test_what_is_lost_and_what_changes_is_listed_and_shown(driven: Driven, qtbot: QtBot) -> None:
    driven.mark("Ilse Varn", "E", "1")
    driven.mark("Bo Reed", "E", "1")
    driven.mark("Coast Guard", "E", "2")
    editor = editing(driven)
    select(editor, "Bo Reed blamed")
    QTest.keyClicks(editor, "He blamed")
    select(editor, "Coast")
    QTest.keyClicks(editor, "Coasts")
    qtbot.waitUntil(lists(driven, 2))
    assert [row[:2] for row in rows(driven)] == [
        ["✕ Lost: words rewritten", "“Bo Reed”"],
        ["≠ Other words", "“Coast Guard” → “Coasts Guard”"],
    ]
    view = page(driven).findChild(QListView)
    assert isinstance(view, QListView)
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_End)
    assert editor.textCursor().selectedText() == "Coasts Guard"
    QTest.keyClick(view, Key.Key_Return)
    assert editor.hasFocus()
    QTest.mouseClick(button(driven, "Apply, and lose 1"), Qt.MouseButton.LeftButton)
    assert [mark.quote for mark in driven.marked()] == ["Ilse Varn", "Coasts Guard"]
    assert "1" in driven.program.window.message.text()
    driven.program.window.dispatch.say("undo")
    assert {mark.quote for mark in driven.marked()} == {"Ilse Varn", "Bo Reed", "Coast Guard"}


def test_undo_in_the_editor_takes_typing_back_and_nothing_else(driven: Driven) -> None:
    driven.mark("Bo Reed", "E", "1")
    editor = editing(driven)
    QTest.keyClicks(editor, "xyz")
    QTest.keyClick(editor, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == text_of(driven)
    assert len(driven.marked()) == 1


def test_escape_keeps_what_was_typed_and_cancel_drops_it(driven: Driven) -> None:
    before = text_of(driven)
    editor = editing(driven)
    QTest.keyClicks(editor, "First ")
    QTest.keyClick(editor, Key.Key_Escape)
    assert driven.pane.hasFocus()
    assert driven.pane.isVisible()
    assert "kept" in driven.program.window.message.text()
    assert text_of(driven) == before
    assert editing(driven).text() == f"First {before}"
    QTest.mouseClick(button(driven, "Cancel"), Qt.MouseButton.LeftButton)
    assert driven.pane.hasFocus()
    assert editing(driven).text() == before
    assert not button(driven, "Apply").isEnabled()


def test_another_article_puts_the_correction_aside(driven: Driven) -> None:
    before = text_of(driven)
    article = driven.session.article
    editor = editing(driven)
    QTest.keyClicks(editor, "First ")
    driven.keys("Ctrl+H")
    assert driven.workspace.side.page() == "history"
    assert driven.pane.isVisible()
    driven.session.article = ""
    driven.session.open_article(article)
    assert editing(driven).text() == f"First {before}"


def test_a_text_that_somebody_corrected_meanwhile_is_not_overwritten(driven: Driven) -> None:
    before = text_of(driven)
    bo = people.annotator_named(driven.project, "bo")
    editor = editing(driven)
    QTest.keyClicks(editor, "Mine ")
    basis = articles.by_ids(driven.project, [driven.session.article])[0].text_hash
    correcting.correct(
        driven.project,
        annotator=bo,
        article=driven.session.article,
        text=f"Theirs {before}",
        basis=basis,
    )
    driven.session.look_for_news()
    apply(editor)
    assert "somebody else" in driven.program.window.message.text()
    assert text_of(driven) == f"Theirs {before}"
    assert editor.isVisible()
    assert editor.text() == f"Mine {before}"


def test_marks_made_meanwhile_are_looked_at_as_well(driven: Driven, qtbot: QtBot) -> None:
    editor = editing(driven)
    QTest.keyClicks(editor, "First ")
    bo = people.annotator_named(driven.project, "bo")
    start = text_of(driven).index("Bo Reed")
    annotating.annotate(
        driven.project,
        annotator=bo,
        article=driven.session.article,
        span=Span(start, start + 7),
        layer="entity",
        label="person",
    )
    driven.session.look_for_news()
    qtbot.waitUntil(lists(driven, 1))
    assert rows(driven)[0][2] == "bo · Person"


def test_the_focus_goes_on_from_the_editor_by_f6(driven: Driven) -> None:
    editor = editing(driven)
    QTest.keyClick(editor, Key.Key_F6)
    focused = driven.program.window.focusWidget()
    assert page(driven).isAncestorOf(focused)
    QTest.keyClick(focused, Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert editor.hasFocus()


def test_lines_are_as_long_as_those_that_are_read(driven: Driven) -> None:
    editor = editing(driven)
    assert editor.document().size().width() <= editor.viewport().width()
    assert editor.horizontalScrollBar().maximum() == 0


def test_the_row_in_hand_stays_in_hand_while_one_types(driven: Driven, qtbot: QtBot) -> None:
    driven.mark("Ilse Varn", "E", "1")
    driven.mark("Bo Reed", "E", "1")
    editor = editing(driven)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor, "First ")
    qtbot.waitUntil(lists(driven, 2))
    view = page(driven).findChild(QListView)
    assert isinstance(view, QListView)
    view.setFocus()
    QTest.keyClick(view, Key.Key_End)
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_Backspace)
    select(editor, "Ilse Varn")
    QTest.keyClick(editor, Key.Key_Delete)
    qtbot.waitUntil(lambda: rows(driven)[0][0].startswith("✕"))
    assert str(view.currentIndex().data()).split("\n")[1] == "“Bo Reed”"


def test_what_was_typed_is_there_again_after_a_restart(driven: Driven, qtbot: QtBot) -> None:
    before, path = text_of(driven), driven.project.path
    editor = editing(driven)
    QTest.keyClicks(editor, "First ")
    qtbot.waitUntil(button(driven, "Apply").isEnabled)
    driven.close()
    again = open_again(qtbot, path)
    assert editing(again).text() == f"First {before}"
    apply(editing(again))
    assert text_of(again) == f"First {before}"
    again.program.window.dispatch.say("undo")
    assert editing(again).text() == before
    again.close()


LONG = "Mayor Ilse Varn spoke first.\n\n" + "The harbour is closed, officials said.\n" * 3_000


def test_a_long_text_is_looked_at_and_corrected_beside_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driven = drive(qtbot, tmp_path, LONG)
    window = driven.program.window
    driven.mark("Ilse Varn", "E", "1")
    before = text_of(driven)
    editor = editing(driven)
    qtbot.waitUntil(lambda: not window.lookups.busy(), timeout=20_000)
    select(editor, "Mayor Ilse")
    with qtbot.waitSignal(window.lookups.finished, timeout=20_000):
        QTest.keyClicks(editor, "The mayor, Ilse")
    qtbot.waitUntil(lists(driven, 1), timeout=20_000)
    assert rows(driven)[0][:2] == ["→ Moved", "“Ilse Varn”"]
    apply(editor)
    assert driven.session.acts.busy()
    QTest.keyClicks(editor, "too late")
    qtbot.waitUntil(lambda: not driven.session.acts.busy(), timeout=20_000)
    assert text_of(driven) == before.replace("Mayor Ilse", "The mayor, Ilse")
    assert driven.pane.text() == text_of(driven)
    assert driven.pane.hasFocus()
    (mark,) = driven.marked()
    assert mark.span.of(text_of(driven)) == "Ilse Varn"
    assert "every mark follows" in window.message.text()
    driven.close()


def test_a_long_correction_that_is_cancelled_changes_nothing_and_can_go_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driven = drive(qtbot, tmp_path, LONG)
    before = text_of(driven)
    editor = editing(driven)
    select(editor, "Mayor")
    QTest.keyClicks(editor, "The mayor")
    apply(editor)
    driven.session.acts.cancel("correct")
    qtbot.waitUntil(lambda: not driven.session.acts.busy(), timeout=20_000)
    assert text_of(driven) == before
    QTest.keyClicks(editor, ",")
    assert editor.text() == before.replace("Mayor", "The mayor,")
    apply(editor)
    qtbot.waitUntil(lambda: not driven.session.acts.busy(), timeout=20_000)
    assert text_of(driven) == before.replace("Mayor", "The mayor,")
    driven.close()
