"""Marking: a letter picks the layer, a digit the label, Space the same label again.

A label that needs more asks for it at once: the values of its required attributes, then the other
end of the relation that it cannot be without.
"""

from workbench.domain.scheme import Layer
from workbench.domain.span import Span
from workbench.domain.trimming import quoted_whole
from workbench.operations import accepting, annotating
from workbench.ui.annotate.choosing import asking, keys
from workbench.ui.annotate.hand import Hand
from workbench.ui.language import translate


class LabelActs:
    """Gives labels to selections, suggestions and annotations."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        hand.on_answer(
            "label", lambda question, choice: self.use_label(question.about, choice.value)
        )
        hand.on_answer("idle", lambda _, choice: self._use_digit(choice.value))

    def layer_entity(self) -> None:
        """Wait for the digit of an entity label."""
        self._wait_for_label("entity")

    def layer_claim(self) -> None:
        """Wait for the digit of a claim label."""
        self._wait_for_label("claim")

    def layer_event(self) -> None:
        """Wait for the digit of an event label."""
        self._wait_for_label("event")

    def layer_framing(self) -> None:
        """Wait for the digit of a framing label."""
        self._wait_for_label("framing")

    def same_label(self) -> None:
        """Mark with the label used last; while a question waits, pass over it."""
        if self._hand.question:
            asking.ask_next(self._hand)
        elif self._hand.recent is not None:
            self.use_label(*self._hand.recent)

    def use_label(self, layer: str, label: str) -> None:
        """Mark the selection with a label, or give it to the mark in hand."""
        hand = self._hand
        span, suggestion, annotation = hand.selection(), hand.suggestion(), hand.annotation()
        hand.recent = (layer, label)
        hand.let_go()
        if span is not None:
            self._mark(span, layer, label)
        elif suggestion is not None:
            changes = hand.session.do(
                accepting.accept, suggestion=suggestion, layer=layer, label=label
            )
            if changes is not None:
                hand.pane.next_mark(1, "ghost")
        elif annotation is not None:
            hand.session.do(annotating.relabel, annotation=annotation, layer=layer, label=label)
            asking.ask_for_the_rest(self._hand)

    def _wait_for_label(self, layer: str) -> None:
        """Wait for a label's digit, where the scheme has the layer."""
        found = self._layer(layer)
        if found is not None:
            self._hand.wait_for(keys.for_label(found))
        else:
            self._hand.hint.emit(translate("LabelActs", "The scheme has no such layer."))

    def _use_digit(self, digit: str) -> None:
        layer = self._layer_in_hand()
        choice = keys.for_label(layer).answer(digit) if layer else None
        if layer is not None and choice is not None:
            self.use_label(layer.id, choice.value)

    def _layer_in_hand(self) -> Layer | None:
        """The layer that a digit alone means: that of the mark in hand, else the last one."""
        hand = self._hand
        mark = hand.annotation() or hand.suggestion()
        if mark is not None and hand.selection() is None:
            return hand.scheme.layer(mark.layer)
        return self._layer(hand.recent[0]) if hand.recent else None

    def _layer(self, layer: str) -> Layer | None:
        """A layer of the scheme as it is now, which may have lost it."""
        return next((each for each in self._hand.scheme.layers if each.id == layer), None)

    def _mark(self, span: Span, layer: str, label: str) -> None:
        pane = self._hand.pane
        if layer == "claim" and not pane.selects_raw():
            span = quoted_whole(pane.text(), span)
        changes = self._hand.session.do(
            annotating.annotate,
            article=self._hand.session.article,
            span=span,
            layer=layer,
            label=label,
        )
        if changes is not None:
            (id,) = changes.ids("annotation")
            pane.focus_mark(id)
            asking.ask_for_the_rest(self._hand)
