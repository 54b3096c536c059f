"""Every occurrence of what is in hand: found, looked at one by one, and marked as one act."""

from workbench.domain.occurrences import Wanted
from workbench.domain.words import is_word, word_at
from workbench.operations.occurrences import (
    MarkReport,
    Occurrences,
    find_everywhere,
    find_in_article,
    mark_occurrences,
)
from workbench.ui.annotate.acts.listed import Listed
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.occurrences import OccurrencesPage, Pattern
from workbench.ui.language import number, translate

PAGE = "occurrences"
FINDING, MARKING = "occurrences", "mark"  # names of jobs
LONG = (
    50_000  # characters of a text in which a common word is looked for in less than a frame or two
)


class OccurrenceActs:
    """Shows the page of occurrences, and does what is said there."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._workspace = hand.workspace
        self._page = OccurrencesPage(hand.workspace.side)
        hand.workspace.side.add_page(PAGE, self._page)
        self._page.asked.connect(self._find)
        self._page.marked.connect(self._mark)
        self._page.progress.follow(hand.lookups, FINDING, MARKING)
        self._listed = Listed(hand, PAGE, self._page)

    def occurrences(self) -> None:
        """List every occurrence of what is in hand."""
        pattern = self._pattern()
        if pattern is None:
            self._hand.hint.emit(
                translate("OccurrenceActs", "Take a word in hand, a selection or an annotation.")
            )
            return
        self._workspace.side.show_page(PAGE)
        self._page.begin(pattern, self._hand.scheme)
        self._page.setFocus()

    def _pattern(self) -> Pattern | None:
        """The words and the label in hand: of the selection, a mark, or the word at the caret."""
        hand = self._hand
        mark = hand.annotation() or hand.suggestion()
        if hand.selection() is not None:
            return Pattern(hand.pane.selected_text(), *hand.usual_label())
        if mark is not None:
            attributes = tuple(mark.attributes.items())
            return Pattern(mark.quote, mark.layer, mark.label, attributes)
        word = self._word_at_caret()
        return Pattern(word, *hand.usual_label()) if word else None

    def _word_at_caret(self) -> str:
        """The word that the caret stands in or at the end of; empty where it is in none."""
        text, caret = self._hand.pane.text(), self._hand.pane.caret()
        runs = (word_at(text, caret), word_at(text, max(0, caret - 1)))
        return next((run.of(text) for run in runs if is_word(text, run)), "")

    # --- finding

    def _find(self) -> None:
        self._hand.lookups.cancel(FINDING)
        if self._page.everywhere():
            self._find_everywhere()
        else:
            self._find_here()

    def _find_here(self) -> None:
        """Look through the article in hand: at once, or beside the window where it is long."""
        session, what = self._hand.session, self._page.wanted()
        project, who, article = session.project, session.annotator, session.article
        long = len(self._hand.pane.text()) > LONG
        if long:
            self._show_found(Occurrences())
        self._hand.lookups.run_or_finish(
            FINDING,
            lambda worker: find_in_article(
                project,
                annotator=who,
                article=article,
                what=what,
                worker=worker if long else None,
            ),
            long=long,
            then=lambda found: self._on_found_here(article, what, found),
        )

    def _on_found_here(self, article: str, what: Wanted, found: Occurrences) -> None:
        """Show what was found in an article, unless something else is looked for by now."""
        here = not self._page.everywhere() and article == self._hand.session.article
        if here and self._page.wanted() == what:
            self._show_found(found)

    def _find_everywhere(self) -> None:
        project, who = self._hand.session.project, self._hand.session.annotator
        what = self._page.wanted()
        self._show_found(Occurrences())
        self._hand.lookups.run(
            FINDING,
            lambda worker: find_everywhere(project, annotator=who, what=what, worker=worker),
            then=lambda found: self._on_found(what, found),
        )

    def _on_found(self, what: Wanted, found: Occurrences) -> None:
        """Show what was found, unless something else is looked for by now."""
        if self._page.everywhere() and self._page.wanted() == what:
            self._show_found(found)

    # --- showing

    def _show_found(self, found: Occurrences) -> None:
        annotation = self._hand.annotation()
        here = self._hand.selection() or (annotation.span if annotation else None)
        self._page.show_found(found, here)
        self._listed.mark()

    # --- marking

    def _mark(self) -> None:
        session, chosen = self._hand.session, self._page.chosen()
        layer, label = self._page.label()
        verb = mark_occurrences(
            session.project,
            annotator=session.annotator,
            chosen=chosen,
            layer=layer,
            label=label,
            attributes=self._page.attributes(),
        )
        self._listed.act_on(len(chosen), verb, job=MARKING, then=self._on_marked)

    def _on_marked(self, report: MarkReport) -> None:
        self._hand.recent = self._page.label()
        told = translate(
            "OccurrenceActs", "Places marked: {}, in articles: {}. Undo takes them all back."
        )
        self._listed.leave(told.format(number(report.marked), number(report.articles)))
