"""Which marks lie nearest to another: the likeliest other ends of a relation.

A speaker stands in the sentence of what was said, seldom inside the words themselves, and before a
name two sentences away. So what lies inside comes last, then sentences count before characters.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from workbench.domain.span import Span


class Placed(Protocol):
    """Anything that has a place in the text."""

    @property
    def span(self) -> Span:
        """Where it stands, in code points."""


Mark = TypeVar("Mark", bound=Placed)


def nearest(marks: Iterable[Mark], span: Span, sentences: Sequence[Span]) -> list[Mark]:
    """The marks, the nearest to a span first; equally near ones stay in their order."""
    starts = [sentence.start for sentence in sentences]

    def distance(mark: Mark) -> tuple[bool, int, int, int]:
        other = mark.span
        between = _sentences_between(starts, other, span)
        return (span.covers(other), between, _gap(other, span), other.start)

    return sorted(marks, key=distance)


def _sentences_between(starts: Sequence[int], a: Span, b: Span) -> int:
    """How many sentence borders lie between two spans."""
    first, last = sorted((a, b))
    return max(0, bisect_right(starts, last.start) - bisect_right(starts, first.end - 1))


def _gap(a: Span, b: Span) -> int:
    """How many characters lie between two spans, 0 where they touch."""
    return max(0, a.start - b.end, b.start - a.end)
