"""Articles in, suggestions for them, a corpus out: long verbs that run beside the window."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.operations import projects, suggesting
from workbench.operations.suggesters import asked_for
from workbench.operations.suggesting import SuggestReport
from workbench.store import articles, splits
from workbench.store.suggestions import suggesters_through
from workbench.ui.farewell import part_with
from workbench.ui.language import number, translate
from workbench.ui.messages import loss_name, sentence
from workbench.ui.session import Session
from workbench.ui.verbs.projects import ProjectVerbs
from workbench.ui.window import Window

if TYPE_CHECKING:
    from workbench.intake.incoming import IntakeOptions
    from workbench.operations.importing import ImportReport
    from workbench.operations.recipes import Recipe

NAMED = 3  # articles that a message names
REFUSED = 10  # files of which it says why they were not read


class CorpusVerbs:
    """Takes articles in and gives them out."""

    def __init__(self, window: Window, opener: ProjectVerbs) -> None:
        self._window = window
        self._opener = opener
        self._told: set[str] = set()  # of articles in hand, so that nothing is told at every one
        # Queued, since whoever lets files go waits until they are taken: no dialog may open there.
        window.files_dropped.connect(self.look_at_files, Qt.ConnectionType.QueuedConnection)
        window.session_shown.connect(self._on_session_shown)
        window.reading.refused.connect(lambda error: self._tell_once(sentence(error)))

    def import_files(self) -> None:
        """Take files in that the person picks, after a look at them."""
        paths = self._window.ask.files_to_import()
        if paths:
            self.look_at_files(paths)

    def look_at_files(self, paths: list[Path]) -> None:
        """Take files in, picked or dropped, after a look at them; a project is opened."""
        from workbench.ui.looking.dialog import LookDialog  # noqa: PLC0415

        window = self._window
        if window.session is None or _is_project(paths):
            self.take_files(paths)
            return
        dialog = LookDialog(paths, window.lookups, window)
        if window.ask.answered(dialog):
            self.take_files(paths, dialog.options())
        part_with(dialog)

    def take_files(self, paths: list[Path], options: "IntakeOptions | None" = None) -> None:
        """Open a project that was dropped, or take files in, as they are found if nothing is said.

        What reads and writes files is loaded when the first is read or written, as elsewhere here.
        """
        from workbench.intake.incoming import IntakeOptions  # noqa: PLC0415
        from workbench.operations import importing  # noqa: PLC0415

        if _is_project(paths):
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
            lambda worker: importing.import_paths(
                project, paths, annotator=who, options=options or IntakeOptions(), worker=worker
            ),
            then=self._tell_import,
        )

    def export_corpus(self) -> None:
        """Write a corpus, after a look at it; the receipt is shown afterwards."""
        from workbench.ui.export.dialog import ExportDialog  # noqa: PLC0415

        session = self._window.session
        if session is None:
            return
        dialog = ExportDialog(session, self._window)
        recipe = dialog.recipe() if self._window.ask.answered(dialog) else None
        part_with(dialog)
        if recipe is not None:
            self._export(session, recipe)

    def _export(self, session: Session, recipe: "Recipe") -> None:
        """Write the corpus that was agreed on, where the person says."""
        from workbench.operations import recipes  # noqa: PLC0415

        out = self._window.ask.place_of_export(recipe.format, parted=recipe.split is not None)
        if out is None:
            return
        project, who = session.project, session.annotator
        self._window.jobs.run(
            "export",
            lambda worker: recipes.run(project, out, recipe=recipe, annotator=who, worker=worker),
            then=lambda report: self._tell_export(report, out),
        )

    def change_split(self) -> None:
        """Put articles, with their near-duplicates, into another part of the split."""
        from workbench.operations import splitting  # noqa: PLC0415
        from workbench.ui.split_dialog import SplitDialog  # noqa: PLC0415

        window, session = self._window, self._window.session
        wanted = self._meant(session) if session is not None else []
        if session is None or not wanted:
            return
        project, who = session.project, session.annotator
        titles = [head.title for head in articles.by_ids(project, wanted[:NAMED])]
        stored = splits.parts(project)
        parts = {stored.get(article, "") for article in wanted}
        dialog = SplitDialog(titles, len(wanted), parts, splitting.counts(project), window)
        agreed, part = window.ask.answered(dialog), dialog.part()
        part_with(dialog)
        if agreed and part is not None:
            session.carry_out(
                "move_in_split",
                lambda _: splitting.move(project, annotator=who, part=part, wanted=wanted),
                long=splitting.moves_long(wanted),
                then=self._tell_moved,
            )

    def _meant(self, session: Session) -> list[str]:
        """The articles that are selected in the list, where several are; else the one in hand."""
        workspace = self._window.workspace
        if workspace is not None and workspace.list.isVisible():
            selected = workspace.list.selected()
            if len(selected) > 1:
                return selected
        return [session.article] if session.article else []

    def _tell_moved(self, changes: Changes) -> None:
        told = translate("CorpusVerbs", "Articles in another part now: {}.")
        self._window.message.say(told.format(number(len(changes.articles()))))

    def suggest_all(self) -> None:
        """Let the suggester read all articles."""
        session = self._window.session
        if session is not None:
            project, who = session.project, session.annotator
            self._window.jobs.run(
                "suggest",
                lambda worker: suggesting.suggest_in_use(project, annotator=who, worker=worker),
                then=self._tell_unread,
            )

    def _on_session_shown(self, session: Session) -> None:
        self._told.clear()
        session.article_changed.connect(lambda article: self._suggest_for(session, article))
        session.changed.connect(lambda changes: self._on_changed(session, changes))

    def _on_changed(self, session: Session, changes: Changes) -> None:
        """Let a suggester that came into use read the article in hand."""
        if session.article and changes.touches("suggester"):
            self._suggest_for(session, session.article)

    def _suggest_for(self, session: Session, article: str) -> None:
        """Let those suggesters read the article in hand that have not; it waits for no other job.

        What is read is the article that is in hand when its turn comes, and none that was passed.
        """
        project, who = session.project, session.annotator
        if project.only_read:
            return
        asked = {source.name for source in asked_for(project, who)}
        if asked - suggesters_through(project, article):
            self._window.reading.run(
                "suggest",
                lambda worker: suggesting.suggest_in_use(
                    project, annotator=who, wanted=[session.article], worker=worker
                ),
                then=lambda reports: self._on_read(session, reports),
            )

    def _on_read(self, session: Session, reports: list[SuggestReport]) -> None:
        """Show the ghosts of the article in hand at once, and tell where it could not be read."""
        if session is self._window.session:
            session.look_for_news()
        self._tell_once(_unread(reports))

    def _tell_unread(self, reports: list[SuggestReport]) -> None:
        if unread := _unread(reports):
            self._window.message.say(unread, alarm=True)

    def _tell_once(self, text: str) -> None:
        """Say what went wrong while the article in hand was read, unless it was said before."""
        if text and text not in self._told:
            self._told.add(text)
            self._window.message.say(text, alarm=True)

    def _tell_import(self, report: "ImportReport") -> None:
        told = translate("CorpusVerbs", "New articles: {}, known: {}, annotations: {}.").format(
            number(report.articles), number(report.known), number(report.annotations)
        )
        if report.unnamed:
            fits_not = translate("CorpusVerbs", "Names that do not fit the pattern: {} ({}).")
            some = ", ".join(report.unnamed[:NAMED])
            told += "\n" + fits_not.format(number(len(report.unnamed)), some)
        refused = [
            f"{r.path}: {sentence(UserError(r.key, **dict(r.values)))}"
            for r in report.refused[:REFUSED]
        ]
        if len(report.refused) > REFUSED:
            refused.append(_others(len(report.refused) - REFUSED))
        read_as = [
            translate("CorpusVerbs", "Read as {}: {}.").format(format, number(count))
            for format, count in report.formats.items()
        ]
        passed = [
            translate("CorpusVerbs", "Not read: {} of {}.").format(number(count), type)
            for type, count in report.passed.items()
        ]
        self._window.message.say(
            "\n".join([told, *read_as, *passed, *refused]), alarm=bool(refused)
        )
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

    def _tell_export(self, report: dict[str, Any], out: Path) -> None:
        from workbench.operations.exporting import FEW_FILES  # noqa: PLC0415

        lost = ", ".join(
            f"{loss_name(kind)} ({number(count)})" for kind, count in report["receipt"].items()
        )
        told = translate("CorpusVerbs", "Articles written: {}, to {}. Not held by the format: {}.")
        files = ", ".join(report["files"])
        if not 0 < len(report["files"]) <= FEW_FILES:
            several = translate("CorpusVerbs", "{} ({} files)")
            files = several.format(out, number(len(report["files"])))
        self._window.message.say(
            told.format(
                number(report["articles"]), files, lost or translate("CorpusVerbs", "nothing")
            )
        )


def _is_project(paths: Sequence[Path]) -> bool:
    """Whether what was picked or dropped is a project, to be opened and not taken in."""
    return len(paths) == 1 and paths[0].suffix == projects.SUFFIX


def _others(count: int) -> str:
    """How many there are besides those that are named."""
    return translate("CorpusVerbs", "Others that were not read: {}.").format(number(count))


def _unread(reports: Sequence[SuggestReport]) -> str:
    """Which articles could not be read and why, some of them by name; empty where all were."""
    failed = [failure for report in reports for failure in report.failed]
    told = [
        translate("CorpusVerbs", "“{}” was not read: {}").format(
            failure["title"], failure["reason"]
        )
        for failure in failed[:NAMED]
    ]
    if len(failed) > NAMED:
        told.append(_others(len(failed) - NAMED))
    return "\n".join(told)
