"""Spans: half-open ranges of Unicode code points in an article's canonical text.

An annotation covers one or more fragments. Its start and end are their hull, its quote the
fragments' slices joined by one blank; any other quote is refused, so that a drift of offsets can
never pass in silence.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.domain.errors import UserError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, position: int) -> bool:
        return self.start <= position < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The slice of the text that the span covers."""
        return text[self.start : self.end]


Fragments = tuple[Span, ...]


def fragments_of(ranges: Iterable[Sequence[int]]) -> Fragments:
    """Fragments from pairs of numbers, in the order of the text."""
    return tuple(sorted(Span(start, end) for start, end in ranges))


def joined(spans: Iterable[Span]) -> Fragments:
    """Spans as fragments: sorted, and those that overlap or touch made one."""
    fragments: list[Span] = []
    for span in sorted(spans):
        if fragments and span.start <= fragments[-1].end:
            span = Span(fragments[-1].start, max(fragments.pop().end, span.end))  # noqa: PLW2901
        fragments.append(span)
    return tuple(fragments)


def hull(fragments: Fragments) -> Span:
    """The smallest span that covers all fragments, which must be sorted and not empty."""
    if len(fragments) == 1:  # nearly all, and asked for so often that it shows
        return fragments[0]
    return Span(fragments[0].start, fragments[-1].end)


def quote_of(text: str, fragments: Fragments) -> str:
    """The fragments' slices joined by one blank."""
    if len(fragments) == 1:
        only = fragments[0]
        return text[only.start : only.end]
    return " ".join(fragment.of(text) for fragment in fragments)


def check_fragments(length: int, fragments: Fragments) -> None:
    """Refuse fragments that are empty, touch each other or reach beyond `length` code points."""
    for fragment in fragments:
        start, end = fragment.start, fragment.end
        if not 0 <= start <= end <= length:
            raise UserError("domain.span_beyond_text", start=start, end=end, length=length)
        if start == end:
            raise UserError("domain.span_empty", start=start, end=end)
    if len(fragments) > 1 and any(a.end >= b.start for a, b in pairwise(fragments)):
        raise UserError("domain.fragments_overlap")


def check_quote(text: str, fragments: Fragments, quote: str) -> None:
    """Refuse a quote that is not exactly what the fragments cover in the text."""
    found = quote_of(text, fragments)
    if found != quote:
        whole = hull(fragments)
        raise UserError(
            "domain.quote_differs", quote=quote, start=whole.start, end=whole.end, found=found
        )


def check_extent(text: str, fragments: Fragments, quote: str) -> None:
    """Refuse fragments that the text cannot have, and a quote that is not what they cover."""
    if not (len(fragments) == 1 and _is_proved(text, fragments[0].start, fragments[0].end, quote)):
        check_fragments(len(text), fragments)
        check_quote(text, fragments, quote)


def _is_proved(text: str, start: int, end: int, quote: str) -> bool:
    """Whether a range is sound by its quote alone, as nearly all are: one look instead of many."""
    return 0 <= start < end == start + len(quote) and text[start:end] == quote


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span of a range without blanks at its ends; none where nothing is left."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end -= len(inside) - len(inside.rstrip())
    if start < end:
        yield Span(start, end)
