"""What arrows and mouse do in the text: no commands, so they stay, but the sheet lists them.

How a thing is done is one text with it, since "drag" or "click" are words of a language too.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T

from workbench.ui.language import translate


@dataclass(frozen=True, slots=True)
class Motion:
    """One thing that hands do: what it means, and how it is done."""

    text: Any
    done: Any


HEADING = _T("motions", "Arrows and mouse")
MOTIONS: tuple[Motion, ...] = (
    Motion(_T("motions", "Move by word"), _T("motions", "← →")),
    Motion(_T("motions", "Move by character"), _T("motions", "Alt with ← →")),
    Motion(_T("motions", "Move by sentence"), _T("motions", "Ctrl with ← →")),
    Motion(_T("motions", "Move by line"), _T("motions", "↑ ↓")),
    Motion(_T("motions", "Move by paragraph"), _T("motions", "Ctrl with ↑ ↓")),
    Motion(_T("motions", "Move by window"), _T("motions", "PgUp PgDn")),
    Motion(_T("motions", "Start or end of the line"), _T("motions", "Home End")),
    Motion(_T("motions", "Start or end of the text"), _T("motions", "Ctrl with Home End")),
    Motion(_T("motions", "Select while moving"), _T("motions", "Shift with any of these")),
    Motion(_T("motions", "Select whole words"), _T("motions", "Drag over them")),
    Motion(_T("motions", "Select bare characters"), _T("motions", "Alt, and drag")),
    Motion(_T("motions", "Select word, sentence, paragraph"), _T("motions", "2, 3, 4 clicks")),
    Motion(_T("motions", "Take a mark in hand"), _T("motions", "Click it")),
    Motion(_T("motions", "Take the mark around it"), _T("motions", "Click again")),
    Motion(_T("motions", "Move a border by words"), _T("motions", "Drag its handle")),
    Motion(_T("motions", "Move a border by characters"), _T("motions", "Alt, and drag its handle")),
    Motion(_T("motions", "Draw a relation"), _T("motions", "Ctrl, and drag from mark to mark")),
    Motion(
        _T("motions", "Select several articles"),
        _T("motions", "Shift or Ctrl, and click in the list"),
    ),
    Motion(_T("motions", "Larger or smaller text"), _T("motions", "Ctrl with the wheel")),
)


def said(text: Any) -> str:  # noqa: ANN401  (what Qt's macro returns)
    """A text of this table in the user's language."""
    return translate("motions", text)
