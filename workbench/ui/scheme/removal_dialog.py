"""What becomes of the work when a label goes: another label takes its place, or the work goes too.

The counts stand beside each choice before anything is done.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.errors import UserError
from workbench.domain.refitting import Effect
from workbench.domain.scheme import Label
from workbench.domain.scheme_editing import Edit, Merge, Remove
from workbench.domain.scheme_places import Place
from workbench.ui.annotate.fields import plain_label
from workbench.ui.messages import sentence
from workbench.ui.scheme.words import effect_in_words

Weigh = Callable[[Edit, Callable[[Effect], object], Callable[[UserError], object]], object]


class RemovalDialog(QDialog):
    """Asks what takes the place of a label; `weigh` counts what a choice would do, and tells it.

    `effect` is what the choice would do that was agreed to.
    """

    def __init__(
        self,
        place: Place,
        label: Label,
        others: Sequence[Label],
        *,
        weigh: Weigh,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge or delete “{}”").format(label.name))
        self._place, self._label, self._weigh = place, label, weigh
        self._merge = QRadioButton(self.tr("Let another label take its place:"), self)
        self._delete = QRadioButton(self.tr("Delete it, and what was annotated with it"), self)
        self._into = QComboBox(self)
        self._into.setAccessibleName(self.tr("The label that takes its place"))
        for other in others:
            self._into.addItem(other.name, other.id)
        self._told, self.effect = plain_label("", "muted"), Effect()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._lay_out()
        self._connect()
        self._merge.setChecked(bool(others))
        self._merge.setEnabled(bool(others))
        self._delete.setChecked(not others)
        self._count()

    def edit(self) -> Edit:
        """What was chosen."""
        if self._merge.isChecked():
            return Merge(self._place, self._label.id, str(self._into.currentData()))
        return Remove(self._place, self._label.id)

    def _lay_out(self) -> None:
        self.setMinimumWidth(440)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(10)
        for part in (self._merge, self._into, self._delete, self._told, self._buttons):
            rows.addWidget(part)

    def _connect(self) -> None:
        choices = QButtonGroup(self)
        for button in (self._merge, self._delete):
            choices.addButton(button)
            button.toggled.connect(self._count)
        self._into.currentIndexChanged.connect(self._count)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _count(self) -> None:
        """Have it counted what the choice would do."""
        merging = self._merge.isChecked()
        self._into.setEnabled(merging)
        agree = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        agree.setText(self.tr("Merge") if merging else self.tr("Delete"))
        agree.setEnabled(False)
        self._told.setText(self.tr("Counting…"))
        self._weigh(self.edit(), self._on_weighed, self._on_refused)

    def _on_weighed(self, effect: Effect) -> None:
        """Say what the choice would do, which can be agreed to now."""
        self.effect = effect
        self._told.setText(effect_in_words(effect))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(True)

    def _on_refused(self, error: UserError) -> None:
        """Say why the choice cannot be."""
        self._told.setText(sentence(error))
