"""The editors that the table of a form names, each with how it is shown a value and says one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from workbench.domain.scheme import Scheme
from workbench.domain.scheme_places import items_at, labels_of
from workbench.ui.annotate.fields import ChoiceField, LineField, NoteField, SeveralField
from workbench.ui.language import translate
from workbench.ui.scheme.ends_field import EndsField
from workbench.ui.scheme.fields import ColorField, FlagField
from workbench.ui.scheme.form_table import Editor, Field, named
from workbench.ui.scheme.values_field import ValuesField

_LINE, _RIM = 21, 18  # pixels of a line of text, and around the text
_KEY_WIDTH = 70  # pixels


class Row(NamedTuple):
    """A field's widget, and how it is shown a value of a scheme."""

    widget: QWidget
    show: Callable[[Any, Scheme], None]


@dataclass(frozen=True, slots=True)
class Means:
    """What an editor works with: its field, how to say a value, rename one, or ask for a colour."""

    field: Field
    say: Callable[[Any], None]
    rename: Callable[[str, str], None]
    pick: Callable[[str], str]
    owner: str


def make_row(means: Means, parent: QWidget) -> Row:
    """The editor of a field."""
    return _MAKERS[means.field.editor](means, parent)


def _line(means: Means, parent: QWidget) -> Row:
    line = LineField(parent)
    line.committed.connect(means.say)
    return Row(line, lambda value, _: line.show_value(means.field.write(value)))


def _key(means: Means, parent: QWidget) -> Row:
    line = LineField(parent)
    line.setMaxLength(1)
    line.setMaximumWidth(_KEY_WIDTH)
    line.committed.connect(means.say)
    return Row(line, lambda value, _: line.show_value(value))


def _note(means: Means, parent: QWidget) -> Row:
    note = NoteField(parent)
    note.setFixedHeight(means.field.lines * _LINE + _RIM)
    note.committed.connect(means.say)
    return Row(note, lambda value, _: note.show_value(means.field.write(value)))


def _flag(means: Means, parent: QWidget) -> Row:
    flag = FlagField(named(means.field), parent)
    flag.chosen.connect(means.say)
    return Row(flag, lambda value, _: flag.show_value(value))


def _choice(means: Means, parent: QWidget) -> Row:
    choice = ChoiceField(means.field.shown_choices(), parent)
    choice.chosen.connect(means.say)
    return Row(choice, lambda value, _: choice.show_value(value))


def _color(means: Means, parent: QWidget) -> Row:
    color = ColorField(means.pick, parent)
    color.chosen.connect(means.say)
    return Row(color, lambda value, _: color.show_value(value))


def _values(means: Means, parent: QWidget) -> Row:
    values = ValuesField(parent)
    values.chosen.connect(means.say)
    values.renamed.connect(means.rename)
    return Row(values, lambda value, _: values.show_value(value))


def _ends(means: Means, parent: QWidget) -> Row:
    ends = EndsField(parent)
    ends.chosen.connect(means.say)
    return Row(ends, lambda value, scheme: ends.show_ends(scheme, value))


def _labels(means: Means, parent: QWidget) -> Row:
    """Labels of the layer that has the thing."""
    none = translate("Form", "no restriction")
    several = SeveralField((), (), none, parent)
    several.chosen.connect(means.say)

    def show(value: Any, scheme: Scheme) -> None:  # noqa: ANN401  (a property of the thing)
        known = [label.id for label in items_at(scheme, labels_of(means.owner))]
        several.offer(known, value, none)

    return Row(several, show)


_MAKERS: Mapping[Editor, Callable[[Means, QWidget], Row]] = {
    "line": _line,
    "key": _key,
    "note": _note,
    "flag": _flag,
    "choice": _choice,
    "color": _color,
    "values": _values,
    "ends": _ends,
    "labels": _labels,
}
