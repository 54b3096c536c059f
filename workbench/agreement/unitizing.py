"""Krippendorff's unitizing alphas of 2016: agreement on where units stand, and on their labels.

A text is a continuum cut into units and gaps, whose characters are compared one by one, corrected
for those that belong to one unit. All members of the family follow from a few sums over the text,
the `Coincidences`. These add up over articles, so that a corpus is compared by adding, joining
texts changes nothing, and an article drawn twice by the bootstrap is a factor of two. They are
arrays with any number of axes before their own: one text, all texts, or all resamples at once.

Krippendorff, Mathet, Bouvry & Widlöcher 2016, "On the reliability of unitizing textual continua",
Quality & Quantity 50(6); Krippendorff 2019, Content Analysis, 4th ed., ch. 12.6.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.adding import added
from workbench.agreement.coefficients import Coefficient
from workbench.agreement.continuum import (
    Annotators,
    Continuum,
    Unit,
    continuum,
    without_overlap,
)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_GAP = 0  # the code of no label; labels count from 1


@dataclass(frozen=True, slots=True)
class UnitizingAlpha:
    """How much disagreement was observed and expected, and how many units the overlap rule took."""

    observed: float
    expected: float
    left_out: int = 0
    coverage: float | None = None

    @property
    def value(self) -> float | None:
        """1 − observed/expected, or None where chance would bring no disagreement."""
        return Coefficient(self.observed, self.expected).value


@dataclass(frozen=True, slots=True)
class LabelAlpha:
    """(k)uα of one label, and the share of its characters at which it meets another's unit."""

    value: float | None
    coverage: float | None


def unitizing_alpha(units: Iterable[Unit], length: int, annotators: Annotators) -> UnitizingAlpha:
    """Krippendorff's uα = 1 − (ℓ.. − Σℓ_cc) / (ε.. − Σε_cc), the gap being one of the labels c.

    ℓ_ck = 1/(m − 1) · Σ_{i≠j} characters that annotator i has under c and j under k;
    ε_ck = ℓ..·(ℓ_c.·ℓ_.k − [c = k]·S_c) / (ℓ..² − ΣS), with S_c the squared lengths of units under
    c and the plain lengths of gaps. `length` is in code points (Krippendorff et al. 2016, eq. 4).
    """
    return _alpha_of(units, length, annotators, "everything")


def unitizing_alpha_binary(
    units: Iterable[Unit], length: int, annotators: Annotators
) -> UnitizingAlpha:
    """|uα: the disagreement of uα about what is in a unit at all, whatever its label.

    |uα = 1 − (ℓ_g. − ℓ_gg) / (ε_g. − ε_gg) with g the gap (Krippendorff et al. 2016).
    """
    return _alpha_of(units, length, annotators, "binary")


def cu_alpha(units: Iterable[Unit], length: int, annotators: Annotators) -> UnitizingAlpha:
    """cuα: agreement on labels where the units of two annotators meet, with its coverage.

    As uα without the gap's row and column, corrected by S* = Σ over ordered pairs of annotators of
    (what a unit shares with the other's units)² / (m − 1) (Krippendorff et al. 2016, eq. 10).
    """
    return _alpha_of(units, length, annotators, "coding")


def u_alpha_per_label(
    units: Iterable[Unit], length: int, annotators: Annotators
) -> dict[str, LabelAlpha]:
    """(k)uα = 1 − (ε_.k/ℓ_.k)·(ℓ_.k − ℓ_kk)/(ε_.k − ε_kk) of every label k, in their order.

    On the matrices of cuα; undefined where the label meets no unit, or is the only one that does
    (Krippendorff et al. 2016, eq. 14).
    """
    found, _ = coincidences([continuum(units, length, annotators)])
    values, coverages = found.sum().by_label()
    return {
        label: LabelAlpha(plain(value), plain(coverage))
        for label, value, coverage in zip(found.labels, values, coverages, strict=True)
    }


def _alpha_of(
    units: Iterable[Unit], length: int, annotators: Annotators, which: str
) -> UnitizingAlpha:
    """One member of the family for one text."""
    found, left_out = coincidences([continuum(units, length, annotators)])
    total = found.sum()
    observed, expected = getattr(total, which)()
    coverage = plain(total.coverage()) if which == "coding" else None
    return UnitizingAlpha(float(observed), float(expected), sum(map(len, left_out)), coverage)


def plain(value: "Floats | np.float64") -> float | None:
    """A number out of an array; None for what is undefined there."""
    return None if np.isnan(value) else float(value)


