"""What the mouse drags in the text is one act on the project, and can be taken back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.annotate.driven import Driven
from tests.ui.pane.hands import on_border, place, pull
from workbench.domain.annotation import Annotation

CTRL = Qt.KeyboardModifier.ControlModifier


def middle(driven: Driven, words: str) -> QPoint:
    start = driven.pane.text().index(words)
    return place(driven.pane, start + len(words) // 2)


def test_a_border_follows_the_mouse_and_undo_brings_it_back(driven: Driven) -> None:
    driven.select("Bo Reed")
    driven.keys("E", "1")
    (before,) = driven.marked()
    end = place(driven.pane, driven.pane.text().index("blamed") + 6)
    pull(driven.pane, on_border(driven.pane, before.span.end, inward=-2), end)
    (after,) = driven.marked()
    assert (after.id, after.quote) == (before.id, "Bo Reed blamed")
    driven.program.window.dispatch.say("undo")
    assert driven.marked() == [before]


def claimed(driven: Driven, words: str) -> Annotation:
    """A claim of these words, in hand."""
    driven.select(words)
    driven.keys("C", "1", "Escape")
    (claim,) = driven.marked()
    driven.workspace.focus_on_mark(claim.id)
    return claim


def test_the_end_of_a_claim_takes_the_last_mark_of_its_quotation_along(driven: Driven) -> None:
    claim = claimed(driven, "The harbour")
    word = driven.pane.text().index("closed,") + 5
    pull(driven.pane, on_border(driven.pane, claim.span.end, inward=-2), place(driven.pane, word))
    assert [mark.quote for mark in driven.marked()] == ["The harbour is closed,"]
    driven.keys("Ctrl+Z")
    alt = Qt.KeyboardModifier.AltModifier
    border = on_border(driven.pane, claim.span.end, inward=-2)
    pull(driven.pane, border, place(driven.pane, word + 1), alt)
    assert [mark.quote for mark in driven.marked()] == ["The harbour is closed"]


def test_it_does_so_by_keys_too_and_gives_it_back(driven: Driven) -> None:
    claimed(driven, "The harbour is")
    quotes = []
    for key in ("K", "K", "J", "J", "J", "Ctrl+K"):
        driven.keys(key)
        quotes.append(driven.marked()[0].quote)
    assert quotes == [
        "The harbour is closed,",
        "The harbour is closed,” Varn",
        "The harbour is closed,",
        "The harbour is closed",
        "The harbour is",
        "The harbour is ",
    ]


def test_the_end_of_a_name_leaves_that_mark_outside(driven: Driven) -> None:
    driven.select("harbour is")
    driven.keys("E", "1", "K")
    assert [mark.quote for mark in driven.marked()] == ["harbour is closed"]


def test_escape_lets_go_of_a_border(driven: Driven) -> None:
    driven.select("Bo Reed")
    driven.keys("E", "1")
    (before,) = driven.marked()
    end = place(driven.pane, driven.pane.text().index("blamed") + 6)
    viewport = driven.pane.viewport()
    QTest.mousePress(
        viewport,
        Qt.MouseButton.LeftButton,
        pos=on_border(driven.pane, before.span.end, inward=-2),
    )
    QTest.mouseMove(viewport, end)
    driven.keys("Escape")
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert driven.marked() == [before]


def test_a_relation_is_drawn_where_one_kind_fits(driven: Driven) -> None:
    reed = driven.mark("Bo Reed", "E", "1")
    driven.select("harbour is closed")
    driven.keys("F", "5", "Escape")
    (blame,) = (a for a in driven.marked() if a.layer == "framing")
    pull(driven.pane, middle(driven, "harbour is closed"), middle(driven, "Bo Reed"), CTRL)
    (relation,) = driven.relations()
    assert (relation.type, relation.source, relation.target) == ("target", blame.id, reed.id)


def test_the_kind_is_asked_for_where_several_fit(driven: Driven) -> None:
    port = driven.mark("port", "E", "3")
    driven.select("talks")
    driven.keys("V", "2", "Escape")
    pull(driven.pane, middle(driven, "talks"), middle(driven, "port"), CTRL)
    assert driven.relations() == []
    driven.keys("2")
    assert [(r.type, r.target) for r in driven.relations()] == [("place", port.id)]
