"""The unitizing alphas come out as published, do not ask who is who, and add up over texts."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.agreement.published import Example, continuum_of, examples, near, near_value
from tests.agreement.test_continuum import UNITS, agreed, turned
from workbench.agreement.continuum import Unit, continuum
from workbench.agreement.unitizing import (
    coincidences,
    cu_alpha,
    plain,
    u_alpha_per_label,
    unitizing_alpha,
    unitizing_alpha_binary,
)
from workbench.agreement.units import units_of_continua

FAMILY = {
    "u_alpha_2016": unitizing_alpha,
    "u_alpha_2016_binary": unitizing_alpha_binary,
    "u_alpha_2016_coding": cu_alpha,
}
LENGTH = 30
ALPHAS = pytest.mark.parametrize("measure", FAMILY.values())


@pytest.mark.parametrize("example", examples(*FAMILY))
def test_the_published_family_comes_out(example: Example) -> None:
    result = FAMILY[example["metric"]](*continuum_of(example))
    assert result.value == near(example, "value")
    assert result.left_out == 0
    if "coverage" in example["expected"]:
        assert result.coverage == near(example, "coverage")


@pytest.mark.parametrize("example", examples("u_alpha_2016_per_value"))
def test_published_labels_come_out(example: Example) -> None:
    found = u_alpha_per_label(*continuum_of(example))
    for label, wanted in example["expected"]["per_category"].items():
        assert found[label].value == near_value(example, "per_category", wanted), label
    for label, wanted in example["expected"]["coverage"].items():
        assert found[label].coverage == near_value(example, "coverage", wanted), label


# --- by hand


def test_half_a_unit_shared_by_hand() -> None:
    # Ten characters; a has the first four, b the first two: 2 differ, counted both ways.
    found = unitizing_alpha([("a", 0, 4, "x"), ("b", 0, 2, "x")], 10, "ab")
    unlike = 20 * (20**2 - 14**2 - 6**2)  # gap 6 + 8, units 4 + 2
    assert (found.observed, found.expected) == (4, unlike / (20**2 - (6 + 8 + 16 + 4)))


def test_one_character_in_another_label_weighs_by_label_where_units_meet() -> None:
    found = cu_alpha([("a", 0, 4, "x"), ("b", 2, 4, "y")], 10, "ab")
    assert found.coverage == pytest.approx(0.2)
    assert found.observed == 4
    labels = u_alpha_per_label([("a", 0, 4, "x"), ("b", 2, 4, "y"), ("b", 6, 8, "z")], 10, "ab")
    assert labels["x"].coverage == 0.5
    assert (labels["z"].value, labels["z"].coverage) == (None, 0.0)


@pytest.mark.parametrize(
    ("units", "annotators"),
    [([], "ab"), ([("a", 0, 4, "x")], "a"), ([("a", 0, 9, "x"), ("b", 0, 9, "x")], "ab")],
)
def test_nobody_to_agree_with_and_nothing_to_tell_apart_are_undefined(
    units: list[Unit], annotators: str
) -> None:
    for measure in FAMILY.values():
        assert measure(units, 9, annotators).value is None


def test_one_who_marked_nothing_disagrees_where_the_other_marked() -> None:
    value = unitizing_alpha([("a", 0, 4, "x")], 10, "ab").value
    assert value is not None
    assert value < 0
    assert cu_alpha([("a", 0, 4, "x")], 10, "ab").value is None


def test_what_the_overlap_rule_takes_is_told() -> None:
    assert unitizing_alpha([("a", 0, 4, "x"), ("a", 2, 6, "y")], 10, "ab").left_out == 1


# --- laws


@ALPHAS
@given(units=UNITS)
def test_who_is_who_does_not_matter(measure: Any, units: list[Unit]) -> None:  # noqa: ANN401
    assert measure(turned(units), LENGTH, "ab").value == pytest.approx(
        measure(units, LENGTH, "ab").value
    )


@ALPHAS
@given(units=UNITS)
def test_no_alpha_is_above_one(measure: Any, units: list[Unit]) -> None:  # noqa: ANN401
    value = measure(units, LENGTH, "ab").value
    assert value is None or value <= 1


@given(units=UNITS)
def test_full_agreement_is_one_or_undefined(units: list[Unit]) -> None:
    both = agreed(units)
    for measure in (unitizing_alpha, unitizing_alpha_binary, cu_alpha):
        assert measure(both, LENGTH, "ab").value in {1.0, None}
    if any(start < end for _, start, end, _ in both):
        assert unitizing_alpha(both, LENGTH, "ab").value == 1.0


@ALPHAS
@given(units=UNITS, more=UNITS)
def test_joining_texts_does_no_harm(
    measure: Any,  # noqa: ANN401
    units: list[Unit],
    more: list[Unit],
) -> None:
    joined = [*units, *((who, s + LENGTH, e + LENGTH, label) for who, s, e, label in more)]
    apart, _ = coincidences(units_of_continua([continuum(u, LENGTH, "ab") for u in (units, more)]))
    which = {unitizing_alpha: "everything", unitizing_alpha_binary: "binary", cu_alpha: "coding"}
    observed, expected = getattr(apart.sum(), which[measure])()
    whole = measure(joined, 2 * LENGTH, "ab")
    assert whole.observed == pytest.approx(float(observed))
    assert whole.expected == pytest.approx(float(expected))


@given(units=UNITS, weights=st.lists(st.integers(0, 3), min_size=2, max_size=2))
def test_a_text_that_is_drawn_twice_counts_twice(units: list[Unit], weights: list[int]) -> None:
    texts = [continuum(units, LENGTH, "ab"), continuum([("a", 0, 3, "x")], LENGTH, "ab")]
    assume(sum(weights))
    repeated = [text for text, number in zip(texts, weights, strict=True) for _ in range(number)]
    wanted = coincidences(units_of_continua(repeated))[0].sum().everything()
    drawn = np.array([weights], dtype=float)
    found = coincidences(units_of_continua(texts))[0].weighted(drawn).everything()
    assert np.allclose(np.array(wanted), np.array(found)[:, 0])


def test_texts_read_by_one_alone_count_nothing() -> None:
    alone = continuum([("a", 0, 3, "x")], LENGTH, "a")
    both = continuum([("a", 0, 3, "x"), ("b", 1, 3, "x")], LENGTH, "ab")
    for texts in ([both, alone], [both]):
        observed, expected = coincidences(units_of_continua(texts))[0].sum().everything()
        assert plain(1 - observed / expected) == unitizing_alpha(both.units, LENGTH, "ab").value
