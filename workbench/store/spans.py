"""How spans lie in a row: hull, quote, and the fragments only where there is more than one."""

import json
from typing import Any

from sqlalchemy import Row

from workbench.domain.span import Fragments, Span, fragments_of, hull
from workbench.store.rows import fragments_text


def span_columns(fragments: Fragments, quote: str) -> dict[str, Any]:
    """The columns of a row that hold a span."""
    whole = hull(fragments)
    return {
        "start": whole.start,
        "end": whole.end,
        "fragments": fragments_text(fragments),
        "quote": quote,
    }


def fragments_in(row: Row[Any]) -> Fragments:
    """The fragments that a row holds."""
    return fragments_at(row.start, row.end, row.fragments)


def fragments_at(start: int, end: int, fragments: str | None) -> Fragments:
    """The fragments that the columns of a row say."""
    return (Span(start, end),) if fragments is None else fragments_of(json.loads(fragments))


def mapping_in(text: str) -> dict[str, Any]:
    """A JSON object out of a column, most of which are empty."""
    return {} if text == "{}" else json.loads(text)
