"""Sentences for refusals and names for verbs, in the user's language.

Rooms below speak in keys and values; the English sentences stand in `domain.messages`, and what a
verb is called in a menu or the history stands here.
"""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from workbench.domain.errors import UserError
from workbench.domain.messages import MESSAGES
from workbench.domain.visible import visible
from workbench.ui.language import translate

VERBS: dict[str, Any] = {
    "annotate": QT_TRANSLATE_NOOP("verbs", "mark a span"),
    "relabel": QT_TRANSLATE_NOOP("verbs", "change a label"),
    "set_attribute": QT_TRANSLATE_NOOP("verbs", "set an attribute"),
    "set_note": QT_TRANSLATE_NOOP("verbs", "write a note"),
    "set_unsure": QT_TRANSLATE_NOOP("verbs", "flag as unsure"),
    "move": QT_TRANSLATE_NOOP("verbs", "move a border"),
    "delete": QT_TRANSLATE_NOOP("verbs", "delete an annotation"),
    "carry": QT_TRANSLATE_NOOP("verbs", "carry over to near-duplicates"),
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
    "change_layer": QT_TRANSLATE_NOOP("verbs", "change a layer"),
    "add_label": QT_TRANSLATE_NOOP("verbs", "add a label of the scheme"),
    "remove_label": QT_TRANSLATE_NOOP("verbs", "remove a label of the scheme"),
    "move_label": QT_TRANSLATE_NOOP("verbs", "move a label of the scheme"),
    "change_label": QT_TRANSLATE_NOOP("verbs", "change a label of the scheme"),
    "add_attribute": QT_TRANSLATE_NOOP("verbs", "add an attribute of the scheme"),
    "remove_attribute": QT_TRANSLATE_NOOP("verbs", "remove an attribute of the scheme"),
    "move_attribute": QT_TRANSLATE_NOOP("verbs", "move an attribute of the scheme"),
    "change_attribute": QT_TRANSLATE_NOOP("verbs", "change an attribute of the scheme"),
    "rename_attribute": QT_TRANSLATE_NOOP("verbs", "rename a value of an attribute of the scheme"),
    "add_relation": QT_TRANSLATE_NOOP("verbs", "add a kind of relation"),
    "remove_relation": QT_TRANSLATE_NOOP("verbs", "remove a kind of relation"),
    "move_relation": QT_TRANSLATE_NOOP("verbs", "move a kind of relation"),
    "change_relation": QT_TRANSLATE_NOOP("verbs", "change a kind of relation"),
    "add_relation_attribute": QT_TRANSLATE_NOOP("verbs", "add an attribute of a kind of relation"),
    "remove_relation_attribute": QT_TRANSLATE_NOOP(
        "verbs", "remove an attribute of a kind of relation"
    ),
    "move_relation_attribute": QT_TRANSLATE_NOOP(
        "verbs", "move an attribute of a kind of relation"
    ),
    "change_relation_attribute": QT_TRANSLATE_NOOP(
        "verbs", "change an attribute of a kind of relation"
    ),
    "rename_relation_attribute": QT_TRANSLATE_NOOP(
        "verbs", "rename a value of an attribute of a kind of relation"
    ),
    "add_article_label": QT_TRANSLATE_NOOP("verbs", "add a label for articles"),
    "remove_article_label": QT_TRANSLATE_NOOP("verbs", "remove a label for articles"),
    "move_article_label": QT_TRANSLATE_NOOP("verbs", "move a label for articles"),
    "change_article_label": QT_TRANSLATE_NOOP("verbs", "change a label for articles"),
    "rename_article_label": QT_TRANSLATE_NOOP("verbs", "rename a value of a label for articles"),
    "merge_label": QT_TRANSLATE_NOOP("verbs", "merge labels of the scheme"),
    "adopt_scheme": QT_TRANSLATE_NOOP("verbs", "adopt a scheme"),
    "assign": QT_TRANSLATE_NOOP("verbs", "assign articles"),
    "handout": QT_TRANSLATE_NOOP("verbs", "hand out"),
    "merge": QT_TRANSLATE_NOOP("verbs", "merge copies"),
    "add_suggester": QT_TRANSLATE_NOOP("verbs", "add a suggester"),
    "change_suggester": QT_TRANSLATE_NOOP("verbs", "change a suggester"),
    "use_suggester": QT_TRANSLATE_NOOP("verbs", "choose where a suggester is used"),
    "remove_suggester": QT_TRANSLATE_NOOP("verbs", "remove a suggester"),
    "split": QT_TRANSLATE_NOOP("verbs", "split the corpus"),
    "move_in_split": QT_TRANSLATE_NOOP("verbs", "change the split"),
    "save_recipe": QT_TRANSLATE_NOOP("verbs", "save a recipe"),
    "remove_recipe": QT_TRANSLATE_NOOP("verbs", "remove a recipe"),
    "adjudicate": QT_TRANSLATE_NOOP("verbs", "settle differences by a rule"),
    "take": QT_TRANSLATE_NOOP("verbs", "take a lane over as gold"),
    "merge_borders": QT_TRANSLATE_NOOP("verbs", "merge borders for gold"),
    "write_own": QT_TRANSLATE_NOOP("verbs", "write a gold span"),
    "rule": QT_TRANSLATE_NOOP("verbs", "decide about a place"),
    "take_agreed": QT_TRANSLATE_NOOP("verbs", "take all agreed over as gold"),
    "unsettle": QT_TRANSLATE_NOOP("verbs", "take a decision back"),
    "set_reason": QT_TRANSLATE_NOOP("verbs", "give a reason"),
    "set_gold_attribute": QT_TRANSLATE_NOOP("verbs", "set an attribute of a gold span"),
    "take_relations": QT_TRANSLATE_NOOP("verbs", "take relations over as gold"),
    "relate_gold": QT_TRANSLATE_NOOP("verbs", "draw a relation between gold spans"),
    "unrelate_gold": QT_TRANSLATE_NOOP("verbs", "remove a relation between gold spans"),
}
JOBS: dict[str, Any] = {
    "sample": QT_TRANSLATE_NOOP("jobs", "Preparing the sample"),
    "import": QT_TRANSLATE_NOOP("jobs", "Importing"),
    "export": QT_TRANSLATE_NOOP("jobs", "Exporting"),
    "try": QT_TRANSLATE_NOOP("jobs", "Trying an export"),
    "suggest": QT_TRANSLATE_NOOP("jobs", "Suggesting"),
    "train": QT_TRANSLATE_NOOP("jobs", "Learning from your annotations"),
    "occurrences": QT_TRANSLATE_NOOP("jobs", "Looking for occurrences"),
    "mark": QT_TRANSLATE_NOOP("jobs", "Marking"),
    "offers": QT_TRANSLATE_NOOP("jobs", "Looking for suggestions"),
    "accept": QT_TRANSLATE_NOOP("jobs", "Accepting"),
    "feedback": QT_TRANSLATE_NOOP("jobs", "Looking for settled articles"),
    "index": QT_TRANSLATE_NOOP("jobs", "Reading the texts into the index"),
    "compact": QT_TRANSLATE_NOOP("jobs", "Packing the old journal"),
    "assign": QT_TRANSLATE_NOOP("jobs", "Assigning articles"),
    "balance": QT_TRANSLATE_NOOP("jobs", "Looking how articles would be spread"),
    "handout": QT_TRANSLATE_NOOP("jobs", "Handing out"),
    "look": QT_TRANSLATE_NOOP("jobs", "Looking into copies"),
    "merge": QT_TRANSLATE_NOOP("jobs", "Merging copies"),
    "align": QT_TRANSLATE_NOOP("jobs", "Looking for the places in near-duplicates"),
    "carry": QT_TRANSLATE_NOOP("jobs", "Carrying over to near-duplicates"),
    "twins": QT_TRANSLATE_NOOP("jobs", "Looking for near-duplicates"),
    "questions": QT_TRANSLATE_NOOP("jobs", "Looking for questions"),
    "queue": QT_TRANSLATE_NOOP("jobs", "Ordering the articles"),
    "values": QT_TRANSLATE_NOOP("jobs", "Looking up values"),
    "compare": QT_TRANSLATE_NOOP("jobs", "Comparing"),
    "measure": QT_TRANSLATE_NOOP("jobs", "Measuring agreement"),
    "report": QT_TRANSLATE_NOOP("jobs", "Writing the report"),
    "restore": QT_TRANSLATE_NOOP("jobs", "Putting a backup back"),
    "open": QT_TRANSLATE_NOOP("jobs", "Looking through the project"),
    "upgrade": QT_TRANSLATE_NOOP("jobs", "Bringing the project up to date"),
    "history": QT_TRANSLATE_NOOP("jobs", "Reading the history"),
    "undo": QT_TRANSLATE_NOOP("jobs", "Undoing"),
    "redo": QT_TRANSLATE_NOOP("jobs", "Doing it again"),
    "correct": QT_TRANSLATE_NOOP("jobs", "Correcting the text"),
    "weigh": QT_TRANSLATE_NOOP("jobs", "Counting what would change"),
    "scheme": QT_TRANSLATE_NOOP("jobs", "Changing the scheme"),
    "take_back": QT_TRANSLATE_NOOP("jobs", "Taking a step back"),
    "settle": QT_TRANSLATE_NOOP("jobs", "Settling"),
}
LOSSES: dict[str, Any] = {
    "article_label": QT_TRANSLATE_NOOP("losses", "labels of the whole article"),
    "article_unfinished": QT_TRANSLATE_NOOP("losses", "unfinished articles"),
    "article_untouched": QT_TRANSLATE_NOOP("losses", "articles that nobody worked on"),
    "attribute": QT_TRANSLATE_NOOP("losses", "attributes"),
    "discontinuous": QT_TRANSLATE_NOOP("losses", "gaps between fragments"),
    "entity_overlap": QT_TRANSLATE_NOOP("losses", "overlapping entities"),
    "finished_empty": QT_TRANSLATE_NOOP("losses", "finished layers without a span"),
    "formula": QT_TRANSLATE_NOOP("losses", "what would be a formula"),
    "flattened": QT_TRANSLATE_NOOP("losses", "line breaks in what was written"),
    "id": QT_TRANSLATE_NOOP("losses", "ids"),
    "journal": QT_TRANSLATE_NOOP("losses", "the history of changes"),
    "layer_unfinished": QT_TRANSLATE_NOOP("losses", "unfinished layers"),
    "line_end_cut": QT_TRANSLATE_NOOP("losses", "line ends at borders"),
    "metadata": QT_TRANSLATE_NOOP("losses", "metadata of articles"),
    "no_token": QT_TRANSLATE_NOOP("losses", "spans of nothing but blanks"),
    "not_in_xml": QT_TRANSLATE_NOOP("losses", "articles with characters that XML cannot hold"),
    "note": QT_TRANSLATE_NOOP("losses", "notes"),
    "overlap_to_allow": QT_TRANSLATE_NOOP("losses", "articles whose overlaps must be allowed"),
    "overlap": QT_TRANSLATE_NOOP("losses", "overlapping spans"),
    "provenance": QT_TRANSLATE_NOOP("losses", "times and origins"),
    "relation": QT_TRANSLATE_NOOP("losses", "relations"),
    "relation_attribute": QT_TRANSLATE_NOOP("losses", "attributes of relations"),
    "no_name_elsewhere": QT_TRANSLATE_NOOP("losses", "labels without a name there"),
    "relation_apart": QT_TRANSLATE_NOOP("losses", "relations between two pieces"),
    "relation_cut": QT_TRANSLATE_NOOP("losses", "relations that lost an end"),
    "relation_note": QT_TRANSLATE_NOOP("losses", "notes on relations"),
    "respaced": QT_TRANSLATE_NOOP("losses", "blanks between words"),
    "span_widened": QT_TRANSLATE_NOOP("losses", "borders inside of tokens"),
    "tags_differ": QT_TRANSLATE_NOOP("losses", "spans that tags do not hold"),
    "text": QT_TRANSLATE_NOOP("losses", "texts of articles"),
    "text_repeated": QT_TRANSLATE_NOOP("losses", "texts that several people finished"),
    "unfinished_included": QT_TRANSLATE_NOOP("losses", "what is unfinished in what was written"),
    "unsure": QT_TRANSLATE_NOOP("losses", "questions and answers"),
    "zones": QT_TRANSLATE_NOOP("losses", "parts of articles"),
}
# What the history says of an act besides its name, out of its parameters.
_DETAILS = {
    "accept_above": "{label}",
    "merge": "{files}",
    "set_attribute": "{attribute}: {value}",
    "set_relation_attribute": "{attribute}: {value}",
    "label_article": "{name}: {values}",
    "mark_done": "{layers}",
    "reopen": "{layers}",
    "skip": "{reason}",
    "relate": "{type}",
    "unrelate": "{type}",
    "change_layer": "{id}",
    "add_label": "{id}",
    "remove_label": "{id}",
    "move_label": "{id}",
    "change_label": "{id}",
    "add_attribute": "{id}",
    "remove_attribute": "{id}",
    "move_attribute": "{id}",
    "change_attribute": "{id}",
    "rename_attribute": "{id}: {value} → {into}",
    "add_relation": "{id}",
    "remove_relation": "{id}",
    "move_relation": "{id}",
    "change_relation": "{id}",
    "add_relation_attribute": "{id}",
    "remove_relation_attribute": "{id}",
    "move_relation_attribute": "{id}",
    "change_relation_attribute": "{id}",
    "rename_relation_attribute": "{id}: {value} → {into}",
    "add_article_label": "{id}",
    "remove_article_label": "{id}",
    "move_article_label": "{id}",
    "change_article_label": "{id}",
    "rename_article_label": "{id}: {value} → {into}",
    "merge_label": "{id} → {into}",
    "adopt_scheme": "{id}",
    "adjudicate": "{rule}",
    "set_gold_attribute": "{attribute}: {value}",
    "relate_gold": "{type}",
    "unrelate_gold": "{type}",
}


def job_name(job: str) -> str:
    """What a job beside the window is called, in the user's language."""
    return translate("jobs", JOBS[job])


def loss_name(kind: str) -> str:
    """What an export could not hold, in the user's language."""
    return translate("losses", LOSSES[kind])


def sentence(error: UserError) -> str:
    """What a refusal says, in the user's language; no name in it turns the sentence around."""
    template = translate("messages", MESSAGES[error.key])
    values = {name: _spelled(value) for name, value in error.values.items()}
    if "verb" in values:
        values["verb"] = verb_name(str(values["verb"]))
    return template.format(**values)


def _spelled(value: object) -> object:
    """A value of a sentence; what would steer the writing in a text stands there spelled out."""
    return visible(str(value)) if isinstance(value, str | Path) else value


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
