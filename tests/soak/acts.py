"""What somebody does at the window all day, by its keys and commands, and how often.

Each act leaves the window as it found it but for the work: what came up is gone again, and the
reading pane has the focus.
"""

import random
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from workbench.domain.span import Span
from workbench.operations import recipes
from workbench.operations.recipes import Recipe
from workbench.store import articles
from workbench.ui.annotate.workspace import Workspace
from workbench.ui.application import Program
from workbench.ui.window import Window

_KEYS = {
    "relabel": ("N", "2", "Escape"),
    "remove": ("N", "Del"),
    "move a border": ("N", "K", "Escape"),
    "accept": ("Tab", "Return", "Escape"),
    "reject": ("Tab", "Backspace", "Escape"),
}
_COMMANDS = {
    "undo": ("undo",),
    "redo": ("redo",),
    "next article": ("next_article",),
    "previous article": ("previous_article",),
    "done": ("done_and_next", "done_and_next"),
    "zoom": ("zoom_in", "zoom_out"),
    "review": ("show_review", "show_annotate"),
    "history": ("history", "history"),
    "one layer": ("focus_entity", "focus_all"),
    "theme": ("dark_theme", "light_theme"),
}
_OFTEN = {
    "mark": 24, "claim": 6, "accept": 14, "reject": 8, "relabel": 6, "remove": 8,
    "move a border": 4, "undo": 8, "redo": 4, "next article": 8, "previous article": 2, "done": 4,
    "find": 2, "find everywhere": 1, "filter": 1, "palette": 1, "zoom": 1, "review": 1,
    "history": 1, "one layer": 1, "theme": 0.2, "look at another article": 2,
}  # fmt: skip
_WORDS = ("harbour", "minister", "talks", "Monday", "strait")
JOBS_EVERY = 1_000  # acts


class Acts:
    """One person's acts, at random, in the window of a program."""

    def __init__(self, program: Program, chance: random.Random, folder: Path) -> None:
        self._program = program
        self._chance = chance
        self._folder = folder
        self._count = count(1)
        own = ("mark", "claim", "find", "find everywhere", "filter", "palette")
        self._own: dict[str, Callable[[], None]] = {
            name: getattr(self, name.replace(" ", "_")) for name in own
        }
        self._own["look at another article"] = self.look
        assert program.window.session is not None
        self._articles = [a.id for a in articles.list_articles(program.window.session.project)]
        self._names, self._weights = list(_OFTEN), list(_OFTEN.values())
        self._unseen = list(_OFTEN)

    @property
    def window(self) -> Window:
        return self._program.window

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    def do_one(self) -> None:
        """Do one thing or another, at first each of them once, so that all is loaded that there is.

        Now and then a job begins beside it.
        """
        if next(self._count) % JOBS_EVERY == 1:
            self._begin_jobs()
        (name,) = self._unseen[:1] or self._chance.choices(self._names, self._weights)
        del self._unseen[:1]
        if name in self._own:
            self._own[name]()
        elif name in _KEYS:
            press(self.workspace.pane, _KEYS[name])
        else:
            self._say(*_COMMANDS[name])
        self.workspace.pane.setFocus()

    def rest(self) -> None:
        """Put everything as it was in the beginning: the first article in hand, no mark of it."""
        self._say("show_annotate")
        press(self.workspace.pane, ("Escape", "Escape"))
        session = self.window.session
        assert session is not None
        self.workspace.show_inspector()
        session.open_article(self._articles[0])

    def _say(self, *commands: str) -> None:
        for command in commands:
            self.window.dispatch.say(command)

    # --- acts

    def mark(self) -> None:
        self._select()
        press(self.workspace.pane, ("E", self._chance.choice("123"), "Escape"))

    def claim(self) -> None:
        self._select()
        press(self.workspace.pane, ("C", "1", "Escape", "Escape"))

    def find(self) -> None:
        self._say("find")
        self._type(self._chance.choice(_WORDS), "Return", "Escape")
        self.workspace.show_inspector()

    def find_everywhere(self) -> None:
        self._say("find_everywhere")
        self._type(self._chance.choice(_WORDS), "Escape")
        self.workspace.show_inspector()

    def filter(self) -> None:
        self._say("filter_articles")
        press(_focused(), ("Down",))
        self.workspace.list.filter.clear()
        self._say("filter_articles")

    def palette(self) -> None:
        self._say("show_palette")
        self._type("zoom", "Escape")

    def look(self) -> None:
        """Open one of the articles, as a click in the list does."""
        assert self.window.session is not None
        self.window.session.open_article(self._chance.choice(self._articles))

    def _select(self) -> None:
        """Select some word of the article."""
        pane = self.workspace.pane
        word = self._chance.choice(pane.text().split())
        start = pane.text().index(word)
        pane.select(Span(start, start + len(word)))

    def _type(self, words: str, *keys: str) -> None:
        QTest.keyClicks(_focused(), words)
        press(_focused(), keys)

    # --- jobs

    def _begin_jobs(self) -> None:
        """Take in what is known already, and write a corpus."""
        session = self.window.session
        assert session is not None
        self._program.corpus.take_files([self._folder / "again.jsonl"])
        project, who, out = session.project, session.annotator, self._folder / "out.jsonl"
        out.unlink(missing_ok=True)
        self.window.jobs.run(
            "export",
            lambda worker: recipes.run(
                project, out, recipe=Recipe("jsonl"), annotator=who, worker=worker
            ),
        )


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(widget: QWidget, keys: Sequence[str]) -> None:
    """Press keys, each as in "Ctrl+K"."""
    for key in keys:
        QTest.keySequence(widget, QKeySequence(key))
