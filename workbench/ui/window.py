"""The window: it puts panels together and does nothing else.

Before a project is open it shows the start screen. Menus and shortcuts are made from the table of
commands; who carries one out is found by `dispatch`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.ui.annotate.acts import all_acts
from workbench.ui.annotate.choosing.tagging import Tagging
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.key_router import KeyRouter
from workbench.ui.annotate.workspace import Workspace
from workbench.ui.ask import Ask
from workbench.ui.bars import MessageBar, Notice, ProgressLine, TopBar
from workbench.ui.commands import (
    COMMANDS,
    MENUS,
    WRITING,
    ChangedKeys,
    layer_keys,
    shown_keys,
    translated,
)
from workbench.ui.dispatch import Dispatch
from workbench.ui.farewell import part_with
from workbench.ui.handover import Handover
from workbench.ui.jobs import QUIETER, Jobs
from workbench.ui.messages import sentence
from workbench.ui.on_screen import begin_with
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.theme import DARK as DARK_PANE
from workbench.ui.pane.theme import LIGHT as LIGHT_PANE
from workbench.ui.rail import ANNOTATE, Rail
from workbench.ui.session import Session
from workbench.ui.start import StartScreen
from workbench.ui.theme import DARK, LIGHT, Tokens, stylesheet

if TYPE_CHECKING:
    from workbench.ui.corpus.workspace import CorpusWorkspace
    from workbench.ui.review.workspace import ReviewWorkspace

    Room = Workspace | ReviewWorkspace | CorpusWorkspace


class Window(QMainWindow):
    """The one window of the program."""

    files_dropped = Signal(list)
    session_shown = Signal(object)  # Session
    session_leaving = Signal()
    closing = Signal()
    keys_given = Signal(object)  # ChangedKeys
    tokens_changed = Signal(object)  # Tokens
    pane_added = Signal(object)  # ReadingPane

    def __init__(self, ask: Ask | None = None) -> None:
        super().__init__()
        self.ask = ask or Ask(self)
        self.jobs = Jobs(self, niceness=QUIETER)
        self.following: Handover | None = None
        # What a person waits for, so that it need not wait for a long job: what they look up, and
        # suggestions for the article in hand. Neither waits for the other.
        self.lookups = Jobs(self)
        self.reading = Jobs(self)
        self.tokens = LIGHT
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.dispatch = Dispatch()
        self.panes: list[ReadingPane] = []
        self.annotate_acts: tuple[object, ...] = ()
        self._acts: tuple[object, ...] = ()  # of the room in front
        self.parts: Callable[[], list[QWidget]] = list  # what the focus moves between in it
        self._keys: ChangedKeys = {}
        self._router: KeyRouter | None = None
        self._actions: dict[str, QAction] = {}
        self.start = StartScreen(self)
        self.top, self.message, self.progress = TopBar(self), MessageBar(self), ProgressLine(self)
        self.notice = Notice(self)
        self.rail, self.rooms = Rail(self), QStackedWidget(self)
        self._lay_out()
        self.progress.follow(self.jobs)
        for jobs in (self.jobs, self.lookups):
            jobs.refused.connect(self.refuse)
        for jobs in (self.jobs, self.lookups, self.reading):
            jobs.failed.connect(lambda _, reason: self.message.say(reason, alarm=True))
        self.setAcceptDrops(True)
        self.setWindowTitle("Workbench")
        begin_with(self, 1360, 860)

    def _lay_out(self) -> None:
        self.rooms.addWidget(self.start)
        middle, body = QWidget(self), QWidget(self)
        beside = QHBoxLayout(body)
        layout = QVBoxLayout(middle)
        for each in (layout, beside):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        beside.addWidget(self.rail)
        beside.addWidget(self.rooms, 1)
        for part in (self.top, self.notice, self.message, body, self.progress):
            layout.addWidget(part, 1 if part is body else 0)
        self.setCentralWidget(middle)
        self.top.hide()
        self.rail.hide()

    # --- a project

    def show_session(self, session: Session) -> None:
        """Work on a project from now on."""
        self.leave_session()
        session.setParent(self)
        self.session = session
        self.workspace = self._set_up(session)
        self._withhold(session)
        self.show_room(ANNOTATE, self.workspace, self.annotate_acts)
        self._name_things()
        self.set_tokens(self.tokens)
        self.top.show()
        self.rail.show()
        self.session_shown.emit(session)
        self._begin()

    def _withhold(self, session: Session) -> None:
        """Let nothing be written into a project that is only read, and say why."""
        error = UserError("store.only_read", path=session.project.origin)
        only_read = session.project.only_read
        self.dispatch.withhold(WRITING if only_read else (), lambda: self.refuse(error))
        self.notice.say(sentence(error) if only_read else "")

    def _set_up(self, session: Session) -> Workspace:
        """Make the workspace, and those who act in it."""
        workspace = Workspace(session, self)
        hand = Hand(workspace, self.ask, self.lookups)
        hand.hint.connect(self.message.say)
        self.annotate_acts = all_acts(hand)
        self._router = KeyRouter(hand, self.dispatch, self._keys)
        self._give_keys()
        Tagging(hand, self.dispatch)
        session.refused.connect(self.refuse)
        session.warned.connect(self.warn)
        session.acted.connect(self.message.clear)
        session.acts.failed.connect(lambda _, reason: self.message.say(reason, alarm=True))
        self.progress.follow(session.acts)
        session.changed.connect(self._on_changed)
        session.annotator_changed.connect(self._name_things)
        workspace.focus_narrowed.connect(self._name_layers)
        self.rooms.addWidget(workspace)
        self.add_pane(workspace.pane)
        return workspace

    def show_room(self, room: str, page: "Room", acts: Sequence[object]) -> None:
        """Bring a room to the front, with those who act in it; who acted before acts no more."""
        self.dispatch.dismiss(*self._acts)
        self._acts = tuple(acts)
        self.dispatch.enlist(*self._acts)
        self.parts = page.parts
        self.rooms.setCurrentWidget(page)
        self.rail.show_room(room)
        self._show_what_can_be_done()
        page.setFocus()

    def add_pane(self, pane: ReadingPane) -> None:
        """Let a pane look as the person likes to read."""
        self.panes.append(pane)
        self.pane_added.emit(pane)

    def _begin(self) -> None:
        """Open the first article, ready to be worked on."""
        if self.workspace is None or self.session is None:
            return
        first = self.workspace.list.next_article(1)
        if first:
            self.session.open_article(first)
        self.workspace.pane.setFocus()

    def leave_session(self) -> None:
        """Close the project that is open, if any."""
        if self.session is None or self.workspace is None:
            return
        self.session_leaving.emit()
        self.lookups.close()
        self.reading.close()
        self.rooms.removeWidget(self.workspace)
        self.workspace.leave()
        part_with(self.workspace)
        self.session.close()
        self.session.deleteLater()
        self.dispatch.dismiss(*self._acts)
        self.session = self.workspace = self._router = None
        self.panes.clear()
        self._acts, self.parts = (), list
        self.dispatch.withhold((), lambda: None)
        self.notice.say("")
        self.message.forget()
        self.rail.hide()
        self._show_what_can_be_done()

    def _name_things(self) -> None:
        if self.session is not None:
            self.top.show_names(self.session.project.path.stem, self.session.annotator.name)
            self.setWindowTitle(f"{self.session.project.path.stem} – Workbench")

    def _name_layers(self, layers: tuple[str, ...]) -> None:
        if self.session is not None:
            scheme = self.session.scheme
            known = {layer.id: layer.name for layer in scheme.layers}
            only = [known[layer] for layer in layers if layer in known]
            self.top.show_layers(only if len(only) < len(known) else ())

    # --- commands

    def make_menus(self) -> None:
        """Make the menus from the table of commands."""
        menus = {id: self.menuBar().addMenu(translated(text)) for id, text in MENUS.items()}
        for command in COMMANDS:
            action = QAction(command.shown(), self)
            action.triggered.connect(lambda _=False, name=command.id: self.dispatch.say(name))
            menus[command.menu].addAction(action)
            self._actions[command.id] = action
        self._show_what_can_be_done()

    def use_keys(self, changed: ChangedKeys) -> None:
        """Use these keys from now on, in place of those that the table names."""
        self._keys = changed
        self._give_keys()

    def keys(self) -> ChangedKeys:
        """The keys that differ from the table now: the person's own, and the scheme's letters."""
        layers = self.session.scheme.layers if self.session is not None else ()
        return {**layer_keys(layers), **self._keys}

    def _give_keys(self) -> None:
        """Give each command its keys: the person's own, else a layer the letter of the scheme."""
        given = self.keys()
        if self._router is not None:
            self._router.use_keys(given)
        self.keys_given.emit(given)
        for command in COMMANDS:
            action, keys = self._actions[command.id], command.keys_now(given)
            if command.in_pane or command.in_lanes:
                # The pane hears these keys itself; a shortcut would take the letter from editors.
                shown = f"{command.shown()}\t{shown_keys(keys)}" if keys else command.shown()
                action.setText(shown)
            else:
                action.setShortcuts([QKeySequence(key) for key in keys])

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("layer"):
            self._give_keys()

    def _show_what_can_be_done(self) -> None:
        """Grey out the commands that nobody can carry out now."""
        for id, action in self._actions.items():
            action.setEnabled(self.dispatch.find(id) is not None)

    def refuse(self, error: UserError) -> None:
        """Say what could not be done, without stopping anyone."""
        self.message.say(sentence(error), alarm=True)

    def warn(self, error: UserError) -> None:
        """Say what happened without anybody's doing, until it is dismissed."""
        self.message.warn(sentence(error))

    # --- looks

    def wear(self, tokens: Tokens) -> None:
        """Be dressed in these colours, with all that belongs to the window."""
        self.setStyleSheet(stylesheet(tokens))
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Use these colours in everything that paints for itself."""
        self.tokens = tokens
        for pane in self.panes:
            pane.set_theme(DARK_PANE if tokens is DARK else LIGHT_PANE)
        if self.workspace is not None:
            self.workspace.list.set_tokens(tokens)
        self.tokens_changed.emit(tokens)

    def renew(self) -> None:
        """Close, for a window that follows in this one's place."""
        session = self.session
        self.following = Handover(
            project=session.project.origin if session else None,
            article=session.article if session else "",
        )
        self.close()

    # --- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files that were dropped: a project to open, or articles to take in."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go out of sight, stop the jobs and close the project whole, with a backup of it."""
        self.closing.emit()
        self.hide()
        self.jobs.close()
        self.leave_session()
        super().closeEvent(event)
