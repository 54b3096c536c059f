"""Whether a sentence, a paragraph or a token holds a label: agreement where there is a "no".

The borders of framing spans rarely coincide, but a sentence holds blame or it does not, so that
chance can be told by kappa and alpha. κ on tokens is here because it is asked for, and marked as
what it is: with more text it tends to the F1 of tokens, it weighs long spans more than short ones,
and it does not see where one span ends and the next begins (Hripcsak & Rothschild 2005).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.adding import added
from workbench.agreement.coefficients import Coefficient
from workbench.agreement.continuum import without_overlap
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
    return held_in(layer, texts, per=per).presence()


def held_in(layer: Layer, texts: Sequence[Text], *, per: str) -> Held:
    """How often "sentences" or "paragraphs" of texts hold each label."""
    pairs = {pair: row for row, pair in enumerate(combinations(sorted(layer.work), 2))}
    tables, read = np.zeros((len(pairs), len(layer.labels), 3)), np.zeros(len(pairs))
    unlike, ones = np.zeros(len(layer.labels)), np.zeros(len(layer.labels))
    values = units = 0
    for text, readers in _read_by_several(layer, texts):
        ranges: Ranges = getattr(text, per)
        held = {who: _held(layer, who, text, ranges) for who in readers}
        number = len(readers)
        present = np.sum([held[who] for who in readers], axis=0, dtype=np.float64)
        unlike += (2 * present * (number - present)).sum(axis=0) / (number - 1)
        ones += present.sum(axis=0)
        values += number * len(ranges)
        units += len(ranges)
        for a, b in combinations(readers, 2):
            tables[pairs[a, b]] += _table(held[a], held[b])
            read[pairs[a, b]] += len(ranges)
    return Held(layer.labels, tables, read, unlike, ones, values, units)


def _read_by_several(layer: Layer, texts: Sequence[Text]) -> Iterator[tuple[Text, list[str]]]:
    """Texts that at least two have finished, with who has."""
    for text in texts:
        readers = [who for who in sorted(layer.work) if text.id in layer.work[who]]
        if len(readers) > 1:
            yield text, readers


def _held(layer: Layer, who: str, text: Text, ranges: Ranges) -> NDArray[np.bool_]:
    """Which labels somebody has in each range: ranges × labels."""
    held = np.zeros((len(ranges), len(layer.labels)), dtype=np.bool_)
    starts, ends = [start for start, _ in ranges], [end for _, end in ranges]
    for mark in layer.work[who][text.id]:
        label = layer.labels.index(mark.label)
        for start, end in mark.fragments:
            held[bisect_right(ends, start) : bisect_left(starts, end), label] = True
    return held


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
    size = len(layer.labels) + 1
    pairs = {pair: row for row, pair in enumerate(combinations(sorted(layer.work), 2))}
    tables = np.zeros((len(pairs), size, size))
    for text, readers in _read_by_several(layer, texts):
        codes = {who: _token_codes(layer, who, text) for who in readers}
        for a, b in combinations(readers, 2):
            cells = np.bincount(codes[a] * size + codes[b], minlength=size * size)
            tables[pairs[a, b]] += cells.reshape(size, size)
    return tables


def mean_kappa(tables: Floats) -> float | None:
    """The mean over pairs of Cohen's κ, where it is defined."""
    kappas = [kappa for table in tables if (kappa := _kappa_of(table)) is not None]
    return fmean(kappas) if kappas else None


def _token_codes(layer: Layer, who: str, text: Text) -> NDArray[np.int64]:
    """The label of each token as a number, 0 for none."""
    units, _ = without_overlap(
        (who, start, end, mark.label)
        for mark in layer.work[who][text.id]
        for start, end in mark.fragments
    )
    tokens = np.asarray(text.tokens, dtype=np.int64)
    codes = np.zeros(len(tokens), dtype=np.int64)
    for _, start, end, label in units:
        first, beyond = np.searchsorted(tokens, (start, end))
        codes[first:beyond] = layer.labels.index(label) + 1
    return codes


def _kappa_of(table: Floats) -> float | None:
    """Cohen's κ of a table of the labels of two."""
    total = float(table.sum())
    if not total:
        return None
    alike = float((table.sum(axis=0) * table.sum(axis=1)).sum())
    return Coefficient(1 - float(np.trace(table)) / total, 1 - alike / total**2).value
