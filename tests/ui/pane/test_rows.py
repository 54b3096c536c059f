"""Rows of bars: under the words that they are about, as many as there are people, and quick."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.theme import LIGHT, tint
from workbench.ui.pane.typography import ROW_BEFORE

TEXT = "Harbour stays closed\n\nMayor Ilse Varn spoke first, and Bo Reed after her."
BLUE = "#4172e3"


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    start = TEXT.index("Ilse Varn")
    marks = [
        Mark(f"m-{row}", "entity", "Person", (Span(start, start + 9),), color=BLUE, row=row)
        for row in (0, 2)
    ]
    pane.set_article(ArticleText("a", TEXT, structure_of(TEXT)), marks)
    return pane


def painted(pane: ReadingPane, *, row: int) -> bool:
    """Whether a bar is painted in a row under the name."""
    image = pane.viewport().grab().toImage()
    box = pane._sight.box_of([Span(TEXT.index("Ilse"), TEXT.index("Ilse") + 9)])
    place = pane._sight.place_of(box)
    height = pane._page.flow.typography.styles["paragraph"].row
    y = place.bottom() + 4 + row * height + (height - 2) // 2
    ground = QColor(tint(LIGHT, BLUE, 0.30))
    colors = {image.pixelColor(x, y).name() for x in range(place.left() + 2, place.right() - 2)}
    return ground.name() in colors


def test_a_bar_lies_in_its_row_under_its_words(pane: ReadingPane) -> None:
    pane.set_rows(["A", "B", "Gold"])
    assert [painted(pane, row=row) for row in range(3)] == [True, False, True]


def test_a_line_with_bars_has_room_for_all_rows_and_no_other(pane: ReadingPane) -> None:
    before = pane._page.flow.height
    pane.set_rows(["A", "B", "Gold"])
    style = pane._page.flow.typography.styles["paragraph"]
    assert pane._page.flow.height - before == 3 * style.row  # under one line of two
    pane.change_marks((), ["m-0", "m-2"])
    assert pane._page.flow.height == before


def test_the_names_of_rows_are_seen_whole_in_a_narrow_pane(pane: ReadingPane) -> None:
    pane.resize(420, 500)
    pane.set_rows(["A", "B", "Gold"])
    image = pane.viewport().grab().toImage()
    left = round(pane._sight.origin.x())
    ground = image.pixelColor(0, 0)
    inked = [
        x
        for x in range(left)
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]
    assert ROW_BEFORE - 2 <= inked[0] < left - ROW_BEFORE


def test_marks_in_rows_take_no_lane_and_no_shape(pane: ReadingPane) -> None:
    pane.set_rows(["A", "B", "Gold"])
    assert pane._page.lanes.under(Span(0, len(TEXT))) == 0
    layout = pane._page.flow.layout(pane._page.flow.pieces.over(Span(30, 40))[0])
    assert pane._painting._drawn.of(1, layout) == ()
