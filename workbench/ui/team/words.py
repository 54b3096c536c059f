"""What merging says of kinds, and of why something gave way."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T

from workbench.store.joint_work import Why
from workbench.ui.language import number, translate

KINDS: dict[str, Any] = {
    "article": _T("team", "articles"),
    "annotation": _T("team", "annotations"),
    "relation": _T("team", "relations"),
    "article_label": _T("team", "article labels"),
    "status": _T("team", "statuses"),
    "gold": _T("team", "gold spans"),
    "suggestion": _T("team", "suggestions"),
}
ONE: dict[str, Any] = {
    "annotation": _T("team", "Annotation"),
    "relation": _T("team", "Relation"),
    "article_label": _T("team", "Article label"),
    "status": _T("team", "Status"),
    "gold": _T("team", "Gold span"),
    "gold_decision": _T("team", "Decision"),
    "gold_relation": _T("team", "Relation of gold spans"),
    "article_text": _T("team", "Corrected text"),
}
WHY: dict[Why, Any] = {
    "later": _T("team", "It was changed otherwise later"),
    "deleted": _T("team", "A deletion: it was changed elsewhere, and stays"),
    "twin": _T("team", "The same was said twice, and the later word stands"),
    "gold": _T("team", "The place was decided otherwise later"),
    "corrected": _T("team", "The text was corrected otherwise later"),
    "no_place": _T("team", "It has no place in the corrected text"),
    "no_end": _T("team", "What it belongs to is gone"),
    "no_label": _T("team", "The scheme has no words for it"),
}


def shown(text: Any) -> str:  # noqa: ANN401  (what Qt's macro returns)
    """A text of these tables in the user's language."""
    return translate("team", text)


def by_person(people: Mapping[str, int]) -> str:
    """Such as “ann 12, bo 3”; only the number where a kind is nobody's."""
    return ", ".join(
        f"{name} {number(count)}" if name else number(count) for name, count in people.items()
    )
