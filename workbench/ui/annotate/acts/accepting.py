"""All suggestions of a label at once: found, looked at one by one, and accepted as one act."""

from workbench.operations.accepting_many import (
    Accepted,
    Offers,
    Wanted,
    accept_offers,
    offers,
)
from workbench.ui.annotate.acts.listed import Listed
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.offers import OffersPage
from workbench.ui.language import number, translate

PAGE = "offers"
FINDING, ACCEPTING = "offers", "accept"  # names of jobs


class AcceptingActs:
    """Shows the page of suggestions to accept, and does what is said there."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._side = hand.workspace.side
        self._page = OffersPage(self._side)
        self._side.add_page(PAGE, self._page)
        self._page.asked.connect(self._find)
        self._page.accepted.connect(self._accept)
        self._page.progress.follow(hand.lookups, FINDING, ACCEPTING)
        self._listed = Listed(hand, PAGE, self._page)

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
        self._listed.mark()

    # --- accepting

    def _accept(self) -> None:
        session, chosen = self._hand.session, self._page.chosen()
        wanted = self._page.wanted(session.article)
        verb = accept_offers(
            session.project, annotator=session.annotator, wanted=wanted, chosen=chosen
        )
        self._listed.act_on(len(chosen), verb, job=ACCEPTING, then=self._on_accepted)

    def _on_accepted(self, report: Accepted) -> None:
        told = translate(
            "AcceptingActs",
            "Suggestions accepted: {}, with {} that they lead to, in articles: {}. "
            "Undo takes them all back.",
        )
        numbers = map(number, (report.accepted, report.along, report.articles))
        self._listed.leave(told.format(*numbers))
