"""The pane under real hands: mouse, wheel, keys' verbs, marks, and what is painted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pane.hands import (
    ALT,
    CTRL,
    GREEN,
    LEFT,
    NONE,
    SHIFT,
    TEXT,
    VIOLET,
    click_times,
    colors_at,
    drag,
    mark,
    near,
    painted,
    place,
    span,
)
from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.theme import DARK, LIGHT, STRONG_TINT, selected, stroke, tint

# --- the mouse


def test_a_drag_means_the_words_without_their_marks(show: Callable[..., ReadingPane]) -> None:
    pane = show()
    drag(pane, span("inister").start, span("aid (").end)
    assert pane.selected_text() == "minister said"
    assert pane.selection() == span("minister said")


def test_positions_behind_an_emoji_are_right(show: Callable[..., ReadingPane]) -> None:
    pane = show()
    drag(pane, span("Nobody").start, span("came").end)
    assert pane.selected_text() == "Nobody came"
    drag(pane, span("😀").start, span("😀").end)
    assert pane.selected_text() == "😀"


def test_alt_takes_characters_as_they_are(show: Callable[..., ReadingPane]) -> None:
    pane = show()
    drag(pane, span("inister").start, span("minister s").end, ALT)
    assert pane.selected_text() == "inister s"


def test_clicks_count_up_to_the_paragraph(show: Callable[..., ReadingPane]) -> None:
    pane = show()
    expected = ("", "embassy", "Nobody came to the U.S. embassy", "“We must talk,” the minister")
    for times, beginning in enumerate(expected, start=1):
        click_times(pane, span("mbassy").start, times)
        assert pane.selected_text().startswith(beginning)
        assert bool(pane.selected_text()) == (times > 1)
        pane.clear_selection()
        QTest.mouseClick(pane.viewport(), LEFT, NONE, place(pane, 0))


def test_a_double_click_takes_the_word(show: Callable[..., ReadingPane]) -> None:
    pane = show()
    QTest.mouseDClick(pane.viewport(), LEFT, NONE, place(pane, span("Karabakh").start))
    assert pane.selected_text() == "Nagorno-Karabakh"
    QTest.mouseRelease(pane.viewport(), LEFT)


def test_shift_click_extends(show: Callable[..., ReadingPane], qtbot: QtBot) -> None:
    pane = show()
    QTest.mouseClick(pane.viewport(), LEFT, NONE, place(pane, span("Nobody").start))
    with qtbot.waitSignal(pane.selection_finished, timeout=1000):
        QTest.mouseClick(pane.viewport(), LEFT, SHIFT, place(pane, span("U.S").end))
    assert pane.selected_text() == "Nobody came to the U.S."


def test_a_drag_tells_when_it_has_ended(show: Callable[..., ReadingPane], qtbot: QtBot) -> None:
    pane = show()
    with qtbot.waitSignals([pane.selection_changed, pane.selection_finished], timeout=1000):
        drag(pane, span("Nobody").start, span("came").end)


def test_dragging_beyond_the_edge_scrolls_on(
    show: Callable[..., ReadingPane], qtbot: QtBot
) -> None:
    pane = show("A line of some words.\n" * 200)
    view = pane.viewport()
    QTest.mousePress(view, LEFT, NONE, place(pane, 2))
    below = QPointF(view.width() / 2, view.height() + 60.0)
    QApplication.sendEvent(
        view,
        QMouseEvent(
            QEvent.Type.MouseMove, below, view.mapToGlobal(below), LEFT & ~LEFT, LEFT, NONE
        ),
    )
    qtbot.waitUntil(lambda: pane.verticalScrollBar().value() > 200, timeout=3000)
    selection = pane.selection()
    QTest.mouseRelease(view, LEFT, NONE, QPoint(10, 10))
    assert selection is not None
    assert len(selection) > 400


def test_the_wheel_scrolls_and_zooms_with_ctrl(show: Callable[..., ReadingPane]) -> None:
    pane = show("A line of some words.\n" * 200)
    turn(pane, -120, NONE)
    assert pane.verticalScrollBar().value() > 0
    before = pane.zoom()
    turn(pane, 120, CTRL)
    assert pane.zoom() == before + 1


def turn(pane: ReadingPane, delta: int, modifier: Qt.KeyboardModifier) -> None:
    view = pane.viewport()
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, delta),
        LEFT & ~LEFT,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


# --- marks


def test_clicking_a_mark_focuses_the_innermost(
    show: Callable[..., ReadingPane], qtbot: QtBot
) -> None:
    pane = show(TEXT, mark("outer", "in Moscow", layer="claim"), mark("inner", "Moscow"))
    with qtbot.waitSignals([pane.focus_changed, pane.mark_clicked], timeout=1000):
        QTest.mouseClick(pane.viewport(), LEFT, NONE, place(pane, span("oscow").start))
    assert pane.focused() == "inner"
    QTest.mouseClick(pane.viewport(), LEFT, NONE, place(pane, span("minister").start))
    assert pane.focused() == ""


def test_clicking_again_takes_the_mark_around(show: Callable[..., ReadingPane]) -> None:
    outer, inner = mark("outer", "minister said (in Moscow"), mark("inner", "Moscow")
    pane = show(TEXT, outer, mark("around", "in Moscow", layer="claim"), inner)
    found = []
    for _ in range(4):
        QTest.mouseClick(pane.viewport(), LEFT, NONE, place(pane, span("oscow").start + 2))
        found.append(pane.focused())
    assert found == ["inner", "around", "outer", "inner"]


def test_clicking_a_line_under_the_text_takes_the_mark_of_that_lane(
    show: Callable[..., ReadingPane],
) -> None:
    inner = mark("inner", "Moscow", layer="claim", color=VIOLET)
    outer = mark("outer", "the minister said (in Moscow", layer="claim", color=GREEN)
    pane = show(TEXT, mark("entity", "Moscow"), inner, outer)
    image = painted(pane)
    middle = place(pane, span("oscow").start)
    seen = {
        QColor(image.pixel(middle.x(), middle.y() + down)).name(): middle + QPoint(0, down)
        for down in range(8, 28)
    }
    for color, expected in ((VIOLET, "inner"), (GREEN, "outer")):
        QTest.mouseClick(pane.viewport(), LEFT, NONE, seen[stroke(LIGHT, color)])
        assert pane.focused() == expected
        pane.focus_mark("")


def test_marks_are_walked_in_reading_order_by_kind(show: Callable[..., ReadingPane]) -> None:
    pane = show(
        TEXT,
        mark("a", "Moscow"),
        mark("b", "U.S."),
        mark("g", "Nobody", kind="ghost"),
        mark("h", "embassy", kind="ghost"),
    )
    assert [pane.next_mark(1, "annotation") for _ in range(3)] == ["a", "b", ""]
    assert pane.next_mark(1, "ghost") == "h"
    assert pane.next_mark(-1, "ghost") == "g"
    assert pane.caret() == span("Nobody").start


def test_a_ghost_that_goes_leaves_the_way_to_the_next(show: Callable[..., ReadingPane]) -> None:
    pane = show(TEXT, mark("g", "Moscow", kind="ghost"), mark("h", "Nobody", kind="ghost"))
    assert pane.next_mark(1, "ghost") == "g"
    pane.change_marks([mark("a", "Moscow")], ["g"])
    assert pane.focused() == ""
    assert pane.next_mark(1, "ghost") == "h"


def test_focus_of_an_unknown_mark_is_none(show: Callable[..., ReadingPane]) -> None:
    pane = show(TEXT, mark("a", "Moscow"))
    pane.focus_mark("a")
    pane.focus_mark("nothing")
    assert pane.focused() == ""


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_layer_is_painted_in_its_colour(
    show: Callable[..., ReadingPane], theme: object
) -> None:
    assert theme in (LIGHT, DARK)
    colors = LIGHT if theme is LIGHT else DARK
    pane = show()
    pane.set_theme(colors)
    assert tint(colors, VIOLET) not in colors_at(pane, "Moscow")
    pane.change_marks([mark("m", "Moscow", color=VIOLET)], [])
    assert tint(colors, VIOLET) in colors_at(pane, "Moscow")
    for layer in ("claim", "event", "framing"):
        pane.change_marks([mark("m", "Moscow", layer=layer, color=VIOLET)], [])
        found = colors_at(pane, "Moscow")
        assert tint(colors, VIOLET) not in found
        assert near(stroke(colors, VIOLET), found)
    pane.change_marks([], ["m"])
    assert not near(stroke(colors, VIOLET), colors_at(pane, "Moscow"))


def test_a_ghost_has_the_same_shape_with_gaps(show: Callable[..., ReadingPane]) -> None:
    for layer in ("claim", "event", "framing", "entity"):
        pane = show(TEXT, mark("m", "minister", layer=layer, color=VIOLET))
        solid = unbroken(pane, "minister", up=layer == "framing")
        pane.change_marks([mark("m", "minister", layer=layer, kind="ghost", color=VIOLET)], [])
        dashed = unbroken(pane, "minister", up=layer == "framing")
        assert solid > 0.95
        assert 0.2 < dashed < 0.9, layer


def unbroken(pane: ReadingPane, part: str, *, up: bool) -> float:
    """How far a line runs along a part of the text: its fullest row, or all rows seen as one."""
    image, where = painted(pane), span(part)
    first, last = place(pane, where.start), place(pane, where.end)
    columns = range(first.x() + 6, last.x() - 6)
    rows = [
        {x for x in columns if QColor(image.pixel(x, y)).saturation() > 45}
        for y in range(first.y() - 18, first.y() + 24)
    ]
    if up:
        rows = [set().union(*rows)]
    return max(map(len, rows)) / len(columns)


def test_nested_marks_of_one_layer_are_told_apart(show: Callable[..., ReadingPane]) -> None:
    for layer in ("entity", "claim", "event", "framing"):
        outer = mark("outer", "the minister said", layer=layer)
        pane = show(TEXT, outer)
        alone = painted(pane)
        pane.change_marks([mark("inner", "minister", layer=layer)], [])
        assert painted(pane) != alone


def test_the_focused_mark_has_a_strong_ground_and_its_label(
    show: Callable[..., ReadingPane],
) -> None:
    pane = show(TEXT, mark("m", "Moscow", color=VIOLET))
    pane.focus_mark("m")
    found = colors_at(pane, "Moscow")
    assert tint(LIGHT, VIOLET, STRONG_TINT) in found
    assert stroke(LIGHT, VIOLET) in found


def test_the_selection_is_painted_over_marks(show: Callable[..., ReadingPane]) -> None:
    pane = show(TEXT, mark("m", "Moscow", color=VIOLET))
    pane.select(span("Moscow"))
    assert near(selected(LIGHT, tint(LIGHT, VIOLET)), colors_at(pane, "Moscow"))


def test_muted_layers_are_pale_and_tags_can_be_shown(show: Callable[..., ReadingPane]) -> None:
    pane = show(TEXT, mark("m", "Moscow", layer="claim", color=VIOLET))
    assert near(stroke(LIGHT, VIOLET), colors_at(pane, "Moscow"))
    pane.set_muted(["claim"])
    assert not near(stroke(LIGHT, VIOLET), colors_at(pane, "Moscow"))
    pane.set_muted([])
    plain = pane.caret_rect(span("The last").start).top()
    pane.set_tags(shown=True)
    assert pane.caret_rect(span("The last").start).top() > plain


def test_many_lanes_make_their_paragraph_taller_and_give_the_room_back(
    show: Callable[..., ReadingPane],
) -> None:
    pane = show()
    below = span("The last").start
    before = pane.caret_rect(below).top()
    crowd = [
        mark(f"m{n}", "Nobody came to the U.S. embassy"[:-n], layer="claim") for n in range(1, 7)
    ]
    pane.change_marks(crowd, [])
    assert pane.caret_rect(below).top() > before
    pane.change_marks([], [one.id for one in crowd])
    assert pane.caret_rect(below).top() == before


def test_a_line_keeps_its_lane_while_marks_come_and_go_and_the_text_is_scrolled(
    show: Callable[..., ReadingPane],
) -> None:
    long = TEXT + "\n\nMore words." * 200
    pane = show(long, mark("m", "minister said (in Moscow", layer="claim", color=VIOLET))
    lane = below(pane, VIOLET)
    pane.change_marks([mark("inner", "minister", layer="claim", color=GREEN)], [])
    assert below(pane, VIOLET) == lane < below(pane, GREEN)
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    painted(pane)
    bar.setValue(0)
    assert below(pane, VIOLET) == lane
    inner = below(pane, GREEN)
    pane.change_marks([], ["m"])
    assert below(pane, GREEN) == inner


def below(pane: ReadingPane, color: str) -> int:
    """How far under the middle of the text the line of a mark is seen."""
    image, middle = painted(pane), place(pane, span("inister").start)
    line = stroke(LIGHT, color)
    return next(
        y for y in range(8, 40) if QColor(image.pixel(middle + QPoint(3, y))).name() == line
    )


# --- caret, keys' verbs, places


def test_lines_keep_the_column(show: Callable[..., ReadingPane]) -> None:
    pane = show("The quick brown fox jumps over a dog. " * 12)
    pane.place_caret(30)
    column = pane.caret_rect(30).x()
    pane.move_caret("line", 1, extend=False)
    assert abs(pane.caret_rect(pane.caret()).x() - column) < 12
    pane.move_caret("line", -1, extend=False)
    assert pane.caret() == 30


def test_lines_step_over_blank_ones_and_stop_at_both_ends(
    show: Callable[..., ReadingPane],
) -> None:
    pane = show("First words\n\nSecond words")
    pane.move_caret("line", 1, extend=False)
    assert pane.caret() == 13
    pane.move_caret("line", 1, extend=False)
    assert pane.caret() == len("First words\n\nSecond words")
    pane.move_caret("line", -1, extend=False)
    pane.move_caret("line", -1, extend=False)
    assert pane.caret() == 0


def test_shift_let_go_ends_a_selection_by_keys(
    show: Callable[..., ReadingPane], qtbot: QtBot
) -> None:
    pane = show()
    pane.move_caret("word", 1, extend=True)
    with qtbot.waitSignal(pane.selection_finished, timeout=1000):
        QTest.keyRelease(pane, Qt.Key.Key_Shift)
    with qtbot.assertNotEmitted(pane.selection_finished):
        QTest.keyRelease(pane, Qt.Key.Key_Shift)


def test_copying_takes_the_text_of_the_article(show: Callable[..., ReadingPane]) -> None:
    text = "one\u00a0two\u2028three 😀"
    pane = show(text)
    pane.select(Span(0, len(text)))
    pane.copy()
    assert QGuiApplication.clipboard().text() == text


def test_the_caret_is_kept_in_sight(show: Callable[..., ReadingPane]) -> None:
    text = "\n\n".join(f"Paragraph {n} has some words in it. " * 9 for n in range(300))
    pane = show(text)
    for position in (len(text), len(text) // 3, len(text) // 2, 10):
        pane.place_caret(position)
        assert pane.viewport().rect().contains(place(pane, position))


def test_the_anchor_is_where_the_selection_is_seen(show: Callable[..., ReadingPane]) -> None:
    pane = show(TEXT, mark("m", "embassy"))
    pane.select(span("minister"))
    assert pane.anchor_rect().contains(place(pane, span("minister").start + 3))
    pane.clear_selection()
    pane.focus_mark("m")
    assert pane.anchor_rect().contains(place(pane, span("embassy").start + 3))


def test_the_end_is_the_end_whatever_was_estimated(show: Callable[..., ReadingPane]) -> None:
    text = "iiii llll iiii. " * 3000 + "\n\n" + "WWWW MMMM. " * 3000 + "end"
    pane = show(text)
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() == bar.maximum()
    assert pane.viewport().rect().contains(place(pane, len(text)))
    bar.setValue(0)
    assert pane.viewport().rect().contains(place(pane, 0))


def test_what_is_seen_stays_while_estimates_above_are_corrected(
    show: Callable[..., ReadingPane],
) -> None:
    pane = show("\n\n".join("iiii llll iiii. " * (n % 40 + 3) for n in range(400)))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = pane.viewport().rect().center()
    for _ in range(100):
        position = pane.position_on_screen(pane.viewport().mapToGlobal(middle))
        before = place(pane, position).y()
        bar.setValue(bar.value() - 30)
        assert place(pane, position).y() == before + 30


def test_what_comes_into_sight_next_is_laid_out_once_all_is_painted(
    show: Callable[..., ReadingPane], qtbot: QtBot
) -> None:
    pane = show("A line that is soon over.\n\n" * 400)
    flow, sight = pane._page.flow, pane._sight
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    below = flow.heights.find(sight.top + sight.height) + 1
    assert below not in flow._laid_out
    first = sight.position_at(QPointF(100, 100))
    qtbot.waitUntil(lambda: below in flow._laid_out)
    assert sight.position_at(QPointF(100, 100)) == first


def test_zoom_and_width_keep_the_place_in_the_text(show: Callable[..., ReadingPane]) -> None:
    text = "\n\n".join(f"Paragraph {n} has some words in it. " * 9 for n in range(300))
    pane = show(text)
    pane.place_caret(len(text) // 2)
    corner = pane.viewport().mapToGlobal(QPoint(200, 2))
    before = pane.position_on_screen(corner)
    pane.set_zoom(20)
    assert abs(pane.position_on_screen(corner) - before) < 400
    pane.resize(500, 700)
    assert abs(pane.position_on_screen(corner) - before) < 600


def test_right_to_left_text_is_hit_and_selected_where_it_is_seen(
    show: Callable[..., ReadingPane],
) -> None:
    pane = show()
    words = span("השר במוסקבה")
    assert place(pane, words.start).x() > place(pane, words.end).x()
    drag(pane, words.start + 1, words.end - 1)
    assert pane.selected_text() == "השר במוסקבה"
    drag(pane, span("the treaty").start + 1, span("the treaty").end - 1)
    assert pane.selected_text() == "the treaty"
    pane.select(Span(span("על the").start, span("שלום").end))
    assert near(selected(LIGHT, LIGHT.background), colors_at(pane, "the treaty"))


def test_every_position_of_a_mixed_line_can_be_clicked(show: Callable[..., ReadingPane]) -> None:
    text = "abc אבג דהו def 😀 e\u0301x 👨‍👩‍👧 end"
    pane = show(text)
    borders = {text.index("אבג"), text.index(" def")}  # each is seen in two places
    for position in set(range(len(text))) - borders:
        there = place(pane, position)
        found = pane.position_on_screen(pane.viewport().mapToGlobal(there))
        assert abs(place(pane, found).x() - there.x()) <= 1


def test_an_empty_article_and_none_are_shown_as_nothing(show: Callable[..., ReadingPane]) -> None:
    pane = show("")
    for unit in ("character", "word", "line", "sentence", "paragraph"):
        pane.move_caret(unit, 1, extend=True)
    pane.grow_selection()
    pane.set_article(None, ())
    QTest.mouseClick(pane.viewport(), LEFT, NONE, QPoint(100, 100))
    QTest.mouseMove(pane.viewport(), QPoint(120, 120))
    painted(pane)
    assert pane.selection() is None
    assert pane.next_mark(1, "ghost") == ""


def test_a_new_article_starts_afresh(show: Callable[..., ReadingPane], qtbot: QtBot) -> None:
    pane = show(TEXT, mark("m", "Moscow"))
    pane.focus_mark("m")
    pane.select(span("minister"))
    with qtbot.waitSignal(pane.focus_changed, timeout=1000):
        pane.set_article(ArticleText("b", "Other words", structure_of("Other words")), ())
    assert (pane.focused(), pane.selection(), pane.caret()) == ("", None, 0)
    assert pane.verticalScrollBar().value() == 0
