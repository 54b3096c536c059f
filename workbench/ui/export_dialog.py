"""What to export: the format, whose work, and whether unfinished layers go along."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QWidget,
)

from workbench.formats.registry import writable
from workbench.operations.choosing import Which, Whose
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import translate

# What each format is for; one that is not named here goes by its id alone.
FORMATS: dict[str, Any] = {
    "jsonl": QT_TRANSLATE_NOOP("formats", "JSON lines: everything, nothing lost"),
    "spacy": QT_TRANSLATE_NOOP("formats", "spaCy DocBin: for training"),
    "brat": QT_TRANSLATE_NOOP("formats", "brat: texts and marks in folders"),
    "label-studio": QT_TRANSLATE_NOOP("formats", "Label Studio: tasks with the work of all"),
    "doccano": QT_TRANSLATE_NOOP("formats", "doccano: JSON lines for each person"),
    "prodigy": QT_TRANSLATE_NOOP("formats", "Prodigy: JSON lines with tokens"),
    "w3c": QT_TRANSLATE_NOOP("formats", "W3C Web Annotation: linked data"),
    "csv": QT_TRANSLATE_NOOP("formats", "CSV: a table with a row for each span"),
    "html": QT_TRANSLATE_NOOP("formats", "HTML: a page to read or print"),
    "conll": QT_TRANSLATE_NOOP("formats", "CoNLL: tokens with tags, a file for each layer"),
    "conllu-plus": QT_TRANSLATE_NOOP("formats", "CoNLL-U Plus: tokens with spans that overlap"),
    "parquet": QT_TRANSLATE_NOOP("formats", "Parquet: for data tools"),
    "cas-json": QT_TRANSLATE_NOOP("formats", "UIMA CAS, as JSON"),
    "cas-xmi": QT_TRANSLATE_NOOP("formats", "UIMA CAS, as XMI"),
}


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """Where to write, in which format, and whose article-layers."""

    out: Path
    format: str
    status: Which
    whose: Whose
    pseudonyms: bool


class ExportDialog(QDialog):
    """Asks for the format, whose work, and the status of what is exported."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._format, self._whose = QComboBox(self), QComboBox(self)
        for name in writable():
            self._format.addItem(translate("formats", FORMATS.get(name, name)), name)
        self._format.setAccessibleName(self.tr("Format"))
        for text, whose in (
            (self.tr("What people annotated"), "people"),
            (self.tr("Gold: what was adjudicated"), "gold"),
            (self.tr("What suggesters proposed"), "suggestions"),
        ):
            self._whose.addItem(text, whose)
        self._whose.setAccessibleName(self.tr("Whose work"))
        self._any = QCheckBox(self.tr("Also layers that are not done"), self)
        self._pseudonyms = QCheckBox(self.tr("Call people by numbers"), self)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(self.tr("Format"), self._format)
        layout.addRow(self.tr("Whose work"), self._whose)
        layout.addRow("", self._any)
        layout.addRow("", self._pseudonyms)
        layout.addRow(
            plain_label(self.tr("A receipt says what the format could not hold."), "muted")
        )
        layout.addRow(buttons)

    def format(self) -> str:
        """The chosen format's name."""
        return str(self._format.currentData())

    def answer(self, out: Path) -> ExportAnswer:
        """What was chosen, to be written there."""
        return ExportAnswer(
            out,
            self.format(),
            status="any" if self._any.isChecked() else "done",
            whose=cast("Whose", self._whose.currentData()),
            pseudonyms=self._pseudonyms.isChecked(),
        )
