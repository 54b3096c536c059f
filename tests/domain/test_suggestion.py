"""A suggestion is open for everyone who has not decided, and not where they marked the same."""

from dataclasses import replace

from workbench.domain.annotation import Annotation
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion, still_open

PLACE = (Span(0, 3), Span(5, 9))
GHOST = Suggestion(
    "s", "article", "claim", "factual", PLACE, "…", "news-en", "1", 0.5, states={"bo": "rejected"}
)
MINE = Annotation("a", "article", "ann", "claim", "factual", PLACE, "…")


def test_a_state_is_a_persons_own_and_open_at_first() -> None:
    assert (GHOST.state_for("bo"), GHOST.state_for("ann")) == ("rejected", "open")


def test_the_span_is_the_hull_of_the_fragments() -> None:
    assert GHOST.span == Span(0, 9)


def test_what_is_still_open_is_neither_decided_nor_marked() -> None:
    assert still_open([GHOST], [], annotator="ann") == [GHOST]
    assert still_open([GHOST], [], annotator="bo") == []
    assert still_open([GHOST], [MINE], annotator="ann") == []


def test_another_label_or_place_leaves_it_open() -> None:
    others = [
        replace(MINE, label="opinion"),
        replace(MINE, layer="framing"),
        replace(MINE, fragments=(Span(0, 9),)),
    ]
    assert still_open([GHOST], others, annotator="ann") == [GHOST]
