"""Rows of a concordance: the hit in its place, its neighbours as the script runs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from workbench.domain.occurrences import Context
from workbench.domain.span import Span
from workbench.ui.annotate.pages.concordance import ConcordanceView, Row


def painted(qtbot: QtBot, context: Context) -> QImage:
    """A view with one row, as an image."""
    view = ConcordanceView()
    qtbot.addWidget(view)
    view.resize(400, 60)
    view.concordance().show_rows([Row("a", Span(0, 1), context)])
    view.show()
    return view.grab().toImage()


def inked(image: QImage) -> tuple[int, int]:
    """The first and last column of an image that is not blank."""
    blank = QColor(image.pixel(1, image.height() - 2))
    columns = [
        x
        for x in range(2, image.width() - 2)
        if any(QColor(image.pixel(x, y)) != blank for y in range(2, 40))
    ]
    return columns[0], columns[-1]


@pytest.mark.parametrize(
    ("context", "on_the_left"),
    [
        (Context("before ", "hit", ""), True),
        (Context("", "hit", " after"), False),
        (Context("לפני ", "מילה", ""), False),
        (Context("", "מילה", " אחרי"), True),
        (Context("قبل ", "كلمة", ""), False),
    ],
)
def test_what_stands_before_is_on_the_side_where_the_script_begins(
    qtbot: QtBot,
    context: Context,
    on_the_left: bool,  # noqa: FBT001
) -> None:
    alone = inked(painted(qtbot, Context("", context.match, "")))
    both = inked(painted(qtbot, context))
    assert (both[0] < alone[0] - 5) == on_the_left
    assert (both[1] > alone[1] + 5) == (not on_the_left)


def test_a_row_says_all_of_itself_to_a_screen_reader(qtbot: QtBot) -> None:
    view = ConcordanceView()
    qtbot.addWidget(view)
    rows = [
        Row("a", Span(0, 1), Context("the ", "hit", " here"), below="Title", ticked=True),
        Row("a", Span(0, 1), Context("the ", "hit", " here")),
    ]
    view.concordance().show_rows(rows)
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [view.model().index(place, 0).data(role) for place in range(2)]
    assert said == ["the hit here, Title, ticked", "the hit here"]


def test_walking_down_reads_further_rows_and_up_from_the_first_goes_to_the_last(
    qtbot: QtBot,
) -> None:
    view = ConcordanceView()
    qtbot.addWidget(view)
    context = Context("", "hit", "")
    view.concordance().show_rows(Row("a", Span(n, n + 1), context) for n in range(230))
    assert view.model().rowCount() == 100
    starts = [row.span.start for _ in range(231) if (row := view.step(1)) is not None]
    assert starts == [*range(230), 0]
    last = view.step(-1)
    assert last is not None
    assert last.span.start == 229


def test_of_no_rows_none_is_taken(qtbot: QtBot) -> None:
    view = ConcordanceView()
    qtbot.addWidget(view)
    view.concordance().show_rows(())
    assert view.step(1) is None
    assert view.go_to(3) is None