def ratio(part: Floats, whole: Floats) -> Floats:
    """Part by part of a whole, nan where that is nothing."""
    shares: Floats = np.divide(
        part, whole, out=np.full(np.shape(whole), np.nan), where=np.asarray(whole != 0)
    )
    return shares


def alpha(observed: Floats, expected: Floats) -> Floats:
    """1 − observed/expected, nan where nothing can be expected."""
    return 1 - ratio(observed, expected)


@dataclass(frozen=True, slots=True)
class Coincidences:
    """What annotators put on the same characters; all arrays have the same axes before their own.

    `shared` is ℓ, `squares` S, and `inner` S*, in the order of the gap and then `labels`.
    """

    labels: tuple[str, ...]
    shared: Floats  # … × (1 + labels) × (1 + labels)
    squares: Floats  # … × (1 + labels)
    inner: Floats  # … × (1 + labels)

    def __add__(self, other: "Coincidences") -> "Coincidences":
        """Both taken together; `other` may have more labels at its end."""
        return Coincidences(
            other.labels,
            added(self.shared, other.shared),
            added(self.squares, other.squares),
            added(self.inner, other.inner),
        )

    def sum(self) -> "Coincidences":
        """All texts taken together."""
        return self.weighted(np.ones(len(self.shared)))

    def weighted(self, weights: Floats) -> "Coincidences":
        """The texts taken together, each so many times; `weights` end in an axis of texts."""

        def total(sums: Floats) -> Floats:
            return np.tensordot(weights, sums, axes=1)

        return Coincidences(self.labels, total(self.shared), total(self.squares), total(self.inner))

    def everything(self) -> tuple[Floats, Floats]:
        """Observed and expected disagreement of uα."""
        return _off_diagonal(self.shared, self.squares)

    def binary(self) -> tuple[Floats, Floats]:
        """Observed and expected disagreement of |uα, as far as the gap is concerned."""
        rows = self.shared.sum(axis=-1)
        total, gap = rows.sum(axis=-1), rows[..., _GAP]
        observed = gap - self.shared[..., _GAP, _GAP]
        chance = ratio(total * gap * (total - gap), total**2 - self.squares.sum(axis=-1))
        return observed, np.nan_to_num(chance)

    def coding(self) -> tuple[Floats, Floats]:
        """Observed and expected disagreement of cuα."""
        return _off_diagonal(self.shared[..., 1:, 1:], self.inner[..., 1:])

    def coverage(self) -> Floats:
        """The share of the characters at which units meet, that is, on which cuα stands."""
        return ratio(self.shared[..., 1:, 1:].sum(axis=(-1, -2)), self.shared.sum(axis=(-1, -2)))

    def by_label(self) -> tuple[Floats, Floats]:
        """(k)uα and its coverage, each … × labels."""
        met = self.shared[..., 1:, 1:]
        rows = met.sum(axis=-1)
        total = rows.sum(axis=-1, keepdims=True)
        apart = rows - np.diagonal(met, axis1=-2, axis2=-1)
        chance = (total * rows - self.inner[..., 1:]) * apart
        values = 1 - ratio(chance, rows**2 * (total - rows))
        return values, ratio(rows, self.shared.sum(axis=-1)[..., 1:])


def _off_diagonal(shared: Floats, squares: Floats) -> tuple[Floats, Floats]:
    """What differs in a matrix of coincidences, and what would by chance."""
    rows = shared.sum(axis=-1)
    total = rows.sum(axis=-1)
    observed = total - np.trace(shared, axis1=-2, axis2=-1)
    unlike = total * (total**2 - (rows**2).sum(axis=-1))
    chance = ratio(unlike, total**2 - squares.sum(axis=-1))
    return observed, np.nan_to_num(chance)


# --- counting


@dataclass(frozen=True, slots=True)
class _Lane:
    """The units of one annotator in all texts laid end to end, and which texts were theirs."""

    start: Ints
    end: Ints
    code: Ints
    text: Ints
    reads: NDArray[np.bool_]  # by text


def coincidences(
    continua: Sequence[Continuum], labels: Sequence[str] | None = None
) -> tuple[Coincidences, list[list[Unit]]]:
    """The coincidences of each text, and the units of each that the overlap rule left out.

    Texts with fewer than two annotators count nothing. Labels are those of the units where they are
    not given.
    """
    ruled = [without_overlap(each.units) for each in continua]
    kept = [units for units, _ in ruled]
    if labels is None:
        labels = sorted({unit[3] for units in kept for unit in units})
    lengths = np.array([each.length for each in continua], dtype=np.int64)
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    lanes = _lanes(continua, kept, labels, offsets)
    readers = np.array([len(each.annotators) for each in continua], dtype=np.float64)
    several = readers > 1
    others = np.where(several, readers - 1, 1)[:, None]
    shape = (len(continua), len(labels) + 1)
    shared = _shared(lanes, offsets, shape) / others[..., None]
    squares = _squares(lanes, lengths, shape) * several[:, None]
    found = Coincidences(tuple(labels), shared, squares, _inner(lanes, shape) / others)
    return found, [left for _, left in ruled]


