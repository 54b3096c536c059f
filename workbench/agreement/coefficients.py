"""Agreement by chance on items with one value each: kappa, pi and Krippendorff's alpha.

For article labels, for attributes on matched spans and for presence in sentences, where "correctly
nothing" can be counted. An item is the list of its values, one place for each annotator, None where
one is missing. All coefficients are 1 − observed/expected disagreement and differ in what they hold
to be chance. Where no disagreement can be expected, as when everyone always chose the one value,
nothing can be told of agreement: the value is None, never 0 or 1.

Alpha sums over pairs of values, yet nothing here lists the pairs: counts are enough for nominal
values, squares about the mean for interval ones, and the ordinal distance is that of middle ranks.
Nor are items listed: those with the same values are one, with how often it is there.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)
Values = Sequence[Hashable | None]
Items = Counter[tuple[Value, ...]]  # how often each item is there


@dataclass(frozen=True, slots=True)
class Coefficient:
    """How much disagreement was observed, and how much chance would bring, on the same scale."""

    observed: float
    expected: float

    @property
    def value(self) -> float | None:
        """1 − observed/expected: 1 is full agreement, 0 that of chance, None undefined."""
        return 1 - self.observed / self.expected if self.expected else None


UNDEFINED = Coefficient(0.0, 0.0)


def cohen_kappa(a: Values, b: Values) -> Coefficient:
    """Cohen's κ = (P₀ − Pₑ) / (1 − Pₑ), with Pₑ = Σ pᵃ·pᵇ from each annotator's own shares.

    The two lists are parallel; items where either value is missing are left out (Cohen 1960,
    Educational and Psychological Measurement 20(1)).
    """
    return cohen_kappa_of(Counter(zip(a, b, strict=True)))


def cohen_kappa_of(pairs: Items[Value]) -> Coefficient:
    """Cohen's κ of pairs of values, of each of which it is known how often it is there."""
    known = _complete(pairs.elements())
    ours, theirs = _at(known, 0), _at(known, 1)
    alike = sum(number * theirs[value] for value, number in ours.items())
    return _of_two(known, alike, known.total() ** 2)


def scott_pi(a: Values, b: Values) -> Coefficient:
    """Scott's π = (P₀ − Pₑ) / (1 − Pₑ), with Pₑ = Σ p² from the shares of both together.

    The two lists are parallel; items where either value is missing are left out (Scott 1955, Public
    Opinion Quarterly 19(3)).
    """
    pairs = _complete(zip(a, b, strict=True))
    pooled = _pooled(pairs)
    return _of_two(pairs, _squares(pooled), pooled.total() ** 2)


def fleiss_kappa(items: Iterable[Values]) -> Coefficient:
    """Fleiss' κ = (P₀ − Pₑ) / (1 − Pₑ), P₀ over the pairs in each item, Pₑ = Σ p² of all values.

    Each item must have the same number of values; one with a missing value is left out, and lists
    of unequal lengths raise ValueError (Fleiss 1971, Psychological Bulletin 76(5)).
    """
    complete = _complete(items)
    sizes = {len(item) for item in complete}
    if len(sizes) > 1:
        raise ValueError(f"items have {sorted(sizes)} values, Fleiss' kappa needs one number")
    if not sizes or (size := sizes.pop()) < 2:
        return UNDEFINED
    pooled = _pooled(complete)
    total = pooled.total()
    unlike = sum(n * (size**2 - _squares(Counter(item))) for item, n in complete.items())
    return Coefficient(unlike / (total * (size - 1)), (total**2 - _squares(pooled)) / total**2)


def nominal_alpha(items: Iterable[Values]) -> Coefficient:
    """Krippendorff's α = 1 − D₀/Dₑ with distance 1 between different values.

    D₀ = 1/n · Σᵤ Σ_{c≠k} n_uc·n_uk / (mᵤ − 1) and Dₑ = Σ_{c≠k} n_c·n_k / n(n − 1) over the n values
    in items with at least two of them; missing values are no category (Krippendorff 2004, Content
    Analysis, ch. 11).
    """
    units = _pairable(items)
    pooled = _pooled(units)
    unlike = _within(units, lambda unit: unit.total() ** 2 - _squares(unit))
    return _alpha(pooled, unlike, pooled.total() ** 2 - _squares(pooled))


def interval_alpha(items: Iterable[Sequence[float | None]]) -> Coefficient:
    """Krippendorff's α = 1 − D₀/Dₑ with distance (c − k)² between numbers.

    Σ(c − k)² over all ordered pairs of m numbers is 2m·Σ(c − mean)² (Krippendorff 2004, ch. 11).
    """
    return _interval_alpha(_pairable(items))


