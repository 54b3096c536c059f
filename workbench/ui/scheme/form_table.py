"""What can be said of each kind of thing in a scheme: the fields of its form, in their order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T

from workbench.domain.scheme_places import Kind
from workbench.ui.scheme.words import shown

Editor = Literal["line", "key", "note", "flag", "choice", "color", "values", "ends", "labels"]


def _as_it_is(value: Any) -> Any:  # noqa: ANN401  (any property of a thing)
    return value


@dataclass(frozen=True, slots=True)
class Field:
    """One property: its name in the scheme, its editor, what it is called and what it is for.

    `write` makes of the value what the editor shows, `read` the value of what it says.
    """

    name: str
    editor: Editor
    text: Any
    told: Any = ""
    lines: int = 2
    choices: tuple[tuple[Any, str], ...] = ()
    write: Callable[[Any], Any] = _as_it_is
    read: Callable[[Any], Any] = _as_it_is

    def shown_choices(self) -> list[tuple[str, str]]:
        """The choices in the user's language, with their values."""
        return [(shown(text), value) for text, value in self.choices]


def named(field: Field) -> str:
    """What a field is called, in the user's language."""
    return shown(field.text)


def explained(field: Field) -> str:
    """What a field is for, in the user's language."""
    return shown(field.told) if field.told else ""


# --- texts of several lines that stand for something else


def _lines(values: tuple[str, ...]) -> str:
    return "\n".join(values)


def _from_lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _names(names: Mapping[str, str]) -> str:
    return "\n".join(f"{scheme}: {name}".rstrip() for scheme, name in names.items())


def _from_names(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.splitlines() if line.strip())
    return {scheme.strip(): name.strip() for scheme, _, name in pairs if scheme.strip()}


# --- the table

_NAME = Field("name", "line", _T("scheme", "Name"))
_ID = Field(
    "id",
    "line",
    _T("scheme", "Id"),
    _T(
        "scheme",
        "What files and exports call it: small letters, digits and _. Annotations follow a change.",
    ),
)
_KEY = Field("key", "key", _T("scheme", "Key"))
_HELP = Field("help", "note", _T("scheme", "Help"))
_FOLDED = Field("folded", "flag", _T("scheme", "Out of sight until asked for"))
_REQUIRED = Field("required", "flag", _T("scheme", "Required before the layer is done"))
_VALUES = Field(
    "values",
    "values",
    _T("scheme", "Values"),
    _T("scheme", "A value that is renamed is renamed in all annotations."),
)
_TYPE = Field(
    "type",
    "choice",
    _T("scheme", "Kind of value"),
    choices=(
        (_T("scheme", "one of the values"), "choice"),
        (_T("scheme", "free text"), "text"),
        (_T("scheme", "a date"), "date"),
    ),
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    "layer": (
        _NAME,
        Field(
            "key",
            "key",
            _T("scheme", "Key"),
            _T("scheme", "The letter that picks the layer in the text."),
        ),
        Field(
            "span_rule",
            "note",
            _T("scheme", "What a span covers"),
            _T("scheme", "Shown in the chooser while a label is picked."),
            lines=4,
        ),
    ),
    "label": (
        _NAME,
        Field(
            "key",
            "key",
            _T("scheme", "Key"),
            _T("scheme", "The digit that picks the label once its layer is picked."),
        ),
        Field("color", "color", _T("scheme", "Colour")),
        Field(
            "guideline",
            "note",
            _T("scheme", "Guideline"),
            _T("scheme", "Shown where the label is chosen."),
            lines=5,
        ),
        Field(
            "examples",
            "note",
            _T("scheme", "Examples"),
            _T("scheme", "One in each line; square brackets stand around the span."),
            lines=4,
            write=_lines,
            read=_from_lines,
        ),
        Field("counter_example", "note", _T("scheme", "Counter-example")),
        Field("border", "note", _T("scheme", "Where it begins and ends"), lines=3),
        Field(
            "names",
            "note",
            _T("scheme", "Names elsewhere"),
            _T("scheme", "One in each line, as scheme: name. Suggesters speak news."),
            write=_names,
            read=_from_names,
        ),
        Field(
            "apart",
            "flag",
            _T("scheme", "Counted apart"),
            _T("scheme", "Left out of the layer's mean, and not suggested by default."),
        ),
        _FOLDED,
        _ID,
    ),
    "attribute": (
        _NAME,
        _TYPE,
        _VALUES,
        _REQUIRED,
        Field("only_for", "labels", _T("scheme", "Only for")),
        Field("not_for", "labels", _T("scheme", "Not for")),
        _HELP,
        Field(
            "complete",
            "choice",
            _T("scheme", "While typing"),
            choices=(
                (_T("scheme", "offer nothing"), ""),
                (_T("scheme", "offer what the project has"), "project"),
            ),
        ),
        Field("prefill", "line", _T("scheme", "Rule for the value to offer")),
        _FOLDED,
        _ID,
    ),
    "relation": (
        _NAME,
        _KEY,
        Field("sources", "ends", _T("scheme", "From")),
        Field("targets", "ends", _T("scheme", "To")),
        Field("same_layer", "flag", _T("scheme", "Both ends in one layer")),
        Field("many", "flag", _T("scheme", "May lead to several")),
        Field("directed", "flag", _T("scheme", "Has a direction")),
        _FOLDED,
        _ID,
    ),
    "relation_attribute": (_NAME, _TYPE, _VALUES, _REQUIRED, _HELP, _ID),
    "article_label": (
        _NAME,
        Field(
            "scale",
            "choice",
            _T("scheme", "Kind of value"),
            choices=(
                (_T("scheme", "one of the values"), "nominal"),
                (_T("scheme", "one of the values, which have an order"), "ordinal"),
                (_T("scheme", "free text"), "text"),
            ),
        ),
        _VALUES,
        Field("multiple", "flag", _T("scheme", "Several at once")),
        _REQUIRED,
        _HELP,
        _ID,
    ),
}
