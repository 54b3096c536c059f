"""Coefficients come out as published, do not ask who is who, and are undefined without variety."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.published import Example, examples, near, near_value
from workbench.agreement.coefficients import (
    Coefficient,
    cohen_kappa,
    fleiss_kappa,
    interval_alpha,
    masi_alpha,
    masi_distance,
    nominal_alpha,
    ordinal_alpha,
    scott_pi,
)

OF_TWO = {"cohen_kappa": cohen_kappa, "scott_pi": scott_pi}
OF_ITEMS: dict[str, Callable[[Any], Coefficient]] = {
    "fleiss_kappa": fleiss_kappa,
    "krippendorff_alpha_nominal": nominal_alpha,
    "krippendorff_alpha_ordinal": ordinal_alpha,
    "krippendorff_alpha_interval": interval_alpha,
}
# The standard error of kappa is for independent items, so the bootstrap stands for it; the kappa of
# one value is held below for Fleiss, and other programs define it otherwise for Cohen and alpha.
NOT_OURS = {"std_error", "std_error_h0", "z", "ci95", "per_category"}

values = st.one_of(st.none(), st.integers(0, 3))
ITEMS = st.lists(st.tuples(values, values, values), max_size=12)
COMPLETE = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12)
ALPHAS = pytest.mark.parametrize("measure", [nominal_alpha, ordinal_alpha, interval_alpha])


def coefficient(metric: str, items: list[Any]) -> Coefficient:
    """A measure, called with items as the examples give them."""
    if metric in OF_TWO:
        return OF_TWO[metric]([item[0] for item in items], [item[1] for item in items])
    return OF_ITEMS[metric](items)


@pytest.mark.parametrize("example", examples(*OF_TWO, *OF_ITEMS))
def test_published_coefficients_come_out(example: Example) -> None:
    items = example["input"]["items"]
    result = coefficient(example["metric"], items)
    found: dict[str, Any] = {
        "value": result.value,
        "observed": 1 - result.observed,
        "expected_chance": 1 - result.expected,
        "observed_disagreement": result.observed,
        "expected_disagreement": result.expected,
    }
    for key in example["expected"].keys() - NOT_OURS:
        assert found[key] == near(example, key), key


@pytest.mark.parametrize("example", examples("fleiss_kappa"))
def test_the_kappa_of_one_value_is_that_of_having_it_or_not(example: Example) -> None:
    for label, wanted in example["expected"].get("per_category", {}).items():
        items = [[str(value) == label for value in item] for item in example["input"]["items"]]
        result = coefficient(example["metric"], items)
        assert result.value == near_value(example, "per_category", wanted), label


@pytest.mark.parametrize("example", examples("masi_distance"))
def test_published_distances_of_sets_come_out(example: Example) -> None:
    for (a, b), wanted in zip(
        example["input"]["pairs"], example["expected"]["values"], strict=True
    ):
        assert masi_distance(a, b) == near_value(example, "values", wanted)


# --- by hand


def test_kappa_takes_each_annotators_shares_and_pi_those_of_both() -> None:
    a, b = ["x", "x", "x", "y"], ["x", "x", "y", "y"]  # P₀ = 3/4
    assert cohen_kappa(a, b).value == pytest.approx(0.5)  # Pₑ = 3/4·1/2 + 1/4·1/2 = 1/2
    assert scott_pi(a, b).value == pytest.approx((3 / 4 - 17 / 32) / (1 - 17 / 32))  # 5²+3² of 8²


def test_alpha_counts_pairs_within_items_against_all_pairs() -> None:
    found = nominal_alpha([["x", "x"], ["x", "y"], ["y", "y"]])
    assert found.observed == pytest.approx(1 / 3)
    assert found.expected == pytest.approx(3 / 5)
    assert interval_alpha([[0, 0], [0, 2], [2, 2]]).value == pytest.approx(found.value)


def test_ordinal_values_are_as_far_apart_as_their_ranks() -> None:
    assert ordinal_alpha([[1, 2], [2, 2], [3, 1]]) == ordinal_alpha([[10, 20], [20, 20], [99, 10]])


def test_sets_that_hold_one_another_are_nearer() -> None:
    assert masi_distance([], []) == 0.0
    assert masi_distance("ab", "abcd") == pytest.approx(2 / 3)
    nested = masi_alpha([[{"a"}, {"a", "b"}], [{"c"}, {"c"}], [set(), set()]]).value
    apart = masi_alpha([[{"a"}, {"b"}], [{"c"}, {"c"}], [set(), set()]]).value
    assert nested is not None
    assert apart is not None
    assert apart < nested < 1


@pytest.mark.parametrize("items", [[], [["x", "x"], ["x", "x"]], [["x", None], [None, "y"]]])
def test_without_variety_or_pairs_all_are_undefined(items: list[list[str | None]]) -> None:
    a, b = [item[0] for item in items], [item[1] for item in items]
    numbers = [[None if value is None else ord(value) for value in item] for item in items]
    assert cohen_kappa(a, b).value is None
    assert scott_pi(a, b).value is None
    assert fleiss_kappa(items).value is None
    assert nominal_alpha(items).value is None
    assert ordinal_alpha(numbers).value is None
    assert interval_alpha(numbers).value is None
    assert masi_alpha([[v if v is None else {v} for v in item] for item in items]).value is None


def test_lists_of_different_lengths_are_no_items() -> None:
    with pytest.raises(ValueError, match="longer"):
        cohen_kappa(["x"], ["x", "y"])
    with pytest.raises(ValueError, match="one number"):
        fleiss_kappa([["x", "x"], ["x", "x", "y"]])


# --- laws


@ALPHAS
@given(items=ITEMS)
def test_alpha_does_not_ask_who_is_who(
    measure: Callable[[Any], Coefficient], items: list[Any]
) -> None:
    turned = [item[1:] + item[:1] for item in items]
    assert measure(turned).value == pytest.approx(measure(items).value)


@ALPHAS
@given(chosen=st.lists(st.integers(0, 3), min_size=2, max_size=12))
def test_full_agreement_is_one_or_undefined(
    measure: Callable[[Any], Coefficient], chosen: list[int]
) -> None:
    wanted = 1.0 if len(set(chosen)) > 1 else None
    items = [[value] * 3 for value in chosen]
    assert measure(items).value == wanted
    assert fleiss_kappa(items).value == wanted
    assert cohen_kappa(chosen, chosen).value == wanted
    assert scott_pi(chosen, chosen).value == wanted
    assert masi_alpha([[{value}] * 3 for value in chosen]).value == wanted


@given(items=COMPLETE)
def test_the_coefficients_of_two_do_not_ask_who_is_who(items: list[tuple[int, int]]) -> None:
    a, b = [x for x, _ in items], [y for _, y in items]
    assert cohen_kappa(a, b).value == cohen_kappa(b, a).value
    assert scott_pi(a, b).value == scott_pi(b, a).value
    assert scott_pi(a, b).value == pytest.approx(fleiss_kappa(items).value)


@given(items=ITEMS)
def test_sets_of_one_value_are_nominal(items: list[Any]) -> None:
    alone = [[value if value is None else {value} for value in item] for item in items]
    assert masi_alpha(alone).value == pytest.approx(nominal_alpha(items).value)
