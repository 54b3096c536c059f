"""Which part of a split the article in hand stands in, to be changed on purpose."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from workbench.domain.splitting import PARTS
from workbench.ui.annotate.fields import ChoiceField, plain_label
from workbench.ui.language import number, translate

NONE = ""
_PARTS: dict[str, Any] = {
    "train": QT_TRANSLATE_NOOP("parts", "train"),
    "dev": QT_TRANSLATE_NOOP("parts", "dev"),
    "test": QT_TRANSLATE_NOOP("parts", "test"),
    NONE: QT_TRANSLATE_NOOP("parts", "none, until the next export places it"),
}


class SplitDialog(QDialog):
    """Shows where an article stands, and asks where it is to stand."""

    def __init__(self, title: str, part: str, counts: Mapping[str, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the split"))
        self._field = ChoiceField([(_called(each), each) for each in (*PARTS, NONE)], self)
        self._field.setMinimumContentsLength(30)
        self._field.show_value(part)
        self._field.chosen.connect(self._field.show_value)
        self._field.setAccessibleName(self.tr("Part"))
        rows = QFormLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        rows.addRow(plain_label(title, "heading"))
        told = ", ".join(f"{_called(name)} {number(count)}" for name, count in counts.items())
        rows.addRow(plain_label(self.tr("The split so far: {}").format(told or "–")))
        rows.addRow(self.tr("Part"), self._field)
        rows.addRow(
            plain_label(
                self.tr(
                    "Near-duplicates go along. What a model was tested on should not come to be "
                    "trained on: its scores would say nothing any more."
                ),
                "muted",
            )
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows.addRow(buttons)

    def part(self) -> str:
        """Where it is to stand; empty for no part."""
        return str(self._field.value())


def _called(part: str) -> str:
    return translate("parts", _PARTS[part])
