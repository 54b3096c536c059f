"""The real window, driven by mouse and keys; the project is asked afterwards."""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.full_disk import full_disk
from tests.ui.annotate.driven import bring_in, file_of
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Assignment
from workbench.domain.ids import new_id
from workbench.domain.suggestion import Suggestion
from workbench.operations import projects
from workbench.operations.people import annotator_named
from workbench.operations.progress import finish
from workbench.operations.suggesting import suggest
from workbench.store import annotations, people, suggestions
from workbench.store.project import Project
from workbench.ui.application import Program, make_window
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.people_dialog import PersonAnswer
from workbench.ui.preferences import Preferences
from workbench.ui.session import Session
from workbench.ui.window import Window

ARTICLE = """Harbour stays closed

Officials in Moscow spoke first 🙂 and Maria Zakharova said: “The harbour is closed.”
Russia blamed Armenia for the collapse of the talks.
"""

Key = Qt.Key
Opened = tuple[Window, Program]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with an article that has an emoji before its names."""
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@functools.cache
def read_already() -> bytes:
    """The file of a project with the article in it, read by the suggester for who works here."""

    def fill(project: Project) -> None:
        who = annotator_named(project, Preferences().user())
        bring_in(project, [ARTICLE], who)
        finish(suggest(project, annotator=who))

    return file_of(fill)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """The window on such a project."""
    path = tmp_path / "p.workbench"
    path.write_bytes(read_already())
    window, program = open_window(qtbot, path)
    wait_for_ghosts(qtbot, window)
    yield window, program
    window.close()


def open_window(qtbot: QtBot, path: Path) -> Opened:
    """Open the window on a project, as the program does."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    program = make_window(app, "light")
    window = program.window
    qtbot.addWidget(window)
    window.resize(1300, 800)
    window.show()
    qtbot.waitExposed(window)
    program.projects.open_path(path)
    return window, program


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def project_of(window: Window) -> Project:
    return session_of(window).project


def wait_for_ghosts(qtbot: QtBot, window: Window) -> None:
    """Wait until the article is open and has its suggestions."""

    def has_ghosts() -> bool:
        session = window.session
        return bool(session and session.article) and bool(
            suggestions.of_article(project_of(window), session_of(window).article)
        )

    qtbot.waitUntil(has_ghosts, timeout=30_000)
    session_of(window).look_for_news()


def press(window: Window, *keys: Key, shift: bool = False) -> None:
    """Press keys in the reading pane."""
    assert window.workspace is not None
    modifier = Qt.KeyboardModifier
    held = modifier.ShiftModifier if shift else modifier.NoModifier
    for key in keys:
        QTest.keyClick(window.workspace.pane, key, held)


def sweep(window: Window, words: str) -> None:
    """Select words with the mouse, from the first to the last character."""
    assert window.workspace is not None
    pane = window.workspace.pane
    start = pane.text().index(words)
    ends = [pane.caret_rect(p) for p in (start, start + len(words))]
    viewport = pane.viewport()
    first, last = (viewport.mapFromGlobal(rect.center()) for rect in ends)
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, button, pos=first + QPoint(1, 0))
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last - QPoint(1, 0))
    QTest.mouseRelease(viewport, button, pos=last - QPoint(1, 0))


def marked(window: Window) -> list[Annotation]:
    """The person's annotations as they are in the project."""
    session = session_of(window)
    return annotations.of_article(session.project, session.article, annotator=session.annotator.id)


def test_words_behind_an_emoji_are_marked_as_they_were_swept(opened: Opened) -> None:
    window, _ = opened
    sweep(window, "Maria Zakharova")
    press(window, Key.Key_E, Key.Key_1)
    (annotation,) = marked(window)
    assert (annotation.quote, annotation.layer, annotation.label) == (
        "Maria Zakharova",
        "entity",
        "person",
    )


def test_words_are_marked_without_the_mouse(opened: Opened) -> None:
    window, _ = opened
    assert window.workspace is not None
    pane = window.workspace.pane
    pane.setFocus()
    pane.place_caret(pane.text().index("Moscow"))
    press(window, Key.Key_Right, shift=True)
    press(window, Key.Key_E, Key.Key_3)
    assert [annotation.quote for annotation in marked(window)] == ["Moscow"]


def test_a_ghost_is_accepted_by_enter_and_rejected_by_backspace(opened: Opened) -> None:
    window, _ = opened
    press(window, Key.Key_Tab, Key.Key_Return)
    accepted = marked(window)
    assert {annotation.origin.by for annotation in accepted} == {"suggestion"}
    assert window.workspace is not None
    turned_down = window.workspace.suggestion()
    assert turned_down is not None
    press(window, Key.Key_Backspace)
    (after,) = suggestions.by_ids(project_of(window), [turned_down.id])
    assert after.state_for(session_of(window).annotator.id) == "rejected"


