"""Krippendorff's α_U of 1995, to set numbers beside those of INCEpTION and DKPro.

It compares sections, units and gaps, with the sections that they meet, one label at a time. It is
here for comparison alone: with more than two annotators it misbehaves, and its chance depends on
the lengths of gaps, so that joined texts have another value than the texts (Krippendorff et al.
2016). What stands in `unitizing` has neither fault.

Krippendorff 1995, "On the reliability of unitizing continuous data", Sociological Methodology 25;
in the form of Krippendorff 2004, Content Analysis, 2nd ed., ch. 11.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.agreement.coefficients import Coefficient
from workbench.agreement.continuum import Annotators, Unit, continuum, without_overlap


@dataclass(frozen=True, slots=True)
class Section:
    """A unit of the label in hand, or a gap between such units."""

    start: int
    end: int
    is_unit: bool

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class OldUnitizingAlpha:
    """Observed and expected disagreement over all labels, that of each, and what was left out."""

    observed: float
    expected: float
    labels: Mapping[str, Coefficient]
    left_out: int

    @property
    def value(self) -> float | None:
        """1 − ΣD₀/ΣDₑ, or None where chance would bring no disagreement."""
        return Coefficient(self.observed, self.expected).value


def unitizing_alpha_1995(
    units: Iterable[Unit], length: int, annotators: Annotators
) -> OldUnitizingAlpha:
    """Krippendorff's α_U = 1 − Σ_c D_oc / Σ_c D_ec over the labels c.

    D_oc = Σ_{i≠j} Σ_gh δ²_gh / (m(m − 1)L²) over the sections g and h of two annotators, with δ² as
    `unit_distance` says; D_ec = 2/L · Σ_g [(N − 1)/3·(2l³ − 3l² + l) + l²·Σ_h (l_h − l + 1)] /
    (mL(mL − 1) − Σ_g l(l − 1)) over the N units g of the label with length l, and all gaps h that
    are no shorter. L is `length` in code points (Krippendorff 2004, pp. 253–256).
    """
    read = continuum(units, length, annotators)
    kept, left_out = without_overlap(read.units, within_labels=True)
    labels = {
        label: _of_label([u for u in kept if u[3] == label], read.annotators, length)
        for label in sorted({unit[3] for unit in kept})
    }
    return OldUnitizingAlpha(
        observed=sum(each.observed for each in labels.values()),
        expected=sum(each.expected for each in labels.values()),
        labels=labels,
        left_out=len(left_out),
    )


def unit_distance(a: Section, b: Section) -> int:
    """δ² of two sections: how far the borders of overlapping units lie apart, squared and added.

    A unit that lies whole in a gap is as far from it as it is long, squared; all else is 0.
    """
    if a.is_unit and b.is_unit:
        overlap = a.start < b.end and b.start < a.end
        return (a.start - b.start) ** 2 + (a.end - b.end) ** 2 if overlap else 0
    if a.is_unit or b.is_unit:
        unit, gap = (a, b) if a.is_unit else (b, a)
        return len(unit) ** 2 if gap.start <= unit.start and unit.end <= gap.end else 0
    return 0


def _of_label(units: Sequence[Unit], annotators: Sequence[object], length: int) -> Coefficient:
    """Observed and expected disagreement about the units of one label."""
    lanes = [_sections([u for u in units if u[0] == who], length) for who in annotators]
    number = len(lanes)
    if number < 2 or not length:
        return Coefficient(0.0, 0.0)
    apart = 2 * sum(_distances(a, b) for a, b in combinations(lanes, 2))
    observed = apart / (number * (number - 1) * length**2)
    return Coefficient(observed, _expected(lanes, length))


def _sections(units: Sequence[Unit], length: int) -> list[Section]:
    """A whole text as units, which are in order and do not overlap, and the gaps between them."""
    sections: list[Section] = []
    position = 0
    for _, start, end, _ in units:
        if position < start:
            sections.append(Section(position, start, is_unit=False))
        sections.append(Section(start, end, is_unit=True))
        position = end
    if position < length:
        sections.append(Section(position, length, is_unit=False))
    return sections


def _distances(a: Sequence[Section], b: Sequence[Section]) -> int:
    """The distances of all sections of two annotators."""
    return sum(unit_distance(x, y) for x, y in _meeting(a, b))


def _meeting(a: Sequence[Section], b: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """The pairs of sections that share a character; no others are apart."""
    i = j = 0
    while i < len(a) and j < len(b):
        yield a[i], b[j]
        ahead = a[i].end - b[j].end
        i += ahead <= 0
        j += ahead >= 0


def _expected(lanes: Sequence[Sequence[Section]], length: int) -> float:
    """What chance would bring if all units of the label lay anywhere in anybody's text."""
    lengths = [len(section) for lane in lanes for section in lane if section.is_unit]
    gaps = [len(section) for lane in lanes for section in lane if not section.is_unit]
    among_units = sum(2 * n**3 - 3 * n**2 + n for n in lengths) * (len(lengths) - 1) / 3
    in_gaps = sum(n**2 * sum(gap - n + 1 for gap in gaps if gap >= n) for n in lengths)
    everything = len(lanes) * length
    possible = everything * (everything - 1) - sum(n * (n - 1) for n in lengths)
    return 2 / length * (among_units + in_gaps) / possible if possible else 0.0
