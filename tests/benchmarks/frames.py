"""How long the window cannot answer while it carries out each of its commands, on a big project.

Every command of the table that leaves the window open is said, from the same place: a megabyte with
ten thousand marks and as many suggestions is in hand, in a project of ten thousand articles. Acts
that need more than a command are played to their end as well: the scheme is merged, all suggestions
are accepted, the text is corrected. A timer that is due at every turn of the event loop notes the
time between its turns, until nothing is at work any more. Two seconds of an idle loop are timed in
the same run, and the longest of its turns is taken off.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.benchmarks.corpora import Corpus, write_lines
from tests.benchmarks.large import large_project
from tests.benchmarks.measuring import Result, Scale
from tests.benchmarks.windows import Shown, application, shown
from workbench.domain.annotator import Annotator
from workbench.domain.scheme_places import labels_of
from workbench.domain.span import Span
from workbench.operations import backups, people, projects
from workbench.operations.importing import import_paths
from workbench.operations.progress import finish
from workbench.settings.resources import resources_folder
from workbench.store import articles, suggestions
from workbench.store.project import Project
from workbench.ui.annotate.pages.correction import CorrectionPage
from workbench.ui.annotate.pages.occurrences import OccurrencesPage
from workbench.ui.annotate.pages.offers import OffersPage
from workbench.ui.annotate.text_editor import TextEditor
from workbench.ui.ask import Ask
from workbench.ui.backups_dialog import BackupsDialog
from workbench.ui.commands import COMMANDS, Command
from workbench.ui.jobs import Jobs
from workbench.ui.people_dialog import PersonAnswer
from workbench.ui.preferences import Preferences
from workbench.ui.scheme.editor import SchemeEditor
from workbench.ui.scheme.proposal_dialog import ProposalDialog
from workbench.ui.scheme.tree import SchemeTree
from workbench.ui.window import Window

W = TypeVar("W", bound=QWidget)
USER = "ann"
EVERY = 2  # milliseconds
REST = 0.4  # seconds without anything at work, after which an act has come to its end
IDLE = 2.0  # seconds
LONGEST = 20.0  # seconds after which what is at work is cancelled
LOOK = 600  # milliseconds that a dialog is looked at before it is agreed to
ONE_FRAME = 16.7  # milliseconds
BUDGET = 100.0  # milliseconds: what opening the long article may take
TOLD = 15  # commands that are named

# These close the window, leave the project, or ask the desktop.
LEAVING = frozenset(
    {
        *("new_project", "open_project", "open_sample", "quit"),
        *("system_language", "english", "german", "open_log_folder"),
    }
)
# What a person says to be measured at last, since it takes part of the big project away.
LAST = ("undo", "redo")


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """The longest stall of every command, the worst first, and how many are over a frame."""
    application()
    Preferences().change(user=USER)
    path = _project(folder / "big.workbench", folder / "long.jsonl", scale)
    with shown(path, ask=lambda window: Agreeing(window, folder)) as window:
        stalls = list(_Round(window, scale).stalls())
    worst = sorted(stalls, key=lambda stall: -stall.seconds)
    for stall in worst[:TOLD]:
        note = f"{stall.worked * 1000:.0f} ms of it work"
        yield Result(f"stall of {stall.act}", stall.seconds * 1000, "ms worst", BUDGET, note=note)
    over = sum(stall.seconds * 1000 > ONE_FRAME for stall in stalls)
    note = f"{over} of {len(stalls)} over a frame of {ONE_FRAME} ms"
    yield Result("worst stall of all commands", worst[0].seconds * 1000, "ms", BUDGET, note=note)


@dataclass(frozen=True, slots=True)
class Stall:
    """How long the window could not answer while something was done, and what of it was work.

    The rest it waited: for the disk, or for another thread or program to let it go on.
    """

    act: str
    seconds: float
    worked: float


# --- the big project


def _project(path: Path, lines: Path, scale: Scale) -> Path:
    """Many articles that two people have finished, and last the long one, with its suggestions."""
    large_project(path, scale.project_articles)
    corpus = Corpus()
    line = corpus.line_with_suggestions(corpus.text(scale.characters), scale.marks, [USER])
    write_lines(lines, [line | {"title": "The long one"}])
    project = projects.open_(path)
    try:
        _bring_in(project, lines)
    finally:
        project.close()
    return path


def _bring_in(project: Project, lines: Path) -> None:
    """Import the long article for a reviewer, and let no suggester read the others."""
    who = people.annotator_named(project, USER)
    people.with_role(project, annotator=who, role="reviewer")
    finish(import_paths(project, [lines], annotator=who))
    with project.transaction("suggest", person=who.id, kind="record") as transaction:
        ids = [article.id for article in articles.list_articles(transaction)]
        suggestions.mark_seen(transaction, ids, "news-en", "1")
    backups.keep(project)


# --- the person


class Agreeing(Ask):
    """Agrees to every dialog once it was looked at, but for those that put another project here."""

    def __init__(self, window: Window, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder

    def answered(self, dialog: QDialog) -> bool:
        """Whether a dialog was agreed to."""
        agreed = not isinstance(dialog, BackupsDialog | ProposalDialog)
        looked = QTimer(dialog)
        looked.timeout.connect(lambda: self._go_on(dialog, agreed=agreed))
        looked.start(LOOK)
        return bool(dialog.exec())

    def _go_on(self, dialog: QDialog, *, agreed: bool) -> None:
        """Close a dialog, unless it waits for something."""
        if not _busy(self._window):
            dialog.done(int(agreed))

    def text(self, question: str, present: str = "") -> str:
        """A line of text."""
        return present or question

    def sure(self, question: str) -> bool:
        """Whether something that takes work away is wanted."""
        return bool(question)

    def person(self, known: Sequence[Annotator], present: str) -> PersonAnswer | None:
        """Who works on: still the same person."""
        return PersonAnswer(present, "reviewer") if known else None

    def files_to_import(self) -> list[Path]:
        """The long article once more."""
        return [self._folder / "long.jsonl"]

    def file_to_write(self, suggested: str) -> Path | None:
        """Where to write."""
        return self._folder / suggested

    def share_to_write(self, name: str) -> Path | None:
        """Where to write a share."""
        return self._folder / f"{name}-share.workbench"

    def copies_to_merge(self) -> list[Path]:
        """No copies: merging is measured by what it writes."""
        return []

    def scheme_to_read(self) -> Path | None:
        """The scheme that is there already."""
        return resources_folder() / "schemes" / "minimal.yaml"


def _busy(window: Window) -> bool:
    """Whether anything is at work beside the window."""
    return any(jobs.busy() for jobs in window.findChildren(Jobs))


# --- the round


def _now() -> tuple[float, float]:
    """The time on the wall, and what this thread has worked, in seconds."""
    return time.perf_counter(), time.thread_time()


class _Round:
    """Goes through all that can be said, each from the same place."""

    def __init__(self, window: Shown, scale: Scale) -> None:
        self._window, self._watched = window, IDLE * scale.idle
        self._commands: Sequence[Command] = COMMANDS[:: scale.commands]
        listed = articles.list_articles(window.session.project)
        self._long = next(article.id for article in listed if article.title == "The long one")
        self._idle = 0.0

    def stalls(self) -> Iterator[Stall]:
        """The stalls of all commands, and of the acts that take more than one."""
        self._begin()
        self._idle = self._longest(lambda: None, at_least=self._watched)[0]
        for command in self._commands:
            if command.id not in LEAVING and command.id not in LAST:
                self._begin(review=command.menu == "review")
                yield self._stall(command.id, partial(self._say, command.id))
        for name, act in _ACTS.items():
            self._begin()
            yield self._stall(name, partial(act, self._window))
            for turn in LAST:
                yield self._stall(f"{turn}: {name}", partial(self._say, turn))

    def _begin(self, *, review: bool = False) -> None:
        """Take the long article in hand with one of its marks, and close what was opened."""
        window = self._window
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu) and widget.isVisible():
                widget.close()
        self._say("show_annotate")
        window.session.open_article(self._long)
        window.workspace.show_inspector()
        self._say("focus_all")
        window.pane.setFocus()
        window.pane.focus_mark(next(iter(window.workspace.annotations())).id)
        if review:
            self._say("show_review")
        self._rest()

    def _say(self, command: str) -> None:
        self._window.program.window.dispatch.say(command)

    def _stall(self, name: str, act: Callable[[], object]) -> Stall:
        seconds, worked = self._longest(act)
        return Stall(name, max(0.0, seconds - self._idle), worked)

    def _longest(self, act: Callable[[], object], *, at_least: float = 0.0) -> tuple[float, float]:
        """The longest time between two turns of the event loop from an act until all is quiet.

        Beside it is the processor time of this thread in it.
        """
        turns = [_now()]
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: turns.append(_now()))
        timer.start(EVERY)
        QTimer.singleShot(0, act)
        self._rest(at_least=at_least)
        timer.stop()
        return max((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(turns))

    def _rest(self, *, at_least: float = 0.0) -> None:
        """Let the event loop turn until nothing has been at work for a while."""
        window, loop, look = self._window.program.window, QEventLoop(), QTimer()
        begun = quiet = time.perf_counter()

        def on_look() -> None:
            nonlocal quiet
            now = time.perf_counter()
            if _busy(window):
                quiet = now
            if now - begun > LONGEST:
                for jobs in window.findChildren(Jobs):
                    jobs.cancel()
            if now - quiet > REST and now - begun > at_least:
                loop.quit()

        look.timeout.connect(on_look)
        look.start(50)
        loop.exec()
        look.stop()


# --- acts that take more than a command


def _part(window: Shown, kind: type[W]) -> W:
    """The one part of the workspace that is of a kind."""
    found = window.workspace.findChild(kind)
    assert found is not None
    return found


def _merge_labels(window: Shown) -> None:
    """Let one label take the place of another that thousands of marks have."""
    window.program.window.dispatch.say("edit_scheme")
    editor = next(w for w in QApplication.topLevelWidgets() if isinstance(w, SchemeEditor))
    tree = editor.findChild(SchemeTree)
    assert tree is not None
    tree.go_to((labels_of("entity"), "person"))
    editor.remove()


def _once_listed(window: Shown, act: Callable[[], object]) -> None:
    """Go on once what was looked for is listed, which follows the end of the look."""
    lookups = window.program.window.lookups
    lookups.finished.connect(
        lambda _name, _report: QTimer.singleShot(0, act),
        Qt.ConnectionType.SingleShotConnection,
    )


def _accept_all(window: Shown) -> None:
    """Accept all suggestions of a label."""
    window.program.window.dispatch.say("accept_many")
    _once_listed(window, _part(window, OffersPage).accepted.emit)


def _mark_occurrences(window: Shown) -> None:
    """Mark every occurrence of a common word in the long article."""
    start = window.pane.text().index("the ")
    window.pane.select(Span(start, start + 3))
    window.program.window.dispatch.say("occurrences")
    _once_listed(window, _part(window, OccurrencesPage).marked.emit)


def _correct(window: Shown) -> None:
    """Put a word before the long text, and apply that."""
    window.program.window.dispatch.say("correct_text")
    editor, page = (
        window.workspace.findChild(TextEditor),
        window.workspace.findChild(CorrectionPage),
    )
    assert editor is not None
    assert page is not None
    editor.textCursor().insertText("Corrected ")
    QTimer.singleShot(LOOK, page.applied.emit)


def _rewrite(window: Shown) -> None:
    """Put another text of that length in the place of the long one, look at it, and drop it."""
    window.program.window.dispatch.say("correct_text")
    editor, page = (
        window.workspace.findChild(TextEditor),
        window.workspace.findChild(CorrectionPage),
    )
    assert editor is not None
    assert page is not None
    words = window.pane.text().split(" ")
    random.Random(7).shuffle(words)  # noqa: S311 - reproducible, not secret
    editor.setPlainText(" ".join(word[::-1] for word in words))
    QTimer.singleShot(LOOK, page.cancelled.emit)


_ACTS = {
    "merging labels": _merge_labels,
    "accepting all of a label": _accept_all,
    "marking all occurrences": _mark_occurrences,
    "correcting the long text": _correct,
    "rewriting the long text": _rewrite,
}
