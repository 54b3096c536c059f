"""The inspector's page for one annotation: its fields, relations and guideline.

The page stays as long as the annotation keeps its label, and only its values are shown anew. A page
built afresh after each change would take the focus from the field that a person just went to.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.scheme import Attribute, Label, Scheme
from workbench.ui.annotate.fields import ChoiceField, LineField, NoteField, plain_label
from workbench.ui.farewell import empty
from workbench.ui.plain import plain_caption, plain_tip

_RELATION_WIDTH = 230  # pixels

Editor = ChoiceField | LineField


class RelationRow(NamedTuple):
    """A relation that begins at the annotation: its type's name and what it leads to."""

    relation: Relation
    name: str
    quote: str


class AnnotationForm(QFrame):
    """Everything that can be said of one annotation; says what a person changes."""

    label_changed = Signal(str, str)
    attribute_changed = Signal(str, str)
    note_changed = Signal(str)
    unsure_changed = Signal(str)
    delete_wanted = Signal()
    unrelate_wanted = Signal(object)  # Relation
    values_wanted = Signal(str, str)  # layer, attribute

    def __init__(
        self, annotation: Annotation, scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._about = (annotation.id, annotation.layer, annotation.label, scheme)
        self._quote = plain_label("", "heading")
        self._origin = plain_label(self.tr("Carried over from a near-duplicate"), "muted")
        self._answer = plain_label("", "muted")
        self._label = self._label_field(scheme)
        self._form = QFormLayout()
        self._attributes: list[tuple[Attribute, QLabel, Editor]] = []
        self._more = QPushButton(self.tr("More"), self)
        self._relations = QVBoxLayout()
        self._note, self._unsure = NoteField(self), LineField(self)
        self._fill_attributes(scheme.layer(annotation.layer).attributes_of(annotation.label))
        self._set_up_texts()
        self._lay_out(scheme.label(annotation.layer, annotation.label))

    def fits(self, annotation: Annotation, scheme: Scheme) -> bool:
        """Whether this page has the fields of that annotation, and is about it."""
        return self._about == (annotation.id, annotation.layer, annotation.label, scheme)

    def show_values(self, annotation: Annotation, relations: Sequence[RelationRow]) -> None:
        """Show what holds of the annotation now; what is half typed stays."""
        self._quote.setText(annotation.quote)
        self._origin.setVisible(annotation.origin.by == "carried")
        self._label.show_value((annotation.layer, annotation.label))
        for attribute, head, editor in self._attributes:
            value = annotation.attributes.get(attribute.id, "")
            editor.show_value(value)
            named = self._named(attribute, missing=attribute.required and not value)
            head.setText(named)
            editor.setAccessibleName(named)
            # A folded attribute that says something is no longer out of the way.
            if attribute.folded and value:
                self._form.setRowVisible(editor, True)
        self._show_relations(relations)
        self._note.show_value(annotation.note)
        self._unsure.show_value(annotation.unsure)
        self._answer.setText(self.tr("Answer: {}").format(annotation.answer))
        self._answer.setVisible(bool(annotation.answer))

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        for field in (*(editor for _, _, editor in self._attributes), self._note, self._unsure):
            if not isinstance(field, ChoiceField):
                field.commit()

    def offer(self, layer: str, attribute: str, values: Sequence[str]) -> None:
        """Complete what is typed for an attribute of a layer from these values."""
        for known, _, editor in self._attributes:
            if (self._about[1], known.id) == (layer, attribute) and isinstance(editor, LineField):
                editor.offer(values)

    def focus_note(self) -> None:
        """Go to the note."""
        self._note.setFocus()

    def focus_unsure(self) -> None:
        """Go to the question to the reviewer."""
        self._unsure.setFocus()

    def focus_attributes(self) -> None:
        """Go to the first attribute in sight, if there is one."""
        editors = (editor for _, _, editor in self._attributes if editor.isVisibleTo(self))
        first = next(editors, None)
        if first is not None:
            first.setFocus()

    # --- building

    def _label_field(self, scheme: Scheme) -> ChoiceField:
        """The labels of all layers."""
        field = ChoiceField(
            [
                (f"{layer.name} · {label.name}", (layer.id, label.id))
                for layer in scheme.layers
                for label in layer.labels
            ],
            self,
        )
        field.setAccessibleName(self.tr("Label"))
        field.chosen.connect(lambda chosen: self.label_changed.emit(*chosen))
        return field

    def _fill_attributes(self, attributes: tuple[Attribute, ...]) -> None:
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for attribute in attributes:
            head, editor = plain_label("", "muted"), self._editor(attribute)
            # Shown before it has a parent, a label would be a window that takes the keys.
            head.setParent(self)
            editor.setToolTip(plain_tip(attribute.help))
            self._form.addRow(head, editor)
            self._form.setRowVisible(editor, not attribute.folded)
            self._attributes.append((attribute, head, editor))
        self._more.setCheckable(True)
        self._more.setFlat(True)
        self._more.setAccessibleName(self.tr("More attributes"))
        self._more.setVisible(any(attribute.folded for attribute in attributes))
        self._more.toggled.connect(self._unfold)

    def _editor(self, attribute: Attribute) -> Editor:
        """A list of values, or a line of text."""
        name = attribute.id
        if attribute.type == "choice":
            entries = [(self.tr("unset"), ""), *((value, value) for value in attribute.values)]
            choice = ChoiceField(entries, self)
            choice.chosen.connect(lambda value: self.attribute_changed.emit(name, value))
            return choice
        line = LineField(self)
        if attribute.type == "date":
            line.setPlaceholderText(self.tr("YYYY-MM-DD"))
        if attribute.complete == "project":
            layer = self._about[1]
            line.entered.connect(lambda: self.values_wanted.emit(layer, name))
        line.committed.connect(lambda value: self.attribute_changed.emit(name, value))
        return line

    def _named(self, attribute: Attribute, *, missing: bool) -> str:
        return self.tr("{} (required)").format(attribute.name) if missing else attribute.name

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001  # Qt's signal gives it so
        for attribute, _, editor in self._attributes:
            if attribute.folded:
                says = isinstance(editor, LineField) and bool(editor.text())
                says = says or (isinstance(editor, ChoiceField) and editor.currentIndex() != 0)
                self._form.setRowVisible(editor, unfolded or says)

    def _set_up_texts(self) -> None:
        self._note.setPlaceholderText(self.tr("Note"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setFixedHeight(72)
        self._note.committed.connect(self.note_changed)
        self._unsure.setPlaceholderText(self.tr("Unsure? A question to the reviewer"))
        self._unsure.setAccessibleName(self.tr("Question to the reviewer"))
        self._unsure.committed.connect(self.unsure_changed)

    def _lay_out(self, label: Label) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._quote)
        layout.addWidget(self._origin)
        layout.addWidget(self._label)
        layout.addLayout(self._form)
        layout.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._relations)
        for text in (self._note, self._unsure, self._answer):
            layout.addWidget(text)
        delete = QPushButton(self.tr("Delete"), self)
        delete.clicked.connect(self.delete_wanted)
        layout.addWidget(delete, alignment=Qt.AlignmentFlag.AlignLeft)
        self._order_focus(delete)
        layout.addSpacing(6)
        layout.addLayout(guideline_of(label, self.tr("Guideline")))
        layout.addStretch(1)

    def _order_focus(self, last: QWidget) -> None:
        """Let Tab go down the page: the fields were made in another order than they stand in."""
        editors = [editor for _, _, editor in self._attributes]
        for before, after in pairwise(
            [self._label, *editors, self._more, self._note, self._unsure]
        ):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(self._unsure, last)

    def _show_relations(self, relations: Sequence[RelationRow]) -> None:
        empty(self._relations)
        if relations:
            self._relations.addWidget(plain_label(self.tr("Relations"), "section"))
        for row in relations:
            self._relations.addWidget(self._relation_button(row))

    def _relation_button(self, row: RelationRow) -> QPushButton:
        """A relation; pressed, it goes."""
        said = f"{row.name} → {' '.join(row.quote.split())}"
        wide = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, _RELATION_WIDTH)
        button = QPushButton(plain_caption(f"{wide}  ×"), self)
        button.setFlat(True)
        button.setStyleSheet("text-align: left; padding: 3px 6px;")
        button.setAccessibleName(self.tr("Remove the relation {}").format(said))
        button.setToolTip(self.tr("Remove this relation"))
        button.clicked.connect(lambda _=False: self.unrelate_wanted.emit(row.relation))
        return button


def guideline_of(label: Label, head: str) -> QVBoxLayout:
    """What a label means, under a heading: rule, borders, examples, and what is none."""
    layout = QVBoxLayout()
    layout.addWidget(plain_label(head, "section"))
    for text in (label.guideline, label.border):
        if text:
            layout.addWidget(plain_label(text))
    for example in label.examples:
        layout.addWidget(plain_label(f"+ {example}", "muted"))
    if label.counter_example:
        layout.addWidget(plain_label(f"− {label.counter_example}", "muted"))
    return layout
