"""Span F1 between annotators: exact matches of place and label.

With spans there is no count of "correctly nothing", so F1 is the headline measure: it is symmetric,
needs no true negatives, and takes nesting and overlap as they come. Two empty sets agree on
nothing, so their F1 is undefined, never 1 (Hripcsak & Rothschild 2005).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean, pstdev

Articles = Mapping[str, Sequence[Hashable]]  # article id → spans


@dataclass(frozen=True, slots=True)
class SpanF1:
    """How many spans two annotators have, and how many they share.

    F1 = 2·|A∩B| / (|A|+|B|); `precision` is the shared part of B, `recall` that of A, so that A
    stands where a reference would.
    """

    shared: int
    in_a: int
    in_b: int

    @property
    def value(self) -> float | None:
        """F1 from 0 to 1, or None where neither has a span."""
        return _ratio(2 * self.shared, self.in_a + self.in_b)

    @property
    def precision(self) -> float | None:
        """The share of B's spans that A has too, or None where B has none."""
        return _ratio(self.shared, self.in_b)

    @property
    def recall(self) -> float | None:
        """The share of A's spans that B has too, or None where A has none."""
        return _ratio(self.shared, self.in_a)

    def __add__(self, other: "SpanF1") -> "SpanF1":
        """Both counted together (micro average)."""
        return SpanF1(self.shared + other.shared, self.in_a + other.in_a, self.in_b + other.in_b)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def span_f1(a: Iterable[Hashable], b: Iterable[Hashable]) -> SpanF1:
    """Exact span F1 of two lists of (start, end, label), or of any other hashable spans.

    A span that stands twice in one list must stand twice in the other to count twice.
    """
    ours, theirs = Counter(a), Counter(b)
    return SpanF1((ours & theirs).total(), ours.total(), theirs.total())


def pooled_f1(a: Articles, b: Articles) -> SpanF1:
    """Span F1 over the articles that both annotators have, all counted together."""
    total = SpanF1(0, 0, 0)
    for article in sorted(a.keys() & b.keys()):
        total += span_f1(a[article], b[article])
    return total


@dataclass(frozen=True, slots=True)
class Pair:
    """Two annotators by name, how many articles both have, and their F1 over these."""

    a: str
    b: str
    articles: int
    exact: SpanF1


def pairwise_f1(by_annotator: Mapping[str, Articles]) -> list[Pair]:
    """The pooled F1 of every pair of annotators, in the order of their names."""
    return [
        Pair(a, b, len(by_annotator[a].keys() & by_annotator[b].keys()), pooled)
        for a, b in combinations(sorted(by_annotator), 2)
        for pooled in [pooled_f1(by_annotator[a], by_annotator[b])]
    ]


def mean_and_spread(pairs: Iterable[Pair]) -> tuple[float | None, float | None]:
    """Mean and population standard deviation of the pairs' F1; None where none is defined."""
    values = [value for pair in pairs if (value := pair.exact.value) is not None]
    return (fmean(values), pstdev(values)) if values else (None, None)
