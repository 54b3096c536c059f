"""One table of everything that a person can say to the window.

Menus, shortcuts, the palette and the help sheet are made from it. A command's id is the name of the
method that carries it out. Commands of the pane act while the reading pane has the focus: it is
read-only, so that letters are free; the others act everywhere.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to say: the method's name, its text, its keys, and the menu that shows it."""

    id: str
    text: Any
    keys: tuple[str, ...]
    menu: str
    in_pane: bool = False

    def shown(self) -> str:
        """The text in the user's language."""
        return translated(self.text)


_T = QT_TRANSLATE_NOOP

MENUS = {
    "project": _T("commands", "Project"),
    "edit": _T("commands", "Edit"),
    "mark": _T("commands", "Mark"),
    "move": _T("commands", "Move"),
    "article": _T("commands", "Article"),
    "view": _T("commands", "View"),
    "help": _T("commands", "Help"),
}

COMMANDS: tuple[Command, ...] = (
    Command("new_project", _T("commands", "New project…"), ("Ctrl+N",), "project"),
    Command("open_project", _T("commands", "Open project…"), ("Ctrl+O",), "project"),
    Command("open_sample", _T("commands", "Try the sample"), (), "project"),
    Command("import_files", _T("commands", "Import articles…"), ("Ctrl+Shift+I",), "project"),
    Command("export_corpus", _T("commands", "Export…"), ("Ctrl+E",), "project"),
    Command("suggest_all", _T("commands", "Suggest for all articles"), (), "project"),
    Command("switch_annotator", _T("commands", "Work as another person…"), (), "project"),
    Command("quit", _T("commands", "Quit"), ("Ctrl+Q",), "project"),
    Command("undo", _T("commands", "Undo"), ("Ctrl+Z",), "edit"),
    Command("redo", _T("commands", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "edit"),
    Command("copy", _T("commands", "Copy the selected text"), ("Ctrl+C",), "edit", in_pane=True),
    Command("layer_entity", _T("commands", "Entity, then a digit"), ("E",), "mark", in_pane=True),
    Command("layer_claim", _T("commands", "Claim, then a digit"), ("C",), "mark", in_pane=True),
    Command("layer_event", _T("commands", "Event, then a digit"), ("V",), "mark", in_pane=True),
    Command("layer_framing", _T("commands", "Framing, then a digit"), ("F",), "mark", in_pane=True),
    Command("same_label", _T("commands", "The same label again"), ("Space",), "mark", in_pane=True),
    Command("accept", _T("commands", "Accept"), ("Return", "Enter"), "mark", in_pane=True),
    Command("reject", _T("commands", "Reject"), ("Backspace",), "mark", in_pane=True),
    Command("delete", _T("commands", "Delete the annotation"), ("Del",), "mark", in_pane=True),
    Command("fragment", _T("commands", "Add as a fragment"), ("B",), "mark", in_pane=True),
    Command("attributes", _T("commands", "Attributes, by digits"), ("A",), "mark", in_pane=True),
    Command("note", _T("commands", "Note"), ("M",), "mark", in_pane=True),
    Command("unsure", _T("commands", "Unsure"), ("Q",), "mark", in_pane=True),
    Command("end_left", _T("commands", "End one word left"), ("J",), "mark", in_pane=True),
    Command("end_right", _T("commands", "End one word right"), ("K",), "mark", in_pane=True),
    Command("start_left", _T("commands", "Start one word left"), ("U",), "mark", in_pane=True),
    Command("start_right", _T("commands", "Start one word right"), ("I",), "mark", in_pane=True),
    Command(
        "end_left_by_character",
        _T("commands", "End one character left"),
        ("Ctrl+J",),
        "mark",
        in_pane=True,
    ),
    Command(
        "end_right_by_character",
        _T("commands", "End one character right"),
        ("Ctrl+K",),
        "mark",
        in_pane=True,
    ),
    Command(
        "start_left_by_character",
        _T("commands", "Start one character left"),
        ("Ctrl+U",),
        "mark",
        in_pane=True,
    ),
    Command(
        "start_right_by_character",
        _T("commands", "Start one character right"),
        ("Ctrl+I",),
        "mark",
        in_pane=True,
    ),
    Command("next_ghost", _T("commands", "Next suggestion"), ("Tab",), "move", in_pane=True),
    Command(
        "previous_ghost",
        _T("commands", "Previous suggestion"),
        ("Shift+Tab",),
        "move",
        in_pane=True,
    ),
    Command("next_annotation", _T("commands", "Next annotation"), ("N",), "move", in_pane=True),
    Command(
        "previous_annotation",
        _T("commands", "Previous annotation"),
        ("Shift+N",),
        "move",
        in_pane=True,
    ),
    Command("grow", _T("commands", "Grow the selection"), ("+",), "move", in_pane=True),
    Command("shrink", _T("commands", "Shrink the selection"), ("-",), "move", in_pane=True),
    Command("escape", _T("commands", "Let go"), ("Esc",), "move", in_pane=True),
    Command("next_part", _T("commands", "Other pane"), ("F6",), "move"),
    Command("previous_part", _T("commands", "Other pane, backwards"), ("Shift+F6",), "move"),
    Command("done_and_next", _T("commands", "Done, and next article"), ("Ctrl+Return",), "article"),
    Command(
        "skip_article", _T("commands", "Skip, with a reason…"), ("Ctrl+Shift+Return",), "article"
    ),
    Command("next_article", _T("commands", "Next article"), ("Ctrl+PgDown",), "article"),
    Command("previous_article", _T("commands", "Previous article"), ("Ctrl+PgUp",), "article"),
    Command("zoom_in", _T("commands", "Larger text"), ("Ctrl++",), "view"),
    Command("zoom_out", _T("commands", "Smaller text"), ("Ctrl+-",), "view"),
    Command("show_entity", _T("commands", "Show entity suggestions"), (), "view"),
    Command("show_claim", _T("commands", "Show claim suggestions"), (), "view"),
    Command("show_event", _T("commands", "Show event suggestions"), (), "view"),
    Command("show_framing", _T("commands", "Show framing suggestions"), (), "view"),
    Command("light_theme", _T("commands", "Light"), (), "view"),
    Command("dark_theme", _T("commands", "Dark"), (), "view"),
    Command("system_theme", _T("commands", "As the system"), (), "view"),
    Command("show_keys", _T("commands", "Keys"), ("F1",), "help"),
)


def translated(text: Any) -> str:  # noqa: ANN401  (what Qt's macro returns)
    """A text of this table in the user's language."""
    return QCoreApplication.translate("commands", text)
