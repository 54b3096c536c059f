"""Which annotations lie nearest to another: the likeliest other ends of a relation.

A speaker stands in the sentence of what was said, seldom inside the words themselves, and before a
name two sentences away. So what lies inside comes last, then sentences count before characters.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from workbench.domain.annotation import Annotation
from workbench.domain.span import Span


def nearest(
    annotations: Iterable[Annotation], span: Span, sentences: Sequence[Span]
) -> list[Annotation]:
    """The annotations, the nearest to a span first; positions and spans in code points."""
    starts = [sentence.start for sentence in sentences]

    def distance(annotation: Annotation) -> tuple[bool, int, int, int]:
        other = annotation.span
        between = _sentences_between(starts, other, span)
        return (span.covers(other), between, _gap(other, span), other.start)

    return sorted(annotations, key=distance)


def _sentences_between(starts: Sequence[int], a: Span, b: Span) -> int:
    """How many sentence borders lie between two spans."""
    first, last = sorted((a, b))
    return max(0, bisect_right(starts, last.start) - bisect_right(starts, first.end - 1))


def _gap(a: Span, b: Span) -> int:
    """How many characters lie between two spans, 0 where they touch."""
    return max(0, a.start - b.end, b.start - a.end)
