"""Offsets count in the file's own text, are proved by the quote, and follow the text's change."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.formats.corpora import raw_texts
from workbench.domain.article import Structure, Zone
from workbench.domain.errors import UserError
from workbench.domain.span import Span, quote_of
from workbench.domain.text import canonical
from workbench.formats.jsonl_offsets import Base, base_of, extent, structure

RAW = "\ufeffA\r\nharbour\r\n🙂 town\x00.\n"
BASE = base_of(RAW, article="a")
PLAIN = base_of("A harbour town.", article="a")


def refusal(fields: dict[str, object], base: Base = PLAIN) -> str:
    """The key of the refusal of an extent."""
    with pytest.raises(UserError) as refused:
        extent(fields, base, "annotations[0]")
    assert str(refused.value)
    return refused.value.key


def test_offsets_of_a_plain_text_stay() -> None:
    fields = {"start": 2, "end": 9, "quote": "harbour"}
    assert extent(fields, PLAIN, "") == ((Span(2, 9),), "harbour")


def test_offsets_follow_line_ends_and_dropped_characters() -> None:
    start = RAW.index("🙂")
    fields = {"start": start, "end": start + 7, "quote": "🙂 town\x00"}
    ((moved,), quote) = extent(fields, BASE, "")
    assert BASE.made.text == "A\nharbour\n🙂 town.\n"
    assert (moved.of(BASE.made.text), quote) == ("🙂 town", "🙂 town")


def test_fragments_are_sorted_and_may_leave_out_their_hull() -> None:
    fields = {"fragments": [[10, 14], [2, 9]], "quote": "harbour town"}
    assert extent(fields, PLAIN, "") == ((Span(2, 9), Span(10, 14)), "harbour town")
    assert extent(fields | {"start": 2, "end": 14}, PLAIN, "")[0] == (Span(2, 9), Span(10, 14))


def test_no_fragments_or_one_are_the_hull() -> None:
    hull = {"start": 2, "end": 9}
    for fragments in (None, [], [[2, 9]]):
        assert extent(hull | {"fragments": fragments}, PLAIN, "") == ((Span(2, 9),), "harbour")
    assert extent({"fragments": [[2, 9]]}, PLAIN, "") == ((Span(2, 9),), "harbour")


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"start": 2, "end": 9, "quote": "Harbour"}, "domain.quote_differs"),
        ({"start": 2, "end": 9, "quote": ""}, "domain.quote_differs"),
        ({"start": 2, "end": 99}, "domain.span_beyond_text"),
        ({"start": -2, "end": 9}, "domain.span_beyond_text"),
        ({"start": 9, "end": 2}, "domain.span_beyond_text"),
        ({"start": 2, "end": 2}, "domain.span_empty"),
        ({"start": 2}, "formats.missing_key"),
        ({"end": 2}, "formats.missing_key"),
        ({}, "formats.not_a_range"),
        ({"fragments": [[2, 9], [9, 12]]}, "domain.fragments_overlap"),
        ({"fragments": [[2, 9], [3, 12]]}, "domain.fragments_overlap"),
        ({"fragments": [[2, 9], [10]]}, "formats.not_a_range"),
        ({"fragments": [[2, 9], [10, "14"]]}, "formats.not_a_range"),
        ({"fragments": [[2, 9], [True, 14]]}, "formats.not_a_range"),
        ({"fragments": [[2, 9], None]}, "formats.not_a_range"),
        ({"start": 2, "end": 13, "fragments": [[2, 9], [10, 14]]}, "formats.hull_differs"),
    ],
)
def test_an_extent_that_says_two_things_or_none_is_refused(
    fields: dict[str, object], key: str
) -> None:
    assert refusal(fields) == key


def test_a_span_of_nothing_but_what_is_dropped_is_refused() -> None:
    at = RAW.index("\x00")
    assert refusal({"start": at, "end": at + 1}, BASE) == "domain.span_empty"


def test_a_text_that_says_nothing_is_refused() -> None:
    for empty in ("", " \n", "\ufeff\x00"):
        with pytest.raises(UserError) as refused:
            base_of(empty, article="a")
        assert refused.value.key == "formats.no_text"


@given(raw_texts, st.data())
def test_a_quote_proves_its_offsets_in_any_text(raw: str, data: st.DataObject) -> None:
    base = Base(raw, canonical(raw), "a", same=raw == canonical(raw).text)
    start = data.draw(st.integers(0, max(0, len(raw) - 1)))
    end = data.draw(st.integers(start, len(raw)))
    # Inside of a line end there is no place in the canonical text to compare with.
    assume("\r\n" not in (raw[start - 1 : start + 1], raw[end - 1 : end + 1]))
    fields = {"start": start, "end": end, "quote": raw[start:end]}
    if base.made.position(start) == base.made.position(end):
        assert refusal(fields, base) == "domain.span_empty"
    else:
        fragments, quote = extent(fields, base, "")
        assert quote == quote_of(base.made.text, fragments)
        expected = Span(*(len(canonical(raw[:position]).text) for position in (start, end)))
        assert fragments == (expected,)


# --- zones and sentences


def test_zones_and_sentences_are_moved_along() -> None:
    zones = [["headline", 1, 2], ["paragraph", 4, len(RAW) - 1]]
    found = structure({"zones": zones, "sentences": [[4, 11]], "structure_version": 2}, BASE)
    assert found == Structure(
        (Zone("headline", Span(0, 1)), Zone("paragraph", Span(2, 17))), (Span(2, 9),), 2
    )


def test_without_zones_there_is_no_structure_and_without_sentences_no_rule() -> None:
    assert structure({"sentences": [[0, 1]]}, PLAIN) is None
    found = structure({"zones": [], "structure_version": 1}, PLAIN)
    assert found == Structure((), (), 0)


@pytest.mark.parametrize(
    ("zone", "key"),
    [
        (["poem", 0, 1], "formats.unknown_value"),
        (["lead", 0], "formats.not_a_zone"),
        (["lead", 0, "1"], "formats.not_a_range"),
        ([1, 0, 1], "formats.not_a_zone"),
        ("lead", "formats.not_a_zone"),
        (["lead", 0, 99], "domain.span_beyond_text"),
        (["lead", 5, 1], "domain.span_beyond_text"),
    ],
)
def test_a_zone_that_is_none_is_refused(zone: object, key: str) -> None:
    with pytest.raises(UserError) as refused:
        structure({"zones": [zone]}, PLAIN)
    assert refused.value.key == key
    assert str(refused.value)
