"""One table of everything that a person can say to the window.

Menus, shortcuts, the palette and the sheet of keys are made from it. A command's id is the name of
the method that carries it out. Commands of the pane act while the reading pane has the focus: it is
read-only, so that letters are free; the others act everywhere. Keys can be changed, and what is
changed is kept in the settings; the table holds what they are at first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T
from PySide6.QtGui import QKeySequence

from workbench.domain.scheme import Layer
from workbench.ui.language import translate

ChangedKeys = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to say: its method's name, its text, its keys, and the menu that shows it.

    Keys of the reading pane mean it there alone, and those of lanes where an article is settled.
    With `on_annotation` its keys mean it only while an annotation is in hand, so that they are free
    for something else otherwise.
    """

    id: str
    text: Any
    keys: tuple[str, ...]
    menu: str
    in_pane: bool = False
    on_annotation: bool = False
    in_lanes: bool = False

    def shown(self) -> str:
        """The text in the user's language."""
        return translated(self.text)

    def meets(self, other: "Command") -> bool:
        """Whether a key that both had could mean either: they are heard at the same place."""
        apart = {self.in_lanes, other.in_lanes} == {True, False} and (self.in_pane or other.in_pane)
        return not apart and self.on_annotation == other.on_annotation

    def keys_now(self, changed: ChangedKeys) -> tuple[str, ...]:
        """Its keys, as the person changed them."""
        return tuple(changed.get(self.id, self.keys))


MENUS = {
    "project": _T("commands", "Project"),
    "edit": _T("commands", "Edit"),
    "mark": _T("commands", "Mark"),
    "move": _T("commands", "Move"),
    "article": _T("commands", "Article"),
    "review": _T("commands", "Review"),
    "corpus": _T("commands", "Corpus"),
    "view": _T("commands", "View"),
    "help": _T("commands", "Help"),
}


def _of(menu: str, id: str, text: Any, *keys: str) -> Command:  # noqa: ANN401  (Qt's macro)
    """A command that acts everywhere."""
    return Command(id, text, keys, menu)


def _in_pane(menu: str, id: str, text: Any, *keys: str) -> Command:  # noqa: ANN401  (Qt's macro)
    """A command of the reading pane."""
    return Command(id, text, keys, menu, in_pane=True)


def _in_lanes(id: str, text: Any, *keys: str) -> Command:  # noqa: ANN401  (Qt's macro)
    """A command of the page on which an article is settled."""
    return Command(id, text, keys, "review", in_lanes=True)


def _border(id: str, text: Any, *keys: str) -> Command:  # noqa: ANN401  (Qt's macro)
    """A command that moves a border of the annotation in hand."""
    return Command(id, text, keys, "mark", in_pane=True, on_annotation=True)


