"""Intervals: the same answers as asking every span, after any inserts and removals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.pane.intervals import Entry, Intervals


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    starts = draw(st.lists(st.integers(0, 300), max_size=40))
    return [(s, s + draw(st.integers(1, 200)), f"i{n}") for n, s in enumerate(starts)]


@given(entries(), st.integers(0, 300), st.integers(1, 100), st.data())
def test_overlap_is_what_asking_all_would_say(
    given: list[Entry], start: int, length: int, data: st.DataObject
) -> None:
    index = Intervals(given[::2])
    for entry in given[1::2]:
        index.insert(*entry)
    gone = data.draw(st.lists(st.sampled_from(given), unique=True)) if given else []
    for entry in gone:
        index.remove(*entry)
    kept = [entry for entry in given if entry not in gone]
    expected = sorted(e for e in kept if e[0] < start + length and e[1] > start)
    assert sorted(index.overlapping(start, start + length)) == expected
    assert len(index) == len(kept)


def test_the_same_extent_may_stand_twice() -> None:
    index = Intervals([(1, 5, "a"), (1, 5, "b")])
    index.remove(1, 5, "a")
    assert list(index.overlapping(4, 5)) == [(1, 5, "b")]


def test_what_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(KeyError):
        Intervals([(1, 5, "a")]).remove(1, 6, "a")


def test_a_question_looks_only_at_the_neighbourhood() -> None:
    looked: list[int] = []

    class Watched(int):
        def __gt__(self, other: int) -> bool:
            looked.append(int(self))
            return int(self) > other

    index = Intervals((i * 10, Watched(i * 10 + 5), str(i)) for i in range(10_000))
    assert len(list(index.overlapping(50_000, 50_020))) == 2
    assert len(looked) < 10
