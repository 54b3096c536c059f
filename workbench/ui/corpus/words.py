"""What charts say, in the user's language: every text that `operations.charts.corpus` asks for."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T

from workbench.operations.charts.chart import Speech
from workbench.ui.language import day, number, translate

TEXTS: tuple[Any, ...] = (
    _T("charts", "Annotations by label"),
    _T("charts", "How often each label of the scheme was used."),
    _T("charts", "Layer"),
    _T("charts", "Label"),
    _T("charts", "Annotations"),
    _T("charts", "Gold"),
    _T("charts", "The scheme has no labels."),
    _T("charts", "Annotations by annotator"),
    _T("charts", "What each person marked in each layer, and in how many articles it is done."),
    _T("charts", "Annotator"),
    _T("charts", "Articles done"),
    _T("charts", "Nobody has marked anything yet."),
    _T("charts", "(no source)"),
    _T("charts", "{} others"),
    _T("charts", "Articles by source"),
    _T("charts", "An article that appeared in several sources counts for each of them."),
    _T("charts", "Source"),
    _T("charts", "Articles"),
    _T("charts", "There are no articles yet."),
    _T("charts", "Suggestions taken over time"),
    _T("charts", "The share that was accepted, also in a changed form, of all decided on."),
    _T("charts", "From"),
    _T("charts", "Accepted"),
    _T("charts", "Changed"),
    _T("charts", "Rejected"),
    _T("charts", "Taken"),
    _T("charts", "No suggestion was accepted or rejected yet."),
    _T("charts", "What learning is worth"),
    _T("charts", "F1 of each model on articles held back when it was taught, with its error."),
    _T("charts", "F1 before"),
    _T("charts", "F1 after"),
    _T("charts", "Error"),
    _T("charts", "finished articles"),
    _T("charts", "No model was taught by what people have finished yet."),
)


def speech() -> Speech:
    """How charts say things in the window."""
    return Speech(say=lambda text: translate("charts", text), number=number, day=day)
