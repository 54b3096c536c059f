"""Borders that are dragged: to words, to characters, and never into each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.graphemes import is_border
from workbench.domain.span import Fragments, Span, check_fragments, fragments_of
from workbench.ui.pane.borders import Border, moved

TEXT = "The U.S. envoy, Mr. Ilse Varn, paid $3m for 👨‍👩‍👧 and e\u0301clairs in Port-Ennis."


def quoted(fragments: Fragments) -> list[str]:
    return [fragment.of(TEXT) for fragment in fragments]


def at(part: str) -> Span:
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


@pytest.mark.parametrize(
    ("part", "side", "place", "expected"),
    [
        ("envoy", "end", "se Varn", "envoy, Mr. Ilse"),
        ("envoy", "end", "arn, paid", "envoy, Mr. Ilse"),
        ("envoy", "end", ", paid", "envoy, Mr. Ilse Varn"),
        ("envoy", "start", ".S.", "U.S. envoy"),
        ("paid", "end", "m for", "paid $3m"),
        ("Ilse Varn", "end", "The", "Ilse"),
        ("Ilse Varn", "start", "for", "Varn"),
        ("Ennis", "start", "ort-", "Port-Ennis"),
    ],
)
def test_a_border_goes_to_the_nearest_word(part: str, side: str, place: str, expected: str) -> None:
    border = Border(0, "start" if side == "start" else "end")
    found = moved(TEXT, (at(part),), border, at(place).start, raw=False)
    assert quoted(found) == [expected]


def test_bare_characters_are_taken_as_they_are_but_never_split() -> None:
    end = Border(0, "end")
    assert quoted(moved(TEXT, (at("Varn"),), end, at("rn,").start, raw=True)) == ["Va"]
    inside = at("👨‍👩‍👧").start + 3
    assert quoted(moved(TEXT, (at("for"),), end, inside, raw=True)) == ["for 👨‍👩‍👧"]
    assert quoted(moved(TEXT, (at("and"),), end, at("e\u0301").start + 1, raw=True)) == [
        "and e\u0301"
    ]


def test_fragments_never_touch() -> None:
    fragments = (at("envoy"), at("Ilse"), at("paid"))
    forward = moved(TEXT, fragments, Border(1, "end"), len(TEXT), raw=False)
    assert quoted(forward) == ["envoy", "Ilse Varn", "paid"]
    back = moved(TEXT, fragments, Border(1, "start"), 0, raw=False)
    assert quoted(back) == ["envoy", "Mr. Ilse", "paid"]


def test_the_end_of_a_quotation_takes_its_last_mark_along_where_there_is_room() -> None:
    text = "“We never paid,” he said."
    words, end = (Span(1, 9), Span(17, 19)), Border(0, "end")
    found = moved(text, words, end, 14, raw=False, quoted=True)
    assert [fragment.of(text) for fragment in found] == ["We never paid,", "he"]
    assert moved(text, words, end, 14, raw=True, quoted=True)[0].of(text) == "We never paid"
    assert moved(text, words, end, 14, raw=False)[0].of(text) == "We never paid"
    beside = (Span(1, 9), Span(15, 19))
    assert moved(text, beside, end, 14, raw=False, quoted=True)[0].of(text) == "We never paid"


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, Fragments]:
    text = draw(st.text(st.sampled_from("ab .,“”-é\u0301👩\u200d한שc\n"), min_size=3, max_size=40))
    borders = [place for place in range(len(text) + 1) if is_border(text, place)]
    ends = sorted(draw(st.sets(st.sampled_from(borders), min_size=2, max_size=6)))
    ends = ends[: len(ends) // 2 * 2]
    return text, fragments_of(zip(ends[::2], ends[1::2], strict=True))


@pytest.mark.parametrize("raw", [True, False], ids=["characters", "words"])
@given(given=marked(), place=st.integers(-2, 45), quoted=st.booleans())
def test_whatever_is_dragged_stays_sound_and_only_that_border_moves(
    given: tuple[str, Fragments], place: int, *, quoted: bool, raw: bool
) -> None:
    text, fragments = given
    for index in range(len(fragments)):
        for side in ("start", "end"):
            border = Border(index, "start" if side == "start" else "end")
            found = moved(text, fragments, border, place, raw=raw, quoted=quoted)
            check_fragments(len(text), found)
            assert found[:index] + found[index + 1 :] == fragments[:index] + fragments[index + 1 :]
            other = "end" if side == "start" else "start"
            assert getattr(found[index], other) == getattr(fragments[index], other)
            assert is_border(text, found[index].start)
            assert is_border(text, found[index].end)
