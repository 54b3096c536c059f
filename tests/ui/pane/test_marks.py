"""Marks and lanes: reading order, nearness, and places that no two marks share."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.span import Span
from workbench.ui.pane.lanes import AT_ONCE, Lanes, family_of, shape_of
from workbench.ui.pane.marks import MANY, Mark, MarkIndex, MarkKind

LAYERS = ("entity", "claim", "event", "framing")


def mark(
    id: str, start: int, end: int, layer: str = "entity", kind: MarkKind = "annotation"
) -> Mark:
    return Mark(id=id, layer=layer, label=layer, fragments=(Span(start, end),), kind=kind)


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    places = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=25))
    return [
        mark(f"m{n}", start, start + length, draw(st.sampled_from(LAYERS)))
        for n, (start, length) in enumerate(places)
    ]


def of_all(lanes: Lanes, marks: Iterable[Mark]) -> dict[str, int]:
    return {mark.id: lanes.of(mark) for mark in marks}


def assert_no_lane_is_shared(lanes: Lanes, marks: Iterable[Mark]) -> None:
    for one, other in combinations(marks, 2):
        if family_of(one) == family_of(other) and one.span.overlaps(other.span):
            assert lanes.of(one) != lanes.of(other)


@given(marks())
def test_marks_that_overlap_never_share_a_lane_of_their_family(given: list[Mark]) -> None:
    assert_no_lane_is_shared(Lanes(MarkIndex(given)), given)


@given(marks(), st.randoms())
def test_a_lane_does_not_depend_on_what_is_seen_first(given: list[Mark], random: Random) -> None:
    index = MarkIndex(given)
    shuffled = random.sample(given, len(given))
    assert of_all(Lanes(index), given) == of_all(Lanes(index), shuffled)


def test_a_chain_of_very_many_marks_is_cut_but_still_shares_no_lane() -> None:
    chain = [mark(f"m{n}", 5 * n, 5 * n + 8, "claim") for n in range(3 * AT_ONCE)]
    lanes = Lanes(MarkIndex(chain))
    for number in (2 * AT_ONCE, 0, len(chain) - 1, AT_ONCE):
        lanes.of(chain[number])
    for one, other in pairwise(chain):
        assert lanes.of(one) != lanes.of(other)


@given(marks(), marks())
def test_a_mark_that_comes_or_goes_moves_no_other(first: list[Mark], then: list[Mark]) -> None:
    index = MarkIndex(first)
    lanes = Lanes(index)
    before = of_all(lanes, first)
    added = [replace(mark, id=f"new {mark.id}") for mark in then]
    for mark in added:
        index.put(mark)
        lanes.renew(mark.id)
    assert_no_lane_is_shared(lanes, [*first, *added])
    assert of_all(lanes, first) == before
    for mark in first[::2]:
        index.drop(mark.id)
        lanes.renew(mark.id)
    assert of_all(lanes, first[1::2]) == {mark.id: before[mark.id] for mark in first[1::2]}


def test_a_mark_that_moves_keeps_its_lane_where_it_is_free() -> None:
    inner, outer = mark("inner", 10, 20, "claim"), mark("outer", 0, 50, "claim")
    index = MarkIndex([inner, outer, mark("far", 60, 70, "claim")])
    lanes = Lanes(index)
    assert of_all(lanes, [inner, outer]) == {"inner": 0, "outer": 1}
    for end, lane in ((55, 1), (65, 1)):
        longer = mark("outer", 5, end, "claim")
        index.put(longer)
        lanes.renew(longer.id)
        assert lanes.of(longer) == lane
    wide = mark("far", 30, 70, "claim")
    index.put(wide)
    lanes.renew(wide.id)
    assert lanes.of(wide) == 0


def test_what_is_nested_lies_nearer_to_the_text() -> None:
    index = MarkIndex([mark("outer", 0, 50, "claim"), mark("inner", 10, 20, "framing")])
    lanes = Lanes(index)
    assert of_all(lanes, index.within(0, 50)) == {"inner": 0, "outer": 1}
    assert lanes.under(Span(0, 50)) == 2
    assert lanes.under(Span(60, 70)) == 0


def test_each_layer_has_a_shape_of_its_own() -> None:
    assert len({shape_of(layer) for layer in LAYERS}) == len(LAYERS)


def test_marks_are_found_by_place_shortest_first() -> None:
    index = MarkIndex([mark("a", 0, 30), mark("b", 10, 12), mark("c", 40, 50)])
    assert [found.id for found in index.within(11, 12)] == ["b", "a"]


def test_a_mark_of_several_fragments_lies_only_where_they_are() -> None:
    split = Mark("s", "claim", "x", (Span(0, 5), Span(20, 25)))
    index = MarkIndex([split])
    assert index.within(10, 15) == []
    assert index.within(22, 23) == [split]
    assert index.within(0, 30) == [split]


def test_reading_order_goes_both_ways_and_by_kind() -> None:
    index = MarkIndex([mark("b", 5, 9), mark("a", 5, 7), mark("g", 6, 8, kind="ghost")])
    first = index.after((0, -1, ""), "annotation")
    assert first is not None
    assert first.id == "a"
    second = index.after((5, 7, "a"), "annotation")
    assert second is not None
    assert second.id == "b"
    assert index.after((5, 9, "b"), "annotation") is None
    back = index.before((5, 9, "b"), "annotation")
    assert back is not None
    assert back.id == "a"


@pytest.mark.parametrize("times", [1, MANY], ids=["few", "very many"])
def test_changing_many_ends_like_starting_with_them(times: int) -> None:
    far = [mark(f"far {n}", 5 * n, 5 * n + 3) for n in range(times)]
    kept, moved, gone = mark("kept", 0, 9), mark("moved", 2, 5), mark("gone", 3, 8)
    index = MarkIndex([kept, moved, gone])
    after = mark("moved", 20, 25, kind="ghost")
    touched = index.change([kept, after, *far], ["gone", "unknown"])
    assert {found.id for found in touched} == {"moved", "gone", *(found.id for found in far)}
    assert kept not in touched
    fresh = MarkIndex([kept, after, *far])
    assert index.within(0, 5 * times + 30) == fresh.within(0, 5 * times + 30)
    assert index.after((0, -1, ""), "ghost") == after
    assert index.get("gone") is None


@given(marks(), marks())
def test_changing_marks_one_by_one_ends_like_starting_with_them(
    first: list[Mark], then: list[Mark]
) -> None:
    index = MarkIndex(first)
    for changed in then:
        index.put(changed)
    for old in first[len(then) :]:
        index.drop(old.id)
    fresh = MarkIndex(then)
    assert index.within(0, 100) == fresh.within(0, 100)
    assert index.after((0, -1, ""), "annotation") == fresh.after((0, -1, ""), "annotation")
