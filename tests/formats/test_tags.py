"""Every scheme of tags means the same chunks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.tags import chunks, iob2, is_tag

TWO_AND_ONE = [(0, 2, "PER"), (2, 3, "PER"), (4, 7, "LOC")]


@pytest.mark.parametrize(
    "tags",
    [
        "B-PER I-PER B-PER O B-LOC I-LOC I-LOC",  # IOB2
        "I-PER I-PER B-PER O I-LOC I-LOC I-LOC",  # IOB1
        "I-PER E-PER E-PER O I-LOC I-LOC E-LOC",  # IOE2
        "B-PER E-PER S-PER O B-LOC I-LOC E-LOC",  # IOBES
        "B-PER L-PER U-PER O B-LOC I-LOC L-LOC",  # BILOU
        "B-PER E-PER W-PER O B-LOC M-LOC E-LOC",  # BMEWO
    ],
)
def test_every_scheme_is_read(tags: str) -> None:
    assert chunks(tags.split(" ")) == TWO_AND_ONE


def test_a_label_that_changes_begins_a_chunk() -> None:
    assert chunks(["I-PER", "I-LOC", "B-LOC"]) == [(0, 1, "PER"), (1, 2, "LOC"), (2, 3, "LOC")]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from(["a", "b-c"]))))
def test_what_is_written_is_read(gaps: list[tuple[int, int, str]]) -> None:
    found, end = [], 0
    for gap, length, label in gaps:
        first, end = end + gap, end + gap + length
        found.append((first, end, label))
    assert chunks(iob2(found, end + 1)) == found


@pytest.mark.parametrize("cell", ["", "PER", "B-", "X-PER", "-", "_", "o", "B PER", "B-A B"])
def test_other_cells_are_no_tags(cell: str) -> None:
    assert not is_tag(cell)
