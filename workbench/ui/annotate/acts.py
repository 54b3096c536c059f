"""The commands of the Annotate workspace, each a method named as in the table of commands.

Most say one operation through the session; some move the focus. What a digit means next is kept by
the machine in `keys`.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from workbench.domain.graphemes import next_grapheme, previous_grapheme
from workbench.domain.scheme import LAYERS, Layer
from workbench.domain.span import Span, fragments_of
from workbench.domain.words import (
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
)
from workbench.operations import accepting, annotating, statuses
from workbench.ui.annotate import keys
from workbench.ui.annotate.workspace import Workspace
from workbench.ui.ask import Ask


class Acts(QObject):
    """Carries out what a person says in the Annotate workspace."""

    pending_changed = Signal()
    hint = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask) -> None:
        super().__init__(workspace)
        self.pending = keys.IDLE
        self._workspace = workspace
        self._session = workspace.session
        self._pane = workspace.pane
        self._ask = ask
        self._recent: tuple[str, str] | None = None
        inspector = workspace.inspector
        inspector.label_changed.connect(self._on_label_changed)
        inspector.attribute_changed.connect(self._on_attribute_changed)
        inspector.note_changed.connect(self._on_note_changed)
        inspector.unsure_changed.connect(self._on_unsure_changed)
        inspector.delete_wanted.connect(self.delete)
        inspector.accept_wanted.connect(self.accept)
        inspector.reject_wanted.connect(self.reject)

    # --- layers, labels, digits

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

    def digit(self, digit: str) -> None:
        """Do what the digit means now: an attribute's value, or a label."""
        if self.pending.mode == "attribute":
            self._set_first_attribute(digit)
            return
        layer = self.pending.layer or self._layer_in_hand()
        label = keys.label_of(layer, digit) if layer else ""
        self._set_pending(keys.IDLE)
        if layer and label:
            self.use_label(layer.id, label)

    def use_label(self, layer: str, label: str) -> None:
        """Mark the selection with a label, or give it to the mark in hand."""
        span, suggestion = self._pane.selection(), self._workspace.suggestion()
        annotation = self._workspace.annotation()
        self._recent = (layer, label)
        self._set_pending(keys.IDLE)
        if span is not None:
            self._mark(span, layer, label)
        elif suggestion is not None:
            self._moving_on(
                lambda: self._session.do(
                    accepting.accept, suggestion=suggestion, layer=layer, label=label
                )
            )
        elif annotation is not None:
            self._session.do(annotating.relabel, annotation=annotation, layer=layer, label=label)

    def same_label(self) -> None:
        """Mark the selection with the label used last."""
        if self._recent is not None:
            self.use_label(*self._recent)

    def _wait_for_label(self, layer: str) -> None:
        self._set_pending(keys.for_label(self._session.scheme.layer(layer)))

    def _layer_in_hand(self) -> Layer | None:
        """The layer that a digit alone means: that of the mark in hand, else the last one."""
        mark = self._workspace.annotation() or self._workspace.suggestion()
        if mark is not None and self._pane.selection() is None:
            return self._session.scheme.layer(mark.layer)
        return self._session.scheme.layer(self._recent[0]) if self._recent else None

    def _mark(self, span: Span, layer: str, label: str) -> None:
        changes = self._session.do(
            annotating.annotate,
            article=self._session.article,
            span=span,
            layer=layer,
            label=label,
        )
        if changes is not None:
            (id,) = changes.ids("annotation")
            self._pane.focus_mark(id)

    def _set_pending(self, pending: keys.Pending) -> None:
        self.pending = pending
        self.pending_changed.emit()

    # --- suggestions

    def accept(self) -> None:
        """Accept the suggestion in hand, and go to the next."""
        suggestion = self._workspace.suggestion()
        if suggestion is not None:
            self._moving_on(lambda: self._session.do(accepting.accept, suggestion=suggestion))

    def reject(self) -> None:
        """Turn the suggestion in hand down, and go to the next."""
        suggestion = self._workspace.suggestion()
        if suggestion is not None:
            self._moving_on(lambda: self._session.do(accepting.reject, suggestion=suggestion))

    def next_ghost(self) -> None:
        """Go to the next suggestion."""
        self._pane.next_mark(1, "ghost")

    def previous_ghost(self) -> None:
        """Go to the suggestion before."""
        self._pane.next_mark(-1, "ghost")

    def _moving_on(self, act: Callable[[], object]) -> None:
        """Do something with the mark in hand, then go to the next suggestion."""
        if act() is not None:
            self._pane.next_mark(1, "ghost")

    # --- the annotation in hand

    def delete(self) -> None:
        """Delete the annotation in hand."""
        annotation = self._workspace.annotation()
        if annotation is not None:
            self._session.do(annotating.delete, annotation=annotation)

    def fragment(self) -> None:
        """Add the selection to the annotation that was in hand last as a further fragment."""
        annotation, span = self._workspace.annotation(), self._pane.selection()
        if annotation is not None and span is not None:
            joined = fragments_of((f.start, f.end) for f in (*annotation.fragments, span))
            self._session.do(annotating.move, annotation=annotation, fragments=joined)

    def attributes(self) -> None:
        """Set the attributes of the annotation in hand by digits, one after the other."""
        annotation = self._workspace.annotation()
        if annotation is not None:
            layer = self._session.scheme.layer(annotation.layer)
            self._set_pending(keys.for_attributes(layer.attributes_of(annotation.label)))

    def _set_first_attribute(self, digit: str) -> None:
        annotation, attribute = self._workspace.annotation(), self.pending.attributes[0]
        value = keys.value_of(attribute, digit)
        if annotation is None or not value:
            return
        following = keys.after_value(self.pending)
        self._session.do(
            annotating.set_attribute, annotation=annotation, attribute=attribute.id, value=value
        )
        self._set_pending(following)

    def note(self) -> None:
        """Go to the note of the annotation in hand."""
        if self._workspace.annotation() is not None:
            self._workspace.inspector.focus_note()

    def unsure(self) -> None:
        """Go to the question of the annotation in hand."""
        if self._workspace.annotation() is not None:
            self._workspace.inspector.focus_unsure()

    def next_annotation(self) -> None:
        """Go to the next annotation."""
        self._pane.next_mark(1, "annotation")

    def previous_annotation(self) -> None:
        """Go to the annotation before."""
        self._pane.next_mark(-1, "annotation")

    # --- borders

    def end_left(self) -> None:
        """Move the end one word to the left."""
        self._move_border(lambda text, s: Span(s.start, previous_word_end(text, s.end)))

    def end_right(self) -> None:
        """Move the end one word to the right."""
        self._move_border(lambda text, s: Span(s.start, next_word_end(text, s.end)))

    def start_left(self) -> None:
        """Move the start one word to the left."""
        self._move_border(lambda text, s: Span(previous_word_start(text, s.start), s.end))

    def start_right(self) -> None:
        """Move the start one word to the right."""
        self._move_border(lambda text, s: Span(next_word_start(text, s.start), s.end))

    def end_left_by_character(self) -> None:
        """Move the end one character to the left."""
        self._move_border(lambda text, s: Span(s.start, previous_grapheme(text, s.end)))

    def end_right_by_character(self) -> None:
        """Move the end one character to the right."""
        self._move_border(lambda text, s: Span(s.start, next_grapheme(text, s.end)))

    def start_left_by_character(self) -> None:
        """Move the start one character to the left."""
        self._move_border(lambda text, s: Span(previous_grapheme(text, s.start), s.end))

    def start_right_by_character(self) -> None:
        """Move the start one character to the right."""
        self._move_border(lambda text, s: Span(next_grapheme(text, s.start), s.end))

    def _move_border(self, moved: Callable[[str, Span], Span]) -> None:
        annotation = self._workspace.annotation()
        if annotation is None or len(annotation.fragments) > 1:
            return
        span = moved(self._pane.text(), annotation.span)
        if span.start < span.end and span != annotation.span:
            self._session.do(annotating.move, annotation=annotation, fragments=(span,))

    # --- the text

    def grow(self) -> None:
        """Widen the selection."""
        self._pane.grow_selection()

    def shrink(self) -> None:
        """Narrow the selection."""
        self._pane.shrink_selection()

    def copy(self) -> None:
        """Copy the selected text."""
        self._pane.copy()

    def escape(self) -> None:
        """Let go of the digit waited for, then of the selection, then of the mark."""
        if self.pending != keys.IDLE:
            self._set_pending(keys.IDLE)
        elif self._pane.selection() is not None:
            self._pane.clear_selection()
        else:
            self._pane.focus_mark("")

    # --- articles

    def next_article(self) -> None:
        """Open the next article."""
        self._step_article(1)

    def previous_article(self) -> None:
        """Open the article before."""
        self._step_article(-1)

    def done_and_next(self) -> None:
        """Mark all layers of the article as done, say what is incomplete, and open the next."""
        article = self._session.article
        if not article:
            return
        gaps = statuses.incomplete(
            self._session.project, annotator=self._session.annotator, article=article
        )
        done = self._session.do(statuses.mark_done, article=article, layers=LAYERS)
        if gaps:
            self.hint.emit(self.tr("Done; incomplete annotations: {}").format(len(gaps)))
        if done is not None:
            self._step_article(1)

    def skip_article(self) -> None:
        """Skip the article with a reason, and open the next."""
        article = self._session.article
        reason = self._ask.text(self.tr("Why is this article skipped?")) if article else ""
        if reason:
            self._session.do(statuses.skip, article=article, layers=LAYERS, reason=reason)
            self._step_article(1)

    def _step_article(self, direction: int) -> None:
        following = self._workspace.list.next_article(direction)
        if following:
            self._session.open_article(following)

    # --- what the inspector says

    def _on_label_changed(self, layer: str, label: str) -> None:
        self._change(annotating.relabel, layer=layer, label=label)

    def _on_attribute_changed(self, attribute: str, value: str) -> None:
        self._change(annotating.set_attribute, attribute=attribute, value=value)

    def _on_note_changed(self, note: str) -> None:
        self._change(annotating.set_note, note=note)

    def _on_unsure_changed(self, question: str) -> None:
        self._change(annotating.set_unsure, question=question)

    def _change(self, operation: Callable[..., object], **values: str) -> None:
        annotation = self._workspace.inspected
        if annotation is not None:
            self._session.do(operation, annotation=annotation, **values)  # type: ignore[arg-type]
