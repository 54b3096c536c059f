"""What acts share that list places of texts in a page: occurrences, suggestions to accept.

The places stand out in the text while the page is in sight, are walked with the page still beside
them, and at last all that are ticked are acted on: at once where they are few, else by a job.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from workbench.domain.span import Span
from workbench.operations.progress import LongVerb
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.concordance import ConcordanceView, Row
from workbench.ui.annotate.side import INSPECTOR

AT_ONCE = 100  # places that are acted on while the window waits: about 0.1 s
T = TypeVar("T")


class ListingPage(Protocol):
    """A page that lists places of texts."""

    list: ConcordanceView

    def spans_in(self, article: str) -> Sequence[Span]:
        """The places listed in one article."""


class Listed:
    """The places that a page, by its name in the side column, lists."""

    def __init__(self, hand: Hand, name: str, page: ListingPage) -> None:
        self._hand = hand
        self._name = name
        self._page = page
        self._marked = False  # whether places stand out in the text
        page.list.row_shown.connect(self._show)
        page.list.row_chosen.connect(self._show)
        hand.workspace.side.page_changed.connect(lambda _: self.mark())
        hand.workspace.article_opened.connect(lambda _: self.mark())

    def mark(self) -> None:
        """Let the places stand out in the text, while the page is in sight."""
        seen = self._hand.workspace.side.page() == self._name
        if seen or self._marked:
            spans = self._page.spans_in(self._hand.session.article) if seen else ()
            self._hand.pane.set_hits(spans)
            self._marked = seen

    def _show(self, row: Row) -> None:
        """Select a place in its article."""
        self._hand.show_place(row.article, row.span, beside=self._name)

    def act_on(
        self, number: int, verb: LongVerb[T], *, job: str, then: Callable[[T], None]
    ) -> None:
        """Run a verb on so many places, beside the window where they are many."""
        if not self._hand.session.waits():
            self._hand.lookups.run_or_finish(job, lambda _: verb, long=number > AT_ONCE, then=then)

    def leave(self, told: str) -> None:
        """Show what was done and say it, and go back to the text."""
        hand = self._hand
        hand.session.look_for_news()
        hand.hint.emit(told)
        hand.workspace.side.show_page(INSPECTOR)
        hand.pane.clear_selection()
        hand.pane.setFocus()
