"""Marks of a foreign file come to stand where their words are in the text as it is kept here."""

import pytest

from workbench.domain.errors import UserError
from workbench.domain.span import Span
from workbench.formats.standing import imported, stand
from workbench.formats.units import CODE_POINTS, UTF16, Claimed

RAW = "\ufeff😀 Zoë\r\nsaid so."


def test_places_are_mapped_onto_the_canonical_text() -> None:
    standing = stand(RAW, [Claimed("T1", ((3, 6),), "Zoë"), Claimed("T2", ((8, 12),), "said")])
    assert (standing.text, standing.unit) == ("😀 Zoë\nsaid so.", "")
    assert [place[0].of(standing.text) for place in standing.places] == ["Zoë", "said"]


def test_the_unit_is_named_where_it_is_not_the_declared_one() -> None:
    claim = Claimed("T1", ((4, 7),), "Zoë")
    assert stand(RAW, [claim]).unit == UTF16
    assert stand(RAW, [claim], declared=UTF16).unit == ""
    assert stand(RAW, [Claimed("T1", ((3, 6),), "Zoë")], declared=UTF16).unit == CODE_POINTS


def test_a_text_that_says_nothing_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        stand("\ufeff \r\n", [])
    assert refused.value.key == "formats.no_text"


def test_a_mark_has_the_words_of_its_place_and_says_that_it_was_imported() -> None:
    mark = imported("x", (Span(0, 1), Span(2, 5)), id="i", annotator="ann", text="😀 Zoë")
    assert (mark.quote, mark.layer, mark.label) == ("😀 Zoë", "", "x")
    assert (mark.origin.by, mark.scheme_version) == ("import", 0)
