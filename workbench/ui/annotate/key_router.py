"""Keys pressed in the text to annotate.

Tab goes from suggestion to suggestion here; F6 leaves the pane. Digits answer the question that
waits; whatever else is done lets go of it, but for the keys that answer, pass over or page it.
"""

from workbench.ui.annotate.hand import Hand
from workbench.ui.commands import COMMANDS, ChangedKeys, Command
from workbench.ui.dispatch import Dispatch
from workbench.ui.key_filter import KeyFilter

_ANSWERING = frozenset({"accept", "same_label", "escape", "article_labels"})


class KeyRouter(KeyFilter):
    """Listens for the commands of the text, which act on what is in hand."""

    def __init__(self, hand: Hand, dispatch: Dispatch, changed: ChangedKeys) -> None:
        super().__init__(hand.pane, dispatch, (c for c in COMMANDS if c.in_pane), changed)
        self._hand = hand

    def means_now(self, command: Command) -> bool:
        """Borders move only while an annotation is in hand."""
        return not command.on_annotation or self._hand.annotation() is not None

    def answer(self, digit: str) -> None:
        """Answer the question that waits."""
        self._hand.answer(digit)

    def turn_to(self, command: Command | None) -> None:
        """Let go of the question that waits, unless this belongs to it."""
        if command is None or command.id not in _ANSWERING:
            self._hand.let_go()
