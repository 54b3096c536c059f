"""Where a border of a mark goes when it is dragged: to whole words, or to bare characters.

A border never passes the other one of its fragment, and fragments never touch; within that, it
goes to the nearest place where a word begins or ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from workbench.domain.graphemes import grapheme_end, grapheme_start, previous_grapheme
from workbench.domain.span import Fragments, Span
from workbench.domain.trimming import quoted_whole
from workbench.domain.words import (
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
)


@dataclass(frozen=True, slots=True)
class Border:
    """One end of one fragment of a mark."""

    fragment: int
    side: Literal["start", "end"]


def moved(
    text: str,
    fragments: Fragments,
    border: Border,
    position: int,
    *,
    raw: bool,
    quoted: bool = False,
) -> Fragments:
    """The fragments with one border at or near a position; `raw` takes characters as they are.

    With `quoted` an end at a word that ends a quotation takes the last mark in it along.
    """
    index = border.fragment
    span = fragments[index]
    if border.side == "start":
        low = fragments[index - 1].end + 1 if index else 0
        span = Span(_start(text, span, max(low, position), low=low, raw=raw), span.end)
    else:
        last = index + 1 == len(fragments)
        high = len(text) if last else fragments[index + 1].start - 1
        span = Span(span.start, _end(text, span, min(high, position), high=high, raw=raw))
        whole = quoted_whole(text, span) if quoted and not raw else span
        span = whole if whole.end <= high else span
    return (*fragments[:index], span, *fragments[index + 1 :])


def _start(text: str, span: Span, position: int, *, low: int, raw: bool) -> int:
    """Where a fragment begins when its start is dragged to a position, from `low` on."""
    high = previous_grapheme(text, span.end)
    position = min(position, high)
    if raw:
        starts: Iterable[int] = (grapheme_start(text, position), grapheme_end(text, position))
    else:
        starts = (previous_word_start(text, position + 1), next_word_start(text, position))
    return _nearest(position, (at for at in starts if low <= at <= high), otherwise=span.start)


def _end(text: str, span: Span, position: int, *, high: int, raw: bool) -> int:
    """Where a fragment ends when its end is dragged to a position, up to `high`."""
    low = span.start + 1
    position = max(position, low)
    if raw:
        ends: Iterable[int] = (grapheme_end(text, position), grapheme_start(text, position))
    else:
        ends = (next_word_end(text, position - 1), previous_word_end(text, position))
    return _nearest(position, (at for at in ends if low <= at <= high), otherwise=span.end)


def _nearest(position: int, places: Iterable[int], *, otherwise: int) -> int:
    """The place nearest to a position, or the other one where there is none."""
    return min(places, key=lambda place: abs(place - position), default=otherwise)
