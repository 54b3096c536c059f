"""What adjudication changed in one's own marks, article by article, in the side column."""

from typing import TYPE_CHECKING

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.feedback import FeedbackPage
from workbench.ui.language import translate

if TYPE_CHECKING:
    from workbench.operations.feedback import Told, Verdict

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
        self._page.article_wanted.connect(self._look)
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
            self._page.show_nothing()
            side.show_page(PAGE)
            self._page.setFocus()
            self._look(0)

    def _on_changed(self, changes: Changes) -> None:
        if self._hand.session.article in changes.articles():
            self._refresh()

    def _refresh(self) -> None:
        """Read the verdicts again while they are in sight."""
        if self._hand.workspace.side.page() == PAGE:
            self._look(0)

    def _show(self, verdict: "Verdict") -> None:
        """Select the place of a verdict."""
        self._hand.pane.select(verdict.span)

    def _go_to(self, verdict: "Verdict") -> None:
        self._show(verdict)
        self._hand.pane.setFocus()

    # --- looking

    def _look(self, direction: int) -> None:
        """Read the verdicts on the article in hand (0), or on the next one that has some."""
        from workbench.operations import feedback  # noqa: PLC0415

        session = self._hand.session
        project, who, here = session.project, session.annotator, session.article
        self._hand.lookups.cancel(FINDING)
        self._hand.lookups.run(
            FINDING,
            lambda _: feedback.told(project, annotator=who, article=here, direction=direction),
            then=lambda told: self._on_told((who, here), direction, told),
        )

    def _on_told(self, asked: tuple[Annotator, str], direction: int, told: "Told") -> None:
        """Show what was told, unless somebody went elsewhere meanwhile."""
        session, side = self._hand.session, self._hand.workspace.side
        if asked != (session.annotator, session.article) or side.page() != PAGE:
            return
        if direction and told.article == session.article:
            self._hand.hint.emit(
                translate("FeedbackActs", "No other article of yours is settled yet.")
            )
            return
        if direction:
            session.open_article(told.article)
            side.show_page(PAGE)
            self._page.setFocus()
        text, scheme = self._hand.pane.text(), session.scheme
        self._page.show_verdicts(told.verdicts, text=text, scheme=scheme)
