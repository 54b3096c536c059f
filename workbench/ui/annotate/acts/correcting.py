"""Correcting the text of the article in hand, with a look at what becomes of its marks.

The text is edited in the place where it is read, and what would happen stands beside it. Whoever
goes elsewhere meanwhile leaves the correction half done: it is kept, also when the window closes,
and taken up again by the same command, unless the text was corrected in another way.
"""

from collections.abc import Sequence

from PySide6.QtCore import QTimer

from workbench.domain.changes import Changes
from workbench.operations import correcting
from workbench.operations.correcting import Outcome, Standing
from workbench.settings.drafts import Drafts
from workbench.settings.folders import find_folders
from workbench.store import articles, people
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.correction import CorrectionPage
from workbench.ui.annotate.text_editor import TextEditor
from workbench.ui.language import translate

_PAGE = "correction"
_LOOKING, _CORRECTING = "outcomes", "correct"  # names of jobs
_PAUSE = 150  # milliseconds without typing after which the marks are looked at


class CorrectingActs:
    """Edits the text, shows what that does, and applies it."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        workspace = hand.workspace
        self._editor = TextEditor(workspace.middle)
        self._page = CorrectionPage(workspace.side)
        self._standing: Standing | None = None
        self._drafts = Drafts(find_folders().data / "drafts")
        self._typing = QTimer(self._editor)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._look)
        self._editor.hide()
        workspace.side.add_page(_PAGE, self._page)
        self._connect()

    def _connect(self) -> None:
        self._editor.textChanged.connect(self._typing.start)
        self._editor.applied.connect(self._apply)
        self._editor.left.connect(self._leave)
        self._page.place_shown.connect(self._editor.choose)
        self._page.place_chosen.connect(self._editor.setFocus)
        self._page.applied.connect(self._apply)
        self._page.cancelled.connect(self._cancel)
        self._hand.workspace.side.page_changed.connect(self._on_page_changed)
        self._hand.session.changed.connect(self._on_changed)
        self._hand.session.acts.finished.connect(lambda *_: self._editor.setReadOnly(False))

    def correct_text(self) -> None:
        """Edit the text of the article in hand, going on where it was left."""
        workspace, session = self._hand.workspace, self._hand.session
        if not session.article:
            return
        if self._standing is None:
            known = workspace.article_text()
            self._begin(correcting.standing(session.project, session.article, known=known))
        workspace.side.show_page(_PAGE)
        workspace.middle.show_instead(self._editor)
        self._editor.setFocus()

    def _begin(self, standing: Standing) -> None:
        pane = self._hand.pane
        text = self._drafts.find(of=_name(standing)) or standing.text.text
        caret = min(pane.caret(), len(text))
        self._standing = standing
        self._editor.show_text(text, caret=caret, look=pane.look())
        self._look()

    # --- what it would do

    def _look(self) -> None:
        """Keep what was typed, and show what would become of the marks now."""
        self._typing.stop()
        standing = self._standing
        if standing is None:
            return
        text = self._editor.text()
        long = correcting.takes_long(standing, text)
        project = self._hand.session.project
        self._keep(standing, text)
        self._page.show_looking()
        self._hand.lookups.cancel(_LOOKING)
        self._hand.lookups.run_or_finish(
            _LOOKING,
            lambda worker: correcting.previewing(project, standing, text, worker if long else None),
            long=long,
            then=lambda outcomes: self._show(standing, text, outcomes),
        )

    def _show(self, standing: Standing, text: str, outcomes: Sequence[Outcome]) -> None:
        """Show what would become of the marks, unless the correction was left meanwhile."""
        if standing is not self._standing:
            return
        session = self._hand.session
        persons = people.annotators(session.project)
        self._page.show_outcomes(
            outcomes,
            {person.id: person.name for person in persons},
            session.scheme,
            edited=text != standing.text.text,
        )

    def _on_changed(self, changes: Changes) -> None:
        """Look at the marks again that others, or undo, changed meanwhile."""
        standing = self._standing
        if standing is None or standing.article.id not in changes.articles():
            return
        project, article = self._hand.session.project, standing.article
        if [a.text_hash for a in articles.by_ids(project, [article.id])] == [article.text_hash]:
            self._standing = correcting.standing(project, article.id, known=standing.text)
            self._look()

    # --- its end

    def _apply(self) -> None:
        standing, session = self._standing, self._hand.session
        if standing is None:
            return
        text = self._editor.text()
        long = correcting.takes_long(standing, text)
        self._hand.lookups.cancel(_LOOKING)
        self._editor.setReadOnly(long)
        session.carry_out(
            _CORRECTING,
            lambda worker: correcting.correcting(
                session.project,
                annotator=session.annotator,
                article=standing.article.id,
                text=text,
                basis=standing.article.text_hash,
                worker=worker if long else None,
            ),
            long=long,
            then=lambda changes: self._end(standing, changes),
        )

    def _end(self, standing: Standing, changes: Changes) -> None:
        """Leave a correction that was applied, unless it was left meanwhile."""
        self._drafts.drop(of=_name(standing))
        if standing is self._standing:
            self._standing = None
            self._leave()
        if changes:
            self._tell(changes)

    def _cancel(self) -> None:
        """Drop what was typed."""
        if self._standing is not None:
            self._drafts.drop(of=_name(self._standing))
        self._standing = None
        self._leave()

    def _leave(self) -> None:
        """Show the text to be read again."""
        self._hand.workspace.show_inspector()
        self._hand.pane.setFocus()

    def _on_page_changed(self, page: str) -> None:
        if page == _PAGE:
            return
        self._typing.stop()
        self._hand.lookups.cancel(_LOOKING)
        self._put_aside()
        self._hand.workspace.middle.show_pane()

    def _put_aside(self) -> None:
        """Keep what was typed and not applied."""
        standing, self._standing = self._standing, None
        if standing is not None and self._keep(standing, self._editor.text()):
            told = translate(
                "CorrectingActs", "Your correction is kept: the same command takes it up again."
            )
            self._hand.hint.emit(told)

    def _keep(self, standing: Standing, text: str) -> bool:
        """Keep a text as a draft if it is another one; whether it is."""
        edited = text != standing.text.text
        if edited:
            self._drafts.keep(text, of=_name(standing))
        else:
            self._drafts.drop(of=_name(standing))
        return edited

    def _tell(self, changes: Changes) -> None:
        lost = correcting.lost(changes)
        told = translate("CorrectingActs", "The text is corrected, and every mark follows it.")
        if lost:
            told = translate(
                "CorrectingActs",
                "The text is corrected. Marks without a place any more: {}. Undo brings them back.",
            ).format(lost)
        self._hand.hint.emit(told)


def _name(standing: Standing) -> str:
    """What a draft is a draft of: an article as it stands."""
    return f"{standing.article.id} {standing.article.text_hash}"
