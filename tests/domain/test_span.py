"""Spans, fragments and quotes: what is refused and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import UserError
from workbench.domain.span import (
    Fragments,
    Span,
    check_fragments,
    check_quote,
    fragments_of,
    hull,
    quote_of,
)

TEXT = "“No,” said 🌍 Ann."


@st.composite
def texts_with_fragments(draw: st.DrawFn) -> tuple[str, Fragments]:
    text = draw(st.text(min_size=8, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, fragments_of(pairs)


@given(texts_with_fragments())
def test_a_quote_is_its_slices_joined_by_one_blank_and_passes_its_own_check(
    given_text: tuple[str, Fragments],
) -> None:
    text, fragments = given_text
    quote = quote_of(text, fragments)
    assert quote == " ".join(text[span.start : span.end] for span in fragments)
    check_fragments(len(text), fragments)
    check_quote(text, fragments, quote)


@given(texts_with_fragments(), st.text())
def test_any_other_quote_is_refused(given_text: tuple[str, Fragments], other: str) -> None:
    text, fragments = given_text
    if other == quote_of(text, fragments):
        return
    with pytest.raises(UserError) as caught:
        check_quote(text, fragments, other)
    assert caught.value.key == "domain.quote_differs"


@given(texts_with_fragments())
def test_the_hull_is_the_smallest_span_over_all_fragments(
    given_text: tuple[str, Fragments],
) -> None:
    _, fragments = given_text
    whole = hull(fragments)
    assert all(whole.covers(span) for span in fragments)
    assert (whole.start, whole.end) == (
        min(span.start for span in fragments),
        max(span.end for span in fragments),
    )


def test_fragments_are_sorted_in_the_order_of_the_text() -> None:
    assert fragments_of([[7, 9], [0, 3]]) == (Span(0, 3), Span(7, 9))


@pytest.mark.parametrize(
    ("ranges", "key"),
    [
        ([(0, len(TEXT) + 1)], "domain.span_beyond_text"),
        ([(-1, 3)], "domain.span_beyond_text"),
        ([(5, 3)], "domain.span_beyond_text"),
        ([(3, 3)], "domain.span_empty"),
        ([(0, 3), (2, 5)], "domain.fragments_overlap"),
        ([(0, 3), (3, 5)], "domain.fragments_overlap"),
    ],
)
def test_impossible_fragments_are_refused_by_name(ranges: list[tuple[int, int]], key: str) -> None:
    with pytest.raises(UserError) as caught:
        check_fragments(len(TEXT), fragments_of(ranges))
    assert caught.value.key == key
    assert str(caught.value)


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_spans_overlap_exactly_when_they_share_a_position(a: int, b: int, c: int, d: int) -> None:
    left, right = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    shared = {p for p in range(21) if p in left} & {p for p in range(21) if p in right}
    assert left.overlaps(right) == right.overlaps(left)
    if len(left) and len(right):
        assert left.overlaps(right) == bool(shared)
