"""Who works from now on: one of the people known, or somebody new, annotating or reviewing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.annotator import Annotator, Role


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """A name, known or new, and the role that it works in."""

    name: str
    role: Role


class PeopleDialog(QDialog):
    """Asks for a name and a role."""

    def __init__(self, known: Sequence[Annotator], present: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Work as"))
        self._roles = {person.name: person.role for person in known}
        self._name, self._reviews = QComboBox(self), QCheckBox(self.tr("as a reviewer"), self)
        self._name.setEditable(True)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.addItems(list(self._roles))
        self._name.currentTextChanged.connect(self._show_role)
        self._name.setCurrentText(present)
        self._show_role(present)
        told = QLabel(self)
        told.setText(self.tr("A new name adds a person. Reviewers see and answer questions."))
        told.setWordWrap(True)
        told.setProperty("role", "muted")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        # What is told wraps: in a form, it would get the height that it has at another width.
        form, layout = QFormLayout(), QVBoxLayout(self)
        form.addRow(self.tr("Name"), self._name)
        form.addRow("", self._reviews)
        layout.addLayout(form)
        layout.addWidget(told)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

    def answer(self) -> PersonAnswer:
        """The name and the role that are given now."""
        role: Role = "reviewer" if self._reviews.isChecked() else "annotator"
        return PersonAnswer(self._name.currentText().strip(), role)

    def _show_role(self, name: str) -> None:
        """Show the role of somebody known."""
        self._reviews.setChecked(self._roles.get(name.strip()) == "reviewer")
