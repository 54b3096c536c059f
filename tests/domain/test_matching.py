"""Exact and overlapping matches count as they are defined, and a share of nothing is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.matching import NOTHING, Mark, Match, exact, overlap

A = "person"
B = "place"

marks = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8), st.sampled_from([A, B])).map(
        lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2])
    ),
    max_size=12,
)


def touches(one: Mark, other: Mark, *, labels: bool) -> bool:
    """The definition in words: a common code point, and a common label where labels count."""
    common = set(range(one[0], one[1])) & set(range(other[0], other[1]))
    return bool(common) and (not labels or one[2] == other[2])


def test_exact_wants_borders_and_label() -> None:
    found = exact([(0, 4, A), (9, 12, B), (20, 24, A)], [(0, 4, A), (9, 12, A)])
    assert found == Match(proposed=3, marked=2, right=1, found=1)
    assert (found.precision, found.recall) == (1 / 3, 1 / 2)
    assert found.f1 == pytest.approx(0.4)


def test_exact_with_labels_ignored() -> None:
    assert exact([(0, 4, A), (9, 12, B)], [(9, 12, A)], labels=False) == Match(2, 1, 1, 1)


def test_a_span_that_stands_twice_must_stand_twice_on_the_other_side() -> None:
    assert exact([(0, 4, A), (0, 4, A)], [(0, 4, A)]) == Match(2, 1, 1, 1)


def test_overlap_is_counted_both_ways() -> None:
    """Two short proposals in one long mark: both right, and the one mark found."""
    assert overlap([(0, 2, A), (3, 5, A)], [(0, 9, A), (20, 30, A)]) == Match(2, 2, 2, 1)


def test_spans_that_only_meet_do_not_overlap() -> None:
    assert overlap([(0, 4, A)], [(4, 8, A)]).right == 0


def test_overlap_of_other_labels_counts_only_where_labels_are_ignored() -> None:
    assert overlap([(0, 4, A)], [(2, 8, B)]).right == 0
    assert overlap([(0, 4, A)], [(2, 8, B)], labels=False).right == 1


def test_shares_of_nothing_are_none_and_of_nothing_right_are_zero() -> None:
    assert (NOTHING.precision, NOTHING.recall, NOTHING.f1) == (None, None, None)
    only_proposed = exact([(0, 1, A)], [])
    assert (only_proposed.precision, only_proposed.recall, only_proposed.f1) == (0.0, None, 0.0)
    assert exact([(0, 1, A)], [(5, 6, A)]).f1 == 0.0


@given(marks, marks, st.booleans())
def test_overlap_is_what_its_definition_says(
    proposed: list[Mark],
    marked: list[Mark],
    labels: bool,  # noqa: FBT001
) -> None:
    right = sum(any(touches(one, other, labels=labels) for other in marked) for one in proposed)
    found = sum(any(touches(one, other, labels=labels) for other in proposed) for one in marked)
    expected = Match(len(proposed), len(marked), right, found)
    assert overlap(proposed, marked, labels=labels) == expected


@given(marks, marks)
def test_counts_of_two_articles_add_up(one: list[Mark], two: list[Mark]) -> None:
    both = exact(one, one) + exact(two, two)
    assert (both.proposed, both.right) == (len(one) + len(two), len(one) + len(two))
    assert both.f1 == (1.0 if one or two else None)
