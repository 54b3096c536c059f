"""Suggestions: walk them, accept, turn down; each verdict moves on to the next."""

from workbench.operations import accepting
from workbench.ui.annotate.hand import Hand


class GhostActs:
    """Decides on suggestions."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        hand.workspace.inspector.accept_wanted.connect(self.accept)
        hand.workspace.inspector.reject_wanted.connect(self.reject)

    def accept(self) -> None:
        """Take what is offered: the likely answer to a question, else the suggestion in hand."""
        suggestion = self._hand.suggestion()
        if self._hand.take_offer() or suggestion is None:
            return
        if self._hand.session.do(accepting.accept, suggestion=suggestion) is not None:
            self.next_ghost()

    def reject(self) -> None:
        """Turn the suggestion in hand down, and go to the next."""
        suggestion = self._hand.suggestion()
        if suggestion is None:
            return
        if self._hand.session.do(accepting.reject, suggestion=suggestion) is not None:
            self.next_ghost()

    def next_ghost(self) -> None:
        """Go to the next suggestion."""
        self._hand.pane.next_mark(1, "ghost")

    def previous_ghost(self) -> None:
        """Go to the suggestion before."""
        self._hand.pane.next_mark(-1, "ghost")
