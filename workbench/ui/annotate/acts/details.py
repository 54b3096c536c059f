"""What is said of one annotation: attributes, note, question, its fragments, its end."""

from collections.abc import Callable

from workbench.domain.span import joined
from workbench.operations import annotating, completing
from workbench.ui.annotate.choosing import asking, keys
from workbench.ui.annotate.hand import Hand


class DetailActs:
    """Says more of the annotation in hand, by keys or in the inspector."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        hand.on_answer("attribute", self._set_attribute)
        inspector = hand.workspace.inspector
        inspector.label_changed.connect(self._on_label_changed)
        inspector.attribute_changed.connect(self._on_attribute_changed)
        inspector.note_changed.connect(self._on_note_changed)
        inspector.unsure_changed.connect(self._on_unsure_changed)
        inspector.delete_wanted.connect(self.delete)
        inspector.values_wanted.connect(self._look_up_values)

    def attributes(self) -> None:
        """Set the attributes of the annotation in hand by digits, one after the other."""
        asking.ask_attributes(self._hand)

    def note(self) -> None:
        """Go to the note of the annotation in hand."""
        if self._hand.annotation() is not None:
            self._hand.workspace.show_inspector()
            self._hand.workspace.inspector.focus_note()

    def unsure(self) -> None:
        """Go to the question of the annotation in hand."""
        if self._hand.annotation() is not None:
            self._hand.workspace.show_inspector()
            self._hand.workspace.inspector.focus_unsure()

    def delete(self) -> None:
        """Delete the annotation in hand."""
        annotation = self._hand.annotation()
        if annotation is not None:
            self._hand.session.do(annotating.delete, annotation=annotation)

    def fragment(self) -> None:
        """Add the selection to the annotation that was in hand last as a further fragment."""
        annotation, span = self._hand.annotation(), self._hand.selection()
        if annotation is not None and span is not None:
            fragments = joined((*annotation.fragments, span))
            self._hand.session.do(annotating.move, annotation=annotation, fragments=fragments)

    def _set_attribute(self, question: keys.Question, choice: keys.Choice) -> None:
        annotation = self._hand.annotation()
        if annotation is None:
            self._hand.let_go()
            return
        self._hand.session.do(
            annotating.set_attribute,
            annotation=annotation,
            attribute=question.about,
            value=choice.value,
        )
        asking.ask_next(self._hand)

    def _look_up_values(self, layer: str, attribute: str) -> None:
        """Offer what the attribute says elsewhere in the project."""
        project, inspector = self._hand.session.project, self._hand.workspace.inspector
        self._hand.lookups.run(
            "values",
            lambda _: completing.values_of(project, layer=layer, attribute=attribute),
            then=lambda values: inspector.offer(layer, attribute, values),
        )

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
        """Change the annotation that the inspector shows, which may no longer be in hand."""
        annotation = self._hand.workspace.inspected
        if annotation is not None:
            self._hand.session.do(operation, annotation=annotation, **values)  # type: ignore[arg-type]
