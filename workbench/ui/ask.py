"""Every question that stops the window, behind one seam: tests answer in the user's place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QWidget,
)

from workbench.domain.annotator import Annotator
from workbench.operations.projects import with_suffix
from workbench.ui.farewell import part_with
from workbench.ui.language import translate
from workbench.ui.people_dialog import PeopleDialog, PersonAnswer


class Ask:
    """Asks the person; an empty answer means that they changed their mind."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def project_to_open(self) -> Path | None:
        """Which project to open."""
        filters = translate("Ask", "Projects (*.workbench)")
        name, _ = QFileDialog.getOpenFileName(
            self._parent, translate("Ask", "Open a project"), "", filters
        )
        return Path(name) if name else None

    def project_to_make(self) -> Path | None:
        """Where to make a project."""
        return self._project_to_write(translate("Ask", "New project"), "news.workbench")

    def _project_to_write(self, title: str, suggested: str) -> Path | None:
        """Where to make a file of ours, with the ending that those have."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent, title, suggested, translate("Ask", "Projects (*.workbench)")
        )
        return with_suffix(Path(name)) if name else None

    def files_to_import(self) -> list[Path]:
        """Which files to take in."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, translate("Ask", "Import articles"))
        return [Path(name) for name in names]

    def pipeline_folder(self) -> Path | None:
        """Which folder holds a pipeline."""
        name = QFileDialog.getExistingDirectory(self._parent, translate("Ask", "Pipeline folder"))
        return Path(name) if name else None

    def file_to_write(self, suggested: str) -> Path | None:
        """Where to write a corpus."""
        name, _ = QFileDialog.getSaveFileName(self._parent, translate("Ask", "Export"), suggested)
        return Path(name) if name else None

    def picture_to_write(self, suggested: str) -> Path | None:
        """Where to write a picture, and by the ending of its name in which format."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent,
            translate("Ask", "Save the picture"),
            suggested,
            translate("Ask", "Pictures (*.png *.svg)"),
        )
        return Path(name) if name else None

    def share_to_write(self, name: str) -> Path | None:
        """Where to write a person's share."""
        return self._project_to_write(translate("Ask", "Hand out"), f"{name}.workbench")

    def copies_to_merge(self) -> list[Path]:
        """Which copies of the project to merge with it."""
        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            translate("Ask", "Merge copies"),
            "",
            translate("Ask", "Projects (*.workbench)"),
        )
        return [Path(name) for name in names]

    def person(self, known: Sequence[Annotator], present: str) -> PersonAnswer | None:
        """Who works on from now: one of those known, or a new name, and in which role."""
        dialog = PeopleDialog(known, present, self._parent)
        agreed, answer = dialog.exec(), dialog.answer()
        part_with(dialog)
        return answer if agreed and answer.name else None

    def place_of_export(self, format: str, *, parted: bool = False) -> Path | None:
        """Where to write a corpus; a folder that holds something is not replaced unasked.

        One that is parted is a folder in every format.
        """
        from workbench.formats.registry import find_writable  # noqa: PLC0415

        kind = find_writable(format)
        suffix = "" if parted or kind.folder else kind.suffix
        out = self.file_to_write(f"corpus{suffix}")
        if out is None or not out.is_dir() or not any(out.iterdir()):
            return out
        question = translate("Ask", "“{}” holds files. An earlier export there is replaced.")
        return out if self.sure(question.format(out.name)) else None

    def text(self, question: str, present: str = "") -> str:
        """A line of text."""
        answer, given = QInputDialog.getText(self._parent, "Workbench", question, text=present)
        return answer.strip() if given else ""

    def sure(self, question: str) -> bool:
        """Whether something that takes work away is wanted."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Workbench", question, parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        wanted = box.addButton(translate("Ask", "Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is wanted

    def answered(self, dialog: QDialog) -> bool:
        """Whether a dialog that asks more than one thing was agreed to."""
        return bool(dialog.exec())

    def color(self, present: str) -> str:
        """A colour as `#rrggbb`."""
        color = QColorDialog.getColor(QColor(present), self._parent, translate("Ask", "Colour"))
        return color.name() if color.isValid() else ""

    def scheme_to_read(self) -> Path | None:
        """Which scheme file to read."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent,
            translate("Ask", "Import a scheme"),
            "",
            translate("Ask", "Schemes (*.yaml *.yml)"),
        )
        return Path(name) if name else None
