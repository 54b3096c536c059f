"""The inspector: what is known of the mark in hand, and the fields that change it.

Showing something never emits a change, and text half typed is committed for the annotation that it
was typed for before another is shown.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import Scheme
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.inspector.annotation_form import (
    AnnotationForm,
    RelationRow,
    guideline_of,
)
from workbench.ui.annotate.inspector.overview import Known, Overview
from workbench.ui.annotate.inspector.reasons import reason_said
from workbench.ui.farewell import part_with


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
    unrelate_wanted = Signal(object)  # Relation
    values_wanted = Signal(str, str)  # layer, attribute
    article_label_changed = Signal(str, tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMinimumWidth(260)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Inspector"))
        self._form: AnnotationForm | None = None
        self._overview: Overview | None = None
        self._turn_to(_page()[0])

    # --- what is shown

    def show_overview(self, known: Known, scheme: Scheme) -> None:
        """The labels of the article, and all its marks in their order."""
        self._commit()
        page = self._overview
        if page is None or page.scheme != scheme:
            page = self._new_overview(scheme)
        page.show_known(known)
        self._turn_to(page)

    def show_annotation(
        self, annotation: Annotation, relations: Sequence[RelationRow], scheme: Scheme
    ) -> None:
        """One annotation with everything that can be said of it."""
        if self._form is None or not self._form.fits(annotation, scheme):
            self._commit()
            form = AnnotationForm(annotation, scheme)
            form.show_values(annotation, relations)
            self._connect(form)
            self._turn_to(form)
            self._form = form
        else:
            self._form.show_values(annotation, relations)

    def show_suggestion(self, suggestion: Suggestion, scheme: Scheme) -> None:
        """One suggestion: who proposes it, how surely, and why."""
        self._commit()
        label = scheme.label(suggestion.layer, suggestion.label)
        page, layout = _page()
        layout.addWidget(plain_label(self.tr("Suggestion"), "section"))
        layout.addWidget(plain_label(suggestion.quote, "heading"))
        layout.addWidget(plain_label(f"{scheme.layer(suggestion.layer).name} · {label.name}"))
        layout.addWidget(plain_label(self._how_sure(suggestion.score), "muted"))
        made = self.tr("Made by {}, version {}").format(suggestion.suggester, suggestion.model)
        layout.addWidget(plain_label(made, "muted"))
        if suggestion.reason:
            layout.addWidget(plain_label(reason_said(suggestion.reason), "muted"))
        for name, value in suggestion.attributes.items():
            layout.addWidget(plain_label(f"{name}: {value}"))
        layout.addLayout(self._verdict())
        layout.addSpacing(6)
        layout.addLayout(guideline_of(label, self.tr("Guideline")))
        layout.addStretch(1)
        self._turn_to(page)

    def offer(self, layer: str, attribute: str, values: Sequence[str]) -> None:
        """Complete what is typed for an attribute of a layer from these values."""
        if self._form is not None:
            self._form.offer(layer, attribute, values)

    # --- keys

    def focus_note(self) -> None:
        """Go to the note."""
        if self._form is not None:
            self._form.focus_note()

    def focus_unsure(self) -> None:
        """Go to the question to the reviewer."""
        if self._form is not None:
            self._form.focus_unsure()

    def focus_attributes(self) -> None:
        """Go to the first attribute."""
        if self._form is not None:
            self._form.focus_attributes()

    # --- parts

    def _new_overview(self, scheme: Scheme) -> Overview:
        """The page for a scheme, which stays; that of another scheme goes."""
        old, self._overview = self._overview, Overview(scheme)
        if old is not None and old is not self.widget():
            part_with(old)
        self._overview.mark_chosen.connect(self.mark_chosen)
        self._overview.article_label_changed.connect(self.article_label_changed)
        return self._overview

    def _connect(self, form: AnnotationForm) -> None:
        form.label_changed.connect(self.label_changed)
        form.attribute_changed.connect(self.attribute_changed)
        form.note_changed.connect(self.note_changed)
        form.unsure_changed.connect(self.unsure_changed)
        form.delete_wanted.connect(self.delete_wanted)
        form.unrelate_wanted.connect(self.unrelate_wanted)
        form.values_wanted.connect(self.values_wanted)

    def _turn_to(self, page: QWidget) -> None:
        """Show a finished page in the place of the last one, which goes unless it is to stay."""
        self._form = None
        old = self.widget()
        if old is page:
            return
        if old is not None and old is not self._overview:
            part_with(old)
        self.takeWidget()
        self.setWidget(page)

    def _how_sure(self, score: float) -> str:
        """A score in words and in percent."""
        in_words = (
            (90, self.tr("Almost certain · {} %")),
            (70, self.tr("Likely · {} %")),
            (50, self.tr("Rather likely · {} %")),
            (0, self.tr("Doubtful · {} %")),
        )
        percent = round(100 * score)
        return next(said for least, said in in_words if percent >= least).format(percent)

    def _verdict(self) -> QHBoxLayout:
        """The two buttons below a suggestion."""
        row = QHBoxLayout()
        accept, reject = QPushButton(self.tr("Accept")), QPushButton(self.tr("Reject"))
        accept.setProperty("primary", True)
        accept.clicked.connect(self.accept_wanted)
        reject.clicked.connect(self.reject_wanted)
        row.addWidget(accept)
        row.addWidget(reject)
        row.addStretch(1)
        return row

    def _commit(self) -> None:
        """Say what was typed and not said yet."""
        page = self.widget()
        if isinstance(page, AnnotationForm | Overview):
            page.commit()


def _page() -> tuple[QFrame, QVBoxLayout]:
    """An empty page and its layout; it is shown once it is full."""
    page = QFrame()
    page.setProperty("role", "panel")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(16, 14, 16, 14)
    layout.setSpacing(8)
    return page, layout
