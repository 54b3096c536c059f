"""γ aligns at least cost, comes out as published, and belongs to its seed."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement.published import Example, examples, near, near_value
from workbench.agreement.aligning import best_alignment
from workbench.agreement.continuum import Unit
from workbench.agreement.disorder import gamma, gamma_steps, shuffled
from workbench.agreement.unlikeness import (
    Place,
    Weights,
    categorical,
    dissimilarity,
    positional,
)

places = st.tuples(st.integers(0, 9), st.integers(1, 6), st.sampled_from("xy")).map(
    lambda place: (place[0], place[0] + place[1], place[2])
)
PLACES: st.SearchStrategy[list[Place]] = st.lists(places, max_size=2).map(sorted)
SOME: st.SearchStrategy[list[Place]] = st.lists(places, min_size=1, max_size=3).map(sorted)
# A sample of random texts stands for a range of values, which these few examples give.
RANGE = 0.2


def weights_of(example: Example) -> Weights:
    params = example["params"]
    return Weights(params["alpha"], params["beta"], params["deltaEmpty"])


def lanes_of(units: list[dict[str, Any]]) -> list[list[Place]]:
    """Units by annotator, in order."""
    names = sorted({unit["rater"] for unit in units})
    return [
        sorted((u["start"], u["end"], u["label"]) for u in units if u["rater"] == name)
        for name in names
    ]


@pytest.mark.parametrize("example", examples("gamma"))
def test_published_gammas_come_out(example: Example) -> None:
    units = [(u["rater"], u["start"], u["end"], u["label"]) for u in example["input"]["units"]]
    weights = weights_of(example)
    result = gamma(
        units,
        example["input"]["raters"],
        seed=1,
        samples=60,
        alpha=weights.alpha,
        beta=weights.beta,
        delta_empty=weights.delta_empty,
    )
    wanted = example["expected"]
    assert result.value is not None
    if "observed_disorder" in wanted:
        assert result.observed == near(example, "observed_disorder")
    if "gamma_mc" in wanted:
        assert result.value == near(example, "gamma_mc")
        assert result.expected == near(example, "expected_disorder_mc")
    if "gamma_range" in wanted:
        low, high = wanted["gamma_range"]
        assert low - 0.01 <= result.value <= high + 0.01


@pytest.mark.parametrize("example", examples("gamma_best_alignment_disorder_batch"))
def test_published_alignments_cost_what_they_do(example: Example) -> None:
    for units, wanted in zip(
        example["input"]["continua"], example["expected"]["values"], strict=True
    ):
        found = best_alignment(lanes_of(units), weights_of(example))
        assert found.disorder == near_value(example, "values", wanted)


@pytest.mark.parametrize("example", examples("gamma_pair_dissimilarity"))
def test_published_dissimilarities_come_out(example: Example) -> None:
    units, weights = example["input"]["units"], weights_of(example)
    names = sorted({unit["rater"] for unit in units})
    lanes = dict(zip(names, lanes_of(units), strict=True))
    for number, (a, i, b, j) in enumerate(example["input"]["pairs"]):
        pair = ([lanes[a][i]], [lanes[b][j]])
        for key, found in (
            ("positional", positional(*pair)[0, 0]),
            ("categorical", categorical(*pair)[0, 0]),
            ("combined", dissimilarity(*pair, weights)[0, 0]),
        ):
            assert found == near_value(example, key, example["expected"][key][number]), key


@pytest.mark.parametrize("example", examples("gamma_positional_dissimilarity"))
def test_published_distances_of_places_come_out(example: Example) -> None:
    for pair, wanted in zip(example["input"]["pairs"], example["expected"]["values"], strict=True):
        a, b = ([(start, end, "x")] for start, end in pair)
        assert positional(a, b)[0, 0] == near_value(example, "values", wanted)


# --- by hand


def test_a_shifted_unit_and_a_missing_one_by_hand() -> None:
    lanes: list[list[Place]] = [[(0, 4, "x"), (10, 12, "y")], [(1, 5, "x")]]
    found = best_alignment(lanes, Weights())
    assert sorted(found.tuples, key=str) == [(0, 0), (1, None)]
    assert found.disorder == pytest.approx(((2 / 8) ** 2 + 1) / 1.5)


def test_nested_and_equal_units_are_aligned_one_to_one() -> None:
    lane: list[Place] = [(0, 9, "x"), (2, 4, "x"), (2, 4, "y")]
    for lanes in ([lane, lane], [lane, lane, lane]):
        assert best_alignment(lanes, Weights()).disorder == 0


@pytest.mark.parametrize(
    ("units", "annotators"),
    [([], "ab"), ([("a", 0, 4, "x")], "a"), ([("a", 3, 3, "x"), ("b", 3, 3, "x")], "ab")],
)
def test_nobody_to_align_with_and_nothing_to_align_are_undefined(
    units: list[Unit], annotators: str
) -> None:
    assert gamma(units, annotators, seed=1, samples=3).value is None


def test_one_who_marked_nothing_is_a_low_gamma_not_a_fault() -> None:
    units: list[Unit] = [("a", 0, 4, "x"), ("a", 6, 9, "x"), ("b", 1, 4, "x")]
    value = gamma(units, "abc", seed=1, samples=10).value
    assert value is not None
    assert value < 1


def test_a_seed_gives_the_same_value_and_says_what_it_stands_on() -> None:
    units: list[Unit] = [("a", 0, 4, "x"), ("a", 6, 9, "x"), ("b", 1, 4, "x")]
    first = gamma(units, "ab", seed=3, samples=5, alpha=3.0)
    assert first == gamma(units, "ab", seed=3, samples=5, alpha=3.0)
    assert first.expected != gamma(units, "ab", seed=4, samples=5, alpha=3.0).expected
    assert (first.seed, first.samples, first.weights) == (3, 5, Weights(alpha=3.0))


def test_gamma_can_be_watched_and_stopped_at_every_sample() -> None:
    units: list[Unit] = [("a", 0, 4, "x"), ("b", 1, 4, "x")]
    steps = gamma_steps(units, "ab", seed=1, samples=1_000_000, weights=Weights())
    assert [next(steps) for _ in range(3)] == [1, 2, 3]
    steps.close()


# --- laws


def cheapest(lanes: list[list[Place]], weights: Weights) -> float:
    """The least disorder of all alignments there are, by trying them all."""
    d = {
        (a, b): dissimilarity(lanes[a], lanes[b], weights)
        for a in range(len(lanes))
        for b in range(a + 1, len(lanes))
    }
    candidates = [
        (units, float(np.mean([d[a, b][units[a], units[b]] for a, b in d])))
        for units in product(*(range(len(lane) + 1) for lane in lanes))
        if any(unit < len(lane) for unit, lane in zip(units, lanes, strict=True))
    ]

    def least(left: frozenset[tuple[int, int]]) -> float:
        if not left:
            return 0.0
        first = min(left)
        fitting = (
            (taken, cost)
            for units, cost in candidates
            if first
            in (taken := frozenset((a, u) for a, u in enumerate(units) if u < len(lanes[a])))
            and taken <= left
        )
        return min(cost + least(left - taken) for taken, cost in fitting)

    every = frozenset((a, u) for a, lane in enumerate(lanes) for u in range(len(lane)))
    return least(every) / (len(every) / len(lanes)) if every else 0.0


@settings(max_examples=40, deadline=None)
@given(lanes=st.lists(PLACES, min_size=2, max_size=3), alpha=st.sampled_from([0.5, 1.0, 3.0]))
def test_no_alignment_costs_less(lanes: list[list[Place]], alpha: float) -> None:
    weights = Weights(alpha=alpha)
    found = best_alignment(lanes, weights)
    assert found.disorder == pytest.approx(cheapest(lanes, weights))
    used = sorted((a, u) for units in found.tuples for a, u in enumerate(units) if u is not None)
    assert used == [(a, u) for a, lane in enumerate(lanes) for u in range(len(lane))]


# Each of these has a linear program that takes halves of tuples.
HALVED: list[list[list[Place]]] = [
    [
        [(1, 3, "x"), (10, 13, "y")],
        [(1, 3, "y"), (11, 12, "x")],
        [(2, 9, "x"), (13, 15, "x")],
    ],
    [
        [(4, 11, "x"), (15, 20, "y")],
        [(11, 19, "y"), (14, 18, "x")],
        [(11, 14, "y"), (19, 22, "y")],
    ],
]


def test_parts_of_a_text_in_which_halves_would_cost_less_are_aligned_whole_each() -> None:
    joined = [
        [(start + far, end + far, label) for far, lane in parts for start, end, label in lane]
        for parts in zip(
            *([(500 * i, lane) for lane in e] for i, e in enumerate(HALVED)), strict=True
        )
    ]
    found = best_alignment(joined, Weights())
    wanted = [cheapest(lanes, Weights()) for lanes in HALVED]
    assert found.disorder == pytest.approx(sum(wanted) / 2)
    assert [best_alignment(lanes, Weights()).disorder for lanes in HALVED] == pytest.approx(wanted)


@settings(max_examples=30, deadline=None)
@given(lanes=st.lists(PLACES, min_size=2, max_size=3))
def test_the_order_of_annotators_does_not_matter(lanes: list[list[Place]]) -> None:
    there, back = (best_alignment(order, Weights()) for order in (lanes, lanes[::-1]))
    assert there.disorder == pytest.approx(back.disorder)


@given(lane=SOME)
def test_full_agreement_is_one(lane: list[Place]) -> None:
    units = [(who, int(start), int(end), label) for who in "ab" for start, end, label in lane]
    assert gamma(units, "ab", seed=1, samples=5).value in {1.0, None}


@given(lane=SOME, seed=st.integers(0, 99))
def test_chance_keeps_how_long_units_are_and_puts_none_outside(
    lane: list[Place], seed: int
) -> None:
    for sample in shuffled([lane, []], seed=seed, samples=3, length=20):
        for moved in sample:
            lengths = sorted(round(end - start, 6) for start, end, _ in moved)
            assert lengths in (sorted(end - start for start, end, _ in lane), [])
            assert all(0 <= start < 20 for start, _, _ in moved)
