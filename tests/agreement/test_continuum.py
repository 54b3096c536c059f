"""Texts as continua: units within the text, of its own annotators, without overlap."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.continuum import Unit, continuum, people, without_overlap
from workbench.domain.errors import UserError

UNITS: st.SearchStrategy[list[Unit]] = st.lists(
    st.tuples(
        st.sampled_from("ab"), st.integers(0, 20), st.integers(0, 9), st.sampled_from("xy")
    ).map(lambda u: (u[0], u[1], u[1] + u[2], u[3])),
    max_size=12,
)


@pytest.mark.parametrize("unit", [("a", 3, 11, "x"), ("a", -1, 2, "x"), ("a", 4, 3, "x")])
def test_a_unit_beyond_the_text_is_refused(unit: Unit) -> None:
    with pytest.raises(UserError, match="outside the text, which has 10 characters"):
        continuum([unit], 10, ["a", "b"])


def test_annotators_without_a_unit_may_be_given_by_number() -> None:
    assert len(people([("a", 0, 1, "x")], 3)) == 3
    assert people([], ["a", "b"]) == ("a", "b")


@pytest.mark.parametrize("annotators", [["b"], 0])
def test_a_unit_of_somebody_else_is_no_units_of_theirs(annotators: list[str] | int) -> None:
    with pytest.raises(ValueError, match="'a' has a unit"):
        people([("a", 0, 1, "x")], annotators)


def test_the_first_unit_stays_and_the_longest_that_starts_there() -> None:
    units: list[Unit] = [("a", 0, 4, "x"), ("a", 0, 7, "x"), ("a", 3, 5, "y"), ("b", 0, 4, "x")]
    kept, left_out = without_overlap(units)
    assert kept == [("a", 0, 7, "x"), ("b", 0, 4, "x")]
    assert left_out == [("a", 0, 4, "x"), ("a", 3, 5, "y")]
    assert ("a", 3, 5, "y") in without_overlap(units, within_labels=True)[0]


def test_units_without_length_carry_no_mass_and_are_in_nobodys_way() -> None:
    assert without_overlap([("a", 2, 2, "x"), ("a", 2, 4, "x")]) == ([("a", 2, 4, "x")], [])


@given(units=UNITS)
def test_what_stays_does_not_overlap_and_nothing_is_lost(units: list[Unit]) -> None:
    kept, left_out = without_overlap(units)
    for who in "ab":
        own = [unit for unit in kept if unit[0] == who]
        assert all(x[2] <= y[1] for x, y in pairwise(own))
    assert sorted(kept + left_out) == sorted(unit for unit in units if unit[1] < unit[2])


def turned(units: list[Unit]) -> list[Unit]:
    """The same units with their two annotators in each other's place."""
    return [("b" if who == "a" else "a", start, end, label) for who, start, end, label in units]


def agreed(units: list[Unit]) -> list[Unit]:
    """The units of one annotator, as if the other had marked the same."""
    one = [unit for unit in units if unit[0] == "a"]
    return [*one, *(("b", start, end, label) for _, start, end, label in one)]
