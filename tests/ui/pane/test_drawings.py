"""What is drawn of marks is kept while they stay the same, and never longer."""

from collections.abc import Callable

from tests.clock import processor_seconds
from tests.ui.pane.hands import GREEN, VIOLET, mark, painted, span
from workbench.domain.span import Span
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.reading_pane import ReadingPane

WORDS = "minister said (in Moscow"
INNER = [mark("inner", "minister", layer="claim"), mark("other", "said", layer="claim")]


def test_after_every_change_the_window_shows_what_it_would_if_all_was_painted_anew(
    show: Callable[..., ReadingPane],
) -> None:
    pane = show()
    outer, entity = mark("outer", WORDS, layer="claim"), mark("entity", "Moscow")
    _change(pane, [outer, *INNER, entity], [])
    _change(pane, [mark("entity", "Moscow", color=VIOLET)], [])
    _change(pane, [mark("inner", "minister said", layer="claim")], [])
    _change(pane, [], ["inner", "other"])


def test_a_mark_that_comes_back_is_drawn_in_the_lane_that_it_takes_then(
    show: Callable[..., ReadingPane],
) -> None:
    pane = show()
    outer = mark("outer", WORDS, layer="claim")
    # Two lanes elsewhere in the paragraph keep its height, and so all else that is drawn of it.
    beside = [mark("a", "Nobody came", layer="claim"), mark("b", "Nobody", layer="claim")]
    _change(pane, [outer, *INNER, *beside], [])
    pane.change_marks([], ["outer", "inner", "other"])
    pane.change_marks([outer], [])
    _look(pane)


def test_a_mark_more_costs_its_own_drawing_in_a_paragraph_of_many(
    show: Callable[..., ReadingPane],
) -> None:
    text = "Harbour officials agreed. " * 180
    many = [Mark(f"m{n}", "event", "event", (Span(n * 26, n * 26 + 17),)) for n in range(170)]
    pane = show(text, *many)
    painted(pane)
    one = Mark("one", "entity", "entity", (span("officials", text),), color=GREEN)

    def add() -> None:
        pane.change_marks([one], [])
        painted(pane)
        pane.change_marks([], ["one"])
        painted(pane)

    def all_anew() -> None:
        for _ in range(2):
            pane.set_theme(pane.theme())
            painted(pane)

    assert processor_seconds(add) < 0.75 * processor_seconds(all_anew)


def _change(pane: ReadingPane, changed: list[Mark], gone: list[str]) -> None:
    """Change marks, which is seen, and look at them."""
    before = painted(pane)
    pane.change_marks(changed, gone)
    assert painted(pane) != before
    _look(pane)


def _look(pane: ReadingPane) -> None:
    """Look at marks as they are kept, and as they are once all of them are drawn anew."""
    kept = painted(pane)
    pane.set_theme(pane.theme())
    assert kept == painted(pane)
