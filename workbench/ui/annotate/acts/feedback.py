"""What adjudication changed in one's own marks, article by article, in the side column."""

from workbench.domain.changes import Changes
from workbench.operations import feedback
from workbench.operations.feedback import Verdict
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.feedback import FeedbackPage
from workbench.ui.language import translate

PAGE = "feedback"
FINDING = "feedback"  # name of a job


class FeedbackActs:
    """Shows the verdicts on the article in hand, and goes to other articles that have some."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._page = FeedbackPage(hand.workspace.side)
        hand.workspace.side.add_page(PAGE, self._page)
        self._page.verdict_shown.connect(self._show)
        self._page.verdict_chosen.connect(self._go_to)
        self._page.article_wanted.connect(self._find_article)
        self._page.progress.follow(hand.lookups, FINDING)
        hand.session.changed.connect(self._on_changed)
        hand.session.annotator_changed.connect(self._refresh)

    def show_feedback(self) -> None:
        """Show what adjudication changed; said again, the inspector."""
        side = self._hand.workspace.side
        if side.page() == PAGE:
            self._hand.workspace.show_inspector()
            self._hand.pane.setFocus()
        elif self._hand.session.article:
            self._fill()
            side.show_page(PAGE)
            self._page.setFocus()

    def _fill(self) -> None:
        session = self._hand.session
        found = feedback.verdicts(
            session.project, annotator=session.annotator, article=session.article
        )
        self._page.show_verdicts(found, text=self._hand.pane.text(), scheme=session.scheme)

    def _on_changed(self, changes: Changes) -> None:
        if self._hand.session.article in changes.articles():
            self._refresh()

    def _refresh(self) -> None:
        """Read the verdicts again while they are in sight."""
        if self._hand.workspace.side.page() == PAGE:
            self._fill()

    def _show(self, verdict: Verdict) -> None:
        """Select the place of a verdict."""
        self._hand.pane.select(verdict.span)

    def _go_to(self, verdict: Verdict) -> None:
        self._show(verdict)
        self._hand.pane.setFocus()

    # --- from article to article

    def _find_article(self, direction: int) -> None:
        session = self._hand.session
        project, who, here = session.project, session.annotator, session.article
        self._hand.lookups.run(
            FINDING,
            lambda _: feedback.next_adjudicated(
                project, annotator=who, article=here, direction=direction
            ),
            then=self._open,
        )

    def _open(self, article: str) -> None:
        """Open an article that was found, with its verdicts beside it."""
        session = self._hand.session
        if article in ("", session.article):
            self._hand.hint.emit(
                translate("FeedbackActs", "No other article of yours is settled yet.")
            )
            return
        session.open_article(article)
        self._fill()
        self._hand.workspace.side.show_page(PAGE)
        self._page.setFocus()
