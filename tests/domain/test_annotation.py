"""Annotations cover fragments; what is between them is not theirs, and their hull is."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.annotation import Annotation, Origin
from workbench.domain.span import Span, fragments_of


def annotation(*ranges: tuple[int, int]) -> Annotation:
    return Annotation("a", "article", "ann", "claim", "factual", fragments_of(ranges), "…")


@given(st.sets(st.integers(0, 99), min_size=4, max_size=4).map(sorted), st.booleans())
def test_the_span_is_the_hull_of_the_fragments_in_whatever_order(
    cuts: list[int],
    turned: bool,  # noqa: FBT001
) -> None:
    ranges = [(cuts[0], cuts[1]), (cuts[2], cuts[3])]
    marked = annotation(*(ranges[::-1] if turned else ranges))
    assert marked.span == Span(cuts[0], cuts[3])
    assert all(marked.span.covers(fragment) for fragment in marked.fragments)


def test_an_annotation_is_made_by_hand_unless_it_says_otherwise() -> None:
    assert annotation((0, 1)).origin == Origin("hand")


def test_annotations_are_values() -> None:
    one, two = annotation((3, 5), (0, 1)), annotation((0, 1), (3, 5))
    assert one == two
    assert one.fragments == (Span(0, 1), Span(3, 5))
    with pytest.raises(FrozenInstanceError):
        one.label = "opinion"  # type: ignore[misc]
