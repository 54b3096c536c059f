"""Whether a sentence, a paragraph or a token holds a label: agreement where there is a "no".

The borders of framing spans rarely coincide, but a sentence holds blame or it does not, so that
chance can be told by kappa and alpha. κ on tokens is here because it is asked for, and marked as
what it is: with more text it tends to the F1 of tokens, it weighs long spans more than short ones,
and it does not see where one span ends and the next begins (Hripcsak & Rothschild 2005).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from statistics import fmean
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.adding import added
from workbench.agreement.coefficients import Coefficient
from workbench.agreement.units import Ints, Units, units_of_layer
from workbench.agreement.work import Layer, Text

Floats = NDArray[np.float64]
Ranges = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Presence:
    """Agreement on whether units of text hold a label: α of all, and the mean κ of pairs."""

    alpha: float | None
    kappa: float | None
    units: int


@dataclass(frozen=True, slots=True)
class Held:
    """How often labels are held by units of texts, and by whom."""

    labels: tuple[str, ...]
    tables: Floats  # pairs × labels × (both, only the one, only the other)
    read: Floats  # units that both of a pair have read
    unlike: Floats  # by label: how many values disagree, each weighed as α does
    ones: Floats  # by label
    values: int
    units: int

    def __add__(self, other: "Held") -> "Held":
        """Both counted together; `other` may have more labels at its end."""
        return Held(
            other.labels,
            added(self.tables, other.tables),
            self.read + other.read,
            added(self.unlike, other.unlike),
            added(self.ones, other.ones),
            self.values + other.values,
            self.units + other.units,
        )

    def presence(self) -> dict[str, Presence]:
        """α and the mean pairwise κ of each label."""
        found = {}
        for place, label in enumerate(self.labels):
            kappas = [
                _kappa(table[place], read)
                for table, read in zip(self.tables, self.read, strict=True)
            ]
            defined = [kappa for kappa in kappas if kappa is not None]
            alpha = _alpha(float(self.unlike[place]), float(self.ones[place]), self.values)
            found[label] = Presence(alpha, fmean(defined) if defined else None, self.units)
        return found


def presence(layer: Layer, texts: Sequence[Text], *, per: str) -> dict[str, Presence]:
    """α nominal and the mean pairwise κ of each label by "sentences" or "paragraphs" of texts.

    α as `coefficients.nominal_alpha` and κ as `coefficients.cohen_kappa`, on two values.
    """
    return held_in(units_of_layer(layer, texts), texts, per=per).presence()


def held_in(units: Units, texts: Sequence[Text], *, per: str) -> Held:
    """How often "sentences" or "paragraphs" hold each label, of texts that two have finished."""
    ranges = _ranges([getattr(text, per) for text in texts], units)
    people = range(len(units.reads))
    read = units.reads[:, ranges.text, None]
    held = np.zeros((len(people), len(ranges.text), len(units.labels)), dtype=np.bool_)
    for who in people:
        _fill(held[who], ranges, units.of(who))
    readers = read.sum(axis=0, dtype=np.float64)
    present = held.sum(axis=0, dtype=np.float64)
    pairs = list(combinations(people, 2))
    tables = np.zeros((len(pairs), len(units.labels), 3))
    for row, (a, b) in enumerate(pairs):
        tables[row] = _table(held[a] & read[b], held[b] & read[a])
    return Held(
        labels=units.labels,
        tables=tables,
        read=np.array([float((read[a] & read[b]).sum()) for a, b in pairs]),
        unlike=(2 * present * (readers - present) / (readers - 1)).sum(axis=0),
        ones=present.sum(axis=0),
        values=int(readers.sum()),
        units=len(readers),
    )


class _Ranges(NamedTuple):
    """Ranges of texts that lie end to end, in order, and the number of each one's text."""

    start: Ints
    end: Ints
    text: Ints


