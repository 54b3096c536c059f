"""The older α_U comes out as its papers, DKPro and INCEpTION have it."""

from typing import Any

import pytest
from hypothesis import given

from tests.agreement.published import Example, continuum_of, examples, near, near_value
from tests.agreement.test_continuum import UNITS, agreed, turned
from workbench.agreement.continuum import Unit
from workbench.agreement.unitizing_1995 import Section, unit_distance, unitizing_alpha_1995


@pytest.mark.parametrize("example", examples("alpha_u_1995"))
def test_published_values_come_out(example: Example) -> None:
    result = unitizing_alpha_1995(*continuum_of(example))
    if "value" in example["expected"]:
        assert result.value == near(example, "value")
    for key, part in (
        ("per_category", "value"),
        ("observed_per_category", "observed"),
        ("expected_per_category", "expected"),
    ):
        for label, wanted in example["expected"].get(key, {}).items():
            found = getattr(result.labels[label], part)
            assert found == near_value(example, key, wanted), (key, label)


@pytest.mark.parametrize("example", examples("alpha_u_1995"))
def test_what_overlaps_itself_is_left_out_and_told(example: Example) -> None:
    raw = (example.get("params") or {}).get("raw_units")
    if raw:
        units = [(who, start, end, label) for start, end, who, label in raw]
        result = unitizing_alpha_1995(units, example["input"]["length"], 2)
        assert result.value == near(example, "value")
        assert result.left_out == 1


@pytest.mark.parametrize("example", examples("alpha_u_1995_unit_distance"))
def test_published_distances_come_out(example: Example) -> None:
    for pair, wanted in zip(example["input"]["pairs"], example["expected"]["values"], strict=True):
        assert unit_distance(section(pair["a"]), section(pair["b"])) == wanted


def section(said: dict[str, Any]) -> Section:
    """A section as the examples give it: a gap has no label."""
    start = said["start"]
    return Section(start, start + said["length"], is_unit=said["label"] is not None)


def test_one_label_by_hand() -> None:
    # Two units of 4 and 2 in ten characters, apart by 2 at one end; gaps of 6 and 8.
    found = unitizing_alpha_1995([("a", 0, 4, "x"), ("b", 0, 2, "x")], 10, "ab")
    assert found.observed == pytest.approx(2 * 4 / (2 * 1 * 100))
    among = ((2 * 64 - 3 * 16 + 4) + (2 * 8 - 3 * 4 + 2)) / 3
    gaps = 16 * (3 + 5) + 4 * (5 + 7)
    assert found.expected == pytest.approx(0.2 * (among + gaps) / (20 * 19 - 4 * 3 - 2 * 1))


def test_one_annotator_and_an_empty_text_are_undefined() -> None:
    assert unitizing_alpha_1995([("a", 0, 4, "x")], 10, "a").value is None
    assert unitizing_alpha_1995([], 0, "ab").value is None


@given(units=UNITS)
def test_laws(units: list[Unit]) -> None:
    value = unitizing_alpha_1995(units, 30, "ab").value
    assert unitizing_alpha_1995(turned(units), 30, "ab").value == pytest.approx(value)
    assert value is None or value <= 1
    assert unitizing_alpha_1995(agreed(units), 30, "ab").value in {1.0, None}
