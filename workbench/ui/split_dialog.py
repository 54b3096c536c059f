"""Which part of a split some articles stand in, to be changed on purpose."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from workbench.domain.splitting import PARTS
from workbench.ui.annotate.fields import ChoiceField, plain_label
from workbench.ui.language import number, quoted, translate

NONE = ""
NAMED = 3  # articles by their titles
_PARTS: dict[str, Any] = {
    "train": QT_TRANSLATE_NOOP("parts", "train"),
    "dev": QT_TRANSLATE_NOOP("parts", "dev"),
    "test": QT_TRANSLATE_NOOP("parts", "test"),
    NONE: QT_TRANSLATE_NOOP("parts", "none, until the next export places it"),
}


class SplitDialog(QDialog):
    """Shows where articles stand, and asks where they are to stand.

    Of the `titles` the first are shown, and how `many` articles there are; where they stand in
    several `parts`, nothing is asked for until one is chosen.
    """

    def __init__(
        self,
        titles: Sequence[str],
        many: int,
        parts: Collection[str],
        counts: Mapping[str, int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the split"))
        self._field = ChoiceField([(_called(each), each) for each in (*PARTS, NONE)], self)
        self._field.setMinimumContentsLength(30)
        several = self.tr("in several parts")
        self._field.show_value(next(iter(parts)) if len(parts) == 1 else several)
        self._field.chosen.connect(self._field.show_value)
        self._field.setAccessibleName(self.tr("Part"))
        rows = QFormLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        heading = titles[0] if many == 1 else self.tr("{} articles").format(number(many))
        rows.addRow(plain_label(heading, "heading"))
        if many > 1:
            rows.addRow(plain_label(_listed(titles, many)))
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

    def part(self) -> str | None:
        """Where they are to stand; empty for no part, and None where nothing was chosen."""
        value = str(self._field.value())
        return value if value in _PARTS else None


def _listed(titles: Sequence[str], many: int) -> str:
    """The first titles, a line each."""
    shown = [quoted(title) for title in titles[:NAMED]]
    return "\n".join([*shown, "…"] if many > len(shown) else shown)


def _called(part: str) -> str:
    return translate("parts", _PARTS[part])