def _interval_alpha(units: Items[float]) -> Coefficient:
    pooled = _pooled(units)
    return _alpha(pooled, _within(units, _spread), _spread(pooled))


def ordinal_alpha(items: Iterable[Sequence[float | None]]) -> Coefficient:
    """Krippendorff's α = 1 − D₀/Dₑ with distance (Σ_{g=c..k} n_g − (n_c + n_k)/2)² between ranks.

    That is the squared difference of the values' middle ranks among all that are compared, so that
    it is the interval α of these (Krippendorff 2004, ch. 11; Hayes & Krippendorff 2007).
    """
    units = _pairable(items)
    ranks = _middle_ranks(_pooled(units))
    ranked: Items[float] = Counter()
    for unit, number in units.items():
        ranked[tuple(ranks[value] for value in unit)] += number
    return _interval_alpha(ranked)


def masi_alpha(items: Iterable[Sequence[Collection[Hashable] | None]]) -> Coefficient:
    """Krippendorff's α = 1 − D₀/Dₑ between sets of values, with MASI as their distance.

    The empty set is a value, None is missing (Passonneau 2006, LREC).
    """
    units = _pairable([None if v is None else frozenset(v) for v in item] for item in items)
    pooled = _pooled(units)
    return _alpha(pooled, _within(units, _masi_sum), _masi_sum(pooled))


def masi_distance(a: Collection[Hashable], b: Collection[Hashable]) -> float:
    """MASI distance 1 − J·M between sets: J is |A∩B|/|A∪B|, M how far they contain one another.

    M is 1 for equal sets, ⅔ where one holds the other, ⅓ where they overlap, else 0; two empty sets
    are equal (Passonneau 2006; another formula in use, (1 − J)·w, gives other numbers).
    """
    a, b = frozenset(a), frozenset(b)
    if a == b:
        return 0.0
    monotonic = 2 / 3 if a <= b or b <= a else 1 / 3
    return 1 - len(a & b) / len(a | b) * monotonic


def _complete(items: Iterable[Values]) -> Items[Hashable | None]:
    """The items in which nothing is missing."""
    return Counter(tuple(item) for item in items if None not in item)


def _pairable(items: Iterable[Sequence[Value | None]]) -> Items[Value]:
    """The values of each item that has at least two."""
    present = (tuple(value for value in item if value is not None) for item in items)
    return Counter(unit for unit in present if len(unit) > 1)


def _pooled(items: Items[Value]) -> Counter[Value]:
    """How often each value is there, in whatever item."""
    pooled: Counter[Value] = Counter()
    for item, number in items.items():
        for value in item:
            pooled[value] += number
    return pooled


def _at(pairs: Items[Value], side: int) -> Counter[Value]:
    """How often each value stands at one place of its pair."""
    counts: Counter[Value] = Counter()
    for pair, number in pairs.items():
        counts[pair[side]] += number
    return counts


def _within(units: Items[Value], apart: Callable[[Counter[Value]], float]) -> float:
    """What lies apart within units, each weighed by its values."""
    return sum(n * apart(Counter(unit)) / (len(unit) - 1) for unit, n in units.items())


def _squares(counts: Counter[Value]) -> int:
    """How many ordered pairs are alike, each value with itself among them."""
    return sum(number**2 for number in counts.values())


def _of_two(pairs: Items[Hashable | None], alike: int, possible: int) -> Coefficient:
    """The coefficient of two annotators, of whose possible pairs so many are alike by chance."""
    if not pairs:
        return UNDEFINED
    unlike = sum(number for (x, y), number in pairs.items() if x != y)
    return Coefficient(unlike / pairs.total(), (possible - alike) / possible)


def _alpha(pooled: Counter[Value], apart: float, all_apart: float) -> Coefficient:
    """Alpha from the distances within items and among all values; undefined if all are alike."""
    total = pooled.total()
    if len(pooled) < 2:
        return UNDEFINED
    return Coefficient(apart / total, all_apart / (total * (total - 1)))


def _spread(values: Counter[float]) -> float:
    """The sum of squared differences over all ordered pairs."""
    mean = fmean(values, values.values()) if values else 0.0
    return 2 * values.total() * sum(n * (value - mean) ** 2 for value, n in values.items())


def _middle_ranks(counts: Counter[float]) -> dict[float, float]:
    """The middle of the places that each value takes when all are sorted."""
    ranks: dict[float, float] = {}
    below = 0
    for value in sorted(counts):
        ranks[value] = below + counts[value] / 2
        below += counts[value]
    return ranks


def _masi_sum(counts: Counter[frozenset[Hashable]]) -> float:
    """The sum of MASI distances over all ordered pairs."""
    return sum(2 * counts[a] * counts[b] * masi_distance(a, b) for a, b in combinations(counts, 2))
