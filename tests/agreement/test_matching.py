"""The best matching gives most credit, does not ask who is who, and is one to one."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.matching import Fragments, Place, credit, matched, partial_credit

PLACES: st.SearchStrategy[list[Fragments]] = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda p: ((p[0], p[0] + p[1]),)),
    max_size=4,
)


def most_credit(a: list[Fragments], b: list[Fragments]) -> float:
    """The most credit of all one-to-one matchings, by trying them all."""
    short, long = sorted((a, b), key=len)
    return max(
        sum(credit(x, y) for x, y in zip(some, order, strict=True))
        for some in combinations(short, len(short))
        for order in permutations(long, len(short))
    )


def test_half_of_both_is_half_the_credit() -> None:
    assert credit(((0, 4),), ((2, 6),)) == 0.5
    assert credit(((0, 2), (4, 6)), ((0, 6),)) == pytest.approx(0.8)
    assert credit(((0, 4),), ((4, 6),)) == 0


def test_a_nested_span_is_matched_with_the_one_that_serves_all_best() -> None:
    # A greedy matching in the order of the list would spend [5, 9) on the outer span.
    assert matched([((0, 9),), ((5, 9),)], [((5, 9),)]) == [(1, 0)]
    assert matched([((5, 9),)], [((0, 9),), ((5, 9),)]) == [(0, 1)]


def test_credit_is_given_under_the_same_label_only() -> None:
    a: list[Place] = [(((0, 4),), "x"), (((6, 8),), "y")]
    b: list[Place] = [(((0, 4),), "y"), (((6, 7),), "y")]
    assert partial_credit(a, b) == {"y": pytest.approx(2 / 3)}


@given(a=PLACES, b=PLACES)
def test_no_matching_gives_more_credit(a: list[Fragments], b: list[Fragments]) -> None:
    pairs = matched(a, b)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    found = sum(credit(a[i], b[j]) for i, j in pairs)
    assert found == pytest.approx(most_credit(a, b))
    assert found == pytest.approx(sum(credit(b[j], a[i]) for j, i in matched(b, a)))
