"""What the figures of a layer follow from, added up as articles come in.

No figure needs two articles at once: all are made of counts of spans, of characters, of values that
meet. So an article is forgotten once it was counted, and a corpus of any size costs the memory of a
few tables, as large as there are pairs of annotators and labels. Totals of some articles and of
others add up to those of both; the later ones may have more labels, at the end.
"""

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from workbench.agreement.adding import Floats, added
from workbench.agreement.counting import (
    CREDIT,
    IN_A,
    IN_B,
    SHARED,
    Cell,
    Counts,
    confusion,
    count_spans,
    f1,
    sides_of,
)
from workbench.agreement.presence import Held, held_in
from workbench.agreement.unitizing import Coincidences, coincidences, plain
from workbench.agreement.units import Units, units_of_layer
from workbench.agreement.work import Layer, Marked, Text

WORST = 10
UNUSED = ""  # a label that nobody used: what one was before it first came up
PER = ("sentences", "paragraphs")


@dataclass(frozen=True, slots=True)
class Worst:
    """An article, how many of its spans are not shared, and its F1."""

    article: str
    unshared: int
    f1: float | None


@dataclass(frozen=True, slots=True)
class Characters:
    """Coincidences of some articles, and how many spans the overlap rule took."""

    found: Coincidences
    left_out: int

    def __add__(self, other: "Characters") -> "Characters":
        """Both counted together."""
        return Characters(self.found + other.found, self.left_out + other.left_out)


@dataclass(frozen=True, slots=True)
class Totals:
    """The work of people on some articles, counted; labels in `apart` are not in the means."""

    people: tuple[str, ...]
    labels: tuple[str, ...]
    apart: frozenset[str]
    spans: Floats  # pairs × labels × what is counted
    both: Floats  # articles of each pair
    said: Mapping[str, Counter[str]]  # labels of each annotator
    aided: int
    characters: Characters
    alone: Mapping[str, Characters]  # of each label by itself, and of one that nobody used
    cells: Counter[Cell]
    borders: Counter[str]
    presence: Mapping[str, Held]
    worst: Sequence[Worst]

    def __add__(self, other: "Totals") -> "Totals":
        """Both counted together; `other` may have more labels at its end."""
        unused = self.alone[UNUSED]
        alone = {
            label: self.alone.get(label, unused) + found for label, found in other.alone.items()
        }
        return replace(
            other,
            spans=added(self.spans, other.spans),
            both=self.both + other.both,
            said={who: self.said[who] + said for who, said in other.said.items()},
            aided=self.aided + other.aided,
            characters=self.characters + other.characters,
            alone=alone,
            cells=self.cells + other.cells,
            borders=self.borders + other.borders,
            presence={per: self.presence[per] + other.presence[per] for per in PER},
            worst=_most_apart([*self.worst, *other.worst]),
        )

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Every two annotators."""
        return list(combinations(self.people, 2))

    @property
    def counted(self) -> list[int]:
        """The places of the labels that are in the means."""
        return [place for place, label in enumerate(self.labels) if label not in self.apart]


def compared(layer: Layer, texts: Sequence[Text]) -> Layer:
    """The layer without the work on articles that nobody else finished: it is not compared."""
    ids = {text.id for text in texts}
    work = {
        who: {id: marks for id, marks in spans.items() if id in ids}
        for who, spans in layer.work.items()
    }
    return replace(layer, work=work)


def totals_of(layer: Layer, texts: Sequence[Text]) -> tuple[Totals, list[Floats]]:
    """The totals of some articles, and of each article the sums that resamples are made of.

    These are spans, and the three arrays of `Coincidences`.
    """
    sides, units = sides_of(layer, texts), units_of_layer(layer, texts)
    counts = count_spans(layer.labels, sides)
    found, left_out = coincidences(units.without(layer.apart))
    cells, borders = confusion(sides)
    totals = Totals(
        people=tuple(sides),
        labels=layer.labels,
        apart=layer.apart,
        spans=counts.sums.sum(axis=0),
        both=counts.both.sum(axis=0),
        said=_said(layer),
        aided=sum(mark.aided for mark in _marks(layer)),
        characters=Characters(found.sum(), left_out),
        alone={label: _alone(units, label) for label in (UNUSED, *layer.labels)},
        cells=cells,
        borders=borders,
        presence={per: held_in(units, texts, per=per) for per in PER},
        worst=_most_apart(_apart(counts, layer, texts)),
    )
    return totals, [counts.sums[..., : CREDIT + 1], found.shared, found.squares, found.inner]


def _said(layer: Layer) -> dict[str, Counter[str]]:
    """How often each annotator used each label."""
    return {
        who: Counter(mark.label for of in spans.values() for mark in of)
        for who, spans in sorted(layer.work.items())
    }


def _marks(layer: Layer) -> Iterator[Marked]:
    for spans in layer.work.values():
        for marks in spans.values():
            yield from marks


def _alone(units: Units, label: str) -> Characters:
    """The coincidences of a label that stands alone in its layer."""
    found, left_out = coincidences(units.alone(label))
    return Characters(found.sum(), left_out)


def _apart(counts: Counts, layer: Layer, texts: Sequence[Text]) -> list[Worst]:
    """How much is not shared in each article."""
    counted = [place for place, label in enumerate(layer.labels) if label not in layer.apart]
    sums = counts.sums[:, :, counted].sum(axis=(1, 2))
    unshared = sums[:, IN_A] + sums[:, IN_B] - 2 * sums[:, SHARED]
    return [
        Worst(text.id, int(unshared[row]), plain(f1(sums[row]))) for row, text in enumerate(texts)
    ]


def _most_apart(articles: Sequence[Worst]) -> list[Worst]:
    """The articles with most spans that are not shared."""
    return heapq.nsmallest(WORST, articles, key=lambda each: (-each.unshared, each.article))
