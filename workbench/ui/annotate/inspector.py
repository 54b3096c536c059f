"""The inspector: what is known of the mark in hand, and the fields that change it.

Showing something never emits a change, and text half typed is committed for the annotation that it
was typed for before another is shown.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import Attribute, Label, Scheme
from workbench.domain.suggestion import Suggestion

_LISTED = 400  # marks in the overview


class Inspector(QScrollArea):
    """Shows one annotation, one suggestion, or all marks of the article."""

    mark_chosen = Signal(str)
    label_changed = Signal(str, str)
    attribute_changed = Signal(str, str)
    note_changed = Signal(str)
    unsure_changed = Signal(str)
    delete_wanted = Signal()
    accept_wanted = Signal()
    reject_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMinimumWidth(260)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Inspector"))
        self._shown: object = None
        self._note: QPlainTextEdit | None = None
        self._unsure: QLineEdit | None = None
        self._first_attribute: QWidget | None = None
        self._was = ("", "")
        self._begin()

    # --- what is shown

    def show_overview(
        self, annotations: Sequence[Annotation], suggestions: Sequence[Suggestion], scheme: Scheme
    ) -> None:
        """All marks of the article, in its order."""
        self._commit()
        layout = self._begin()
        listed: list[tuple[str, Sequence[Annotation | Suggestion]]] = [
            (self.tr("Annotations"), annotations),
            (self.tr("Suggestions"), suggestions),
        ]
        for head, marks in listed:
            layout.addWidget(_label(f"{head} · {len(marks)}", "section"))
            ordered = sorted(marks, key=lambda mark: mark.span)[:_LISTED]
            for mark in ordered:
                layout.addWidget(self._mark_button(mark, scheme.label(mark.layer, mark.label)))
            layout.addSpacing(10)
        layout.addStretch(1)

    def show_annotation(
        self, annotation: Annotation, relations: Sequence[tuple[str, str]], scheme: Scheme
    ) -> None:
        """One annotation with everything that can be said of it."""
        shown = (annotation, tuple(relations), scheme.version)
        if shown == self._shown:
            return
        self._commit()
        label = scheme.label(annotation.layer, annotation.label)
        layout = self._begin()
        self._shown = shown
        layout.addWidget(_label(annotation.quote, "heading"))
        layout.addWidget(self._label_choice(annotation, scheme))
        layout.addLayout(self._attributes(annotation, scheme))
        if relations:
            layout.addWidget(_label(self.tr("Relations"), "section"))
            for name, quote in relations:
                layout.addWidget(_label(f"{name} → {quote}", ""))
        self._texts(layout, annotation)
        delete = QPushButton(self.tr("Delete"), self)
        delete.clicked.connect(self.delete_wanted)
        layout.addWidget(delete, alignment=Qt.AlignmentFlag.AlignLeft)
        self._guideline(layout, label)
        layout.addStretch(1)

    def show_suggestion(self, suggestion: Suggestion, scheme: Scheme) -> None:
        """One suggestion: who proposes it, how surely, and why."""
        self._commit()
        label = scheme.label(suggestion.layer, suggestion.label)
        layout = self._begin()
        layout.addWidget(_label(self.tr("Suggestion"), "section"))
        layout.addWidget(_label(suggestion.quote, "heading"))
        layout.addWidget(_label(f"{scheme.layer(suggestion.layer).name} · {label.name}", ""))
        sure = self.tr("{} · {} % sure").format(suggestion.suggester, round(100 * suggestion.score))
        layout.addWidget(_label(sure, "muted"))
        if suggestion.reason:
            layout.addWidget(_label(suggestion.reason, "muted"))
        for name, value in suggestion.attributes.items():
            layout.addWidget(_label(f"{name}: {value}", ""))
        row = QHBoxLayout()
        accept, reject = QPushButton(self.tr("Accept"), self), QPushButton(self.tr("Reject"), self)
        accept.setProperty("primary", True)
        accept.clicked.connect(self.accept_wanted)
        reject.clicked.connect(self.reject_wanted)
        row.addWidget(accept)
        row.addWidget(reject)
        row.addStretch(1)
        layout.addLayout(row)
        self._guideline(layout, label)
        layout.addStretch(1)

    # --- keys

    def focus_note(self) -> None:
        """Go to the note."""
        if self._note is not None:
            self._note.setFocus()

    def focus_unsure(self) -> None:
        """Go to the question to the reviewer."""
        if self._unsure is not None:
            self._unsure.setFocus()

    def focus_attributes(self) -> None:
        """Go to the first attribute."""
        if self._first_attribute is not None:
            self._first_attribute.setFocus()

    # --- parts

    def _begin(self) -> QVBoxLayout:
        """An empty page; what was on the last one goes with it."""
        self._shown = self._note = self._unsure = self._first_attribute = None
        page = QFrame(self)
        page.setProperty("role", "panel")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(page)
        return layout

    def _mark_button(self, mark: Annotation | Suggestion, label: Label) -> QPushButton:
        button = QPushButton(self)
        text = button.fontMetrics().elidedText(
            f"{label.name}: {mark.quote}".replace("\n", " ").replace("&", "&&"),
            Qt.TextElideMode.ElideRight,
            236,
        )
        button.setText(text)
        button.setFlat(True)
        button.setStyleSheet("text-align: left; padding: 3px 6px;")
        button.setAccessibleName(f"{label.name}: {mark.quote}")
        button.clicked.connect(lambda _=False, chosen=mark.id: self.mark_chosen.emit(chosen))
        return button

    def _label_choice(self, annotation: Annotation, scheme: Scheme) -> QComboBox:
        """The labels of all layers, with the annotation's chosen."""
        combo = QComboBox(self)
        combo.setAccessibleName(self.tr("Label"))
        for layer in scheme.layers:
            for label in layer.labels:
                combo.addItem(f"{layer.name} · {label.name}", (layer.id, label.id))
                if (layer.id, label.id) == (annotation.layer, annotation.label):
                    combo.setCurrentIndex(combo.count() - 1)
        combo.activated.connect(lambda place: self.label_changed.emit(*combo.itemData(place)))
        return combo

    def _attributes(self, annotation: Annotation, scheme: Scheme) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for attribute in scheme.layer(annotation.layer).attributes_of(annotation.label):
            value = annotation.attributes.get(attribute.id, "")
            if attribute.folded and not value:
                continue
            editor = self._editor(attribute, value)
            editor.setToolTip(attribute.help)
            editor.setAccessibleName(attribute.name)
            missing = attribute.required and not value
            form.addRow(_label(attribute.name + (" •" if missing else ""), "muted"), editor)
            self._first_attribute = self._first_attribute or editor
        return form

    def _editor(self, attribute: Attribute, value: str) -> QWidget:
        """A list of values, or a line of text."""
        name = attribute.id
        if attribute.type != "choice":
            line = QLineEdit(value, self)
            line.editingFinished.connect(lambda: self._line_done(name, value, line.text()))
            return line
        combo = QComboBox(self)
        combo.addItem(self.tr("unset"), "")
        for choice in attribute.values:
            combo.addItem(choice, choice)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.activated.connect(
            lambda place: self.attribute_changed.emit(name, combo.itemData(place))
        )
        return combo

    def _line_done(self, name: str, before: str, text: str) -> None:
        if text != before:
            self.attribute_changed.emit(name, text)

    def _texts(self, layout: QVBoxLayout, annotation: Annotation) -> None:
        """The note and the question."""
        self._was = (annotation.note, annotation.unsure)
        self._note = QPlainTextEdit(annotation.note, self)
        self._note.setPlaceholderText(self.tr("Note"))
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(72)
        self._note.installEventFilter(self)
        self._unsure = QLineEdit(annotation.unsure, self)
        self._unsure.setPlaceholderText(self.tr("Unsure? A question to the reviewer"))
        self._unsure.setAccessibleName(self.tr("Question to the reviewer"))
        self._unsure.editingFinished.connect(self._commit)
        layout.addWidget(self._note)
        layout.addWidget(self._unsure)

    def _guideline(self, layout: QVBoxLayout, label: Label) -> None:
        """What the label means, where it is chosen."""
        layout.addSpacing(6)
        layout.addWidget(_label(self.tr("Guideline"), "section"))
        for text in (label.guideline, label.border):
            if text:
                layout.addWidget(_label(text, ""))
        for example in label.examples:
            layout.addWidget(_label(f"+ {example}", "muted"))
        if label.counter_example:
            layout.addWidget(_label(f"− {label.counter_example}", "muted"))

    # --- committing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit the note when it is left, or with Ctrl+Enter."""
        if watched is self._note:
            if event.type() == QEvent.Type.FocusOut:
                self._commit()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self._commit()
                    return True
        return super().eventFilter(watched, event)

    def _commit(self) -> None:
        """Say what was typed and not said yet."""
        if self._note is None or self._unsure is None:
            return
        note, unsure = self._note.toPlainText(), self._unsure.text()
        (note_before, unsure_before), self._was = self._was, (note, unsure)
        if note != note_before:
            self.note_changed.emit(note)
        if unsure != unsure_before:
            self.unsure_changed.emit(unsure)


def _label(text: str, role: str) -> QLabel:
    """A label that shows text as it is, and wraps."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
