"""Every occurrence: listed in context, ticked by keys, marked in one act; the project is asked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven
from workbench.domain.annotation import Annotation
from workbench.domain.span import Span
from workbench.store import annotations
from workbench.ui.annotate.acts.listed import AT_ONCE
from workbench.ui.annotate.acts.occurrences import LONG
from workbench.ui.annotate.pages.concordance import ConcordanceView, Row

Key = Qt.Key


def page(driven: Driven) -> QWidget:
    """The page in sight."""
    shown = driven.workspace.side.currentWidget()
    assert shown is not None
    return shown


def page_list(driven: Driven) -> ConcordanceView:
    """The list of the page in sight."""
    view = page(driven).findChild(ConcordanceView)
    assert view is not None
    return view


def rows(driven: Driven) -> list[Row]:
    return page_list(driven).concordance().rows()


def press(driven: Driven, *keys: Key) -> None:
    """Press keys in the list."""
    for key in keys:
        QTest.keyClick(page_list(driven), key)


def quotes(driven: Driven) -> list[str]:
    return [annotation.quote for annotation in driven.marked()]


def everyones(driven: Driven, *articles: str) -> list[Annotation]:
    return annotations.of_articles(driven.project, articles)


def test_the_places_of_a_selection_are_marked_in_one_act(driven: Driven) -> None:
    driven.mark("Monday", "E", "5")
    driven.select("Varn")
    driven.keys("O")
    assert [row.context.match for row in rows(driven)] == ["Varn", "Varn"]
    assert page_list(driven).hasFocus()
    press(driven, Key.Key_Return)
    assert sorted(quotes(driven)) == ["Monday", "Varn", "Varn"]
    assert {a.label for a in driven.marked()} == {driven.marked()[0].label}
    assert driven.pane.hasFocus()
    driven.keys("Ctrl+Z")
    assert quotes(driven) == ["Monday"]


def test_space_leaves_a_place_out(driven: Driven) -> None:
    driven.select("the")
    driven.keys("O")
    assert [row.context.match for row in rows(driven)] == ["The", "the", "the", "the", "the"]
    press(driven, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space, Key.Key_Return)
    assert quotes(driven) == ["The", "the", "the"]


def test_a_ticks_all_or_none_and_none_is_not_marked(driven: Driven) -> None:
    driven.select("Varn")
    driven.keys("O")
    press(driven, Key.Key_A, Key.Key_Return)
    assert quotes(driven) == []
    assert driven.workspace.side.page() == "occurrences"
    press(driven, Key.Key_A, Key.Key_Return)
    assert quotes(driven) == ["Varn", "Varn"]


def test_a_click_on_a_tick_turns_it_and_a_click_beside_it_does_not(driven: Driven) -> None:
    driven.select("Varn")
    driven.keys("O")
    view = page_list(driven)
    row = view.visualRect(view.model().index(1, 0))
    beside = row.center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert [row.ticked for row in rows(driven)] == [True, True]
    beside.setX(row.left() + 14)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert [row.ticked for row in rows(driven)] == [True, False]


def test_an_annotation_gives_its_label_and_attributes_and_stands_there_as_marked(
    driven: Driven,
) -> None:
    annotation = driven.mark("Varn", "E", "1")
    driven.pane.focus_mark(annotation.id)
    driven.workspace.inspect()
    driven.keys("O")
    assert [(row.fixed, row.below) for row in rows(driven)] == [
        (True, "already marked"),
        (False, ""),
    ]
    press(driven, Key.Key_Space, Key.Key_Return)
    assert [(a.quote, a.layer, a.label) for a in driven.marked()] == [
        ("Varn", "entity", "person")
    ] * 2


def test_a_place_that_overlaps_the_label_is_shown_so_and_left_out_at_first(
    driven: Driven,
) -> None:
    driven.mark("Ilse Varn", "E", "1")
    driven.select("Varn")
    driven.keys("O")
    assert [(row.ticked, row.below) for row in rows(driven)] == [
        (False, "overlaps one"),
        (True, ""),
    ]
    press(driven, Key.Key_Return)
    assert quotes(driven) == ["Ilse Varn", "Varn"]


def test_attributes_come_along_unless_they_are_left_out(driven: Driven) -> None:
    claim = driven.mark("closed", "C", "1")
    driven.pane.focus_mark(claim.id)
    driven.keys("A", "2", "Escape", "O")
    press(driven, Key.Key_Return)
    given = [dict(a.attributes) for a in driven.marked()]
    assert len(given) == 2
    assert given[0] == given[1] != {}


def test_all_articles_are_marked_in_one_act(driven: Driven, qtbot: QtBot) -> None:
    other = add_article(driven.project, "VARN resigns\n\nIlse Varn has gone.\n")
    add_article(driven.project, "Nothing of her\n")
    here = driven.session.article
    driven.select("Varn")
    driven.keys("O")
    press(driven, Key.Key_O)
    qtbot.waitUntil(lambda: len(rows(driven)) == 4, timeout=20_000)
    assert [row.article for row in rows(driven)] == [here, here, other, other]
    press(driven, Key.Key_Return)
    assert sorted(a.quote for a in everyones(driven, here, other)) == [
        "VARN",
        "Varn",
        "Varn",
        "Varn",
    ]
    driven.keys("Ctrl+Z")
    assert everyones(driven, here, other) == []


def test_walking_the_list_shows_each_place_also_of_another_article(
    driven: Driven, qtbot: QtBot
) -> None:
    other = add_article(driven.project, "Varn resigns\n")
    driven.select("Ilse Varn")
    driven.keys("O")
    line = page(driven).findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "varn")
    qtbot.waitUntil(lambda: len(rows(driven)) == 2)
    page_list(driven).setFocus()
    press(driven, Key.Key_O)
    qtbot.waitUntil(lambda: len(rows(driven)) == 3, timeout=20_000)
    press(driven, Key.Key_Down)
    second = driven.pane.selection()
    assert second == rows(driven)[1].span
    press(driven, Key.Key_Down)
    assert (driven.session.article, driven.pane.selected_text()) == (other, "Varn")
    assert driven.workspace.side.page() == "occurrences"
    assert page_list(driven).hasFocus()


def test_capitals_and_whole_words_are_asked_for_by_keys(driven: Driven) -> None:
    driven.select("harbour")
    driven.keys("O")
    assert len(rows(driven)) == 2
    press(driven, Key.Key_U)
    assert [row.context.match for row in rows(driven)] == ["harbour"]
    press(driven, Key.Key_U, Key.Key_Escape)
    driven.select("port")
    driven.keys("O")
    assert len(rows(driven)) == 1
    press(driven, Key.Key_W)
    assert len(rows(driven)) == 1


def test_another_label_is_ticked_anew(driven: Driven) -> None:
    driven.mark("Varn", "E", "1")
    driven.select("Varn")
    driven.keys("O")
    labels = page(driven).findChild(QComboBox)
    assert labels is not None
    labels.setFocus()
    QTest.keyClick(labels, Key.Key_Down)
    assert [row.ticked for row in rows(driven)] == [True, True]
    page_list(driven).setFocus()
    press(driven, Key.Key_Return)
    assert len({a.label for a in driven.marked()}) == 2


def test_the_label_is_picked_by_the_keys_that_give_it_in_the_text(driven: Driven) -> None:
    driven.select("Varn")
    driven.keys("O")
    press(driven, Key.Key_E, Key.Key_1, Key.Key_Return)
    driven.select("Varn")
    driven.keys("O")
    press(driven, Key.Key_C, Key.Key_2, Key.Key_Return)
    person, claim = (
        ("entity", "person"),
        ("claim", driven.session.scheme.layer("claim").labels[1].id),
    )
    assert sorted({(a.layer, a.label) for a in driven.marked()}) == [claim, person]


def test_the_place_in_hand_is_the_row_in_hand_and_all_stand_out_in_the_text(
    driven: Driven,
) -> None:
    start = driven.pane.text().rindex("Varn")
    driven.pane.select(Span(start, start + 4))
    plain = driven.pane.grab().toImage()
    driven.keys("O")
    assert page_list(driven).currentIndex().row() == 1
    assert driven.pane.grab().toImage() != plain
    press(driven, Key.Key_Escape)
    assert driven.pane.grab().toImage() == plain


def test_escape_leaves_and_nothing_is_marked(driven: Driven) -> None:
    driven.select("Varn")
    driven.keys("O")
    press(driven, Key.Key_Escape)
    assert (driven.workspace.side.page(), quotes(driven)) == ("", [])
    assert driven.pane.hasFocus()


def test_without_a_selection_the_word_at_the_caret_is_taken(driven: Driven) -> None:
    driven.pane.place_caret(driven.pane.text().index("“The"))
    driven.keys("O")
    assert driven.workspace.side.page() == ""
    driven.pane.place_caret(driven.pane.text().index(" spoke"))
    driven.keys("O")
    assert [row.context.match for row in rows(driven)] == ["Varn", "Varn"]


def test_many_places_are_marked_beside_the_window(driven: Driven, qtbot: QtBot) -> None:
    article = add_article(driven.project, "Varn spoke. " * (AT_ONCE + 20))
    driven.session.open_article(article)
    driven.select("Varn")
    driven.keys("O")
    press(driven, Key.Key_Return)
    qtbot.waitUntil(lambda: len(driven.marked()) == AT_ONCE + 20, timeout=20_000)
    qtbot.waitUntil(lambda: driven.workspace.side.page() == "")
    driven.keys("Ctrl+Z")
    assert driven.marked() == []


def test_a_long_article_is_looked_through_beside_the_window(driven: Driven, qtbot: QtBot) -> None:
    line = "Ilse Varn spoke on Monday.\n"
    driven.session.open_article(add_article(driven.project, line * (LONG // len(line) + 1)))
    driven.select("Varn")
    driven.keys("O")
    assert driven.program.window.lookups.busy()
    qtbot.waitUntil(lambda: len(rows(driven)) == LONG // len(line) + 1, timeout=20_000)
    press(driven, Key.Key_A, Key.Key_Space, Key.Key_Return)
    assert quotes(driven) == ["Varn"]
