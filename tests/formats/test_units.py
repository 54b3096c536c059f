"""Whatever unit a file counts in, its spans come to where its words stand, or nowhere."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import UserError
from workbench.domain.span import Span
from workbench.formats.units import (
    CODE_POINTS,
    FOLDED,
    GRAPHEMES,
    UNFOLDED,
    UTF8,
    UTF16,
    Claimed,
    settled,
)

TEXT = "Zoë 😀 said\r\nthe plan fails.\r\nIt did not."

COUNT: dict[str, Callable[[str], int]] = {
    CODE_POINTS: len,
    UTF16: lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    UTF8: lambda text: len(text.encode("utf-8", "surrogatepass")),
    FOLDED: lambda text: len(text.replace("\r\n", "\n")),
    UNFOLDED: lambda text: len(text.replace("\r\n", "\n").replace("\n", "\r\n")),
}


def claim(text: str, start: int, end: int, unit: str) -> Claimed:
    """Where a file that counts in a unit would say that a part of a text stands."""
    count = COUNT[unit]
    return Claimed("T1", ((count(text[:start]), count(text[:end])),), text[start:end])


@pytest.mark.parametrize("unit", [UTF16, UTF8, FOLDED])
def test_the_unit_is_found_by_the_words(unit: str) -> None:
    start = TEXT.index("plan")
    found = settled(TEXT, [claim(TEXT, 0, 3, unit), claim(TEXT, start, start + 4, unit)])
    assert found == (unit, [(Span(0, 3),), (Span(start, start + 4),)])


def test_line_ends_that_were_two_characters_are_found_too() -> None:
    text = "one\ntwo\nthree"
    assert settled(text, [Claimed("T1", ((10, 15),), "three")]) == (UNFOLDED, [(Span(8, 13),)])


def test_the_declared_unit_comes_first() -> None:
    assert settled("ab", [Claimed("T1", ((0, 1),), "a")], declared=UTF16)[0] == UTF16
    assert settled("ab", []) == (CODE_POINTS, [])


def test_one_unit_must_fit_all_spans() -> None:
    mixed = [claim(TEXT, 12, 15, UTF16), claim(TEXT, 16, 20, UTF8)]
    with pytest.raises(UserError, match="T1") as refused:
        settled(TEXT, mixed)
    assert refused.value.key == "formats.no_unit_fits"


def test_fragments_are_proved_by_their_words_joined() -> None:
    claimed = Claimed("T4", ((6, 10), (20, 25)), "said fails")
    unit, (fragments,) = settled("Zoë 😀 said the plan fails.", [claimed])
    assert (unit, fragments) == (CODE_POINTS, (Span(6, 10), Span(20, 25)))


def test_a_span_beyond_the_text_fits_nothing() -> None:
    with pytest.raises(UserError, match="beyond"):
        settled("short", [Claimed("T1", ((90, 99),), "beyond")])


def test_without_words_the_declared_unit_alone_is_tried() -> None:
    silent = Claimed("T1", ((6, 9),), None)
    assert settled("😀 Zoë 😀", [silent], declared=UTF16) == (UTF16, [(Span(5, 7),)])
    with pytest.raises(UserError, match="T1"):
        settled("😀 Zoë", [Claimed("T1", ((4, 8),), None)], declared=UTF16)
    said = claim("😀 Zoë 😀", 2, 5, UTF8)
    assert settled("😀 Zoë 😀", [silent, said])[0] == UTF8


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).flatmap(
    lambda text: st.sampled_from([text, text.replace("a", "\r\n"), f"😀{text}ë\r\n{text}"])
)


@given(text=texts, unit=st.sampled_from(list(COUNT)), data=st.data())
def test_every_unit_is_read_back(text: str, unit: str, data: st.DataObject) -> None:
    if unit == UNFOLDED:
        text = text.replace("\r\n", "\n")
    whole = [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n"]
    start, end = sorted(data.draw(st.lists(st.sampled_from(whole), min_size=2, max_size=2)))
    if start == end:
        return
    _, (found,) = settled(text, [claim(text, start, end, unit)], declared=unit)
    assert found == (Span(start, end),)


def test_a_unit_of_utf16_inside_a_pair_is_no_place() -> None:
    with pytest.raises(UserError, match="T1"):
        settled("😀 a", [Claimed("T1", ((1, 4),), None)], declared=UTF16)
    assert settled("😀 a", [Claimed("T1", ((3, 4),), None)], declared=UTF16)[1] == [(Span(2, 3),)]


def test_characters_as_people_see_them_are_found_by_the_words() -> None:
    text = "👩🏽‍✈️ e\u0301tat zero"
    assert settled(text, [Claimed("T1", ((2, 6),), "e\u0301tat")]) == (GRAPHEMES, [(Span(6, 11),)])
    with pytest.raises(UserError, match="T1"):
        settled(text, [Claimed("T1", ((9, 99),), None)], declared=GRAPHEMES)