COMMANDS: tuple[Command, ...] = (
    _of("project", "new_project", _T("commands", "New project…"), "Ctrl+N"),
    _of("project", "open_project", _T("commands", "Open project…"), "Ctrl+O"),
    _of("project", "open_sample", _T("commands", "Try the sample")),
    _of("project", "import_files", _T("commands", "Import articles…"), "Ctrl+Shift+I"),
    _of("project", "export_corpus", _T("commands", "Export…"), "Ctrl+E"),
    _of("project", "suggest_all", _T("commands", "Suggest for all articles")),
    _of("project", "show_suggesters", _T("commands", "Suggesters…"), "Ctrl+Shift+S"),
    _of("project", "learn_from_me", _T("commands", "Learn from my annotations")),
    _of("project", "edit_scheme", _T("commands", "Edit the scheme…")),
    _of("project", "import_scheme", _T("commands", "Import a scheme…")),
    _of("project", "export_scheme", _T("commands", "Export the scheme…")),
    _of("project", "assign_articles", _T("commands", "Assign articles…")),
    _of("project", "hand_out", _T("commands", "Hand out…")),
    _of("project", "merge_copies", _T("commands", "Merge copies…")),
    _of("project", "restore_backup", _T("commands", "Backups…")),
    _of("project", "compact_journal", _T("commands", "Pack the old journal")),
    _of("project", "switch_annotator", _T("commands", "Work as another person…")),
    _of("project", "quit", _T("commands", "Quit"), "Ctrl+Q"),
    _of("edit", "undo", _T("commands", "Undo"), "Ctrl+Z"),
    _of("edit", "redo", _T("commands", "Redo"), "Ctrl+Shift+Z", "Ctrl+Y"),
    _of("edit", "history", _T("commands", "History"), "Ctrl+H"),
    _of("edit", "show_as_it_was", _T("commands", "Show the text as it was then")),
    _of("edit", "take_step_back", _T("commands", "Take back this step of the history")),
    _in_pane("edit", "copy", _T("commands", "Copy the selected text"), "Ctrl+C"),
    _of("edit", "find", _T("commands", "Find in this article"), "Ctrl+F"),
    _of("edit", "find_everywhere", _T("commands", "Find in all articles"), "Ctrl+Shift+F"),
    _of("edit", "next_hit", _T("commands", "Next place found"), "F3"),
    _of("edit", "previous_hit", _T("commands", "Place found before"), "Shift+F3"),
    _in_pane("mark", "layer_entity", _T("commands", "Entity, then a digit"), "E"),
    _in_pane("mark", "layer_claim", _T("commands", "Claim, then a digit"), "C"),
    _in_pane("mark", "layer_event", _T("commands", "Event, then a digit"), "V"),
    _in_pane("mark", "layer_framing", _T("commands", "Framing, then a digit"), "F"),
    _in_pane("mark", "same_label", _T("commands", "The same label again; leave unset"), "Space"),
    _in_pane("mark", "accept", _T("commands", "Accept"), "Return", "Enter"),
    _in_pane("mark", "reject", _T("commands", "Reject"), "Backspace"),
    _in_pane("mark", "accept_many", _T("commands", "Accept all of a label…"), "Shift+Return"),
    _in_pane("mark", "delete", _T("commands", "Delete the annotation"), "Del"),
    _in_pane("mark", "fragment", _T("commands", "Add as a fragment"), "B"),
    _in_pane("mark", "attributes", _T("commands", "Attributes, by digits"), "A"),
    _in_pane("mark", "relation", _T("commands", "Relation, by digits"), "R"),
    _in_pane("mark", "note", _T("commands", "Note"), "M"),
    _in_pane("mark", "unsure", _T("commands", "Unsure"), "Q"),
    _of("mark", "show_questions", _T("commands", "Questions and answers"), "Ctrl+Shift+Q"),
    _in_pane("mark", "guideline", _T("commands", "Guideline"), "G"),
    _in_pane("mark", "occurrences", _T("commands", "Every occurrence"), "O"),
    _border("end_left", _T("commands", "End one word left"), "J"),
    _border("end_right", _T("commands", "End one word right"), "K"),
    _border("start_left", _T("commands", "Start one word left"), "U"),
    _border("start_right", _T("commands", "Start one word right"), "I"),
    _border("end_left_by_character", _T("commands", "End one character left"), "Ctrl+J"),
    _border("end_right_by_character", _T("commands", "End one character right"), "Ctrl+K"),
    _border("start_left_by_character", _T("commands", "Start one character left"), "Ctrl+U"),
    _border("start_right_by_character", _T("commands", "Start one character right"), "Ctrl+I"),
    _in_pane("move", "next_ghost", _T("commands", "Next suggestion"), "Tab"),
    _in_pane("move", "previous_ghost", _T("commands", "Previous suggestion"), "Shift+Tab"),
    _in_pane("move", "next_annotation", _T("commands", "Next annotation"), "N"),
    _in_pane("move", "previous_annotation", _T("commands", "Previous annotation"), "Shift+N"),
    _in_pane("move", "grow", _T("commands", "Grow the selection"), "+"),
    _in_pane("move", "shrink", _T("commands", "Shrink the selection"), "-"),
    _in_pane("move", "escape", _T("commands", "Let go"), "Esc"),
    _of("move", "next_part", _T("commands", "Other pane"), "F6"),
    _of("move", "previous_part", _T("commands", "Other pane, backwards"), "Shift+F6"),
    _of("article", "done_and_next", _T("commands", "Done, and next article"), "Ctrl+Return"),
    _of("article", "skip_article", _T("commands", "Skip, with a reason…"), "Ctrl+Shift+Return"),
    _of("article", "next_article", _T("commands", "Next article"), "Ctrl+PgDown"),
    _of("article", "previous_article", _T("commands", "Previous article"), "Ctrl+PgUp"),
    _of("article", "show_feedback", _T("commands", "What adjudication changed"), "Ctrl+G"),
    _of("article", "order_by_gain", _T("commands", "Order by expected gain"), "Ctrl+Shift+G"),
    _of("article", "filter_articles", _T("commands", "Filter the articles"), "Ctrl+Shift+L"),
    _of("article", "change_split", _T("commands", "Part in the split…")),
    _of("article", "fold_twins", _T("commands", "Unfold or fold near-duplicates"), "Ctrl+D"),
    _of("article", "carry_to_twins", _T("commands", "Carry to near-duplicates…"), "Ctrl+Shift+D"),
    _of("article", "fold_all_twins", _T("commands", "Unfold or fold all near-duplicates")),
    _in_pane("article", "article_labels", _T("commands", "Labels of the article"), "T"),
    _of("article", "correct_text", _T("commands", "Correct the text…"), "F2"),
    _of("review", "compare_again", _T("commands", "Compare and measure again"), "F5"),
    _of("review", "settle_all_agreed", _T("commands", "Take everything that all agree on…")),
    _of("review", "write_report", _T("commands", "Write the report…")),
    _of("review", "save_heat_map", _T("commands", "Save the heat map as a picture…")),
    _in_lanes("next_open_place", _T("commands", "Next open place"), "Tab"),
    _in_lanes("next_place", _T("commands", "Next place"), "N"),
    _in_lanes("previous_place", _T("commands", "Place before"), "Shift+N"),
    _in_lanes("nothing_here", _T("commands", "Nothing is here"), "0"),
    _in_lanes("take_agreed", _T("commands", "Take all here that agree"), "="),
    _in_lanes("merge_borders", _T("commands", "Merge the borders"), "B"),
    _in_lanes("write_own", _T("commands", "Write my own…"), "W"),
    _in_lanes("take_relations", _T("commands", "Take the relations of a lane"), "R"),
    _in_lanes("leave_open", _T("commands", "Leave it open"), "L"),
    _in_lanes("ask_why", _T("commands", "Say why"), "M"),
    _in_lanes("unsettle", _T("commands", "Take the decision back"), "Del", "Backspace"),
    _in_lanes("show_names", _T("commands", "Show whose lanes they are"), "V"),
    _in_lanes("leave_lanes", _T("commands", "Back to the list"), "Esc"),
    _of("corpus", "save_picture", _T("commands", "Save the picture…"), "Ctrl+Shift+E"),
    _of("corpus", "copy_table", _T("commands", "Copy the table"), "Ctrl+Shift+C"),
    _of("corpus", "write_counts", _T("commands", "Write all as a page…")),
    _of("view", "show_annotate", _T("commands", "Annotate"), "Alt+1"),
    _of("view", "show_review", _T("commands", "Review"), "Alt+2"),
    _of("view", "show_corpus", _T("commands", "Corpus"), "Alt+3"),
    _of("view", "zoom_in", _T("commands", "Larger text"), "Ctrl++", "Ctrl+="),
    _of("view", "zoom_out", _T("commands", "Smaller text"), "Ctrl+-"),
    _of("view", "serif_face", _T("commands", "Text with serifs")),
    _of("view", "sans_face", _T("commands", "Text without serifs")),
    _of("view", "system_face", _T("commands", "Text in the system's face")),
    _of("view", "narrow_measure", _T("commands", "Narrow column")),
    _of("view", "normal_measure", _T("commands", "Normal column")),
    _of("view", "wide_measure", _T("commands", "Wide column")),
    _of("view", "show_tags", _T("commands", "Labels at all marks"), "Ctrl+L"),
    _of("view", "focus_entity", _T("commands", "Only entities"), "Ctrl+1"),
    _of("view", "focus_claim", _T("commands", "Only claims"), "Ctrl+2"),
    _of("view", "focus_event", _T("commands", "Only events"), "Ctrl+3"),
    _of("view", "focus_framing", _T("commands", "Only framing"), "Ctrl+4"),
    _of("view", "focus_all", _T("commands", "All layers"), "Ctrl+0"),
    _of("view", "show_entity", _T("commands", "Show entity suggestions")),
    _of("view", "show_claim", _T("commands", "Show claim suggestions")),
    _of("view", "show_event", _T("commands", "Show event suggestions")),
    _of("view", "show_framing", _T("commands", "Show framing suggestions")),
    _in_pane("view", "surer_ghosts", _T("commands", "Only surer suggestions"), "."),
    _in_pane("view", "more_ghosts", _T("commands", "Less sure suggestions too"), ","),
    _of("view", "light_theme", _T("commands", "Light")),
    _of("view", "dark_theme", _T("commands", "Dark")),
    _of("view", "system_theme", _T("commands", "As the system")),
    _of("view", "system_language", _T("commands", "Language: as the system")),
    _of("view", "english", _T("commands", "Language: English")),
    _of("view", "german", _T("commands", "Language: Deutsch")),
    _of("help", "show_palette", _T("commands", "All commands…"), "Ctrl+K", "Ctrl+Shift+P"),
    _of("help", "show_manual", _T("commands", "Manual"), "F1"),
    _of("help", "show_keys", _T("commands", "Keys"), "Ctrl+F1"),
    _of("help", "show_news", _T("commands", "What is new")),
    _of("help", "open_log_folder", _T("commands", "Open the folder of the log")),
)


