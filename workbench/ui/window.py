"""The window: it puts panels together and does nothing else.

Before a project is open it shows the start screen. Menus and shortcuts are made from the table of
commands; a command's method is found in the workspace's acts or in the window's own `Verbs`.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from workbench.domain.errors import UserError
from workbench.ui.annotate.acts import Acts
from workbench.ui.annotate.key_router import KeyRouter
from workbench.ui.annotate.tagging import Tagging
from workbench.ui.annotate.workspace import Workspace
from workbench.ui.ask import Ask
from workbench.ui.bars import MessageBar, ProgressLine, TopBar
from workbench.ui.commands import COMMANDS, MENUS, translated
from workbench.ui.jobs import Jobs
from workbench.ui.messages import sentence
from workbench.ui.pane.theme import DARK as DARK_PANE
from workbench.ui.pane.theme import LIGHT as LIGHT_PANE
from workbench.ui.session import Session
from workbench.ui.start import StartScreen
from workbench.ui.theme import DARK, LIGHT, Tokens


class Window(QMainWindow):
    """The one window of the program."""

    files_dropped = Signal(list)
    closing = Signal()

    def __init__(self, ask: Ask | None = None) -> None:
        super().__init__()
        self.ask = ask or Ask(self)
        self.jobs = Jobs(self)
        self.tokens = LIGHT
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.acts: Acts | None = None
        self.start = StartScreen(self)
        self.top, self.message, self.progress = TopBar(self), MessageBar(self), ProgressLine(self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self.progress.cancel_wanted.connect(self.jobs.cancel)
        self.jobs.progressed.connect(self.progress.show_progress)
        self.jobs.finished.connect(self.progress.finish)
        self.jobs.refused.connect(self.refuse)
        self.jobs.failed.connect(lambda _, reason: self.message.say(reason, alarm=True))
        self.setAcceptDrops(True)
        self.setWindowTitle("Workbench")
        self.resize(1360, 860)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.start)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.top, self.message, self._pages, self.progress):
            layout.addWidget(part, 1 if part is self._pages else 0)
        self.setCentralWidget(middle)
        self.top.hide()

    # --- a project

    def show_session(self, session: Session) -> None:
        """Work on a project from now on."""
        self.leave_session()
        session.setParent(self)
        self.session = session
        self.workspace = Workspace(session, self)
        self.acts = Acts(self.workspace, self.ask)
        self.acts.hint.connect(self.message.say)
        KeyRouter(self.workspace.pane, self.acts)
        self.tagging = Tagging(self.workspace, self.acts)
        session.refused.connect(self.refuse)
        session.changed.connect(lambda _: self.message.clear())
        session.annotator_changed.connect(self._name_things)
        self._pages.addWidget(self.workspace)
        self._pages.setCurrentWidget(self.workspace)
        self._name_things()
        self.set_tokens(self.tokens)
        self.top.show()
        first = self.workspace.list.next_article(1)
        if first:
            session.open_article(first)
        self.workspace.pane.setFocus()

    def leave_session(self) -> None:
        """Close the project that is open, if any."""
        if self.session is None or self.workspace is None:
            return
        self._pages.removeWidget(self.workspace)
        self.workspace.deleteLater()
        self.session.close()
        self.session.deleteLater()
        self.session = self.workspace = self.acts = None

    def _name_things(self) -> None:
        if self.session is not None:
            self.top.show_names(self.session.project.path.stem, self.session.annotator.name)
            self.setWindowTitle(f"{self.session.project.path.stem} – Workbench")

    # --- commands

    def make_menus(self, verbs: object) -> None:
        """Make the menus and shortcuts from the table of commands."""
        menus = {id: self.menuBar().addMenu(translated(text)) for id, text in MENUS.items()}
        for command in COMMANDS:
            keys = ", ".join(command.keys)
            action = QAction(command.shown(), self)
            if command.in_pane:
                # The pane hears these keys itself; a shortcut would take the letter from editors.
                action.setText(f"{command.shown()}\t{keys}" if keys else command.shown())
            else:
                action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.triggered.connect(lambda _=False, name=command.id: self._say(verbs, name))
            menus[command.menu].addAction(action)

    def _say(self, verbs: object, id: str) -> None:
        """Carry out a command, where what it needs is there."""
        target = verbs if hasattr(verbs, id) else self.acts
        if target is not None:
            getattr(target, id)()

    def refuse(self, error: UserError) -> None:
        """Say what could not be done, without stopping anyone."""
        self.message.say(sentence(error), alarm=True)

    # --- looks

    def set_tokens(self, tokens: Tokens) -> None:
        """Use these colours in everything that paints for itself."""
        self.tokens = tokens
        if self.workspace is not None:
            self.workspace.pane.set_theme(DARK_PANE if tokens is DARK else LIGHT_PANE)
            self.workspace.list.set_tokens(tokens)

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
        """Stop the jobs and close the project whole."""
        self.jobs.close()
        self.leave_session()
        self.closing.emit()
        super().closeEvent(event)
