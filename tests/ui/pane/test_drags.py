"""Dragging from marks by mouse: borders by their handles, relations with Ctrl."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from tests.ui.pane.hands import (
    ALT,
    CTRL,
    LEFT,
    NONE,
    TEXT,
    VIOLET,
    colors_at,
    grab,
    mark,
    move,
    on_border,
    place,
    pull,
    span,
)
from workbench.domain.span import Span
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.theme import LIGHT, STRONG_TINT, tint

Show = Callable[..., ReadingPane]
INWARD = 2  # pixels into a mark from its border, still on the handle
HEBREW = "השר במוסקבה"


def dragged(
    pane: ReadingPane, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE
) -> list[object]:
    """What the pane told of borders while the mouse dragged."""
    spy = QSignalSpy(pane.border_dragged)
    pull(pane, start, end, modifier)
    return [spy.at(i) for i in range(spy.count())]


def test_the_end_goes_to_the_words_it_is_dragged_to(show: Show) -> None:
    pane = show(TEXT, mark("m", "minister"))
    pane.focus_mark("m")
    start = on_border(pane, span("minister").end, inward=-INWARD)
    assert dragged(pane, start, place(pane, span("oscow").start + 4)) == [
        ["m", (span("minister said (in Moscow"),)]
    ]
    assert pane.focused() == "m"


def test_the_start_goes_to_the_words_it_is_dragged_to(show: Show) -> None:
    pane = show(TEXT, mark("m", "minister"))
    pane.focus_mark("m")
    start = on_border(pane, span("minister").start, inward=INWARD)
    assert dragged(pane, start, place(pane, span("talk,").start + 1)) == [
        ["m", (span("talk,” the minister"),)]
    ]


def test_alt_moves_a_border_by_characters(show: Show) -> None:
    pane = show(TEXT, mark("m", "minister"))
    pane.focus_mark("m")
    start = on_border(pane, span("minister").end, inward=-INWARD)
    assert dragged(pane, start, place(pane, span("ister").start), ALT) == [["m", (span("min"),)]]


def test_each_fragment_has_handles_and_stays_apart_from_the_others(show: Show) -> None:
    split = Mark("m", "claim", "claim", (span("minister"), span("Moscow")))
    pane = show(TEXT, split)
    pane.focus_mark("m")
    start = on_border(pane, span("Moscow").start, inward=INWARD)
    assert dragged(pane, start, place(pane, 25)) == [
        ["m", (span("minister"), span("said (in Moscow"))]
    ]


def test_right_to_left_a_start_is_on_the_right(show: Show) -> None:
    pane = show(TEXT, mark("m", HEBREW))
    pane.focus_mark("m")
    words = span(HEBREW)
    assert place(pane, words.start).x() > place(pane, words.end).x()
    start = on_border(pane, words.start, inward=-INWARD)
    assert dragged(pane, start, place(pane, span("מוסקבה").start)) == [["m", (span("במוסקבה"),)]]
    end = on_border(pane, words.end, inward=INWARD)
    assert dragged(pane, end, place(pane, span("treaty").start + 2)) == [
        ["m", (span(f"{HEBREW} על the"),)]
    ]


def test_a_border_in_a_line_of_both_directions_can_be_dragged_back(show: Show) -> None:
    pane = show(TEXT, mark("m", "על the treaty"))
    pane.focus_mark("m")
    words = span("על the treaty")
    start = on_border(pane, words.start, inward=-INWARD)
    assert dragged(pane, start, place(pane, span("השר").start - 2)) == [
        ["m", (span("אמר השר במוסקבה על the treaty"),)]
    ]


def test_a_drag_is_shown_before_it_is_done(show: Show) -> None:
    pane = show(TEXT, mark("m", "minister", color=VIOLET))
    pane.focus_mark("m")
    strong = tint(LIGHT, VIOLET, STRONG_TINT)
    assert strong not in colors_at(pane, "Moscow")
    spy = QSignalSpy(pane.border_dragged)
    grab(
        pane,
        on_border(pane, span("minister").end, inward=-INWARD),
        place(pane, span("Moscow").end),
    )
    assert strong in colors_at(pane, "Moscow")
    assert spy.count() == 0
    QTest.mouseRelease(pane.viewport(), LEFT, NONE, place(pane, span("Moscow").end))
    assert spy.count() == 1
    assert strong not in colors_at(pane, "Moscow")


def test_a_drag_can_be_let_go(show: Show) -> None:
    pane = show(TEXT, mark("m", "minister"))
    pane.focus_mark("m")
    there = place(pane, span("Moscow").end)
    spy = QSignalSpy(pane.border_dragged)
    assert not pane.cancel_drag()
    grab(pane, on_border(pane, span("minister").end, inward=-INWARD), there)
    assert pane.cancel_drag()
    move(pane, there + QPoint(40, 0))
    QTest.mouseRelease(pane.viewport(), LEFT, NONE, there)
    assert spy.count() == 0
    assert pane.selection() is None
    assert pane.focused() == "m"


def test_a_drag_back_to_where_it_began_changes_nothing(show: Show) -> None:
    pane = show(TEXT, mark("m", "minister"))
    pane.focus_mark("m")
    start = on_border(pane, span("minister").end, inward=-INWARD)
    spy = QSignalSpy(pane.border_dragged)
    grab(pane, start, place(pane, span("Moscow").end))
    move(pane, start)
    QTest.mouseRelease(pane.viewport(), LEFT, NONE, start)
    assert spy.count() == 0


def test_a_click_on_a_handle_is_a_click(show: Show, qtbot: QtBot) -> None:
    pane = show(TEXT, mark("m", "minister"))
    pane.focus_mark("m")
    with qtbot.waitSignal(pane.mark_clicked, timeout=1000):
        QTest.mouseClick(
            pane.viewport(), LEFT, NONE, on_border(pane, span("minister").end, inward=-INWARD)
        )
    assert pane.caret() == span("minister").end


def test_a_knob_is_easier_to_take_than_a_bar_that_sweeps_begin_beside(show: Show) -> None:
    for beside in (-5, 5):
        pane = show(TEXT, mark("m", "minister"))
        pane.focus_mark("m")
        bar = place(pane, span("minister").end) + QPoint(beside, 0)
        assert dragged(pane, bar, place(pane, span("Moscow").end)) == []
        assert pane.selected_text().endswith("Moscow")
        pane.focus_mark("m")
        assert dragged(pane, bar + QPoint(0, 14), place(pane, span("Moscow").end)) == [
            ["m", (span("minister said (in Moscow"),)]
        ]


def test_only_the_focused_annotation_has_handles(show: Show) -> None:
    for kind, focus in (("ghost", "m"), ("annotation", "")):
        pane = show(TEXT, mark("m", "minister", kind="ghost" if kind == "ghost" else "annotation"))
        pane.focus_mark(focus)
        start = on_border(pane, span("minister").end, inward=-INWARD)
        assert dragged(pane, start, place(pane, span("Moscow").end)) == []
        assert pane.selected_text() != ""


def test_handles_show_themselves_under_the_mouse(show: Show) -> None:
    pane = show(TEXT, mark("m", "minister"))
    pane.focus_mark("m")
    view = pane.viewport()
    for where, shape in (
        (on_border(pane, span("minister").end, inward=1), Qt.CursorShape.SizeHorCursor),
        (place(pane, span("inister").start + 3), Qt.CursorShape.PointingHandCursor),
        (place(pane, span("Nobody").start), Qt.CursorShape.IBeamCursor),
    ):
        QTest.mouseMove(view, where)
        assert view.cursor().shape() == shape


def test_dragging_beyond_the_edge_scrolls_on(show: Show, qtbot: QtBot) -> None:
    text = "A line of some words.\n" * 200
    pane = show(text, Mark("m", "claim", "claim", (Span(2, 6),)))
    pane.focus_mark("m")
    below = QPoint(place(pane, 6).x(), pane.viewport().height() + 60)
    spy = QSignalSpy(pane.border_dragged)
    grab(pane, on_border(pane, 6, inward=-INWARD), below)
    qtbot.waitUntil(lambda: pane.verticalScrollBar().value() > 200, timeout=3000)
    QTest.mouseRelease(pane.viewport(), LEFT, NONE, below)
    ((_, (found,)),) = [spy.at(i) for i in range(spy.count())]
    assert found.start == 2
    assert found.end > 400


# --- relations


def related(pane: ReadingPane, start: str, end: str) -> list[object]:
    spy = QSignalSpy(pane.relation_dragged)
    middles = [(span(part).start + span(part).end) // 2 for part in (start, end)]
    pull(pane, place(pane, middles[0]), place(pane, middles[1]), CTRL)
    return [spy.at(i) for i in range(spy.count())]


def test_ctrl_drags_a_relation_from_mark_to_mark(show: Show) -> None:
    pane = show(TEXT, mark("a", "minister"), mark("b", "embassy"))
    assert related(pane, "minister", "embassy") == [["a", "b"]]
    assert related(pane, "embassy", "minister") == [["b", "a"]]
    assert pane.selection() is None


@pytest.mark.parametrize("target", ["Nobody", "minister"])
def test_a_relation_needs_another_mark(show: Show, target: str) -> None:
    pane = show(TEXT, mark("a", "minister"))
    assert related(pane, "minister", target) == []


def test_a_relation_may_lead_to_a_ghost_but_not_from_one(show: Show) -> None:
    pane = show(TEXT, mark("a", "minister"), mark("g", "Moscow", kind="ghost"))
    assert related(pane, "minister", "Moscow") == [["a", "g"]]
    assert related(pane, "Moscow", "minister") == []


def test_ctrl_beside_annotations_sweeps_as_ever(show: Show) -> None:
    pane = show(TEXT, mark("a", "minister"))
    assert related(pane, "Nobody", "embassy") == []
    assert pane.selected_text() == "Nobody came to the U.S. embassy"


def test_a_relation_that_is_dragged_shows_where_it_leads(show: Show) -> None:
    pane = show(TEXT, mark("a", "minister"), mark("b", "embassy", color=VIOLET))
    strong = tint(LIGHT, VIOLET, STRONG_TINT)
    there = place(pane, span("embassy").start + 3)
    grab(pane, place(pane, span("minister").start + 3), there, CTRL)
    assert strong in colors_at(pane, "embassy")
    assert pane.cancel_drag()
    assert strong not in colors_at(pane, "embassy")
    QTest.mouseRelease(pane.viewport(), LEFT, CTRL, there)
