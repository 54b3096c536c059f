"""Whose share is handed out."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from workbench.domain.annotator import Annotator
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number


class HandOutDialog(QDialog):
    """Asks for a person, out of those who have articles; `shares` are their numbers of them."""

    def __init__(self, shares: Mapping[Annotator, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hand out"))
        self._person = QComboBox(self)
        self._person.setAccessibleName(self.tr("Person"))
        for person, articles in shares.items():
            shown = self.tr("{} ({} articles)").format(person.name, number(articles))
            self._person.addItem(shown, person)
        told = plain_label(
            self.tr(
                "The new file holds this person's articles and work and the scheme, and nothing of"
                " others. It is merged back with “Merge copies…”."
            ),
            "muted",
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(self.tr("Person"), self._person)
        layout.addRow(told)
        layout.addRow(buttons)
        self.setMinimumWidth(420)

    def person(self) -> Annotator:
        """The person who is chosen."""
        return self._person.currentData()  # type: ignore[no-any-return]  # what was added
