"""From mark to mark, from unit to unit, and letting go."""

from workbench.ui.annotate.hand import Hand


class WalkActs:
    """Moves the focus and the selection."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def next_annotation(self) -> None:
        """Go to the next annotation."""
        self._hand.pane.next_mark(1, "annotation")

    def previous_annotation(self) -> None:
        """Go to the annotation before."""
        self._hand.pane.next_mark(-1, "annotation")

    def grow(self) -> None:
        """Widen the selection."""
        self._hand.pane.grow_selection()

    def shrink(self) -> None:
        """Narrow the selection."""
        self._hand.pane.shrink_selection()

    def copy(self) -> None:
        """Copy the selected text."""
        self._hand.pane.copy()

    def guideline(self) -> None:
        """Show what the label in hand means, or all labels of the layer that is asked for."""
        self._hand.workspace.show_guideline()

    def escape(self) -> None:
        """Let go of what is dragged, the question, the side page, the selection, the mark."""
        hand = self._hand
        if hand.pane.cancel_drag():
            return
        if hand.question:
            hand.let_go()
        elif hand.workspace.side.page():
            hand.workspace.show_inspector()
        elif hand.selection() is not None:
            hand.pane.clear_selection()
        else:
            hand.pane.focus_mark("")
