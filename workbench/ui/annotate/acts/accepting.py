"""All suggestions of a label at once: found, looked at one by one, and accepted as one act."""

from workbench.domain.errors import UserError
from workbench.operations.accepting_many import (
    Accepted,
    Offers,
    Wanted,
    accept_offers,
    offers,
)
from workbench.operations.progress import finish
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.concordance import Row
from workbench.ui.annotate.pages.offers import OffersPage
from workbench.ui.annotate.side import INSPECTOR
from workbench.ui.language import number, translate

PAGE = "offers"
FINDING, ACCEPTING = "offers", "accept"  # names of jobs
AT_ONCE = 100  # suggestions that are accepted while the window waits: about 0.1 s


class AcceptingActs:
    """Shows the page of suggestions to accept, and does what is said there."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._side = hand.workspace.side
        self._marked_hits = False
        self._page = OffersPage(self._side)
        self._side.add_page(PAGE, self._page)
        self._page.asked.connect(self._find)
        self._page.accepted.connect(self._accept)
        self._page.progress.follow(hand.lookups, FINDING, ACCEPTING)
        self._page.list.row_shown.connect(self._show)
        self._page.list.row_chosen.connect(self._show)
        self._side.page_changed.connect(lambda _: self._mark_hits())
        hand.workspace.article_opened.connect(lambda _: self._mark_hits())

    def accept_many(self) -> None:
        """List all suggestions of the label in hand, to be accepted at once."""
        hand = self._hand
        if not hand.session.article:
            return
        suggestion = hand.suggestion()
        mark = suggestion or hand.annotation()
        label = (mark.layer, mark.label) if mark is not None else hand.usual_label()
        least = suggestion.percent if suggestion else hand.workspace.sieve.least
        self._side.show_page(PAGE)
        self._page.begin(hand.scheme, label, least=least)
        self._page.setFocus()

    # --- finding

    def _find(self) -> None:
        """Look for all of the label, however sure; the page shows those that are sure enough."""
        self._hand.lookups.cancel(FINDING)
        self._show_offers(Offers())
        project, who = self._hand.session.project, self._hand.session.annotator
        wanted = self._all_wanted()
        self._hand.lookups.run(
            FINDING,
            lambda _: offers(project, annotator=who, wanted=wanted),
            then=lambda found: self._on_found(wanted, found),
        )

    def _all_wanted(self) -> Wanted:
        """What is asked for on the page, however sure."""
        asked = self._page.wanted(self._hand.session.article)
        return Wanted(asked.layer, asked.label, article=asked.article)

    def _on_found(self, wanted: Wanted, found: Offers) -> None:
        """Show what was found, unless something else is looked for by now."""
        if self._all_wanted() == wanted:
            self._show_offers(found)

    # --- showing

    def _show_offers(self, found: Offers) -> None:
        mark = self._hand.suggestion()
        self._page.show_offers(found, mark.span if mark else None)
        self._mark_hits()

    def _mark_hits(self) -> None:
        """Show in the text what is listed, while the page is in sight."""
        seen = self._side.page() == PAGE
        if seen or self._marked_hits:
            spans = self._page.spans_in(self._hand.session.article) if seen else []
            self._hand.pane.set_hits(spans)
            self._marked_hits = seen

    def _show(self, row: Row) -> None:
        """Select a place in its article."""
        self._hand.show_place(row.article, row.span, beside=PAGE)

    # --- accepting

    def _accept(self) -> None:
        session, chosen = self._hand.session, self._page.chosen()
        wanted = self._page.wanted(session.article)
        verb = accept_offers(
            session.project, annotator=session.annotator, wanted=wanted, chosen=chosen
        )
        if len(chosen) > AT_ONCE:
            self._hand.lookups.run(ACCEPTING, lambda _: verb, then=self._on_accepted)
            return
        try:
            report = finish(verb)
        except UserError as error:
            session.refused.emit(error)
        else:
            self._on_accepted(report)

    def _on_accepted(self, report: Accepted) -> None:
        hand = self._hand
        hand.session.look_for_news()
        told = translate(
            "AcceptingActs",
            "Suggestions accepted: {}, with {} that they lead to, in articles: {}. "
            "Undo takes them all back.",
        )
        hand.hint.emit(told.format(*map(number, (report.accepted, report.along, report.articles))))
        self._side.show_page(INSPECTOR)
        hand.pane.clear_selection()
        hand.pane.setFocus()
