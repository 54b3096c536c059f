"""A span follows the correction of its text, or says why it has no place any more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.alignment import align
from workbench.domain.placing import LOST, Fate, Placement, place
from workbench.domain.span import Span, check_fragments, fragments_of, quote_of


def placed(old: str, new: str, *words: str) -> Placement:
    """What becomes of words of the old text, each a fragment."""
    starts = [old.index(word) for word in words]
    fragments = tuple(Span(s, s + len(word)) for s, word in zip(starts, words, strict=True))
    return place(align(old, new), fragments, quote_of(old, fragments))


@pytest.mark.parametrize(
    ("old", "new", "words", "fate", "quote"),
    [
        ("The mayor spoke.", "The mayor spoke at last.", "mayor", "kept", "mayor"),
        ("The mayor spoke.", "So the mayor spoke.", "mayor", "moved", "mayor"),
        ("🙂 mayor", "🙂🙂 e\u0301 mayor", "mayor", "moved", "mayor"),
        ("The Harbor shut.", "The Harbour shut.", "Harbor", "changed", "Harbour"),
        ("The harbor shut.", "The harbors shut.", "harbor", "changed", "harbors"),
        ("Teh mayor", "The mayor", "Teh", "changed", "The"),
        ("the U.S. said", "the United States said", "U.S.", "changed", "United States"),
        ("The old mayor spoke", "The mayor spoke", "old mayor", "changed", "mayor"),
        ("The mayor spoke", "The tired old mayor spoke", "The mayor", "changed", None),
        ("A claim, as it was, here", "A claim, here", "claim, as it was", "changed", "claim"),
        ("Then the mayor spoke.", "Then spoke.", "the mayor", "deleted", ""),
        ("Then Smith spoke.", "Then Jones went.", "Smith", "rewritten", ""),
        ("Then Bo Reed spoke.", "Then he spoke.", "Bo Reed", "rewritten", ""),
        ("Then old Smith spoke.", "Then new Jones spoke.", "Smith", "rewritten", ""),
    ],
)
def test_a_span_follows_its_words(
    old: str, new: str, words: str, fate: Fate, quote: str | None
) -> None:
    found = placed(old, new, words)
    assert found.fate == fate
    assert found.quote == ("The tired old mayor" if quote is None else quote)


def test_an_insertion_at_an_end_stays_outside() -> None:
    found = placed("said mayor Miller today", "said the mayor Miller again today", "mayor Miller")
    assert (found.fate, found.quote) == ("moved", "mayor Miller")


def test_fragments_that_come_to_touch_are_one() -> None:
    found = placed("is not closed", "is closed", "is", "closed")
    assert found.fragments == (Span(0, 2), Span(3, 9))
    found = placed("door-x-step", "doorstep", "door", "step")
    assert found.fragments == (Span(0, 8),)
    assert found.quote == "doorstep"


def test_a_fragment_that_went_leaves_the_others() -> None:
    found = placed("the port, he said, is closed", "the port is closed", "the port", "he said")
    assert found == Placement("changed", (Span(0, 8),), "the port")


TEXTS = st.text("ab.\u00a0 \n🙂\u0301", min_size=1, max_size=50)


@given(old=TEXTS, new=TEXTS, data=st.data())
def test_a_place_is_sound_and_its_quote_is_what_stands_there(
    old: str, new: str, data: st.DataObject
) -> None:
    ends = st.lists(st.integers(0, len(old)), unique=True, min_size=2, max_size=6).map(sorted)
    borders = data.draw(ends)
    fragments = fragments_of(zip(borders[::2], borders[1::2], strict=False))
    found = place(align(old, new), fragments, quote_of(old, fragments))
    if found.fate in LOST:
        assert found.fragments == ()
    else:
        check_fragments(len(new), found.fragments)
        assert found.quote == quote_of(new, found.fragments)
        assert (found.fate == "changed") == (found.quote != quote_of(old, fragments))


@given(text=TEXTS, data=st.data())
def test_nothing_happens_to_a_text_that_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = (Span(start, data.draw(st.integers(start + 1, len(text)))),)
    assert place(align(text, text), span, quote_of(text, span)) == Placement(
        "kept", span, quote_of(text, span)
    )