# What writes into the project, and is off where that is only read.
WRITING = frozenset(
    {
        *("import_files", "suggest_all", "show_suggesters", "learn_from_me", "edit_scheme"),
        *("import_scheme", "assign_articles", "merge_copies", "restore_backup", "compact_journal"),
        *("switch_annotator", "undo", "redo", "take_step_back", "carry_to_twins", "correct_text"),
        *("done_and_next", "skip_article", "article_labels", "settle_all_agreed"),
        *("same_label", "accept", "reject", "accept_many", "delete", "fragment", "attributes"),
        *("relation", "note", "unsure", "occurrences"),
        *("nothing_here", "take_agreed", "merge_borders", "write_own", "take_relations"),
        *("leave_open", "ask_why", "unsettle"),
        *(command.id for command in COMMANDS if command.on_annotation),
        *(command.id for command in COMMANDS if command.id.startswith("layer_")),
    }
)


def layer_keys(layers: Iterable[Layer]) -> ChangedKeys:
    """The letters that a scheme gives its layers, as the keys of the commands that pick them."""
    return {f"layer_{layer.id}": (layer.key.upper(),) for layer in layers if layer.key}


def meaning_in_pane(key: str) -> str:
    """What a key means in the pane besides picking a layer, in the user's language; else empty."""
    return next(
        (
            command.shown()
            for command in COMMANDS
            if command.in_pane and key in command.keys and not command.id.startswith("layer_")
        ),
        "",
    )


def shown_keys(keys: Sequence[str]) -> str:
    """Keys as they are called in the user's language and on their keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)


def translated(text: Any) -> str:  # noqa: ANN401  (what Qt's macro returns)
    """A text of this table in the user's language."""
    return translate("commands", text)
