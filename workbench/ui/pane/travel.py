"""Caret motion by what is seen: by lines and window fulls, to the ends of line and text.

Steps through words and sentences are the text's own, see `steps`; these depend on how it is set.
"""

from typing import Literal

from workbench.ui.pane.flow import Flow
from workbench.ui.pane.steps import Unit

SeenUnit = Literal["line", "page", "edge", "text"]
CaretUnit = Unit | SeenUnit


class Travel:
    """Where the caret goes; up and down it keeps the column in which it set out."""

    def __init__(self) -> None:
        self._column: float | None = None

    def leave_column(self) -> None:
        """Set out anew from wherever the caret stands next time."""
        self._column = None

    def target(
        self, unit: SeenUnit, direction: int, position: int, flow: Flow, *, height: int
    ) -> int:
        """Where a unit on (1) or back (-1) from a position leads, in a window of some height."""
        if unit in {"edge", "text"}:
            self._column = None
            end = len(flow.article.text) if direction > 0 else 0
            return end if unit == "text" else flow.line_edge(position, direction)
        if self._column is None:
            self._column = flow.caret(position).x()
        lines = 1 if unit == "line" else _lines_in(flow, height)
        return flow.line_move(position, self._column, direction * lines)


def _lines_in(flow: Flow, height: int) -> int:
    """How many lines a window full goes on by: one stays to read on from."""
    return max(1, height // flow.typography.styles["paragraph"].pitch - 1)
