"""The part of articles is changed as a person does it, and taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QListView
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven
from workbench.operations import splitting
from workbench.operations.progress import finish
from workbench.store import articles, splits
from workbench.ui.split_dialog import SplitDialog

Seen = list[str]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def answer(driven: Driven, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Seen]:
    """Answers the dialog by keys in its list; gives what it will have said, and what was chosen."""

    def answer_by(*keys: Qt.Key, agree: bool = True) -> Seen:
        seen: Seen = []

        def answered(dialog: SplitDialog) -> bool:
            dialog.show()
            seen.extend(label.text() for label in dialog.findChildren(QLabel))
            (field,) = dialog.findChildren(QComboBox)
            seen.append(field.currentText() or field.placeholderText())
            for key in keys:
                QTest.keyClick(field, key)
            (buttons,) = dialog.findChildren(QDialogButtonBox)
            ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
            button = buttons.button(ok if agree else cancel)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return bool(dialog.result())

        monkeypatch.setattr(driven.program.window.ask, "answered", answered)
        return seen

    return answer_by


@pytest.fixture
def ids(driven: Driven, qtbot: QtBot) -> list[str]:
    """Five articles in the list, of which the first is in hand."""
    for number in range(4):
        add_article(driven.project, f"Paragraph {number} of the harbour.")
    driven.session.look_for_news()
    every = articles.ids(driven.project)
    qtbot.waitUntil(lambda: rows(driven).model().rowCount() == len(every))
    return every


def rows(driven: Driven) -> QListView:
    views = driven.workspace.list.findChildren(QListView)
    (view,) = (view for view in views if view.accessibleName() == "Articles")
    return view


def click(driven: Driven, place: int, held: Qt.KeyboardModifier = PLAIN) -> None:
    view = rows(driven)
    view.scrollTo(view.model().index(place, 0))
    center = view.visualRect(view.model().index(place, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, center)


def test_the_article_in_hand_is_put_into_another_part(
    driven: Driven, answer: Callable[..., Seen]
) -> None:
    article = driven.session.article
    answer(Qt.Key.Key_Up, Qt.Key.Key_Up)
    driven.program.window.dispatch.say("change_split")
    assert splits.parts(driven.project) == {article: "dev"}
    driven.keys("Ctrl+Z")
    assert splits.parts(driven.project) == {}


def test_all_that_are_selected_are_put_into_another_part_in_one_act(
    driven: Driven, ids: list[str], answer: Callable[..., Seen]
) -> None:
    click(driven, 1)
    click(driven, 2, SHIFT)
    click(driven, 4, CONTROL)
    assert driven.session.article == ids[1]
    seen = answer(Qt.Key.Key_Home)
    driven.program.window.dispatch.say("change_split")
    assert "3 articles" in seen
    assert splits.parts(driven.project) == dict.fromkeys((ids[1], ids[2], ids[4]), "train")
    assert "another part now: 3" in driven.program.window.message.text()
    driven.keys("Ctrl+Z")
    assert splits.parts(driven.project) == {}


def test_articles_of_several_parts_stay_there_until_one_is_chosen(
    driven: Driven, ids: list[str], answer: Callable[..., Seen]
) -> None:
    who = driven.session.annotator
    finish(splitting.move(driven.project, annotator=who, part="dev", wanted=[ids[0]]))
    view = rows(driven)
    click(driven, 0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    seen = answer()
    driven.program.window.dispatch.say("change_split")
    assert seen[-1] == "in several parts"
    assert driven.program.window.message.text() == ""
    assert splits.parts(driven.project) == {ids[0]: "dev"}
    answer(Qt.Key.Key_End, agree=False)
    driven.program.window.dispatch.say("change_split")
    assert splits.parts(driven.project) == {ids[0]: "dev"}
    answer(Qt.Key.Key_End)
    driven.program.window.dispatch.say("change_split")
    assert splits.parts(driven.project) == {}


def test_where_the_list_is_out_of_sight_the_article_in_hand_alone_is_meant(
    driven: Driven, ids: list[str], answer: Callable[..., Seen]
) -> None:
    click(driven, 0)
    click(driven, 3, SHIFT)
    driven.program.window.dispatch.say("show_corpus")
    answer(Qt.Key.Key_Home)
    driven.program.window.dispatch.say("change_split")
    assert splits.parts(driven.project) == {ids[0]: "train"}
