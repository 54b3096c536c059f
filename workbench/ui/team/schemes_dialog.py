"""A copy has another scheme: which of the two is to hold."""

from typing import Literal

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from workbench.operations.merging_work import OtherScheme
from workbench.ui.annotate.fields import plain_label
from workbench.ui.on_screen import begin_with
from workbench.ui.scheme.proposal_dialog import difference_tree

Answer = Literal["ours", "theirs"]


class SchemesDialog(QDialog):
    """Shows in what the scheme of a copy differs, and asks which scheme is to hold."""

    def __init__(self, other: OtherScheme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two schemes"))
        begin_with(self, 720, 520)
        self.answer: Answer = "ours"
        head = self.tr("{} has another scheme than this project").format(other.path.name)
        told = self.tr(
            "With this project's scheme, marks come in as far as it has words for them; the others"
            " are listed before anything is written. Their scheme is shown once more, with what it"
            " does to the work here."
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(plain_label(head, "heading"))
        rows.addWidget(difference_tree(other.difference, self), 1)
        rows.addWidget(plain_label(told, "muted"))
        rows.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        ours = buttons.addButton(self.tr("Keep this project's scheme"), role)
        theirs = buttons.addButton(self.tr("Take their scheme…"), role)
        ours.clicked.connect(lambda: self._choose("ours"))
        theirs.clicked.connect(lambda: self._choose("theirs"))
        buttons.rejected.connect(self.reject)
        return buttons

    def _choose(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()
