"""Projects and people: new, open, the sample, who works, and the end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workbench.domain.errors import UserError
from workbench.operations import backups, compacting, people, projects
from workbench.settings.folders import find_folders
from workbench.store import articles
from workbench.store.backups import Backup
from workbench.store.compacting import Packed
from workbench.store.people import annotators
from workbench.store.project import Project
from workbench.ui.farewell import part_with
from workbench.ui.language import number, translate
from workbench.ui.people_dialog import PersonAnswer
from workbench.ui.preferences import Preferences
from workbench.ui.session import Session
from workbench.ui.window import Window


class ProjectVerbs:
    """Opens projects in the window."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        self._window = window
        self._preferences = preferences
        start = window.start
        start.new_wanted.connect(self.new_project)
        start.open_wanted.connect(self.open_project)
        start.sample_wanted.connect(self.open_sample)
        start.recent_wanted.connect(lambda path: self.open_path(Path(path)))
        start.show_recent(preferences.settings.recent)
        window.top.annotator_wanted.connect(self.switch_annotator)
        window.session_shown.connect(self._follow)

    def new_project(self) -> None:
        """Make a project and open it."""
        path = self._window.ask.project_to_make()
        if path is not None:
            self._window.jobs.cancel("open")
            self._guarded(lambda: self._show(projects.create(path)))

    def open_project(self) -> None:
        """Open a project that the person picks."""
        path = self._window.ask.project_to_open()
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path, *, article: str = "") -> None:
        """Open a project, at an article where one is named; one that is open already stays so.

        Its file must not be opened twice in one process: closing one of the two would let go the
        locks of the other. An older one is upgraded beside the window first, and a large one that
        comes from elsewhere is looked through there; whatever is asked for last is shown.
        """
        if not self._is_open(path):
            self._window.jobs.cancel("open")
            self._guarded(lambda: self._open(path, article))

    def _open(self, path: Path, article: str) -> None:
        jobs = self._window.jobs
        if projects.is_to_upgrade(path):
            jobs.run(
                "upgrade",
                lambda worker: projects.upgrading(path, worker),
                then=lambda done: self.open_path(done, article=article),
            )
        elif projects.takes_long(path):
            jobs.run(
                "open",
                lambda _: projects.opened_beside(path),
                then=lambda project: self._guarded(lambda: self._show(project, article)),
            )
        else:
            self._show(projects.open_to_read(path), article)

    def open_sample(self) -> None:
        """Prepare the sample project in the background, then open it."""
        from workbench.operations import sample  # noqa: PLC0415

        folder = find_folders().data / sample.NAME
        user = self._preferences.user()
        self._window.jobs.run(
            "sample",
            lambda worker: sample.preparing(folder, user, worker),
            then=lambda report: self.open_path(Path(report["project"])),
        )

    def restore_backup(self) -> None:
        """Put a backup back that the person picks; the project is closed meanwhile."""
        from workbench.ui.backups_dialog import BackupsDialog  # noqa: PLC0415

        window, session = self._window, self._window.session
        if session is None:
            return
        project = session.project
        kept = backups.kept(project)
        if not kept:
            told = translate("ProjectVerbs", "There is no backup yet; quiet moments make them.")
            window.message.say(told)
            return
        if window.jobs.busy():
            told = translate("ProjectVerbs", "Something is still at work. Wait for it, or stop it.")
            window.message.say(told)
            return
        dialog = BackupsDialog(kept, lambda each: backups.done_since(project, each), window)
        agreed, chosen = window.ask.answered(dialog), dialog.chosen()
        part_with(dialog)
        if agreed:
            self._guarded(lambda: self._put_back(project, chosen))

    def _put_back(self, project: Project, wanted: Backup) -> None:
        """Put a backup back and open it; that made here at once spares it, and one at closing."""
        backups.keep(project, spare=wanted)
        self._window.leave_session()
        self._window.jobs.run("restore", lambda _: backups.restoring(project.path, wanted))
        self._window.jobs.finished.connect(
            lambda *_: self.open_path(project.path), Qt.ConnectionType.SingleShotConnection
        )

    def compact_journal(self) -> None:
        """Pack the old entries of the journal now, and not when nobody works."""
        session = self._window.session
        if session is not None:
            project = session.project
            self._window.jobs.run(
                "compact", lambda _: compacting.compact(project), then=self._tell_packed
            )

    def _tell_packed(self, packed: Packed) -> None:
        if not packed.entries:
            told = translate("ProjectVerbs", "Nothing more of the journal is old enough.")
        else:
            told = translate(
                "ProjectVerbs",
                "{} old entries of the journal packed: {} bytes each before, {} now.",
            ).format(
                number(packed.entries),
                number(packed.before // packed.entries),
                number(packed.after // packed.entries),
            )
        self._window.message.say(told)

    def switch_annotator(self) -> None:
        """Work as another person, who may be new."""
        session = self._window.session
        if session is None:
            return
        known = annotators(session.project)
        answer = self._window.ask.person(known, session.annotator.name)
        if answer is not None:
            self._guarded(lambda: self._become(session, answer))

    def _become(self, session: Session, answer: PersonAnswer) -> None:
        who = people.annotator_named(session.project, answer.name)
        session.become(people.with_role(session.project, annotator=who, role=answer.role))
        self._preferences.change(user=who.name)

    def undo(self) -> None:
        """Take the person's last act back."""
        if self._window.session is not None:
            self._window.session.undo()

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        if self._window.session is not None:
            self._window.session.redo()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def _is_open(self, path: Path) -> bool:
        """Whether a file is the project of the window; a path that leads nowhere is not."""
        session = self._window.session
        try:
            return session is not None and path.samefile(session.project.origin)
        except OSError:
            return False

    def _show(self, project: Project, article: str = "") -> None:
        joining = people.reader_named if project.only_read else people.annotator_named
        who = joining(project, self._preferences.user())
        session = Session(project, who, self._window)
        self._window.show_session(session)
        self._preferences.remember(project.origin)
        if article:
            session.open_article(article)

    def _follow(self, session: Session) -> None:
        """Go on in whatever takes the place of a project's file, once all have heard of it."""
        session.replaced.connect(
            lambda: self._open_again(session), Qt.ConnectionType.QueuedConnection
        )

    def _open_again(self, session: Session) -> None:
        """Open what took the place of the project; what that lacks is kept beside it.

        It is told of again and again, so that a dialog that somebody is in may come to its end.
        """
        busy = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if session is not self._window.session or busy:
            return
        path, article = session.project.origin, session.article
        self._window.leave_session()
        self._window.warn(UserError("ui.replaced", path=path))
        self.open_path(path)
        now = self._window.session
        if now is not None and articles.by_ids(now.project, [article]):
            now.open_article(article)

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do something, and say in the window where it cannot be done."""
        try:
            act()
        except UserError as error:
            self._window.refuse(error)
