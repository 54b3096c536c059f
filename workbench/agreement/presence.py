"""Whether a sentence, a paragraph or a token holds a label: agreement where there is a "no".

The borders of framing spans rarely coincide, but a sentence holds blame or it does not, so that
chance can be told by kappa and alpha. κ on tokens is here because it is asked for, and marked as
what it is: with more text it tends to the F1 of tokens, it weighs long spans more than short ones,
and it does not see where one span ends and the next begins (Hripcsak & Rothschild 2005).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
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
    people = sorted(layer.work)
    ranges = _Ranges.of([text for text, _ in _read_by_several(layer, texts)], per)
    read = np.zeros((len(people), len(ranges.starts), 1), dtype=np.bool_)
    held = np.zeros((len(people), len(ranges.starts), len(layer.labels)), dtype=np.bool_)
    for number, who in enumerate(people):
        read[number, :, 0], held[number] = ranges.read(layer, who), ranges.held(layer, who)
    readers = read.sum(axis=0, dtype=np.float64)
    present = held.sum(axis=0, dtype=np.float64)
    pairs = list(combinations(range(len(people)), 2))
    tables = np.zeros((len(pairs), len(layer.labels), 3))
    for row, (a, b) in enumerate(pairs):
        tables[row] = _table(held[a] & read[b], held[b] & read[a])
    return Held(
        labels=layer.labels,
        tables=tables,
        read=np.array([float((read[a] & read[b]).sum()) for a, b in pairs]),
        unlike=(2 * present * (readers - present) / (readers - 1)).sum(axis=0),
        ones=present.sum(axis=0),
        values=int(readers.sum()),
        units=len(readers),
    )


@dataclass(frozen=True, slots=True)
class _Ranges:
    """The ranges of some texts, one after another as if they were one, and where each text begins.

    A range is told from its neighbours by its start and its end among all.
    """

    texts: Sequence[Text]
    begins: Sequence[int]  # of a text, in characters of all
    numbers: Sequence[int]  # of ranges in a text
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[Text], per: str) -> "_Ranges":
        """The "sentences" or "paragraphs" of texts."""
        begins = [0, *accumulate(text.length for text in texts)][:-1]
        each: list[Ranges] = [getattr(text, per) for text in texts]
        both = [
            (begin + s, begin + e) for begin, of in zip(begins, each, strict=True) for s, e in of
        ]
        starts, ends = np.array(both, dtype=np.int64).reshape(-1, 2).T
        return cls(texts, begins, [len(of) for of in each], starts, ends)

    def read(self, layer: Layer, who: str) -> NDArray[np.bool_]:
        """Which ranges are of texts that somebody has finished."""
        done = [text.id in layer.work[who] for text in self.texts]
        return np.repeat(np.array(done, dtype=np.bool_), self.numbers)

    def held(self, layer: Layer, who: str) -> NDArray[np.bool_]:
        """Which labels somebody has in each range: ranges × labels."""
        places = {label: place for place, label in enumerate(layer.labels)}
        spans = [
            (begin + start, begin + end, places[mark.label])
            for text, begin in zip(self.texts, self.begins, strict=True)
            for mark in layer.work[who].get(text.id, ())
            for start, end in mark.fragments
        ]
        starts, ends, labels = np.array(spans, dtype=np.int64).reshape(-1, 3).T
        first = np.searchsorted(self.ends, starts, side="right")
        touched = np.searchsorted(self.starts, ends) - first
        held = np.zeros((len(self.starts), len(places)), dtype=np.bool_)
        held[_each(first, touched), np.repeat(labels, touched)] = True
        return held


def _each(first: NDArray[np.int64], number: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers that count on from each of these, so many of each."""
    before = np.cumsum(number) - number
    counted: NDArray[np.int64] = np.arange(number.sum()) + np.repeat(first - before, number)
    return counted


def _read_by_several(layer: Layer, texts: Sequence[Text]) -> Iterator[tuple[Text, list[str]]]:
    """Texts that at least two have finished, with who has."""
    for text in texts:
        readers = [who for who in sorted(layer.work) if text.id in layer.work[who]]
        if len(readers) > 1:
            yield text, readers


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
