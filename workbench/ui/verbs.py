"""What the window does with projects, people and files: each method is a command of the table."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox

from workbench.domain.errors import UserError
from workbench.operations import exporting, importing, people, projects, sample, suggesting
from workbench.operations.importing import ImportReport
from workbench.settings.folders import find_folders
from workbench.settings.settings import Theme
from workbench.store.people import annotators
from workbench.store.project import Project
from workbench.store.suggestions import articles_seen_by_any
from workbench.ui.commands import COMMANDS
from workbench.ui.messages import sentence
from workbench.ui.preferences import Preferences
from workbench.ui.session import Session
from workbench.ui.theme import apply_theme
from workbench.ui.window import Window


class Verbs(QObject):
    """Carries out the window's own commands."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        start = window.start
        start.new_wanted.connect(self.new_project)
        start.open_wanted.connect(self.open_project)
        start.sample_wanted.connect(self.open_sample)
        start.recent_wanted.connect(lambda path: self.open_path(Path(path)))
        window.files_dropped.connect(self.take_files)
        window.top.annotator_wanted.connect(self.switch_annotator)
        window.jobs.finished.connect(self._on_finished)
        self._after: dict[str, Callable[[Any], None]] = {}
        start.show_recent(preferences.settings.recent)

    # --- projects

    def new_project(self) -> None:
        """Make a project and open it."""
        path = self._window.ask.project_to_make()
        if path is not None:
            self._guarded(lambda: self._show(projects.create(path)))

    def open_project(self) -> None:
        """Open a project that the person picks."""
        path = self._window.ask.project_to_open()
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a project."""
        self._guarded(lambda: self._show(projects.open_(path)))

    def open_sample(self) -> None:
        """Prepare the sample project in the background, then open it."""
        folder = find_folders().data / sample.NAME
        user = self._preferences.user()
        self._after["sample"] = lambda report: self.open_path(Path(report["project"]))
        self._window.jobs.run("sample", lambda worker: sample.preparing(folder, user, worker))

    def _show(self, project: Project) -> None:
        who = people.annotator_named(project, self._preferences.user())
        session = Session(project, who, self._window)
        session.article_changed.connect(lambda article: self._suggest_for(project, article))
        self._window.show_session(session)
        self._preferences.remember(project.path)

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do something, and say in the window where it cannot be done."""
        try:
            act()
        except UserError as error:
            self._window.refuse(error)

    # --- files in and out

    def import_files(self) -> None:
        """Take files in that the person picks."""
        paths = self._window.ask.files_to_import()
        if paths:
            self.take_files(paths)

    def take_files(self, paths: list[Path]) -> None:
        """Open a project that was dropped, or take files in."""
        if len(paths) == 1 and paths[0].suffix == projects.SUFFIX:
            self.open_path(paths[0])
            return
        session = self._window.session
        if session is None:
            self._window.message.say(self.tr("Open or make a project first, then drop articles."))
            return
        project, who = session.project, session.annotator
        self._after["import"] = self._tell_import
        self._window.jobs.run(
            "import",
            lambda worker: importing.import_paths(project, paths, annotator=who, worker=worker),
        )

    def _tell_import(self, report: ImportReport) -> None:
        session = self._window.session
        told = self.tr("{} new articles, {} known, {} annotations.").format(
            report.articles, report.known, report.annotations
        )
        refused = [
            f"{r.path}: {sentence(UserError(r.key, **dict(r.values)))}" for r in report.refused
        ]
        self._window.message.say("\n".join([told, *refused]), alarm=bool(refused))
        if session is not None and not session.article and self._window.workspace is not None:
            session.look_for_news()
            first = self._window.workspace.list.next_article(1)
            if first:
                session.open_article(first)

    def export_corpus(self) -> None:
        """Write a corpus; the receipt is shown afterwards."""
        session = self._window.session
        choice = self._window.ask.export() if session is not None else None
        if session is None or choice is None:
            return
        project = session.project
        self._after["export"] = self._tell_export
        self._window.jobs.run(
            "export",
            lambda worker: exporting.export(
                project,
                choice.out,
                format=choice.format,
                choice=exporting.Choice(status=choice.status),
                worker=worker,
            ),
        )

    def _tell_export(self, report: dict[str, Any]) -> None:
        lost = ", ".join(f"{count} {kind}" for kind, count in report["receipt"].items())
        told = self.tr("{} articles written to {}. Not held by the format: {}.")
        files = ", ".join(report["files"])
        self._window.message.say(told.format(report["articles"], files, lost or self.tr("nothing")))

    # --- suggestions

    def suggest_all(self) -> None:
        """Let the suggester read all articles."""
        if self._window.session is not None:
            self._suggest(self._window.session.project, None)

    def _suggest_for(self, project: Project, article: str) -> None:
        """Let the suggester read the article in hand, if none has."""
        if article not in articles_seen_by_any(project, [article]):
            self._suggest(project, [article])

    def _suggest(self, project: Project, wanted: list[str] | None) -> None:
        session = self._window.session
        if session is None:
            return
        who = session.annotator
        self._window.jobs.run(
            "suggest",
            lambda worker: suggesting.suggest(project, annotator=who, wanted=wanted, worker=worker),
        )

    def _on_finished(self, name: str, report: object) -> None:
        after = self._after.pop(name, None)
        if after is not None and report is not None:
            after(report)

    # --- people

    def switch_annotator(self) -> None:
        """Work as another person, who may be new."""
        session = self._window.session
        if session is None:
            return
        names = [person.name for person in annotators(session.project)]
        name = self._window.ask.person(names)
        if name:
            project = session.project
            self._guarded(lambda: session.become(people.annotator_named(project, name)))
            self._preferences.change(user=name)

    # --- undo, focus, looks

    def undo(self) -> None:
        """Take the person's last act back."""
        if self._window.session is not None:
            self._window.session.undo()

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        if self._window.session is not None:
            self._window.session.redo()

    def next_part(self) -> None:
        """Move the focus to the next of list, text and inspector."""
        self._move_focus(1)

    def previous_part(self) -> None:
        """Move the focus to the part before."""
        self._move_focus(-1)

    def _move_focus(self, direction: int) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        parts = [workspace.list, workspace.pane, workspace.inspector]
        focused = QApplication.focusWidget()
        here = next(
            (
                i
                for i, p in enumerate(parts)
                if focused and (p is focused or p.isAncestorOf(focused))
            ),
            1,
        )
        part = parts[(here + direction) % len(parts)]
        part.setFocus()
        if part.focusPolicy() == part.focusPolicy().NoFocus:
            part.focusNextChild()

    def zoom_in(self) -> None:
        """Show the text larger."""
        self._zoom(1)

    def zoom_out(self) -> None:
        """Show the text smaller."""
        self._zoom(-1)

    def _zoom(self, points: int) -> None:
        if self._window.workspace is not None:
            pane = self._window.workspace.pane
            pane.set_zoom(pane.zoom() + points)

    def show_entity(self) -> None:
        """Show or hide entity suggestions."""
        self._toggle("entity")

    def show_claim(self) -> None:
        """Show or hide claim suggestions."""
        self._toggle("claim")

    def show_event(self) -> None:
        """Show or hide event suggestions."""
        self._toggle("event")

    def show_framing(self) -> None:
        """Show or hide framing suggestions."""
        self._toggle("framing")

    def _toggle(self, layer: str) -> None:
        if self._window.workspace is not None:
            shown = self._window.workspace.shown_layers
            self._window.workspace.show_layers(shown ^ {layer})

    def light_theme(self) -> None:
        """Use the light colours."""
        self.use_theme("light")

    def dark_theme(self) -> None:
        """Use the dark colours."""
        self.use_theme("dark")

    def system_theme(self) -> None:
        """Use the colours that the system uses."""
        self.use_theme("system")

    def use_theme(self, theme: Theme) -> None:
        """Use colours, and keep to them."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._window.set_tokens(apply_theme(app, theme))
        self._preferences.change(theme=theme)

    def show_keys(self) -> None:
        """List all commands with their keys."""
        lines = [f"{', '.join(c.keys)}\t{c.shown()}" for c in COMMANDS if c.keys]
        box = QMessageBox(self._window)
        box.setTextFormat(box.textFormat().PlainText)
        box.setWindowTitle(self.tr("Keys"))
        box.setText("\n".join(lines))
        box.open()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()
