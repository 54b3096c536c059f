"""Heights: running sums and places, as plain addition gives them."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.pane.heights import Heights

some = st.lists(st.integers(0, 50), max_size=40)


@given(some, st.lists(st.tuples(st.integers(0, 39), st.integers(0, 90)), max_size=10))
def test_tops_are_sums_after_any_corrections(
    heights: list[int], changes: list[tuple[int, int]]
) -> None:
    tree = Heights(heights)
    for index, height in changes:
        if index < len(heights):
            assert tree.change(index, height) == height - heights[index]
            heights[index] = height
    assert [tree.top(i) for i in range(len(heights) + 1)] == [
        sum(heights[:i]) for i in range(len(heights) + 1)
    ]
    assert tree.total == sum(heights)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=40), st.integers(-10, 2500))
def test_a_place_is_found_in_the_piece_that_covers_it(heights: list[int], y: int) -> None:
    tree = Heights(heights)
    index = tree.find(y)
    if y < 0:
        assert index == 0
    elif y >= sum(heights):
        assert index == len(heights) - 1
    else:
        assert tree.top(index) <= y < tree.top(index + 1)


def test_a_text_of_a_million_pieces_is_corrected_at_once() -> None:
    tree = Heights([10] * 1_000_000)
    for index in range(0, 1_000_000, 1000):
        tree.change(index, 20)
    assert tree.top(1_000_000) == 10_010_000
    assert tree.find(10_009_999) == 999_999
