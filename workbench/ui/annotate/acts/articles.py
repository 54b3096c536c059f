"""Articles: done, skipped, the next, the one before.

*Done* first lists what is incomplete; said again while the list stands, it overrides it. Layer
focus narrows it: what is muted is not looked at, and so not done.
"""

from workbench.operations import statuses
from workbench.ui.annotate.hand import Hand
from workbench.ui.language import translate


class ArticleActs:
    """Finishes articles and moves between them."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def next_article(self) -> None:
        """Open the next article."""
        self._step(1)

    def previous_article(self) -> None:
        """Open the article before."""
        self._step(-1)

    def filter_articles(self) -> None:
        """Unfold the conditions under which articles are listed, or fold them away."""
        self._hand.workspace.list.show_filter()

    def done_and_next(self) -> None:
        """Mark the layers as done and open the next article, once nothing is missing in them."""
        workspace, session = self._hand.workspace, self._hand.session
        if not session.article:
            return
        self._hand.let_go()
        layers = workspace.layers_in_focus()
        if workspace.side.page() != "gaps" and workspace.show_gaps(layers):
            return
        workspace.show_inspector()
        done = session.do(statuses.mark_done, article=session.article, layers=layers)
        if done is not None:
            self._step(1)

    def skip_article(self) -> None:
        """Skip the article with a reason, and open the next."""
        session, workspace = self._hand.session, self._hand.workspace
        if not session.article:
            return
        reason = self._hand.ask.text(translate("ArticleActs", "Why is this article skipped?"))
        if reason:
            session.do(
                statuses.skip,
                article=session.article,
                layers=workspace.layers_in_focus(),
                reason=reason,
            )
            self._step(1)

    def _step(self, direction: int) -> None:
        following = self._hand.workspace.list.next_article(direction)
        if following:
            self._hand.session.open_article(following)
