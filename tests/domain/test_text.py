"""Canonical text: what is changed, what stays, and that positions follow the text."""

import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.text import canonical, text_hash

RAW = st.text(
    alphabet=st.one_of(
        st.sampled_from("\r\n\ufeff\x00\ufdd0\ufdd1\u2029\u2028\u00a0\ud800\udfff a🌍é"),
        st.characters(exclude_categories=()),
    )
)


@given(RAW)
@example("\ufeff\x00\ufeff\r\r\n")
def test_canonical_text_stays_as_it_is(raw: str) -> None:
    once = canonical(raw).text
    assert canonical(once).text == once


@given(RAW)
@example("a\r\nb")
@example("\x00\ufeffa")
@example("a\x00\x00\r\n\x00b")
def test_a_position_maps_to_the_length_of_the_canonical_prefix(raw: str) -> None:
    whole = canonical(raw)
    for position in range(len(raw) + 1):
        if raw[position - 1 : position + 1] == "\r\n":
            continue  # between the halves of one line end there is no position
        if 0 < position < len(raw) and raw[:position].strip("\ufeff\x00\ufdd0\ufdd1") == "":
            continue  # inside the leading run that is dropped whole
        if _inside_dropped(raw, position):
            continue
        assert whole.position(position) == len(canonical(raw[:position]).text)


def _inside_dropped(raw: str, position: int) -> bool:
    """Whether a position has dropped characters on both sides: it maps with its run's end."""
    return raw[position - 1 : position] in DROPPED and raw[position : position + 1] in DROPPED


DROPPED = frozenset("\x00\ufdd0\ufdd1")


@given(RAW)
def test_positions_never_fall_back_nor_leave_the_text(raw: str) -> None:
    whole = canonical(raw)
    positions = [whole.position(position) for position in range(len(raw) + 1)]
    assert positions == sorted(positions)
    assert positions[-1] == len(whole.text)
    assert min(positions) >= 0
    assert max(positions) <= len(whole.text)


@given(RAW)
def test_canonical_text_can_be_hashed_and_holds_nothing_that_may_not_stay(raw: str) -> None:
    text = canonical(raw).text
    assert not set(text) & set("\r\x00\ufdd0\ufdd1\u2029")
    assert text_hash(text) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\u2029d", "a\nb\nc\nd"),
        ("\ufeffa\ufeffb", "a\ufeffb"),
        ("a\x00\ufdd0b", "ab"),
        ("a\u2028b\u00a0c\x07", "a\u2028b\u00a0c\x07"),
        ("a\ud83db", "a\ufffdb"),
        ("e\u0301 stays two", "e\u0301 stays two"),
    ],
)
def test_only_the_named_characters_change(raw: str, text: str) -> None:
    assert canonical(raw).text == text


def test_positions_inside_a_dropped_run_fall_together_at_its_end() -> None:
    whole = canonical("a\x00\x00\x00b\r\nc")
    assert [whole.position(raw) for raw in range(9)] == [0, 1, 1, 1, 1, 2, 3, 3, 4]
