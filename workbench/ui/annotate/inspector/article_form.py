"""The labels of the whole article as fields: one value, several, or a text."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QWidget

from workbench.domain.scheme import ArticleLabelType
from workbench.ui.annotate.fields import ChoiceField, LineField, SeveralField, plain_label
from workbench.ui.plain import plain_tip


class ArticleForm(QFrame):
    """Shows the article labels of a scheme; says what a person changes."""

    changed = Signal(str, tuple)

    def __init__(
        self,
        kinds: Sequence[ArticleLabelType],
        given: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for kind in kinds:
            field = self._field(kind, given.get(kind.id, ()))
            lacking = kind.required and not given.get(kind.id)
            name = self.tr("{} (required)").format(kind.name) if lacking else kind.name
            field.setAccessibleName(name)
            field.setToolTip(plain_tip(kind.help))
            rows.addRow(plain_label(name, "muted"), field)

    def commit(self) -> None:
        """Say what was typed and not said yet."""
        for line in self.findChildren(LineField):
            line.commit()

    def _field(self, kind: ArticleLabelType, values: Sequence[str]) -> QWidget:
        if kind.multiple:
            return self._several(kind, values)
        value = values[0] if values else ""
        return self._choice(kind, value) if kind.values else self._line(kind, value)

    def _several(self, kind: ArticleLabelType, values: Sequence[str]) -> QWidget:
        field = SeveralField(kind.values, values, self.tr("unset"), self)
        field.chosen.connect(lambda chosen: self.changed.emit(kind.id, chosen))
        return field

    def _choice(self, kind: ArticleLabelType, value: str) -> QWidget:
        entries = [(self.tr("unset"), ""), *((each, each) for each in kind.values)]
        field = ChoiceField(entries, self)
        field.show_value(value)
        field.chosen.connect(lambda chosen: self.changed.emit(kind.id, _values(chosen)))
        return field

    def _line(self, kind: ArticleLabelType, value: str) -> QWidget:
        field = LineField(self)
        field.show_value(value)
        field.committed.connect(lambda typed: self.changed.emit(kind.id, _values(typed)))
        return field


def _values(value: str) -> tuple[str, ...]:
    """One value as a list of values; an empty one is none."""
    return (value,) if value else ()