def test_undo_takes_an_act_back_and_a_restart_keeps_the_rest(opened: Opened, qtbot: QtBot) -> None:
    window, _ = opened
    sweep(window, "Maria Zakharova")
    press(window, Key.Key_E, Key.Key_1)
    sweep(window, "Russia")
    press(window, Key.Key_E, Key.Key_3)
    window.dispatch.say("undo")
    path = project_of(window).path
    window.close()
    again, _ = open_window(qtbot, path)
    assert [annotation.quote for annotation in marked(again)] == ["Maria Zakharova"]
    again.close()


def test_attributes_are_set_by_digits_one_after_the_other(opened: Opened) -> None:
    window, _ = opened
    sweep(window, "The harbour is closed")
    press(window, Key.Key_C, Key.Key_1, Key.Key_A, Key.Key_1, Key.Key_2)
    (annotation,) = marked(window)
    assert annotation.attributes == {"attribution": "direct quote", "stance": "denies"}


def test_a_label_is_changed_and_an_annotation_deleted_by_key(opened: Opened) -> None:
    window, _ = opened
    sweep(window, "Russia")
    press(window, Key.Key_E, Key.Key_3)
    press(window, Key.Key_2)
    assert [annotation.label for annotation in marked(window)] == ["organization"]
    press(window, Key.Key_Delete)
    assert marked(window) == []


def test_done_lists_what_is_open_and_said_again_marks_every_layer(opened: Opened) -> None:
    window, _ = opened
    assert window.workspace is not None
    session = session_of(window)
    window.dispatch.say("done_and_next")
    assert window.workspace.side.page() == "gaps"
    assert people.assignments(session.project, annotator=session.annotator.id) == []
    window.dispatch.say("done_and_next")
    found = people.assignments(session.project, annotator=session.annotator.id)
    assert {a.layer: a.status for a in found} == dict.fromkeys(
        ("entity", "claim", "event", "framing"), "done"
    )


def test_marking_the_same_twice_changes_nothing_and_says_nothing(opened: Opened) -> None:
    window, _ = opened
    for _ in range(2):
        sweep(window, "Russia")
        press(window, Key.Key_E, Key.Key_3)
    assert window.message.text() == ""
    assert len(marked(window)) == 1


def pane_from_the_start(window: Window) -> ReadingPane:
    """The pane with its caret before the first character, and no mark in hand."""
    assert window.workspace is not None
    pane = window.workspace.pane
    pane.focus_mark("")
    pane.place_caret(0)
    return pane


def ghosts(window: Window) -> list[Suggestion]:
    """The ghosts in the text, which Tab finds one after the other; none is focused afterwards."""
    pane = pane_from_the_start(window)
    found: list[str] = []
    while (id := pane.next_mark(1, "ghost")) and id not in found:
        found.append(id)
    pane_from_the_start(window)
    return suggestions.by_ids(project_of(window), found)


def become(window: Window, name: str) -> None:
    """Go on as another person, by the button that says who works."""
    window.ask.person = lambda *_: PersonAnswer(name, "annotator")  # type: ignore[method-assign]
    (you,) = (b for b in window.top.findChildren(QPushButton) if b.text().startswith("You are"))
    QTest.mouseClick(you, Qt.MouseButton.LeftButton)
    assert session_of(window).annotator.name == name


def test_two_people_have_their_own_marks_and_their_own_ghosts(opened: Opened) -> None:
    window, _ = opened
    first = session_of(window).annotator
    whole = ghosts(window)
    press(window, Key.Key_Tab, Key.Key_Return, Key.Key_Backspace)
    (accepted,) = marked(window)
    left = ghosts(window)
    assert len(left) < len(whole)
    become(window, "bo")
    assert marked(window) == []
    assert [ghost.id for ghost in ghosts(window)] == [ghost.id for ghost in whole]
    press(window, Key.Key_Tab, Key.Key_Backspace)
    assert marked(window) == []
    second = session_of(window).annotator
    become(window, first.name)
    assert [annotation.id for annotation in marked(window)] == [accepted.id]
    assert [ghost.id for ghost in ghosts(window)] == [ghost.id for ghost in left]
    found = suggestions.of_article(project_of(window), session_of(window).article)
    states = [(s.state_for(first.id), s.state_for(second.id)) for s in found]
    assert sorted(state for state in states if state != ("open", "open")) == [
        ("accepted", "rejected"),
        ("rejected", "open"),
    ]


