"""What stands out in the pane: curves of relations, numbers, found places, tags, faded tints."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.pane.hands import (
    ALT,
    TEXT,
    VIOLET,
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
from workbench.ui.pane.marks import Link, Mark
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.theme import DARK, LIGHT, stroke, tag_ground

Show = Callable[..., ReadingPane]


def changed(before: QImage, after: QImage) -> set[tuple[int, int]]:
    """The places of the pixels that are another colour now."""
    return {
        (x, y)
        for y in range(before.height())
        for x in range(before.width())
        if before.pixel(x, y) != after.pixel(x, y)
    }


def ink(image: QImage) -> set[tuple[int, int]]:
    """The places of the pixels of letters."""
    dark = QColor(LIGHT.text).lightness() + 6
    return {
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if QColor(image.pixel(x, y)).lightness() <= dark
    }


# --- relations


@pytest.fixture
def related(show: Show) -> ReadingPane:
    """A pane with a claim, its source above it, and another relation below."""
    pane = show(
        TEXT,
        mark("source", "Talks"),
        mark("claim", "Nobody came to the U.S. embassy", layer="claim", color=VIOLET),
        mark("last", "last paragraph"),
    )
    pane.set_relations([Link("r", "said by", "claim", "source"), Link("s", "x", "last", "claim")])
    return pane


def test_relations_are_drawn_only_where_a_mark_has_the_focus(related: ReadingPane) -> None:
    related.set_relations([])
    plain = painted(related)
    related.set_relations([Link("r", "said by", "claim", "source")])
    assert painted(related) == plain
    related.focus_mark("claim")
    with_relation = painted(related)
    related.set_relations([])
    drawn = changed(with_relation, painted(related))
    between = range(place(related, 0).y() + 20, place(related, span("Nobody").start).y() - 20)
    assert {y for _, y in drawn} >= set(between)


def test_curves_hide_no_letter(related: ReadingPane) -> None:
    related.focus_mark("claim")
    with_relations = ink(painted(related))
    related.set_relations([])
    assert ink(painted(related)) <= with_relations


def test_a_relation_that_leads_out_of_sight_points_there(show: Show) -> None:
    text = "First words here.\n\n" + "A line between.\n\n" * 80 + "Last words there."
    first, last = text.index("words"), text.rindex("words")
    pane = show(
        text,
        Mark("a", "entity", "x", (Span(first, first + 5),)),
        Mark("b", "entity", "x", (Span(last, last + 5),)),
    )
    links = [Link("r", "leads to", "a", "b")]
    for id, position, downwards in (("a", first, True), ("b", last, False)):
        pane.set_relations([])
        pane.focus_mark(id)
        without = painted(pane)
        pane.set_relations(links)
        rows = {y for _, y in changed(without, painted(pane))}
        assert rows
        here = place(pane, position).y()
        assert all((y > here) == downwards for y in rows)


def test_a_new_article_has_no_relations_numbers_or_found_places(related: ReadingPane) -> None:
    related.focus_mark("claim")
    related.set_numbers({"source": "1"})
    related.set_hits([span("Nobody")], 0)
    marks = [mark("claim", "Nobody", layer="claim")]
    fresh = ArticleText("b", TEXT, structure_of(TEXT))
    related.set_article(fresh, marks)
    related.focus_mark("claim")
    shown = painted(related)
    related.set_relations([])
    related.set_numbers({})
    related.set_hits([])
    assert painted(related) == shown


# --- numbers and found places


def test_numbers_stand_at_the_beginnings_of_their_marks(show: Show) -> None:
    hebrew = "השר במוסקבה"
    pane = show(TEXT, mark("a", "minister"), mark("h", hebrew))
    plain = painted(pane)
    for id, part in (("a", "minister"), ("h", hebrew)):
        pane.set_numbers({id: "7", "unknown": "8"})
        seen = changed(plain, painted(pane))
        start = place(pane, span(part).start)
        assert seen
        assert all(abs(x - start.x()) < 12 and -24 < y - start.y() < 4 for x, y in seen)
    pane.set_numbers({})
    assert painted(pane) == plain


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_found_places_are_seen_and_the_current_one_more_so(show: Show, theme: object) -> None:
    colors = LIGHT if theme is LIGHT else DARK
    pane = show(TEXT, mark("m", "Moscow"))
    pane.set_theme(colors)
    pane.set_hits([span("Talks"), span("Moscow"), span("embassy")], 2)
    assert colors.found in colors_at(pane, "Talks")
    assert colors.found in colors_at(pane, "Moscow")  # around the mark's own ground
    assert colors.found_now in colors_at(pane, "embassy")
    pane.set_hits([])
    assert colors.found not in colors_at(pane, "Talks") | colors_at(pane, "Moscow")


# --- tags


def test_the_tag_of_the_focused_mark_hides_no_letter_of_the_line_above(show: Show) -> None:
    text = "Talks on gypsy jaggery pyjamas collapse again and gypsy jaggery pyjamas go on today"
    body = ("gypsy jaggery pyjamas quay yogi " * 12).strip()
    article = f"{text}\n\n{body}.\n\n{body}."
    places = [article.index("go on"), article.index("quay", 300)]
    marks = [
        Mark(f"m{at}", "entity", "organization", (Span(at, at + 4),), color=VIOLET) for at in places
    ]
    pane = show(article, *marks, width=640)
    for one in marks:
        pane.change_marks([], [m.id for m in marks])
        letters = ink(painted(pane))
        pane.change_marks(marks, [])
        pane.focus_mark(one.id)
        assert near(tag_ground(LIGHT, VIOLET), around(pane, one.span.start))
        at = place(pane, one.span.start)
        above = {(x, y) for x, y in letters if y < at.y() - 12}
        assert above <= ink(painted(pane))


def around(pane: ReadingPane, position: int) -> set[str]:
    image, at = painted(pane), place(pane, position)
    return {
        QColor(image.pixel(at + QPoint(x, y))).name() for x in range(40) for y in range(-30, -10)
    }


# --- what a sweep left out


def test_what_was_trimmed_is_shown_for_a_moment(show: Show, qtbot: QtBot) -> None:
    pane = show()
    quote = span("“We must talk,”")
    drag(pane, quote.start, quote.end)
    assert pane.selected_text() == "We must talk"
    assert sample(pane, quote.start) != LIGHT.background
    qtbot.waitUntil(lambda: sample(pane, quote.start) == LIGHT.background, timeout=3000)


def test_what_is_meant_as_it_is_leaves_nothing(show: Show) -> None:
    pane = show()
    quote = span("“We must talk,”")
    drag(pane, quote.start, quote.end, ALT)
    pane.clear_selection()
    assert sample(pane, quote.start) == LIGHT.background


def test_a_new_caret_ends_the_fading(show: Show) -> None:
    pane = show()
    quote = span("“We must talk,”")
    drag(pane, quote.start, quote.end)
    assert sample(pane, quote.start) != LIGHT.background
    pane.place_caret(len(TEXT))
    assert sample(pane, quote.start) == LIGHT.background


def sample(pane: ReadingPane, position: int) -> str:
    """The colour of the ground under a character, a little under its baseline."""
    at = place(pane, position) + QPoint(4, 9)
    return QColor(painted(pane).pixel(at)).name()


# --- the look


def test_typefaces_and_measures_are_chosen(show: Show) -> None:
    pane = show("Word after word after word. " * 40)
    end = len(pane.text())

    def lines() -> int:
        return pane.caret_rect(end).y() - pane.caret_rect(0).y()

    normal = lines()
    pane.set_measure("narrow")
    assert lines() > normal
    pane.resize(1400, 700)
    pane.set_measure("wide")
    assert lines() < normal
    serif = painted(pane)
    pane.set_typeface("sans")
    assert painted(pane) != serif


def test_a_frame_at_twice_the_pixels_is_as_sharp(show: Show) -> None:
    """Lines under the text are whole at 200 %: no row of them is only half painted."""
    pane = show(TEXT, mark("m", "minister said", layer="claim", color=VIOLET))
    image = QImage(pane.viewport().size() * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    pane.viewport().render(image)
    middle = place(pane, span("minister").start + 4) * 2
    column = [QColor(image.pixel(middle.x(), middle.y() + down)).name() for down in range(24, 50)]
    line = stroke(LIGHT, VIOLET)
    assert column.count(line) == 4
    assert set(column) == {line, LIGHT.background}


# --- fragments


@pytest.mark.parametrize(
    ("first", "second"), [("We must", "minister"), ("Nobody", "stayed open"), ("אמר", "על the")]
)
def test_fragments_of_the_focused_mark_are_joined(show: Show, first: str, second: str) -> None:
    pane = show(TEXT, Mark("m", "claim", "x", (span(first), span(second)), color=VIOLET))
    pane.focus_mark("m")
    out = QPoint(8, 12) if first.isascii() else QPoint(-8, 12)
    behind = place(pane, span(first).end) + out
    assert near(stroke(LIGHT, VIOLET), row(painted(pane), behind))
    apart = (Mark(part, "claim", "x", (span(part),), color=VIOLET) for part in (first, second))
    pane.change_marks(apart, ["m"])
    pane.focus_mark(first)
    assert not near(stroke(LIGHT, VIOLET), row(painted(pane), behind))


def row(image: QImage, at: QPoint) -> set[str]:
    """The colours around a place, a few pixels to each side."""
    return {
        QColor(image.pixel(at + QPoint(x, y))).name() for x in range(-3, 4) for y in range(-3, 3)
    }
