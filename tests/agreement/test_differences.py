"""Marks that belong together come together, and say in what way and how far they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.differences import Group, Mark, cost_of, grouped, kinds_of, overlap
from workbench.domain.span import Span


def mark(who: str, start: int, end: int, label: str = "x", **attributes: str) -> Mark:
    return Mark(who, f"{who}{start}-{end}{label}", label, (Span(start, end),), attributes)


MARKS: st.SearchStrategy[list[Mark]] = st.lists(
    st.builds(
        lambda who, start, long, label: mark(who, start, start + long, label),
        st.sampled_from("abc"),
        st.integers(0, 12),
        st.integers(1, 6),
        st.sampled_from("xy"),
    ),
    max_size=10,
    unique_by=lambda found: found.id,
)


def names(groups: list[Group]) -> list[list[str]]:
    return [[found.id for found in group] for group in groups]


def test_equal_marks_come_together_before_nearer_ones() -> None:
    inner, outer = mark("a", 2, 4), mark("a", 0, 9)
    assert names(grouped([outer, inner, mark("b", 2, 4)])) == [["a0-9x"], ["a2-4x", "b2-4x"]]


def test_a_common_label_comes_before_a_common_place() -> None:
    found = grouped([mark("a", 0, 4), mark("b", 0, 4, "y"), mark("b", 3, 9)])
    assert names(found) == [["b0-4y"], ["a0-4x", "b3-9x"]]


def test_other_labels_come_together_only_at_nearly_one_place() -> None:
    assert len(grouped([mark("a", 0, 4), mark("b", 0, 5, "y")])) == 1
    assert len(grouped([mark("a", 0, 40), mark("b", 0, 5, "y")])) == 2


@pytest.mark.parametrize(
    ("group", "kinds"),
    [
        ((mark("a", 0, 4), mark("b", 0, 4)), ()),
        ((mark("a", 0, 4),), ("missed",)),
        ((mark("a", 0, 4), mark("b", 0, 5)), ("boundary",)),
        ((mark("a", 0, 4), mark("b", 0, 5, "y")), ("label", "boundary")),
        ((mark("a", 0, 4, s="1"), mark("b", 0, 4, s="2")), ("attribute",)),
        ((mark("a", 0, 4, s="1"), mark("b", 0, 4)), ("attribute",)),
    ],
)
def test_kinds(group: Group, kinds: tuple[str, ...]) -> None:
    assert kinds_of(group, annotators=2) == kinds


def test_another_source_is_a_difference_of_relations() -> None:
    a, b = (
        Mark(who, who, "x", (Span(0, 4),), relations=frozenset({("source", end)}))
        for who, end in ("ap", "bq")
    )
    assert kinds_of((a, b), annotators=2) == ("relation",)
    assert cost_of((a, b), annotators=2) == 0.5


def test_costs_are_summed_over_pairs() -> None:
    assert cost_of((mark("a", 0, 4),), annotators=3) == 2
    assert cost_of((mark("a", 0, 4), mark("b", 0, 4, "y")), annotators=2) == 1
    assert cost_of((mark("a", 0, 4), mark("b", 0, 5)), annotators=2) == pytest.approx(1 / 9)
    half = (mark("a", 0, 4, s="1", t="1"), mark("b", 0, 4, s="2", t="1"))
    assert cost_of(half, annotators=2) == pytest.approx(0.25)


def test_fragments_overlap_as_far_as_they_share_characters() -> None:
    assert overlap((Span(0, 2), Span(4, 6)), (Span(0, 6),)) == pytest.approx(0.8)


@given(marks=MARKS)
def test_every_mark_stands_in_one_group_with_no_other_of_its_person(marks: list[Mark]) -> None:
    groups = grouped(marks)
    assert sorted(name for group in names(groups) for name in group) == sorted(m.id for m in marks)
    for group in groups:
        assert len({found.annotator for found in group}) == len(group)
    assert grouped(marks[::-1]) == groups


@given(marks=MARKS)
def test_no_kind_is_no_cost_and_a_kind_costs(marks: list[Mark]) -> None:
    for group in grouped(marks):
        assert bool(kinds_of(group, annotators=3)) == bool(cost_of(group, annotators=3))