def _ranges(by_text: Sequence[Ranges], units: Units) -> _Ranges:
    """The ranges of those texts that at least two have finished."""
    numbers = [len(of) for of in by_text]
    text = np.repeat(np.arange(len(by_text)), numbers)
    flat = chain.from_iterable(chain.from_iterable(by_text))
    borders = np.fromiter(flat, dtype=np.int64, count=2 * len(text)).reshape(-1, 2)
    start, end = (borders + units.offsets[text, None]).T
    several = units.reads.sum(axis=0)[text] > 1
    return _Ranges(start[several], end[several], text[several])


def _fill(held: NDArray[np.bool_], ranges: _Ranges, units: Units) -> None:
    """Say in `held`, ranges × labels, which labels the units of one annotator put where."""
    first = np.searchsorted(ranges.end, units.start, side="right")
    touched = np.searchsorted(ranges.start, units.end) - first
    held[_each(first, touched), np.repeat(units.code - 1, touched)] = True


def _each(first: Ints, number: Ints) -> Ints:
    """The numbers that count on from each of these, so many of each."""
    before = np.cumsum(number) - number
    counted: Ints = np.arange(number.sum()) + np.repeat(first - before, number)
    return counted


def _table(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> Floats:
    """How often both, only a and only b hold each label."""
    both, ours, theirs = (a & b).sum(axis=0), a.sum(axis=0), b.sum(axis=0)
    return np.array([both, ours - both, theirs - both], dtype=np.float64).T


def _kappa(table: Floats, read: float) -> float | None:
    """Cohen's κ of a table of two by two, whose fourth cell is the rest of what both have read."""
    both, only_a, only_b = map(float, table)
    total = float(read)
    if not total:
        return None
    neither = total - both - only_a - only_b
    alike = (both + only_a) * (both + only_b) + (neither + only_a) * (neither + only_b)
    return Coefficient((only_a + only_b) / total, 1 - alike / total**2).value


def _alpha(unlike: float, ones: float, values: int) -> float | None:
    """Krippendorff's α of two values, from how many disagree and how many there are."""
    zeros = values - ones
    if values < 2 or not ones or not zeros:
        return None
    return Coefficient(unlike / values, 2 * ones * zeros / (values * (values - 1))).value


# --- tokens


def token_kappa(layer: Layer, texts: Sequence[Text]) -> float | None:
    """The mean over pairs of Cohen's κ on the labels of tokens, no label being one of them.

    A token has the label of the span that holds its first character, the earliest and longest
    where several do.
    """
    return mean_kappa(token_tables(layer, texts))


def token_tables(layer: Layer, texts: Sequence[Text]) -> Floats:
    """How often two have which labels on a token: pairs × labels of one × labels of the other."""
    units = units_of_layer(layer, texts).without_overlap()
    numbers = [len(text.tokens) for text in texts]
    text = np.repeat(np.arange(len(texts)), numbers)
    flat = chain.from_iterable(each.tokens for each in texts)
    tokens = np.fromiter(flat, dtype=np.int64, count=len(text)) + units.offsets[text]
    people = range(len(units.reads))
    codes = [units.of(who).codes_at(tokens) for who in people]
    read = units.reads[:, text]
    size = len(layer.labels) + 1
    tables = []
    for a, b in combinations(people, 2):
        both = read[a] & read[b]
        cells = np.bincount(codes[a][both] * size + codes[b][both], minlength=size * size)
        tables.append(cells.reshape(size, size))
    return np.array(tables, dtype=np.float64).reshape(-1, size, size)


def mean_kappa(tables: Floats) -> float | None:
    """The mean over pairs of Cohen's κ, where it is defined."""
    kappas = [kappa for table in tables if (kappa := _kappa_of(table)) is not None]
    return fmean(kappas) if kappas else None


def _kappa_of(table: Floats) -> float | None:
    """Cohen's κ of a table of the labels of two."""
    total = float(table.sum())
    if not total:
        return None
    alike = float((table.sum(axis=0) * table.sum(axis=1)).sum())
    return Coefficient(1 - float(np.trace(table)) / total, 1 - alike / total**2).value
