"""Whose share is handed out."""

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.annotator import Annotator
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number

_AS_WIDE_AS_ROOM = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class HandOutDialog(QDialog):
    """Asks for a person, out of those who have articles; `shares` are their numbers of them."""

    def __init__(self, shares: Mapping[Annotator, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hand out"))
        self._person = QComboBox(self)
        self._person.setAccessibleName(self.tr("Person"))
        for person, articles in shares.items():
            shown = self.tr("{} (articles: {})").format(person.name, number(articles))
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
        # A long name must not make the dialog wider than what is told below it.
        self._person.setSizeAdjustPolicy(_AS_WIDE_AS_ROOM)
        self._person.setMinimumContentsLength(24)
        form, layout = QFormLayout(), QVBoxLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Person"), self._person)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(told)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

    def person(self) -> Annotator:
        """The person who is chosen."""
        return self._person.currentData()  # type: ignore[no-any-return]  # what was added
