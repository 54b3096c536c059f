"""Borders that move in place, by word or by character; identity, attributes and relations stay.

The end of a claim that reaches the end of a quotation takes the comma or full stop before the
closing mark along, as it does where a claim is marked; by character it goes where it is moved.
"""

from collections.abc import Callable
from dataclasses import replace

from workbench.domain.graphemes import next_grapheme, previous_grapheme
from workbench.domain.span import Fragments, Span, joined
from workbench.domain.trimming import quoted_whole
from workbench.domain.words import (
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
)
from workbench.operations import annotating
from workbench.ui.annotate.hand import Hand

Step = Callable[[str, int], int]


class BorderActs:
    """Moves the outer borders of the annotation in hand."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        hand.pane.border_dragged.connect(self._on_dragged)

    def end_left(self) -> None:
        """Move the end one word to the left."""
        self._move_end(self._to_word(previous_word_end))

    def end_right(self) -> None:
        """Move the end one word to the right."""
        self._move_end(self._to_word(next_word_end))

    def start_left(self) -> None:
        """Move the start one word to the left."""
        self._move_start(previous_word_start)

    def start_right(self) -> None:
        """Move the start one word to the right."""
        self._move_start(next_word_start)

    def end_left_by_character(self) -> None:
        """Move the end one character to the left."""
        self._move_end(previous_grapheme)

    def end_right_by_character(self) -> None:
        """Move the end one character to the right."""
        self._move_end(next_grapheme)

    def start_left_by_character(self) -> None:
        """Move the start one character to the left."""
        self._move_start(previous_grapheme)

    def start_right_by_character(self) -> None:
        """Move the start one character to the right."""
        self._move_start(next_grapheme)

    def _to_word(self, step: Step) -> Step:
        """A step of the end by a word, with the last mark of a quotation where that leads on."""
        annotation = self._hand.annotation()
        if annotation is None or annotation.layer != "claim":
            return step

        def stepped(text: str, end: int) -> int:
            word = step(text, end)
            whole = quoted_whole(text, Span(word, word)).end
            return word if whole == end else whole

        return stepped

    def _move_end(self, step: Step) -> None:
        fragments, text = self._fragments(), self._hand.pane.text()
        if fragments:
            last = fragments[-1]
            self._move((*fragments[:-1], replace(last, end=step(text, last.end))))

    def _move_start(self, step: Step) -> None:
        fragments, text = self._fragments(), self._hand.pane.text()
        if fragments:
            first = fragments[0]
            self._move((replace(first, start=step(text, first.start)), *fragments[1:]))

    def _on_dragged(self, id: str, fragments: Fragments) -> None:
        """Move the borders of a mark to where the mouse let go of them."""
        annotation = self._hand.annotation()
        if annotation is not None and annotation.id == id:
            self._move(fragments)

    def _fragments(self) -> Fragments:
        annotation = self._hand.annotation()
        return annotation.fragments if annotation else ()

    def _move(self, fragments: Fragments) -> None:
        """Give the annotation in hand these fragments; a fragment that shrinks to nothing stays."""
        annotation = self._hand.annotation()
        if annotation is None or any(fragment.start >= fragment.end for fragment in fragments):
            return
        if fragments != annotation.fragments:
            self._hand.session.do(
                annotating.move, annotation=annotation, fragments=joined(fragments)
            )
