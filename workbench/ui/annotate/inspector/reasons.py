"""Why a suggestion was made, in the user's language.

A suggester gives its reason in English, in parts between semicolons, and the project keeps it so.
What `news-en` says of names is translated here; all else stays as it is, since rules and plug-ins
may say whatever they like.
"""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from workbench.ui.language import translate

_BETWEEN = "; "
EVIDENCE = frozenset(
    (
        QT_TRANSLATE_NOOP("evidence", "acronym"),
        QT_TRANSLATE_NOOP("evidence", "adjective with a name"),
        QT_TRANSLATE_NOOP("evidence", "article before a name"),
        QT_TRANSLATE_NOOP("evidence", "as elsewhere"),
        QT_TRANSLATE_NOOP("evidence", "as the model reads it"),
        QT_TRANSLATE_NOOP("evidence", "begins with a listed name"),
        QT_TRANSLATE_NOOP("evidence", "begins with a listed place"),
        QT_TRANSLATE_NOOP("evidence", "beside a reporting verb"),
        QT_TRANSLATE_NOOP("evidence", "body of a country"),
        QT_TRANSLATE_NOOP("evidence", "body of something"),
        QT_TRANSLATE_NOOP("evidence", "by rule"),
        QT_TRANSLATE_NOOP("evidence", "by rule and model"),
        QT_TRANSLATE_NOOP("evidence", "by rule, its kind by the model"),
        QT_TRANSLATE_NOOP("evidence", "capitalised word"),
        QT_TRANSLATE_NOOP("evidence", "capitalised words"),
        QT_TRANSLATE_NOOP("evidence", "collective"),
        QT_TRANSLATE_NOOP("evidence", "generic body of a country"),
        QT_TRANSLATE_NOOP("evidence", "given name"),
        QT_TRANSLATE_NOOP("evidence", "its adjective stands elsewhere"),
        QT_TRANSLATE_NOOP("evidence", "listed organization"),
        QT_TRANSLATE_NOOP("evidence", "listed other"),
        QT_TRANSLATE_NOOP("evidence", "listed people"),
        QT_TRANSLATE_NOOP("evidence", "listed place"),
        QT_TRANSLATE_NOOP("evidence", "listed, in a compound"),
        QT_TRANSLATE_NOOP("evidence", "plural of a people"),
        QT_TRANSLATE_NOOP("evidence", "surname of a full name"),
        QT_TRANSLATE_NOOP("evidence", "title before a listed place"),
        QT_TRANSLATE_NOOP("evidence", "title or given name"),
        QT_TRANSLATE_NOOP("evidence", "title or role before"),
    )
)
WITH_A_WORD: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("evidence", "after {}"),
    QT_TRANSLATE_NOOP("evidence", "begins with {}"),
    QT_TRANSLATE_NOOP("evidence", "ends in {}"),
)
"""Evidence that names a word of the text."""


def reason_said(reason: str) -> str:
    """A reason with the evidence that is known in the user's language."""
    return _BETWEEN.join(map(_said, reason.split(_BETWEEN)))


def _said(part: str) -> str:
    """One part of a reason."""
    if part in EVIDENCE:
        return translate("evidence", part)
    for template in WITH_A_WORD:
        before = template.removesuffix("{}")
        if part.startswith(before):
            return translate("evidence", template).format(part.removeprefix(before))
    return part
