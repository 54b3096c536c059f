"""What to export: the format, and whether unfinished layers go along."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """Where to write, in which format, and which article-layers."""

    out: Path
    format: str
    status: Literal["done", "any"]


class ExportDialog(QDialog):
    """Asks for the format and the status of what is exported."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._format = QComboBox(self)
        self._format.addItem(self.tr("JSON lines: everything, nothing lost"), "jsonl")
        self._format.addItem(self.tr("spaCy DocBin: for training"), "spacy")
        self._format.setAccessibleName(self.tr("Format"))
        self._any = QCheckBox(self.tr("Also layers that are not done"), self)
        note = QLabel(self.tr("A receipt says what the format could not hold."), self)
        note.setProperty("role", "muted")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(self.tr("Format"), self._format)
        layout.addRow("", self._any)
        layout.addRow(note)
        layout.addRow(buttons)

    def format(self) -> str:
        """The chosen format's name."""
        return str(self._format.currentData())

    def status(self) -> Literal["done", "any"]:
        """Which article-layers go."""
        return "any" if self._any.isChecked() else "done"
