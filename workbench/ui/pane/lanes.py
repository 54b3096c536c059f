"""Lanes for marks that overlap: each keeps its own, over all its lines in a piece.

Shorter marks choose first and take the lane nearest to the text, so that what is nested lies inside
what is around it. Three families never compete, since their shapes do not cover each other: tints
behind the text, boxes around it, lines under it.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from typing import Literal

from workbench.domain.span import Span
from workbench.ui.pane.marks import Mark

Shape = Literal["tint", "bracket", "box", "wave"]
Family = Literal["behind", "around", "under"]

SHAPES: Mapping[str, Shape] = {
    "entity": "tint",
    "claim": "bracket",
    "event": "box",
    "framing": "wave",
}
FAMILIES: Mapping[Shape, Family] = {
    "tint": "behind",
    "bracket": "under",
    "box": "around",
    "wave": "under",
}


def shape_of(layer: str) -> Shape:
    """The shape in which marks of a layer are drawn."""
    return SHAPES.get(layer, "bracket")


def assign_lanes(marks: Iterable[Mark]) -> dict[str, int]:
    """A lane from 0 for each mark; `marks` come shortest first."""
    lanes: dict[Family, list[list[tuple[int, int]]]] = {"behind": [], "around": [], "under": []}
    found = {}
    for mark in marks:
        taken = lanes[FAMILIES[shape_of(mark.layer)]]
        found[mark.id] = _first_free(taken, mark.span)
    return found


def lanes_under(marks: Iterable[Mark], lanes: Mapping[str, int]) -> int:
    """How many lanes the lines under the text take."""
    return max(
        (lanes[m.id] + 1 for m in marks if FAMILIES[shape_of(m.layer)] == "under"), default=0
    )


def _first_free(lanes: list[list[tuple[int, int]]], span: Span) -> int:
    """The first lane in which a span overlaps nothing; it is taken at once."""
    entry = (span.start, span.end)
    for number, lane in enumerate(lanes):
        place = bisect_left(lane, entry)
        free_before = place == 0 or lane[place - 1][1] <= span.start
        if free_before and (place == len(lane) or lane[place][0] >= span.end):
            insort(lane, entry)
            return number
    lanes.append([entry])
    return len(lanes) - 1
