"""Texts as continua: who put which units where, as the unitizing measures take them.

The measures of this family need units of one annotator that do not overlap; the older one needs it
under each label only. A rule makes them so, and tells what it left out: of an annotator's
overlapping units the one that starts first stays, the longest of those that start together. It is
INCEpTION's rule, so that numbers can be set beside its own.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.errors import UserError

Unit = tuple[Hashable, int, int, str]  # annotator, start, end, label
Annotators = Collection[Hashable] | int  # who, or how many


@dataclass(frozen=True, slots=True)
class Continuum:
    """A text of so many code points, who has read it, and the units that they marked."""

    units: Sequence[Unit]
    length: int
    annotators: tuple[Hashable, ...]


def continuum(units: Iterable[Unit], length: int, annotators: Annotators) -> Continuum:
    """A continuum; raises `UserError` for a unit beyond the text.

    Annotators may be given by their number where only those with a unit have a name.
    """
    known = list(units)
    for _, start, end, _ in known:
        if not 0 <= start <= end <= length:
            raise UserError("domain.span_beyond_text", start=start, end=end, length=length)
    return Continuum(known, length, people(known, annotators))


def people(units: Iterable[Unit], annotators: Annotators) -> tuple[Hashable, ...]:
    """Everyone who has read a text; raises ValueError for a unit of somebody else."""
    named = dict.fromkeys(unit[0] for unit in units)
    if isinstance(annotators, int):
        everyone = (*named, *(("", number) for number in range(annotators - len(named))))
        stranger = next(iter(list(named)[annotators:]), None)
    else:
        everyone = tuple(dict.fromkeys(annotators))
        stranger = next((name for name in named if name not in everyone), None)
    if stranger is not None:
        raise ValueError(f"{stranger!r} has a unit and is none of the annotators")
    return everyone


def without_overlap(
    units: Iterable[Unit], *, within_labels: bool = False
) -> tuple[list[Unit], list[Unit]]:
    """The units that stay, and those left out because their annotator has another one there.

    With `within_labels` only units of one label are in each other's way. Units without length carry
    no mass; they are dropped and not counted as left out.
    """
    ordered = sorted(
        (unit for unit in units if unit[1] < unit[2]), key=lambda unit: (unit[1], -unit[2], unit[3])
    )
    rows = (((who, label) if within_labels else who, s, e) for who, s, e, label in ordered)
    kept: list[Unit] = []
    left_out: list[Unit] = []
    for unit, stay in zip(ordered, stays(rows), strict=True):
        (kept if stay else left_out).append(unit)
    return kept, left_out


def stays(rows: Iterable[tuple[Hashable, int, int]]) -> Iterator[bool]:
    """Whether each of some rows (lane, start, end), in order, has its place in its lane."""
    free_from: dict[Hashable, int] = defaultdict(int)
    for lane, start, end in rows:
        stay = start >= free_from[lane]
        if stay:
            free_from[lane] = end
        yield stay
