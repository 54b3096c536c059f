"""The labels of the whole article as fields: one value, several, or a text.

The fields stay, and each article fills them anew.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QWidget

from workbench.domain.scheme import ArticleLabelType
from workbench.ui.annotate.fields import ChoiceField, LineField, SeveralField, plain_label
from workbench.ui.plain import plain_tip

Field = SeveralField | ChoiceField | LineField


class ArticleForm(QFrame):
    """Shows the article labels of a scheme; says what a person changes."""

    changed = Signal(str, tuple)

    def __init__(self, kinds: Sequence[ArticleLabelType], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows: list[tuple[ArticleLabelType, QLabel, Field]] = []
        for kind in kinds:
            head, field = plain_label(kind.name, "muted"), self._field(kind)
            field.setToolTip(plain_tip(kind.help))
            rows.addRow(head, field)
            self._rows.append((kind, head, field))

    def show_labels(self, given: Mapping[str, Sequence[str]]) -> None:
        """Show what an article was given."""
        for kind, head, field in self._rows:
            values = given.get(kind.id, ())
            lacking = kind.required and not values
            name = self.tr("{} (required)").format(kind.name) if lacking else kind.name
            head.setText(name)
            field.setAccessibleName(name)
            if isinstance(field, SeveralField):
                field.offer(kind.values, values, self.tr("unset"))
            else:
                field.show_value(values[0] if values else "")

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        for line in self.findChildren(LineField):
            line.commit()

    def _field(self, kind: ArticleLabelType) -> Field:
        if kind.multiple:
            return self._several(kind)
        return self._choice(kind) if kind.values else self._line(kind)

    def _several(self, kind: ArticleLabelType) -> SeveralField:
        field = SeveralField(kind.values, (), self.tr("unset"), self)
        field.chosen.connect(lambda chosen: self.changed.emit(kind.id, chosen))
        return field

    def _choice(self, kind: ArticleLabelType) -> ChoiceField:
        entries = [(self.tr("unset"), ""), *((each, each) for each in kind.values)]
        field = ChoiceField(entries, self)
        field.chosen.connect(lambda chosen: self.changed.emit(kind.id, _values(chosen)))
        return field

    def _line(self, kind: ArticleLabelType) -> LineField:
        field = LineField(self)
        field.committed.connect(lambda typed: self.changed.emit(kind.id, _values(typed)))
        return field


def _values(value: str) -> tuple[str, ...]:
    """One value as a list of values; an empty one is none."""
    return (value,) if value else ()
