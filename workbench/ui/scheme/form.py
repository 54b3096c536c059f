"""The form of the thing in hand, made from a table of its fields.

Each field shows one property, and says it when a person changes it; what becomes of that is the
editor's to decide. A form stays while its thing is in hand, so that the focus stays too.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout, QWidget

from workbench.domain.refitting import Noun
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_editing import Spot
from workbench.domain.scheme_places import item_at
from workbench.ui.annotate.fields import LineField, NoteField, plain_label
from workbench.ui.scheme.fields import ColorField, FlagField
from workbench.ui.scheme.form_rows import Means, Row, make_row
from workbench.ui.scheme.form_table import FIELDS, Field, explained, named
from workbench.ui.scheme.preview import Preview
from workbench.ui.scheme.values_field import ValuesField
from workbench.ui.scheme.words import usage_in_words


class Form(QFrame):
    """Everything that can be said of one thing in a scheme; `pick` asks for a colour."""

    changed = Signal(str, object)  # the property, and its new value
    renamed = Signal(str, str)  # a value, and what it is called from now on

    def __init__(
        self, spot: Spot, *, pick: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.spot = spot
        self._used = plain_label("", "muted")
        self._preview = Preview(self) if spot[0].kind == "label" else None
        self._rows: dict[str, Row] = {}
        self._form = QFormLayout()
        for field in FIELDS[spot[0].kind]:
            self._add(field, pick)
        self._lay_out()

    def _add(self, field: Field, pick: Callable[[str], str]) -> None:
        """Add a field's row."""
        means = Means(
            field,
            say=lambda value: self.changed.emit(field.name, field.read(value)),
            rename=self.renamed.emit,
            pick=pick,
            owner=self.spot[0].owner,
        )
        row = self._rows[field.name] = make_row(means, self)
        row.widget.setAccessibleName(named(field))
        row.widget.setToolTip(explained(field))
        label = plain_label("" if isinstance(row.widget, FlagField) else named(field), "muted")
        label.setBuddy(row.widget)
        self._form.addRow(label, row.widget)

    def _lay_out(self) -> None:
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(16)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(self._used)
        if self._preview is not None:
            rows.addWidget(self._preview)
        rows.addLayout(self._form)
        rows.addStretch(1)

    def show_thing(self, scheme: Scheme, used: Mapping[Noun, int]) -> None:
        """Show what holds in a scheme now; what is half typed stays."""
        place, id = self.spot
        item = item_at(scheme, place, id)
        self._used.setText(usage_in_words(used))
        for name, row in self._rows.items():
            value = getattr(item, name)
            row.show(value, scheme)
            # Free text and dates have no values, and are made a choice before they get some.
            self._form.setRowVisible(row.widget, name != "values" or bool(value))
        if self._preview is not None:
            self._preview.show_label(scheme.layer(place.owner), item)

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        for row in self._rows.values():
            if isinstance(row.widget, LineField | NoteField | ColorField | ValuesField):
                row.widget.commit()

    def focus_name(self) -> None:
        """Go to the name, with its text selected, to be typed over."""
        name = self._rows["name"].widget
        name.setFocus()
        if isinstance(name, LineField):
            name.selectAll()
