"""What the scheme editor says: the texts of its tables, and how much of the work is concerned."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T

from workbench.domain.refitting import NOUNS, Effect, Noun
from workbench.ui.language import number, translate

_ONE: dict[Noun, Any] = {
    "annotation": _T("scheme", "1 annotation"),
    "suggestion": _T("scheme", "1 suggestion"),
    "gold": _T("scheme", "1 gold span"),
    "relation": _T("scheme", "1 relation"),
    "attribute": _T("scheme", "1 attribute"),
    "article_label": _T("scheme", "1 article label"),
}
_MANY: dict[Noun, Any] = {
    "annotation": _T("scheme", "{} annotations"),
    "suggestion": _T("scheme", "{} suggestions"),
    "gold": _T("scheme", "{} gold spans"),
    "relation": _T("scheme", "{} relations"),
    "attribute": _T("scheme", "{} attributes"),
    "article_label": _T("scheme", "{} article labels"),
}


def shown(text: Any) -> str:  # noqa: ANN401  (what Qt's macro returns)
    """A text of this package's tables in the user's language."""
    return translate("scheme", text)


def counted(numbers: Mapping[Noun, int]) -> str:
    """Such as “3 annotations, 1 gold span”; empty for nothing."""
    return ", ".join(
        shown(_ONE[noun])
        if numbers[noun] == 1
        else shown(_MANY[noun]).format(number(numbers[noun]))
        for noun in NOUNS
        if numbers.get(noun)
    )


def effect_in_words(effect: Effect) -> str:
    """What an edit does to the work: a line for what changes, what is joined, and what goes."""
    lines = []
    if effect.changed:
        lines.append(translate("scheme", "Changes: {}.").format(counted(effect.changed)))
    if effect.joined:
        lines.append(
            translate("scheme", "Become one with another that says the same: {}.").format(
                number(effect.joined)
            )
        )
    if effect.lost:
        lines.append(translate("scheme", "Goes: {}.").format(counted(effect.lost)))
    return "\n".join(lines) or translate("scheme", "Nothing that was annotated changes.")


def usage_in_words(numbers: Mapping[Noun, int]) -> str:
    """What uses a thing of the scheme."""
    said = counted(numbers)
    return (
        translate("scheme", "In use: {}.").format(said)
        if said
        else translate("scheme", "Not in use yet.")
    )
