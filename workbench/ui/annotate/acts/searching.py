"""Searching the article in hand, or all of them, and going from place to place.

In one article any letters are found as they are typed; over all of them whole words are, by the
index. Articles that came in just now are read into it first, and found a moment later.
"""

from bisect import bisect_left, bisect_right
from itertools import islice

from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.occurrences import Wanted, context_of, occurrences, term_spans
from workbench.domain.span import Span
from workbench.domain.terms import parse_terms
from workbench.operations import searching
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.concordance import Row
from workbench.ui.annotate.pages.search import SearchPage
from workbench.ui.language import number, translate
from workbench.ui.messages import sentence

PAGE = "search"
READING = "index"  # the job's name
MOST = 10_000  # places that are found in one article: one letter typed must not be felt
_LONGEST = 80  # characters of a selection that is searched for


class SearchActs:
    """Searches, and shows what was found in the list and in the text."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._workspace = hand.workspace
        self._spans: list[Span] = []  # what is found in the article in hand
        self._found = ""  # in how many articles
        self._reading = False
        self._may_wait = True  # whether articles may have come in that are not in the index
        self._page = SearchPage(hand.workspace.side)
        hand.workspace.side.add_page(PAGE, self._page)
        hand.workspace.side.page_changed.connect(self._on_page_changed)
        hand.workspace.article_opened.connect(lambda _: self._mark_hits())
        self._page.progress.follow(hand.lookups, READING)
        hand.lookups.finished.connect(self._page.job_ended)
        self._page.job_ended.connect(self._on_job_ended)
        hand.session.changed.connect(self._on_changed)
        self._page.asked.connect(self._search)
        self._page.stepped.connect(self._step)
        self._page.list.row_shown.connect(self._on_row_shown)
        self._page.list.row_chosen.connect(self._on_row_chosen)

    # --- commands

    def find(self) -> None:
        """Search the article in hand."""
        self._begin(everywhere=False)

    def find_everywhere(self) -> None:
        """Search all articles."""
        self._begin(everywhere=True)

    def next_hit(self) -> None:
        """Go to the next place found."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the place found before."""
        self._step(-1)

    def _begin(self, *, everywhere: bool) -> None:
        """Show the page, with the selection as what is searched for."""
        words = self._hand.pane.selected_text()
        self._workspace.side.show_page(PAGE)
        short = len(words) <= _LONGEST and "\n" not in words
        self._page.begin(words if short else "", everywhere=everywhere)

    # --- finding

    def _search(self) -> None:
        if self._page.everywhere():
            self._search_everywhere()
        else:
            self._search_article()
        self._mark_hits()

    def _search_article(self) -> None:
        text = self._hand.pane.text()
        spans = self._spans_here()
        rows = (Row(self._hand.session.article, s, context_of(text, s)) for s in spans)
        told = (
            translate("SearchActs", "Places: {}").format(number(len(spans)))
            if self._page.typed()
            else ""
        )
        self._page.show_rows(rows, told)

    def _search_everywhere(self) -> None:
        project, typed = self._hand.session.project, self._page.typed()
        if not typed:
            self._page.show_rows((), "")
            return
        try:
            articles = searching.count_articles(project, typed)
        except UserError as error:
            self._page.show_rows((), sentence(error))
            return
        rows = (
            Row(hit.article, hit.span, hit.context, below=hit.title)
            for hit in searching.search(project, typed)
        )
        self._found = told = translate("SearchActs", "Articles: {}").format(number(articles))
        if self._may_wait:
            told += translate("SearchActs", "; looking for new articles")
            self._read_waiting()
        self._page.show_rows(rows, told)

    def _on_changed(self, changes: Changes) -> None:
        self._may_wait |= changes.touches("article")
        if changes.touches("article_text") and self._workspace.side.page() == PAGE:
            self._search()

    def _read_waiting(self) -> None:
        """Read what came in into the index, and search again then.

        Whether anything did takes as long to find out as the search, in a large project.
        """
        if not self._reading:
            self._reading = True
            project = self._hand.session.project
            self._hand.lookups.run(READING, lambda _: searching.index_pending(project))

    def _on_job_ended(self, name: str, report: object) -> None:
        if name != READING:
            return
        self._reading, self._may_wait = False, report is None
        seen = self._workspace.side.page() == PAGE and self._page.everywhere()
        if seen and report:
            self._search()
        elif seen:
            self._page.tell(self._found)

    def _spans_here(self) -> list[Span]:
        """Where what is searched for stands in the article in hand."""
        text, typed = self._hand.pane.text(), self._page.typed()
        if self._page.everywhere():
            return term_spans(text, parse_terms(typed))
        return list(islice(occurrences(text, Wanted(typed, whole=False)), MOST))

    # --- the text

    def _mark_hits(self) -> None:
        """Show in the text what is found, while the page is in sight."""
        seen = self._workspace.side.page() == PAGE
        if seen or self._spans:
            self._spans = self._spans_here() if seen else []
            self._hand.pane.set_hits(self._spans)

    def _on_page_changed(self, _name: str) -> None:
        self._mark_hits()

    # --- going from place to place

    def _step(self, direction: int) -> None:
        if not self._page.typed():
            return
        if self._workspace.side.page() != PAGE:
            self._workspace.side.show_page(PAGE)
            self._search()
        step = self._page.list.step if self._page.everywhere() else self._next_here
        row = step(direction)
        if row is not None:
            self._show(row)

    def _next_here(self, direction: int) -> Row | None:
        """The next place of the article from where the caret stands, round the ends."""
        if not self._spans:
            return None
        caret = self._hand.pane.caret()
        here = self._hand.selection() or Span(caret, caret)
        after = bisect_right(self._spans, here)
        place = after if direction > 0 else bisect_left(self._spans, here) - 1
        span = self._spans[place % len(self._spans)]
        self._page.list.go_to(place % len(self._spans))
        return Row(self._hand.session.article, span, context_of(self._hand.pane.text(), span))

    def _show(self, row: Row) -> None:
        """Select a place in its article, with the page still beside it."""
        self._hand.show_place(row.article, row.span, beside=PAGE)
        self._hand.pane.set_hits(self._spans, bisect_left(self._spans, row.span))

    def _on_row_shown(self, row: Row) -> None:
        """Show a row that is walked over, unless another article would have to be opened."""
        if row.article == self._hand.session.article:
            self._show(row)

    def _on_row_chosen(self, row: Row) -> None:
        self._show(row)
        self._hand.pane.setFocus()
