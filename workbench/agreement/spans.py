"""Span F1 between annotators: exact matches of place and label.

With spans there is no count of "correctly nothing", so F1 is the headline measure: it is symmetric,
needs no true negatives, and takes nesting and overlap as they come (Hripcsak & Rothschild 2005,
JAMIA 12(3), who show that kappa tends to it as the negatives grow). Two empty sets agree on
nothing, so their F1 is undefined, never 1. An article that a person finished without a span is in
their articles with no span; one that they did not finish is not there, and is never compared.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean, pstdev

# (start, end, label), or (fragments, label) with fragments as a tuple of pairs: the label is last.
Unit = tuple[Hashable, ...]
Articles = Mapping[str, Sequence[Unit]]  # article id → spans


@dataclass(frozen=True, slots=True)
class SpanF1:
    """How many spans two annotators have, and how many they share.

    F1 = 2·|A∩B| / (|A|+|B|); `precision` = |A∩B| / |B| and `recall` = |A∩B| / |A|, so that A stands
    where a reference would.
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


NOTHING = SpanF1(0, 0, 0)


def _ratio(part: int, whole: int) -> float | None:
    """A share, or None where it is one of nothing."""
    return part / whole if whole else None


def span_f1(a: Iterable[Unit], b: Iterable[Unit]) -> SpanF1:
    """Exact span F1 = 2·|A∩B| / (|A|+|B|) of two lists of spans in the same form.

    A∩B is that of multisets: a span that stands twice in one list must stand twice in the other to
    count twice. Without repetitions it is the sets' (the pairwise F1 of Hripcsak & Rothschild 2005,
    and the *strict* measure of SemEval-2013 task 9.1).
    """
    ours, theirs = Counter(a), Counter(b)
    return SpanF1((ours & theirs).total(), ours.total(), theirs.total())


def pooled_f1(a: Articles, b: Articles) -> SpanF1:
    """Span F1 over the articles that both finished, all spans counted together (micro average)."""
    return sum(label_f1(a, b).values(), start=NOTHING)


def label_f1(a: Articles, b: Articles) -> dict[str, SpanF1]:
    """Pooled span F1 of each label, over the articles that both finished, in order of labels.

    A place that both marked under different labels counts against both labels. The counts of all
    labels add up to those of the layer.
    """
    shared: Counter[str] = Counter()
    in_a: Counter[str] = Counter()
    in_b: Counter[str] = Counter()
    for article in a.keys() & b.keys():
        ours, theirs = Counter(a[article]), Counter(b[article])
        _count_labels(in_a, ours)
        _count_labels(in_b, theirs)
        _count_labels(shared, ours & theirs)
    return {label: SpanF1(shared[label], in_a[label], in_b[label]) for label in sorted(in_a | in_b)}


def _count_labels(counts: Counter[str], units: Counter[Unit]) -> None:
    """Count spans by their label."""
    for unit, number in units.items():
        counts[str(unit[-1])] += number


@dataclass(frozen=True, slots=True)
class Pair:
    """Two annotators by name, how many articles both finished, and their F1 over these.

    `assigned` is how many articles both have to do, None where that is not known: articles out of
    assigned is the coverage. `labels` hold every label; `exact` leaves out those that count apart.
    """

    a: str
    b: str
    articles: int
    exact: SpanF1
    assigned: int | None = None
    labels: Mapping[str, SpanF1] | None = None

    @property
    def coverage(self) -> float | None:
        """The share of the articles assigned to both that both finished, None where unknown."""
        return _ratio(self.articles, self.assigned) if self.assigned is not None else None


def pairwise_f1(
    by_annotator: Mapping[str, Articles],
    *,
    assigned: Mapping[str, Collection[str]] | None = None,
    apart: Collection[str] = (),
) -> list[Pair]:
    """The pooled F1 of every pair of annotators in one layer, in the order of their names.

    `assigned` are the ids of the articles that each has to do; the spans of labels in `apart` count
    for their label and not for the pair.
    """
    return [
        _pair(a, b, by_annotator, assigned, apart) for a, b in combinations(sorted(by_annotator), 2)
    ]


def _pair(
    a: str,
    b: str,
    by_annotator: Mapping[str, Articles],
    assigned: Mapping[str, Collection[str]] | None,
    apart: Collection[str],
) -> Pair:
    """What two annotators share."""
    ours, theirs = by_annotator[a], by_annotator[b]
    labels = label_f1(ours, theirs)
    both = None
    if assigned is not None:
        both = len(set(assigned.get(a, ())) & set(assigned.get(b, ())))
    return Pair(
        a=a,
        b=b,
        articles=len(ours.keys() & theirs.keys()),
        exact=sum((f1 for label, f1 in labels.items() if label not in apart), start=NOTHING),
        assigned=both,
        labels=labels,
    )


def mean_and_spread(pairs: Iterable[Pair], *, label: str = "") -> tuple[float | None, float | None]:
    """Mean and population standard deviation of the pairs' F1, of one label where it is named.

    Mean = ΣF/n and deviation = √(Σ(F − mean)²/n) over the n pairs whose F1 is defined, as the mean
    pairwise F1 is reported since Hripcsak & Rothschild 2005; both are None where there is none.
    """
    found = [(pair.labels or {}).get(label, NOTHING) if label else pair.exact for pair in pairs]
    values = [value for f1 in found if (value := f1.value) is not None]
    return (fmean(values), pstdev(values)) if values else (None, None)
