"""A span lies in a row as its hull, and as fragments only where there is more than one."""

from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.span import Fragments, Span, fragments_of
from workbench.store.spans import fragments_at, fragments_in, mapping_in, span_columns


@st.composite
def fragments(draw: st.DrawFn) -> Fragments:
    cuts = sorted(draw(st.sets(st.integers(0, 999), min_size=2, max_size=10)))
    return fragments_of(zip(cuts[::2], cuts[1::2], strict=False))


@given(fragments(), st.text())
def test_any_span_comes_out_of_its_columns_as_it_was(place: Fragments, quote: str) -> None:
    columns = span_columns(place, quote)
    assert (columns["start"], columns["end"]) == (place[0].start, place[-1].end)
    assert (columns["fragments"] is None) == (len(place) == 1)
    assert fragments_in(cast("Any", SimpleNamespace(**columns))) == place
    assert columns["quote"] == quote


def test_one_fragment_is_its_hull() -> None:
    assert fragments_at(3, 5, None) == (Span(3, 5),)


def test_an_empty_mapping_costs_no_parsing_and_is_nobodys() -> None:
    one, two = mapping_in("{}"), mapping_in("{}")
    one["a"] = "1"
    assert two == {}
    assert mapping_in('{"b": "2"}') == {"b": "2"}
