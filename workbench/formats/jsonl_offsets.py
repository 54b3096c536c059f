"""Offsets of a file of JSON lines, mapped onto the canonical text.

Offsets in a file count code points of the text as it stands there; where making the text canonical
moves them, every one is mapped through the same change. A quote is compared with the file's own
text, before any change, so that it proves the offsets. Other tools that write such files may count
something else, which the quotes prove as well.
"""

from dataclasses import dataclass
from typing import cast, get_args

from workbench.domain.article import Structure, Zone, ZoneKind
from workbench.domain.errors import UserError
from workbench.domain.span import (
    Fragments,
    Span,
    check_extent,
    check_fragments,
    hull,
    quote_of,
)
from workbench.domain.text import Canonical, canonical
from workbench.formats.json_values import LIST, TEXT, WHOLE, Object, known
from workbench.formats.units import Map

# The fields that say where something stands.
EXTENT = {"start": WHOLE, "end": WHOLE, "fragments": LIST, "quote": TEXT}
_ZONES = get_args(ZoneKind)


@dataclass(frozen=True, slots=True)
class Base:
    """The text that a line's offsets count in, what became of it, and its article's id.

    `same` is kept, since comparing a megabyte for every annotation would cost more than the rest.
    `point` gives the code point of a position, where the file counts something else.
    """

    raw: str
    made: Canonical
    article: str
    same: bool
    point: Map | None = None

    def at(self, start: int, end: int) -> Span:
        """The span between two positions as the file counts them."""
        return Span(self.point(start), self.point(end)) if self.point else Span(start, end)


def base_of(raw: str, *, article: str) -> Base:
    """What the offsets of a text stand on; raises `UserError` where it says nothing."""
    made = canonical(raw)
    if not made.text.strip():
        raise UserError("formats.no_text")
    return Base(raw, made, article, same=raw == made.text)


def extent(fields: Object, base: Base, place: str) -> tuple[Fragments, str]:
    """The fragments in the canonical text, and the quote, which must prove them where given."""
    counted = _raw_fragments(fields, place)
    raw = tuple(base.at(each.start, each.end) for each in counted) if base.point else counted
    quote = fields.get("quote")
    if quote is None:
        check_fragments(len(base.raw), raw)
    else:
        check_extent(base.raw, raw, quote)
    if base.same:
        return raw, quote_of(base.raw, raw) if quote is None else quote
    moved = tuple(Span(base.made.position(f.start), base.made.position(f.end)) for f in raw)
    check_fragments(len(base.made.text), moved)
    return moved, quote_of(base.made.text, moved)


def _raw_fragments(fields: Object, place: str) -> Fragments:
    """The fragments as the file has them; start and end, where given too, must be their hull."""
    start, end = fields.get("start"), fields.get("end")
    if (start is None) != (end is None):
        raise UserError(
            "formats.missing_key", place=place, name="start" if start is None else "end"
        )
    listed = fields.get("fragments")
    if not listed or listed == [[start, end]]:
        return (_hull(start, end, place),)
    fragments = tuple(
        sorted(Span(*_pair(pair, f"{place}.fragments[{i}]")) for i, pair in enumerate(listed))
    )
    whole = hull(fragments)
    if start is not None and (start, end) != (whole.start, whole.end):
        raise UserError(
            "formats.hull_differs",
            place=place,
            start=start,
            end=end,
            first=whole.start,
            last=whole.end,
        )
    return fragments


def _hull(start: int | None, end: int | None, place: str) -> Span:
    """The span of a start and an end, which must be there where fragments are not."""
    if start is None or end is None:
        raise UserError("formats.not_a_range", place=place)
    return Span(start, end)


def structure(fields: Object, base: Base) -> Structure | None:
    """Zones and sentences; without zones there is no structure, without sentences version 0."""
    zones, sentences = fields.get("zones"), fields.get("sentences")
    if zones is None:
        return None
    return Structure(
        zones=tuple(_zone(zone, base, f"zones[{i}]") for i, zone in enumerate(zones)),
        sentences=tuple(
            _range(pair, base, f"sentences[{i}]") for i, pair in enumerate(sentences or ())
        ),
        version=0 if sentences is None else fields.get("structure_version") or 0,
    )


def _zone(value: object, base: Base, place: str) -> Zone:
    """A zone from its kind, start and end."""
    match value:
        case [str(kind), start, end]:
            kind = known(kind, _ZONES, place)
            return Zone(cast("ZoneKind", kind), _range([start, end], base, place))
    raise UserError("formats.not_a_zone", place=place)


def _range(value: object, base: Base, place: str) -> Span:
    """A span of the canonical text from two positions in the file's text."""
    found = base.at(*_pair(value, place))
    start, end = found.start, found.end
    if not 0 <= start <= end <= len(base.raw):
        raise UserError("domain.span_beyond_text", start=start, end=end, length=len(base.raw))
    return Span(base.made.position(start), base.made.position(end))


def _pair(value: object, place: str) -> tuple[int, int]:
    """Two whole numbers."""
    if type(value) is list and [type(item) for item in value] == [int, int]:
        return value[0], value[1]
    raise UserError("formats.not_a_range", place=place)