def test_an_assignment_without_help_shows_no_ghosts_of_its_layer(
    opened: Opened, qtbot: QtBot
) -> None:
    window, _ = opened
    session = session_of(window)
    path, who = session.project.path, session.annotator.id
    alone = Assignment(new_id(), session.article, who, "entity", help="off")
    with session.project.transaction("assign", person=who) as transaction:
        people.insert_assignments(transaction, [alone])
    window.close()
    again, _ = open_window(qtbot, path)
    layers = {suggestion.layer for suggestion in ghosts(again)}
    assert "entity" not in layers
    assert "claim" in layers
    press(again, Key.Key_Tab)
    assert again.workspace is not None
    ghost = again.workspace.suggestion()
    assert ghost is not None
    assert ghost.layer in layers
    become(again, "bo")
    assert "entity" in {suggestion.layer for suggestion in ghosts(again)}
    again.close()


def test_a_disk_that_refuses_is_said_and_the_act_can_be_repeated(opened: Opened) -> None:
    window, _ = opened
    sweep(window, "Russia")
    with full_disk(1_000):  # bytes, which no page of the log fits into
        press(window, Key.Key_E, Key.Key_3)
        assert "The disk refused to read or write" in window.message.text()
        assert marked(window) == []
    press(window, Key.Key_E, Key.Key_3)
    assert [annotation.quote for annotation in marked(window)] == ["Russia"]
    assert window.message.text() == ""


def test_a_file_that_may_only_be_read_is_said_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    window, _ = open_window(qtbot, tmp_path / "none.workbench")
    assert "There is no project" in window.message.text()
    window.ask.project_to_make = lambda: file / "new.workbench"  # type: ignore[method-assign]
    window.dispatch.say("new_project")
    assert "No file can be made" in window.message.text()
    assert window.session is None
    window.close()


def agree(dialog: QDialog) -> bool:
    """Agree to a dialog as soon as it is open."""
    dialog.open()
    dialog.accept()
    return bool(dialog.result())


def drop(window: Window, path: Path) -> None:
    """Drag a file into the window, let it go there, and agree to what is shown of it."""
    window.ask.answered = agree  # type: ignore[method-assign]  # the one seam of dialogs
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPointF(window.rect().center())
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    about = (Qt.DropAction.CopyAction, data, *held)
    for event in (QDragEnterEvent(where.toPoint(), *about), QDropEvent(where, *about)):
        QApplication.sendEvent(window, event)
        assert event.isAccepted()


def whole_way(qtbot: QtBot, path: Path, article: Path) -> None:
    """Drop an article, mark words behind an emoji, take a ghost, undo, and start again."""
    projects.create(path).close()
    window, _ = open_window(qtbot, path)
    drop(window, article)
    wait_for_ghosts(qtbot, window)
    sweep(window, "Maria Zakharova")
    press(window, Key.Key_E, Key.Key_1)
    by_hand = marked(window)
    assert [(a.quote, a.layer, a.label) for a in by_hand] == [
        ("Maria Zakharova", "entity", "person")
    ]
    press(window, Key.Key_Tab, Key.Key_Return)
    assert {annotation.origin.by for annotation in marked(window)} == {"hand", "suggestion"}
    undo(qtbot, window)
    assert marked(window) == by_hand
    press(window, Key.Key_Tab, Key.Key_Return)
    both = marked(window)
    window.close()
    again, _ = open_window(qtbot, path)
    assert marked(again) == both
    assert len(both) > 1
    undo(qtbot, again)
    undo(qtbot, again)
    assert marked(again) == []
    again.close()


def test_a_dropped_corpus_is_read_as_what_it_is_and_that_is_said(
    qtbot: QtBot, tmp_path: Path
) -> None:
    projects.create(tmp_path / "p.workbench").close()
    (tmp_path / "brat").mkdir()
    (tmp_path / "brat" / "a.txt").write_text("Ilse Varn spoke.")
    (tmp_path / "brat" / "a.ann").write_text("T1\tentity-person 0 9\tIlse Varn\n")
    window, _ = open_window(qtbot, tmp_path / "p.workbench")
    drop(window, tmp_path / "brat")
    qtbot.waitUntil(lambda: "Read as brat: 1." in window.message.text(), timeout=20_000)
    assert "New articles: 1, known: 0, annotations: 1." in window.message.text()
    window.close()


def undo(qtbot: QtBot, window: Window) -> None:
    """Press Ctrl+Z, which only a window in front hears."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_the_whole_way(qtbot: QtBot, tmp_path: Path, article: Path) -> None:
    whole_way(qtbot, tmp_path / "p.workbench", article)


@pytest.mark.xvfb
def test_the_whole_way_on_a_real_display(qtbot: QtBot, tmp_path: Path, article: Path) -> None:
    whole_way(qtbot, tmp_path / "p.workbench", article)
