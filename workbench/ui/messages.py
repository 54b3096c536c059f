"""Sentences for refusals and names for verbs, in the user's language.

Rooms below speak in keys and values; the English sentences stand in `domain.messages`, and what a
verb is called in a menu or the history stands here.
"""

from collections.abc import Mapping
from string import Formatter
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from workbench.domain.errors import UserError
from workbench.domain.messages import MESSAGES
from workbench.ui.language import translate

VERBS: dict[str, Any] = {
    "annotate": QT_TRANSLATE_NOOP("verbs", "mark a span"),
    "relabel": QT_TRANSLATE_NOOP("verbs", "change a label"),
    "set_attribute": QT_TRANSLATE_NOOP("verbs", "set an attribute"),
    "set_note": QT_TRANSLATE_NOOP("verbs", "write a note"),
    "set_unsure": QT_TRANSLATE_NOOP("verbs", "flag as unsure"),
    "move": QT_TRANSLATE_NOOP("verbs", "move a border"),
    "delete": QT_TRANSLATE_NOOP("verbs", "delete an annotation"),
    "relate": QT_TRANSLATE_NOOP("verbs", "draw a relation"),
    "answer": QT_TRANSLATE_NOOP("verbs", "answer a question"),
    "set_relation_attribute": QT_TRANSLATE_NOOP("verbs", "set an attribute of a relation"),
    "unrelate": QT_TRANSLATE_NOOP("verbs", "remove a relation"),
    "accept": QT_TRANSLATE_NOOP("verbs", "accept a suggestion"),
    "accept_above": QT_TRANSLATE_NOOP("verbs", "accept suggestions"),
    "reject": QT_TRANSLATE_NOOP("verbs", "reject a suggestion"),
    "mark_done": QT_TRANSLATE_NOOP("verbs", "mark as done"),
    "skip": QT_TRANSLATE_NOOP("verbs", "skip an article"),
    "reopen": QT_TRANSLATE_NOOP("verbs", "go back to work"),
    "label_article": QT_TRANSLATE_NOOP("verbs", "label an article"),
    "import": QT_TRANSLATE_NOOP("verbs", "import"),
    "add_annotator": QT_TRANSLATE_NOOP("verbs", "join the project"),
    "set_role": QT_TRANSLATE_NOOP("verbs", "change a role"),
    "suggest": QT_TRANSLATE_NOOP("verbs", "suggest"),
    "correct": QT_TRANSLATE_NOOP("verbs", "correct the text"),
    "take_back": QT_TRANSLATE_NOOP("verbs", "take back"),
    "mark_occurrences": QT_TRANSLATE_NOOP("verbs", "mark every occurrence"),
}
JOBS: dict[str, Any] = {
    "sample": QT_TRANSLATE_NOOP("jobs", "Preparing the sample"),
    "import": QT_TRANSLATE_NOOP("jobs", "Importing"),
    "export": QT_TRANSLATE_NOOP("jobs", "Exporting"),
    "suggest": QT_TRANSLATE_NOOP("jobs", "Suggesting"),
    "occurrences": QT_TRANSLATE_NOOP("jobs", "Looking for occurrences"),
    "mark": QT_TRANSLATE_NOOP("jobs", "Marking"),
    "index": QT_TRANSLATE_NOOP("jobs", "Reading the texts into the index"),
    "values": QT_TRANSLATE_NOOP("jobs", "Looking up values"),
}
LOSSES: dict[str, Any] = {
    "article_unfinished": QT_TRANSLATE_NOOP("losses", "unfinished articles"),
    "discontinuous": QT_TRANSLATE_NOOP("losses", "gaps between fragments"),
    "entity_overlap": QT_TRANSLATE_NOOP("losses", "overlapping entities"),
    "journal": QT_TRANSLATE_NOOP("losses", "the history of changes"),
    "layer_unfinished": QT_TRANSLATE_NOOP("losses", "unfinished layers"),
    "no_token": QT_TRANSLATE_NOOP("losses", "spans of nothing but blanks"),
    "relation_cut": QT_TRANSLATE_NOOP("losses", "relations that lost an end"),
    "span_widened": QT_TRANSLATE_NOOP("losses", "borders inside of tokens"),
    "text_repeated": QT_TRANSLATE_NOOP("losses", "texts that several people finished"),
    "unfinished_included": QT_TRANSLATE_NOOP("losses", "what is unfinished in what was written"),
}
# What the history says of an act besides its name, out of its parameters.
_DETAILS = {
    "set_attribute": "{attribute}: {value}",
    "set_relation_attribute": "{attribute}: {value}",
    "label_article": "{name}: {values}",
    "mark_done": "{layers}",
    "reopen": "{layers}",
    "skip": "{reason}",
    "relate": "{type}",
    "unrelate": "{type}",
}


def job_name(job: str) -> str:
    """What a job beside the window is called, in the user's language."""
    return translate("jobs", JOBS[job])


def loss_name(kind: str) -> str:
    """What an export could not hold, in the user's language."""
    return translate("losses", LOSSES[kind])


def sentence(error: UserError) -> str:
    """What a refusal says, in the user's language."""
    template = translate("messages", MESSAGES[error.key])
    values = dict(error.values)
    if "verb" in values:
        values["verb"] = verb_name(str(values["verb"]))
    return template.format(**values)


def verb_name(verb: str) -> str:
    """What a verb is called, in the user's language."""
    return translate("verbs", VERBS.get(verb, verb))


def act_said(verb: str, params: Mapping[str, Any]) -> str:
    """An act in a few words: its verb, and what its parameters say of it."""
    if verb == "take_back":
        within = {name: value for name, value in params.items() if name != "verb"}
        return f"{verb_name(verb)}: {act_said(str(params['verb']), within)}"
    said = {n: ", ".join(v) if isinstance(v, list) else v for n, v in params.items()}
    template = _DETAILS.get(verb, "")
    known = all(name in said for _, name, _, _ in Formatter().parse(template) if name)
    details = template.format(**said) if known else ""
    return f"{verb_name(verb)} · {details}" if details.strip(" :") else verb_name(verb)
