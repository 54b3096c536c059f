"""How spans lie in a row: hull, quote, and the fragments only where there is more than one."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from workbench.domain.span import Fragments, Span, fragments_of, hull


def span_columns(fragments: Fragments, quote: str) -> dict[str, Any]:
    """The columns of a row that hold a span."""
    whole = hull(fragments)
    several = [[f.start, f.end] for f in fragments] if len(fragments) > 1 else None
    return {
        "start": whole.start,
        "end": whole.end,
        "fragments": json.dumps(several) if several else None,
        "quote": quote,
    }


def fragments_in(row: Row[Any]) -> Fragments:
    """The fragments that a row holds."""
    if row.fragments is None:
        return (Span(row.start, row.end),)
    return fragments_of(json.loads(row.fragments))


def mapping_in(text: str) -> dict[str, Any]:
    """A JSON object out of a column, most of which are empty."""
    return {} if text == "{}" else json.loads(text)


def mapping_text(values: Mapping[str, str]) -> str:
    """A mapping as the text of a column, in one order, so that equal mappings are equal rows."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True) if values else "{}"
