"""Near-duplicates: unfolded and folded in the article list."""

from workbench.ui.annotate.hand import Hand


class TwinActs:
    """Unfolds near-duplicates."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def fold_twins(self) -> None:
        """Unfold the near-duplicates of the article in hand, or fold them."""
        self._hand.workspace.list.turn_twins()

    def fold_all_twins(self) -> None:
        """Unfold all near-duplicates, or fold all."""
        self._hand.workspace.list.turn_all_twins()
