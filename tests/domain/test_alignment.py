"""Old and new text are aligned on what they share, whatever was changed, and in bounded time."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clock import bare_loops
from workbench.domain.alignment import Alignment, align

LONGEST = 400  # bare loops
WORDS = st.lists(st.sampled_from(["ab", "a", "b.", "\n", "🙂", "e\u0301", "\u00a0"]), max_size=40)
TEXTS = WORDS.map(" ".join) | st.text("ab \n.", max_size=60)


@given(old=TEXTS, new=TEXTS)
def test_blocks_stand_in_both_texts_and_keep_their_order(old: str, new: str) -> None:
    alignment = align(old, new)
    old_end = new_end = 0
    for block in alignment.blocks:
        assert old[block.old : block.old_end] == new[block.new : block.new_end]
        assert block.old >= old_end
        assert block.new >= new_end
        old_end, new_end = block.old_end, block.new_end
    assert (old_end, new_end) == (len(old), len(new))


@given(old=TEXTS, new=TEXTS)
def test_positions_keep_their_order_and_stay_in_the_text(old: str, new: str) -> None:
    alignment = align(old, new)
    for ends in (
        [alignment.start(position) for position in range(len(old))],
        [alignment.end(position) for position in range(1, len(old) + 1)],
    ):
        assert ends == sorted(ends)
        assert all(0 <= end <= len(new) for end in ends)


@given(head=TEXTS, old=TEXTS, new=TEXTS, tail=TEXTS)
def test_what_stands_around_one_change_is_shared(head: str, old: str, new: str, tail: str) -> None:
    assert shared(align(head + old + tail, head + new + tail)) >= len(head + tail)


def shared(alignment: Alignment) -> int:
    """How many characters both texts share."""
    return sum(block.length for block in alignment.blocks)


@pytest.mark.parametrize(
    ("old", "new", "both"),
    [
        ("one two three four", "one three four", "one three four"),
        ("a a a b a a", "a a b a a a", "a a b a a"),
        ("The harbor is closed.", "The harbour was closed.", "The harbor s closed."),
        ("first\nsecond\nthird\n", "first\nthird\n", "first\nthird\n"),
    ],
)
def test_the_shared_part_is_as_long_as_can_be(old: str, new: str, both: str) -> None:
    assert shared(align(old, new)) == len(both)


def megabyte(vocabulary: int, *, ends: str) -> str:
    """A text of a million characters out of few words, with or without sentences."""
    choice = random.Random(7)  # noqa: S311  (reproducible, not secret)
    words = [f"w{choice.randrange(vocabulary)}{choice.choice(ends)}" for _ in range(330_000)]
    return " ".join(words)[:1_000_000]


@pytest.mark.parametrize("vocabulary", [1, 3, 5_000])
def test_a_megabyte_with_changes_at_both_ends_keeps_its_middle(vocabulary: int) -> None:
    old = megabyte(vocabulary, ends=" ")
    new = f"New. {old[:500]}{old[520:-300]} and {old[-300:]}!"
    found: list[Alignment] = []
    assert bare_loops(lambda: found.append(align(old, new)), runs=1) < LONGEST
    assert shared(found[0]) > len(old) - 1_000


def test_a_megabyte_against_quite_another_ends_in_time() -> None:
    choice = random.Random(7)  # noqa: S311  (reproducible, not secret)
    old, new = ("".join(choice.choices("ab \n.", k=1_000_000)) for _ in range(2))
    assert bare_loops(lambda: align(old, new), runs=1) < LONGEST
