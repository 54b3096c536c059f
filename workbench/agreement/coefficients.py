"""Agreement by chance on items with one value each: kappa, pi and Krippendorff's alpha.

For article labels, for attributes on matched spans and for presence in sentences, where "correctly
nothing" can be counted. An item is the list of its values, one place for each annotator, None where
one is missing. All coefficients are 1 − observed/expected disagreement and differ in what they hold
to be chance. Where no disagreement can be expected, as when everyone always chose the one value,
nothing can be told of agreement: the value is None, never 0 or 1.

Alpha sums over pairs of values, yet nothing here lists the pairs: counts are enough for nominal
values, squares about the mean for interval ones, and the ordinal distance is that of middle ranks.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)
Values = Sequence[Hashable | None]


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
    pairs = _complete(zip(a, b, strict=True))
    ours, theirs = Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    alike = sum(number * theirs[value] for value, number in ours.items())
    return _of_two(pairs, alike, len(pairs) ** 2)


def scott_pi(a: Values, b: Values) -> Coefficient:
    """Scott's π = (P₀ − Pₑ) / (1 − Pₑ), with Pₑ = Σ p² from the shares of both together.

    The two lists are parallel; items where either value is missing are left out (Scott 1955, Public
    Opinion Quarterly 19(3)).
    """
    pairs = _complete(zip(a, b, strict=True))
    pooled = Counter(value for pair in pairs for value in pair)
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
    pooled = Counter(value for item in complete for value in item)
    total = pooled.total()
    unlike = sum(size**2 - _squares(Counter(item)) for item in complete)
    return Coefficient(unlike / (total * (size - 1)), (total**2 - _squares(pooled)) / total**2)


def nominal_alpha(items: Iterable[Values]) -> Coefficient:
    """Krippendorff's α = 1 − D₀/Dₑ with distance 1 between different values.

    D₀ = 1/n · Σᵤ Σ_{c≠k} n_uc·n_uk / (mᵤ − 1) and Dₑ = Σ_{c≠k} n_c·n_k / n(n − 1) over the n values
    in items with at least two of them; missing values are no category (Krippendorff 2004, Content
    Analysis, ch. 11).
    """
    units = _pairable(items)
    pooled = Counter(value for unit in units for value in unit)
    unlike = sum((len(u) ** 2 - _squares(Counter(u))) / (len(u) - 1) for u in units)
    return _alpha(pooled, unlike, pooled.total() ** 2 - _squares(pooled))


def interval_alpha(items: Iterable[Sequence[float | None]]) -> Coefficient:
    """Krippendorff's α = 1 − D₀/Dₑ with distance (c − k)² between numbers.

    Σ(c − k)² over all ordered pairs of m numbers is 2m·Σ(c − mean)² (Krippendorff 2004, ch. 11).
    """
    units = _pairable(items)
    pooled = [value for unit in units for value in unit]
    apart = sum(_spread(unit) / (len(unit) - 1) for unit in units)
    return _alpha(Counter(pooled), apart, _spread(pooled))


def ordinal_alpha(items: Iterable[Sequence[float | None]]) -> Coefficient:
    """Krippendorff's α = 1 − D₀/Dₑ with distance (Σ_{g=c..k} n_g − (n_c + n_k)/2)² between ranks.

    That is the squared difference of the values' middle ranks among all that are compared, so that
    it is the interval α of these (Krippendorff 2004, ch. 11; Hayes & Krippendorff 2007).
    """
    units = _pairable(items)
    ranks = _middle_ranks(Counter(value for unit in units for value in unit))
    return interval_alpha([[ranks[value] for value in unit] for unit in units])


def masi_alpha(items: Iterable[Sequence[Collection[Hashable] | None]]) -> Coefficient:
    """Krippendorff's α = 1 − D₀/Dₑ between sets of values, with MASI as their distance.

    The empty set is a value, None is missing (Passonneau 2006, LREC).
    """
    units = _pairable([None if v is None else frozenset(v) for v in item] for item in items)
    pooled = Counter(value for unit in units for value in unit)
    apart = sum(_masi_sum(Counter(unit)) / (len(unit) - 1) for unit in units)
    return _alpha(pooled, apart, _masi_sum(pooled))


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


def _complete(items: Iterable[Values]) -> list[Values]:
    """The items in which nothing is missing."""
    return [item for item in items if None not in item]


def _pairable(items: Iterable[Sequence[Value | None]]) -> list[list[Value]]:
    """The values of each item that has at least two."""
    present = ([value for value in item if value is not None] for item in items)
    return [unit for unit in present if len(unit) > 1]


def _squares(counts: Counter[Value]) -> int:
    """How many ordered pairs are alike, each value with itself among them."""
    return sum(number**2 for number in counts.values())


def _of_two(pairs: list[Values], alike: int, possible: int) -> Coefficient:
    """The coefficient of two annotators, of whose possible pairs so many are alike by chance."""
    if not pairs:
        return UNDEFINED
    unlike = sum(x != y for x, y in pairs)
    return Coefficient(unlike / len(pairs), (possible - alike) / possible)


def _alpha(pooled: Counter[Value], apart: float, all_apart: float) -> Coefficient:
    """Alpha from the distances within items and among all values; undefined if all are alike."""
    total = pooled.total()
    if len(pooled) < 2:
        return UNDEFINED
    return Coefficient(apart / total, all_apart / (total * (total - 1)))


def _spread(values: Sequence[float]) -> float:
    """The sum of squared differences over all ordered pairs."""
    mean = fmean(values) if values else 0.0
    return 2 * len(values) * sum((value - mean) ** 2 for value in values)


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