def _lanes(
    continua: Sequence[Continuum],
    kept: Sequence[Sequence[Unit]],
    labels: Sequence[str],
    offsets: Ints,
) -> list[_Lane]:
    """Everyone's units as arrays."""
    codes = {label: code for code, label in enumerate(labels, start=1)}
    rows: dict[Hashable, list[tuple[int, int, int, int]]] = {}
    reads: dict[Hashable, list[int]] = {}
    for text, (each, units) in enumerate(zip(continua, kept, strict=True)):
        offset = int(offsets[text])
        for annotator in each.annotators:
            reads.setdefault(annotator, []).append(text)
            rows.setdefault(annotator, [])
        for annotator, start, end, label in units:
            rows[annotator].append((start + offset, end + offset, codes[label], text))
    return [_lane(rows[annotator], reads[annotator], len(continua)) for annotator in rows]


def _lane(rows: list[tuple[int, int, int, int]], reads: list[int], texts: int) -> _Lane:
    start, end, code, text = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    present = np.zeros(texts, dtype=np.bool_)
    present[reads] = True
    return _Lane(start, end, code, text, present)


def _shared(lanes: Sequence[_Lane], offsets: Ints, shape: tuple[int, int]) -> Floats:
    """(m − 1)·ℓ by text: the characters that two annotators have under two labels, both ways."""
    borders = (border for lane in lanes for border in (lane.start, lane.end))
    cuts = np.unique(np.concatenate((offsets, *borders)))
    pieces = np.diff(cuts)
    texts = np.searchsorted(offsets, cuts[:-1], side="right") - 1
    codes = [_codes(lane, cuts[:-1], texts) for lane in lanes]
    shared = np.zeros((*shape, shape[1]))
    for ours, theirs in combinations(codes, 2):
        both = (ours >= 0) & (theirs >= 0)
        met = _tally((texts[both], ours[both], theirs[both]), pieces[both], shared.shape)
        shared += met + np.swapaxes(met, 1, 2)
    return shared


def _squares(lanes: Sequence[_Lane], lengths: Ints, shape: tuple[int, int]) -> Floats:
    """S by text: the squared lengths of units, and the plain lengths of gaps."""
    squares = np.zeros(shape)
    for lane in lanes:
        long = lane.end - lane.start
        squares += _tally((lane.text, lane.code), long**2, shape)
        squares[:, _GAP] += lane.reads * lengths - _tally((lane.text,), long, shape[:1])
    return squares


def _inner(lanes: Sequence[_Lane], shape: tuple[int, int]) -> Floats:
    """(m − 1)·S* by text: the squares of what units share with another annotator's units."""
    inner = np.zeros(shape)
    for ours, theirs in permutations(lanes, 2):
        common = _covered(theirs, ours.end) - _covered(theirs, ours.start)
        inner += _tally((ours.text, ours.code), common**2, shape)
    return inner


def _codes(lane: _Lane, positions: Ints, text_of: Ints) -> Ints:
    """The code of what an annotator has at each position, −1 in texts that are not theirs."""
    codes = np.zeros(len(positions), dtype=np.int64)
    if len(lane.start):
        unit = np.searchsorted(lane.start, positions, side="right") - 1
        inside = (unit >= 0) & (positions < lane.end[unit])
        codes[inside] = lane.code[unit[inside]]
    codes[~lane.reads[text_of]] = -1
    return codes


def _covered(lane: _Lane, positions: Ints) -> Ints:
    """How many characters an annotator's units cover before each position."""
    if not len(lane.start):
        return np.zeros(len(positions), dtype=np.int64)
    before = np.concatenate(([0], np.cumsum(lane.end - lane.start)))
    unit = np.searchsorted(lane.start, positions, side="right")
    last = np.maximum(unit - 1, 0)
    beyond = np.maximum(lane.end[last] - positions, 0) * (unit > 0)
    covered: Ints = before[unit] - beyond
    return covered


def _tally(places: tuple[Ints, ...], amounts: Ints, shape: tuple[int, ...]) -> Floats:
    """The amounts that fall on each place of an array."""
    flat = np.ravel_multi_index(places, shape)
    counts: Floats = np.bincount(flat, weights=amounts, minlength=int(np.prod(shape))).astype(float)
    return counts.reshape(shape)
