"""Which mark a place means: the innermost over the text, and under it the one in that lane."""

from PySide6.QtCore import QPointF

from workbench.ui.pane.flow import Flow
from workbench.ui.pane.lanes import FAMILIES, assign_lanes, shape_of
from workbench.ui.pane.marks import Mark, MarkIndex


def mark_at(flow: Flow, marks: MarkIndex, point: QPointF) -> Mark | None:
    """The mark that a place means, counted from the text's upper left; None for none."""
    position = flow.character_at(point)
    if position is None:
        return None
    found = marks.within(position, position + 1)
    lane = flow.lane_at(point)
    if lane is not None and found:
        span = flow.pieces.span(flow.pieces.at(position))
        lanes = assign_lanes(marks.within(span.start, span.end))
        under = [mark for mark in found if FAMILIES[shape_of(mark.layer)] == "under"]
        found = sorted(under, key=lambda mark: abs(lanes[mark.id] - lane)) or found
    return found[0] if found else None
