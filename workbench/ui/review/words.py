"""Differences in the words of a reviewer."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from workbench.domain.gold import (
    BOUNDARY,
    LEFT_OPEN,
    MAJORITY,
    NOTHING,
    OWN,
    TAKEN,
    UNANIMOUS,
)
from workbench.domain.scheme import Scheme
from workbench.operations.comparing import Difference
from workbench.ui.language import short_quote, translate

KINDS: dict[str, Any] = {
    "missed": QT_TRANSLATE_NOOP("review", "missed by some"),
    "label": QT_TRANSLATE_NOOP("review", "other label"),
    "boundary": QT_TRANSLATE_NOOP("review", "other borders"),
    "attribute": QT_TRANSLATE_NOOP("review", "other attributes"),
    "relation": QT_TRANSLATE_NOOP("review", "other relations"),
}
CHANGES: dict[str, Any] = {
    TAKEN: QT_TRANSLATE_NOOP("review", "taken over"),
    BOUNDARY: QT_TRANSLATE_NOOP("review", "borders merged"),
    OWN: QT_TRANSLATE_NOOP("review", "written by the reviewer"),
    UNANIMOUS: QT_TRANSLATE_NOOP("review", "all agreed"),
    MAJORITY: QT_TRANSLATE_NOOP("review", "by majority"),
    NOTHING: QT_TRANSLATE_NOOP("review", "nothing here"),
    LEFT_OPEN: QT_TRANSLATE_NOOP("review", "left open"),
}
_LONGEST = 90  # characters of a quote


def kinds_said(difference: Difference) -> str:
    """In which ways readers differ; that they agree, where they do."""
    if not difference.kinds:
        return translate("review", "all agree")
    return " · ".join(translate("review", KINDS[kind]) for kind in difference.kinds)


def labels_said(difference: Difference, scheme: Scheme) -> str:
    """The labels that readers gave a place, and gold."""
    labels = dict.fromkeys(mark.label for mark in difference.marks)
    if difference.gold is not None:
        labels.setdefault(difference.gold.label)
    return " / ".join(scheme.label_name(difference.layer, label) for label in labels)


def words_of(difference: Difference) -> str:
    """The marked words, not too many."""
    return short_quote(difference.quote, _LONGEST)


def decision_said(difference: Difference) -> str:
    """What was decided about a place; empty where nothing was."""
    ruled = difference.gold or difference.ruling
    if ruled is None:
        return ""
    change = ruled.decision.change
    return translate("review", CHANGES[change]) if change in CHANGES else change
