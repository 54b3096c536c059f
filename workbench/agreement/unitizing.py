"""Krippendorff's unitizing alphas of 2016: agreement on where units stand, and on their labels.

A text is a continuum cut into units and gaps, whose characters are compared one by one, corrected
for those that belong to one unit. All members of the family follow from a few sums over the text,
the `Coincidences`. These add up over articles, so that a corpus is compared by adding, joining
texts changes nothing, and an article drawn twice by the bootstrap is a factor of two. They are
arrays with any number of axes before their own: one text, all texts, or all resamples at once.

Krippendorff, Mathet, Bouvry & Widlöcher 2016, "On the reliability of unitizing textual continua",
Quality & Quantity 50(6); Krippendorff 2019, Content Analysis, 4th ed., ch. 12.6.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.adding import added
from workbench.agreement.coefficients import Coefficient
from workbench.agreement.continuum import Annotators, Unit, continuum
from workbench.agreement.units import GAP, Ints, Units, units_of_continua

Floats = NDArray[np.float64]


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
    found, _ = coincidences(_units_of_text(units, length, annotators))
    values, coverages = found.sum().by_label()
    return {
        label: LabelAlpha(plain(value), plain(coverage))
        for label, value, coverage in zip(found.labels, values, coverages, strict=True)
    }


def _alpha_of(
    units: Iterable[Unit], length: int, annotators: Annotators, which: str
) -> UnitizingAlpha:
    """One member of the family for one text."""
    found, left_out = coincidences(_units_of_text(units, length, annotators))
    total = found.sum()
    observed, expected = getattr(total, which)()
    coverage = plain(total.coverage()) if which == "coding" else None
    return UnitizingAlpha(float(observed), float(expected), left_out, coverage)


def _units_of_text(units: Iterable[Unit], length: int, annotators: Annotators) -> Units:
    return units_of_continua([continuum(units, length, annotators)])


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
        total, gap = rows.sum(axis=-1), rows[..., GAP]
        observed = gap - self.shared[..., GAP, GAP]
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


def coincidences(units: Units) -> tuple[Coincidences, int]:
    """The coincidences of each text, and how many units the overlap rule left out.

    Texts with fewer than two annotators count nothing.
    """
    kept = units.without_overlap()
    left_out = int((units.start < units.end).sum()) - len(kept.start)
    lanes = [kept.of(number) for number in range(len(kept.reads))]
    readers = kept.reads.sum(axis=0, dtype=np.float64)
    several = readers > 1
    others = np.where(several, readers - 1, 1)[:, None]
    shape = (len(readers), len(kept.labels) + 1)
    shared = _shared(lanes, kept.offsets, shape) / others[..., None]
    squares = _squares(kept, shape) * several[:, None]
    inner = _inner(lanes, shape) / others
    return Coincidences(kept.labels, shared, squares, inner), left_out


def _shared(lanes: Sequence[Units], offsets: Ints, shape: tuple[int, int]) -> Floats:
    """(m − 1)·ℓ by text: the characters that two annotators have under two labels, both ways."""
    borders = (border for lane in lanes for border in (lane.start, lane.end))
    cuts = np.unique(np.concatenate((offsets, *borders)))
    pieces = np.diff(cuts)
    texts = np.searchsorted(offsets, cuts[:-1], side="right") - 1
    codes = [lane.codes_at(cuts[:-1]) for lane in lanes]
    read = [lane.reads[number, texts] for number, lane in enumerate(lanes)]
    shared = np.zeros((*shape, shape[1]))
    for a, b in combinations(range(len(lanes)), 2):
        both = read[a] & read[b]
        met = _tally((texts[both], codes[a][both], codes[b][both]), pieces[both], shared.shape)
        shared += met + np.swapaxes(met, 1, 2)
    return shared


def _squares(units: Units, shape: tuple[int, int]) -> Floats:
    """S by text: the squared lengths of units, and the plain lengths of gaps."""
    long = units.end - units.start
    squares = _tally((units.text, units.code), long**2, shape)
    read = units.reads.sum(axis=0) * units.lengths
    squares[:, GAP] += read - _tally((units.text,), long, shape[:1])
    return squares


def _inner(lanes: Sequence[Units], shape: tuple[int, int]) -> Floats:
    """(m − 1)·S* by text: the squares of what units share with another annotator's units."""
    inner = np.zeros(shape)
    for ours, theirs in permutations(lanes, 2):
        common = theirs.covered(ours.end) - theirs.covered(ours.start)
        inner += _tally((ours.text, ours.code), common**2, shape)
    return inner


def _tally(places: tuple[Ints, ...], amounts: Ints, shape: tuple[int, ...]) -> Floats:
    """The amounts that fall on each place of an array."""
    flat = np.ravel_multi_index(places, shape)
    counts: Floats = np.bincount(flat, weights=amounts, minlength=int(np.prod(shape))).astype(float)
    return counts.reshape(shape)
