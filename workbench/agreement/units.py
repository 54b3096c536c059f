"""Units of many texts as columns, the texts laid end to end, so that a corpus is counted at once.

What is in the way of what is found for all texts together: a unit that begins behind all others of
its annotator stays, and only those that do not are asked about one by one.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from workbench.agreement.continuum import Continuum, stays
from workbench.agreement.work import Layer, Text

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
GAP = 0  # the code of no label; those of labels count from 1
Row = tuple[int, int, int, int, int]  # annotator, text, start, end, code


@dataclass(frozen=True, slots=True)
class Units:
    """The units of everyone, by annotator and place, the longest and then the label first.

    `text` counts from 0, `code` is that of a label; `start` and `end` are in code points of all
    texts together.
    """

    labels: tuple[str, ...]
    offsets: Ints  # where each text begins, and where the last one ends
    reads: Bools  # annotators × texts: whether they have finished it
    annotator: Ints
    text: Ints
    start: Ints
    end: Ints
    code: Ints

    @property
    def lengths(self) -> Ints:
        """How long each text is."""
        return np.diff(self.offsets)

    def where(self, kept: "Bools | slice") -> "Units":
        """Some of the units, of the same texts."""
        return replace(
            self,
            annotator=self.annotator[kept],
            text=self.text[kept],
            start=self.start[kept],
            end=self.end[kept],
            code=self.code[kept],
        )

    def of(self, annotator: int) -> "Units":
        """The units of one annotator."""
        return self.where(slice(*np.searchsorted(self.annotator, (annotator, annotator + 1))))

    def alone(self, label: str) -> "Units":
        """The units of one label, as if there were no other."""
        if label not in self.labels:
            return replace(self.where(slice(0)), labels=(label,))
        some = self.where(self.code == self.labels.index(label) + 1)
        return replace(some, labels=(label,), code=np.ones_like(some.code))

    def without(self, labels: Iterable[str]) -> "Units":
        """The units of all other labels."""
        codes = [self.labels.index(label) + 1 for label in labels if label in self.labels]
        return self.where(~np.isin(self.code, codes)) if codes else self

    def without_overlap(self) -> "Units":
        """The units that `continuum.without_overlap` leaves, of each text."""
        some = self.where(self.start < self.end)
        if not len(some.start):
            return some
        lanes = some.annotator * (self.offsets[-1] + 1)
        reach = np.maximum.accumulate(lanes + some.end)
        free = lanes + some.start >= np.concatenate(([0], reach[:-1]))
        crowded = ~free | ~np.append(free[1:], True)
        rows = zip(*(each[crowded].tolist() for each in (lanes, some.start, some.end)), strict=True)
        free[crowded] = list(stays(rows))
        return some.where(free)

    # --- of one annotator, without overlap

    def codes_at(self, positions: Ints) -> Ints:
        """What is at each position."""
        codes = np.full(len(positions), GAP, dtype=np.int64)
        if len(self.start):
            unit = np.searchsorted(self.start, positions, side="right") - 1
            inside = (unit >= 0) & (positions < self.end[unit])
            codes[inside] = self.code[unit[inside]]
        return codes

    def covered(self, positions: Ints) -> Ints:
        """How many characters are in a unit before each position."""
        if not len(self.start):
            return np.zeros(len(positions), dtype=np.int64)
        before = np.concatenate(([0], np.cumsum(self.end - self.start)))
        unit = np.searchsorted(self.start, positions, side="right")
        last = np.maximum(unit - 1, 0)
        beyond = np.maximum(self.end[last] - positions, 0) * (unit > 0)
        covered: Ints = before[unit] - beyond
        return covered


def units_of_layer(layer: Layer, texts: Sequence[Text]) -> Units:
    """Everything that was marked in a layer, a unit for each fragment; annotators by name."""
    codes = {label: code for code, label in enumerate(layer.labels, start=GAP + 1)}
    offsets = _offsets(text.length for text in texts)
    begins = offsets.tolist()
    reads = np.zeros((len(layer.work), len(texts)), dtype=np.bool_)
    rows: list[Row] = []
    for who, (_, spans) in enumerate(sorted(layer.work.items())):
        reads[who] = [text.id in spans for text in texts]
        rows += [
            (who, number, begins[number] + start, begins[number] + end, codes[mark.label])
            for number, text in enumerate(texts)
            for mark in spans.get(text.id, ())
            for start, end in mark.fragments
        ]
    return _in_order(layer.labels, offsets, reads, rows)


def units_of_continua(continua: Sequence[Continuum]) -> Units:
    """The units of some texts, with the labels that they have."""
    labels = tuple(sorted({unit[3] for each in continua for unit in each.units}))
    codes = {label: code for code, label in enumerate(labels, start=GAP + 1)}
    offsets = _offsets(each.length for each in continua)
    numbers: dict[Hashable, int] = {}
    for each in continua:
        for who in each.annotators:
            numbers.setdefault(who, len(numbers))
    reads = np.zeros((len(numbers), len(continua)), dtype=np.bool_)
    for number, each in enumerate(continua):
        reads[[numbers[who] for who in each.annotators], number] = True
    rows = [
        (numbers[who], number, begin + start, begin + end, codes[label])
        for number, (each, begin) in enumerate(zip(continua, offsets.tolist(), strict=False))
        for who, start, end, label in each.units
    ]
    return _in_order(labels, offsets, reads, rows)


def _offsets(lengths: Iterator[int]) -> Ints:
    return np.concatenate(([0], np.cumsum(np.fromiter(lengths, dtype=np.int64))), dtype=np.int64)


def _in_order(labels: tuple[str, ...], offsets: Ints, reads: Bools, rows: Sequence[Row]) -> Units:
    """Units out of rows in any order."""
    annotator, text, start, end, code = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    names = np.argsort(np.argsort(labels))
    order = np.lexsort((names[code - 1], -end, start, annotator))
    columns = (each[order] for each in (annotator, text, start, end, code))
    return Units(labels, offsets, reads, *columns)
