"""A part of what an export asks for: fields in rows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from workbench.ui.annotate.fields import ChoiceField, plain_label
from workbench.ui.plain import plain_caption

_WIDEST = 26  # characters of a list before its entries are cut
_CAPTIONS = 128  # pixels


class Section(QWidget):
    """Makes fields and lays them out; `changed` says that something else is asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def choice(self, entries: Sequence[tuple[str, str]]) -> ChoiceField:
        """A list to choose one from; the first one holds."""
        field = ChoiceField(entries, self)
        field.setMinimumContentsLength(_WIDEST)
        field.show_value(entries[0][1])
        field.chosen.connect(field.show_value)
        field.chosen.connect(lambda _: self.changed.emit())
        return field

    def tick(self, text: str, *, on: bool = False) -> QCheckBox:
        """Something that holds or not."""
        box = QCheckBox(plain_caption(text), self)
        box.setChecked(on)
        box.toggled.connect(lambda _: self.changed.emit())
        return box

    def line(self, example: str = "") -> QLineEdit:
        """A line to write in."""
        line = QLineEdit(self)
        line.setPlaceholderText(example)
        line.textChanged.connect(lambda _: self.changed.emit())
        return line

    def row(self, name: str, field: QWidget, *others: QWidget) -> None:
        """Add a row of one field, or of several that each say what they are."""
        caption = plain_label(name)
        caption.setMinimumWidth(_CAPTIONS)  # so that the fields of all sections stand in one line
        if not others:
            field.setAccessibleName(name)
            self._rows.addRow(caption, field)
            return
        beside = QHBoxLayout()
        for each in (field, *others):
            beside.addWidget(each)
        beside.addStretch(1)
        self._rows.addRow(caption, beside)

    def alone(self, *boxes: QCheckBox) -> None:
        """Add ticks, each in a row of its own."""
        for box in boxes:
            self._rows.addRow("", box)
