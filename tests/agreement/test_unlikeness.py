"""The pairs that may be aligned are found without looking at all, and are all there are."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.agreement.unlikeness import Place, Weights, dissimilarity, near

# Short and long ones, since how far a unit reaches grows with its length.
units = st.tuples(st.integers(0, 300), st.sampled_from([1, 2, 3, 7, 8, 40, 300])).flatmap(
    lambda place: st.tuples(
        st.just(place[0]), st.just(place[0] + place[1]), st.sampled_from(["x", "y"])
    )
)
LANE: st.SearchStrategy[list[Place]] = st.lists(units, max_size=8).map(sorted)


@settings(max_examples=40)
@given(a=LANE, b=LANE, alpha=st.sampled_from([0.0, 0.5, 1.0, 3.0]), below=st.integers(1, 9))
def test_all_that_are_near_are_found_and_no_others(
    a: list[Place], b: list[Place], alpha: float, below: int
) -> None:
    weights = Weights(alpha=alpha, delta_empty=2.0)
    pairs = near(a, b, weights, below=below)
    all_with_all = dissimilarity(a, b, weights)[:-1, :-1]
    wanted = np.nonzero(all_with_all < below * weights.delta_empty)
    assert (pairs.ours.tolist(), pairs.others.tolist()) == tuple(each.tolist() for each in wanted)
    assert pairs.unlike.tolist() == all_with_all[wanted].tolist()


@settings(max_examples=40)
@given(a=LANE, b=LANE)
def test_what_is_near_a_unit_and_how_unlike_two_are_can_be_asked(
    a: list[Place], b: list[Place]
) -> None:
    pairs = near(a, b, Weights(), below=2)
    all_with_all = dissimilarity(a, b, Weights())[:-1, :-1]
    rows, others = pairs.of(np.arange(len(a))[::-1])
    wanted = np.nonzero(all_with_all[::-1] < 2)
    assert (rows.tolist(), others.tolist()) == tuple(each.tolist() for each in wanted)
    every = np.indices(all_with_all.shape).reshape(2, -1)
    found = pairs.between(*every).reshape(all_with_all.shape)
    assert np.array_equal(found, np.where(all_with_all < 2, all_with_all, np.inf))
