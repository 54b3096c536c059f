"""What the labels of a pipeline mean here: a choice for each, with a look at what comes of it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.suggester_source import SuggesterSource, pipeline_source
from workbench.ui.annotate.fields import plain_label
from workbench.ui.jobs import Jobs
from workbench.ui.session import Session
from workbench.ui.suggesters.preview_list import PreviewList
from workbench.ui.suggesters.rule_dialog import choice_of, terms_of


class LabelsDialog(QDialog):
    """Asks for the name of a pipeline and what each of its labels means."""

    def __init__(
        self,
        source: SuggesterSource,
        labels: Sequence[str],
        session: Session,
        lookups: Jobs,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What its labels mean"))
        self.setMinimumSize(520, 560)
        self._given = source
        self._name = QLineEdit(source.name, self)
        self._name.setAccessibleName(self.tr("Name"))
        entries = [(self.tr("nothing"), ""), *terms_of(session.scheme)]
        self._choices = {label: choice_of(entries, self) for label in labels}
        self.preview = PreviewList(session, lookups, self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._lay_out()
        self._connect()
        self._look()

    def source(self) -> SuggesterSource:
        """The pipeline with the labels that are chosen now."""
        chosen = {label: str(field.currentData()) for label, field in self._choices.items()}
        meant = {label: term for label, term in chosen.items() if term}
        spec = self._given.spec
        made = pipeline_source(
            self._name.text().strip(),
            labels=meant,
            package=spec.get("package", ""),
            folder=spec.get("folder", ""),
        )
        return replace(made, layers=made.layers or self._given.layers)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        form = QFormLayout(inner)
        for label, field in self._choices.items():
            field.setAccessibleName(label)
            field.setCurrentIndex(max(0, field.findData(self._given.spec["labels"].get(label, ""))))
            form.addRow(plain_label(label), field)
        scrolled = QScrollArea(self)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidget(inner)
        head = QFormLayout()
        head.addRow(self.tr("Name"), self._name)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(10)
        rows.addLayout(head)
        rows.addWidget(scrolled, 3)
        rows.addWidget(self.preview, 2)
        rows.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._name.textChanged.connect(self._look)
        for field in self._choices.values():
            field.currentIndexChanged.connect(self._look)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.preview.judged.connect(ok.setEnabled)

    def _look(self) -> None:
        source = self.source()
        self.preview.look_for(source if source.name and source.terms else None)
