"""Units as columns: the same units stay as by the rule itself, wherever their texts are laid."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.test_continuum import UNITS
from workbench.agreement.continuum import Unit, continuum, without_overlap
from workbench.agreement.units import Units, units_of_continua, units_of_layer
from workbench.agreement.work import Layer, Marked, Text

LENGTH = 30
TEXTS = st.lists(UNITS, max_size=4)


def laid(texts: list[list[Unit]]) -> Units:
    """Units of some texts, all read by the same two."""
    return units_of_continua([continuum(units, LENGTH, "ab") for units in texts])


def by_text(units: Units, number: int) -> list[list[Unit]]:
    """The units of each text as they were before its place was added, in the order of columns."""
    found: list[list[Unit]] = [[] for _ in range(number)]
    columns = (units.annotator, units.text, units.start, units.end, units.code)
    for who, text, start, end, code in zip(*(each.tolist() for each in columns), strict=True):
        begin = text * LENGTH
        found[text].append(("ab"[who], start - begin, end - begin, units.labels[code - 1]))
    return found


@given(texts=TEXTS)
def test_what_stays_is_what_the_rule_leaves_of_each_text(texts: list[list[Unit]]) -> None:
    found = by_text(laid(texts).without_overlap(), len(texts))
    for units, kept in zip(texts, found, strict=True):
        assert sorted(kept) == sorted(without_overlap(units)[0])


@given(texts=TEXTS)
def test_a_label_alone_and_all_others_make_up_the_whole(texts: list[list[Unit]]) -> None:
    units = laid(texts)
    alone, others = units.alone("x"), units.without("x")
    assert alone.labels == ("x",)
    together = zip(by_text(alone, len(texts)), by_text(others, len(texts)), strict=True)
    assert [sorted(a + b) for a, b in together] == [sorted(each) for each in texts]


@given(units=UNITS, positions=st.lists(st.integers(0, LENGTH), max_size=9))
def test_what_is_at_a_place_and_how_much_is_before_it(
    units: list[Unit], positions: list[int]
) -> None:
    mine = laid([units]).without_overlap().of(0)
    kept = [unit for unit in without_overlap(units)[0] if unit[0] == "a"]
    where = np.array(positions, dtype=np.int64)
    named = ["", *mine.labels]
    assert [named[code] for code in mine.codes_at(where)] == [
        next((label for _, start, end, label in kept if start <= at < end), "") for at in positions
    ]
    assert mine.covered(where).tolist() == [
        sum(start <= one < end for one in range(at) for _, start, end, _ in kept)
        for at in positions
    ]


def test_each_fragment_of_a_span_is_a_unit_of_whoever_marked_it() -> None:
    marks = {"2": [Marked(((1, 3), (5, 6)), "y")]}
    layer = Layer("l", ("x", "y"), {"b": {"1": []}, "a": marks})
    units = units_of_layer(layer, [Text("1", 10), Text("2", 20)])
    assert units.start.tolist() == [11, 15]
    assert units.annotator.tolist() == [0, 0]
    assert units.reads.tolist() == [[False, True], [True, False]]
