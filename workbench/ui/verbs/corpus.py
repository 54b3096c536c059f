"""Articles in, suggestions for them, a corpus out: long verbs that run beside the window."""

from pathlib import Path
from typing import Any

from workbench.domain.errors import UserError
from workbench.operations import exporting, importing, projects, suggesting
from workbench.operations.importing import ImportReport
from workbench.operations.suggesters import asked_for
from workbench.store.suggestions import suggesters_through
from workbench.ui.jobs import Jobs
from workbench.ui.language import number, translate
from workbench.ui.messages import loss_name, sentence
from workbench.ui.session import Session
from workbench.ui.verbs.projects import ProjectVerbs
from workbench.ui.window import Window


class CorpusVerbs:
    """Takes articles in and gives them out."""

    def __init__(self, window: Window, opener: ProjectVerbs) -> None:
        self._window = window
        self._opener = opener
        window.files_dropped.connect(self.take_files)
        window.session_shown.connect(self._on_session_shown)

    def import_files(self) -> None:
        """Take files in that the person picks."""
        paths = self._window.ask.files_to_import()
        if paths:
            self.take_files(paths)

    def take_files(self, paths: list[Path]) -> None:
        """Open a project that was dropped, or take files in."""
        if len(paths) == 1 and paths[0].suffix == projects.SUFFIX:
            self._opener.open_path(paths[0])
            return
        session = self._window.session
        if session is None:
            self._window.message.say(
                translate("CorpusVerbs", "Open or make a project first, then drop articles.")
            )
            return
        project, who = session.project, session.annotator
        self._window.jobs.run(
            "import",
            lambda worker: importing.import_paths(project, paths, annotator=who, worker=worker),
            then=self._tell_import,
        )

    def export_corpus(self) -> None:
        """Write a corpus; the receipt is shown afterwards."""
        session = self._window.session
        choice = self._window.ask.export() if session is not None else None
        if session is None or choice is None:
            return
        project = session.project
        self._window.jobs.run(
            "export",
            lambda worker: exporting.export(
                project,
                choice.out,
                format=choice.format,
                choice=exporting.Choice(status=choice.status),
                worker=worker,
            ),
            then=self._tell_export,
        )

    def suggest_all(self) -> None:
        """Let the suggester read all articles."""
        if self._window.session is not None:
            self._suggest(self._window.session, None, self._window.jobs)

    def _on_session_shown(self, session: Session) -> None:
        session.article_changed.connect(lambda article: self._suggest_for(session, article))

    def _suggest_for(self, session: Session, article: str) -> None:
        """Let those suggesters read the article in hand that have not; it waits for no long job."""
        asked = {source.name for source in asked_for(session.project, session.annotator)}
        if asked - suggesters_through(session.project, article):
            busy = self._window.jobs.busy()
            jobs = self._window.lookups if busy else self._window.jobs
            self._suggest(session, [article], jobs)

    def _suggest(self, session: Session, wanted: list[str] | None, jobs: Jobs) -> None:
        project, who = session.project, session.annotator
        jobs.run(
            "suggest",
            lambda worker: suggesting.suggest_in_use(
                project, annotator=who, wanted=wanted, worker=worker
            ),
        )

    def _tell_import(self, report: ImportReport) -> None:
        told = translate("CorpusVerbs", "{} new articles, {} known, {} annotations.").format(
            number(report.articles), number(report.known), number(report.annotations)
        )
        refused = [
            f"{r.path}: {sentence(UserError(r.key, **dict(r.values)))}" for r in report.refused
        ]
        self._window.message.say("\n".join([told, *refused]), alarm=bool(refused))
        self._open_first()

    def _open_first(self) -> None:
        """Open an article where none is open yet."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or workspace is None or session.article:
            return
        session.look_for_news()
        first = workspace.list.next_article(1)
        if first:
            session.open_article(first)

    def _tell_export(self, report: dict[str, Any]) -> None:
        lost = ", ".join(
            f"{loss_name(kind)} ({number(count)})" for kind, count in report["receipt"].items()
        )
        told = translate("CorpusVerbs", "{} articles written to {}. Not held by the format: {}.")
        files = ", ".join(report["files"])
        self._window.message.say(
            told.format(
                number(report["articles"]), files, lost or translate("CorpusVerbs", "nothing")
            )
        )
