"""The page on which one article is settled: the text with its lanes, and the place in hand.

Lanes have letters that say nothing of whose they are, unless the reviewer asks. After a decision
the next open place is in hand.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from workbench.domain.changes import Changes
from workbench.domain.gold import LEFT_OPEN
from workbench.operations import adjudicating, comparing
from workbench.operations.comparing import Difference
from workbench.store import articles
from workbench.ui.language import translate
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.review.desk import Desk, Settle
from workbench.ui.review.lanes.bars import bars
from workbench.ui.review.lanes.card import Card, Shown
from workbench.ui.review.lanes.walk import Walk, ids_of


class LanesPage(QWidget):
    """Shows an article's places one after another and settles them."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.article = ""
        self.pane = ReadingPane(self)
        self.card = Card(self)
        self.names_shown = False
        self._walk = Walk()
        self._layer = ""
        self._shown: dict[int, Difference] = {}  # the places whose bars are in the pane
        self._touched: list[Difference] = []  # the places that were compared again last
        self._reason = ""  # given before the decision that it is for
        self._asked: tuple[str, ...] = ()  # what a digit picks: labels, or readers by id
        self._pick: Callable[[str], None] = self.write_own  # what is done with it
        self._lay_out()
        self.card.digit_chosen.connect(self.answer)
        self.card.attribute_set.connect(self._set_attribute)
        self.card.reason_given.connect(self._on_reason)
        self.card.left.connect(self.pane.setFocus)
        self.pane.mark_clicked.connect(self._on_clicked)
        desk.article_changed.connect(self._on_changed)
        desk.listed.connect(lambda: self._on_changed(self.article))
        desk.session.turned.connect(self._on_turned)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.pane)
        splitter.addWidget(self.card)
        splitter.setStretchFactor(0, 1)
        splitter.setCollapsible(0, False)
        splitter.setCollapsible(1, False)
        splitter.setSizes([860, 340])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.setFocusProxy(self.pane)

    # --- what is shown

    def show_article(self, article: str, at: Difference | None = None) -> None:
        """Settle an article from now on, at a place, else at the first that is open."""
        self.article, self._layer, self._shown = article, "", {}
        self._leave_place()
        self._walk = Walk()
        self._walk.take(self.desk.of_article(article), self.desk.session.scheme)
        self.pane.set_article(articles.text_of(self.desk.session.project, article), ())
        if at is not None:
            self._walk.go_to(at)
        else:
            self._walk.to_open()
        self._name_rows()
        self._show_place()

    def current(self) -> Difference | None:
        """The place in hand."""
        return self._walk.current()

    def readers(self) -> dict[str, str]:
        """The ids of all readers of the article, in the order of their rows, and their names."""
        everyone = {who for difference in self._walk.places for who in difference.readers}
        letters = comparing.letters(self.article, everyone)
        if not self.names_shown:
            return dict(sorted(letters.items(), key=lambda pair: pair[1]))
        names = {person.id: person.name for person in self.desk.people()}
        return {who: names[who] for who in sorted(letters, key=lambda who: letters[who])}

    def show_names(self) -> None:
        """Show whose lanes they are; said again, hide it."""
        self.names_shown = not self.names_shown
        self._name_rows()
        self._show_place()

    def _name_rows(self) -> None:
        self.pane.set_rows((*self.readers().values(), translate("review", "Gold")))

    def _show_place(self) -> None:
        """Show the place in hand in the text and on the card."""
        difference = self.current()
        self._show_card()
        if difference is None:
            return
        if difference.layer != self._layer:
            self._layer = difference.layer
            self._show_bars(self._walk.places)
        self.pane.set_hits([difference.span], 0)
        self.pane.place_caret(difference.span.end)
        self.pane.place_caret(difference.span.start)

    def _show_card(self) -> None:
        """Show the place in hand on the card."""
        difference, walk = self.current(), self._walk
        self._asked = ()  # the card shows the place in place of what it asked
        if difference is None:
            self.card.show_nothing()
            return
        shown = Shown(
            *(difference, walk.number, len(walk.places), walk.open, self.readers()),
            relations=self.desk.led_to(difference),
            reason=self._reason,
        )
        self.card.show_place(shown, self.desk.session.scheme)

    def _show_bars(self, found: Sequence[Difference]) -> None:
        """Show the bars of the layer in hand; those of places that are the same stay."""
        now = {id(each): each for each in found if each.layer == self._layer}
        fresh = [each for key, each in now.items() if key not in self._shown]
        left = [each for key, each in self._shown.items() if key not in now]
        marks = bars(fresh, self.desk.session.scheme, list(self.readers()), self._layer)
        gone = {id for each in left for id in ids_of(each)} - {mark.id for mark in marks}
        self.pane.change_marks(marks, gone)
        self._shown = now

    def _on_changed(self, article: str) -> None:
        if not article or article != self.article:
            return
        before = {id(place) for place in self._walk.places}
        self._walk.take(self.desk.of_article(article), self.desk.session.scheme)
        self._touched = [place for place in self._walk.places if id(place) not in before]
        self._show_bars(self._walk.places)
        self._show_place()

    def _on_turned(self, changes: Changes) -> None:
        """Go to the place whose decision was taken back or done again."""
        decided = changes.touches("gold", "gold_decision")
        if decided and self.article in changes.articles() and self._touched:
            self._leave_place()
            self._walk.go_to(self._touched[0])
            self._show_place()

    def _on_clicked(self, mark: str) -> None:
        if self._walk.go_to_mark(mark):
            self._leave_place()
            self._show_place()

    # --- walking

    def _leave_place(self) -> None:
        """Forget the reason given for a place, which is not one for the next place."""
        self._reason = ""

    def step(self, direction: int) -> None:
        """Go to the next place (1) or the one before (-1)."""
        self._leave_place()
        self._walk.step(direction)
        self._show_place()

    def next_open(self) -> None:
        """Go to the next place that is open."""
        self._leave_place()
        self._walk.step(1)
        if not self._walk.to_open():
            self.desk.hint.emit(translate("review", "Every place of this article is settled."))
        self._show_place()

    # --- settling

    def answer(self, digit: int) -> None:
        """Take a digit: as an answer where something is asked, else as a lane."""
        if not self._asked:
            self.take(digit)
        elif 0 < digit <= len(self._asked):
            chosen = self._asked[digit - 1]
            self._asked = ()
            self._pick(chosen)

    def take(self, number: int) -> None:
        """Take what the reader of a row has, counted from 1; 0 takes that nothing is here."""
        difference, rows = self.current(), list(self.readers())
        if number == 0:
            self.nothing_here()
        elif number > len(rows):
            self.desk.hint.emit(translate("review", "There is no lane with this number."))
        elif difference is not None and rows[number - 1] in difference.readers:
            self._settle(adjudicating.take, annotator=rows[number - 1])
        elif difference is not None:
            self.desk.hint.emit(translate("review", "This reader has not finished the layer."))

    def nothing_here(self) -> None:
        """Decide that nothing is to be marked here."""
        self._settle(adjudicating.nothing_here)

    def leave_open(self) -> None:
        """Leave the place open, for others or for later."""
        self._settle(adjudicating.leave_open)

    def merge_borders(self) -> None:
        """Make gold all that anyone marked here; asks for the label where there are several."""
        difference = self.current()
        if difference is None:
            return
        found = sorted({mark.label for mark in difference.marks})
        if len(found) > 1:
            head = translate("review", "Merged: which label?")
            self._ask_label(head, difference.quote, difference.layer, found, self._merge_under)
        else:
            self._settle(adjudicating.merge_borders)

    def _merge_under(self, label: str) -> None:
        self._settle(adjudicating.merge_borders, label=label)

    def take_agreed(self) -> None:
        """Make gold all places of the article on which all agree."""
        agreed = adjudicating.agreed(self._walk.places)
        if not agreed:
            self.desk.hint.emit(translate("review", "Nothing is left here on which all agree."))
        elif self.desk.settle(adjudicating.take_agreed, differences=agreed):
            self._go_on()

    def unsettle(self) -> None:
        """Take the decision about the place in hand back."""
        difference = self.current()
        if difference is not None and (difference.gold or difference.ruling):
            self.desk.settle(adjudicating.unsettle, difference=difference)

    def ask_label(self) -> None:
        """Ask which label the selected words get, or those of the place in hand."""
        difference = self.current()
        if difference is not None:
            layer = self.desk.session.scheme.layer(difference.layer)
            words = self.pane.selected_text() or difference.quote
            head = translate("review", "Your own: which label?")
            labels = [label.id for label in layer.labels]
            self._ask_label(head, words, layer.id, labels, self.write_own)

    def _ask_label(
        self, head: str, words: str, layer: str, labels: Sequence[str], pick: Callable[[str], None]
    ) -> None:
        """Let a digit pick one of these labels of a layer."""
        scheme = self.desk.session.scheme
        self._asked, self._pick = tuple(labels), pick
        self.card.ask(head, words, [scheme.label_name(layer, label) for label in labels])

    def ask_whose_relations(self) -> None:
        """Ask whose relations from the place in hand become gold."""
        difference = self.current()
        if difference is not None:
            readers = self.readers()
            self._asked, self._pick = tuple(readers), self._take_relations
            head = translate("review", "Relations of which lane?")
            self.card.ask(head, difference.quote, list(readers.values()))

    def _take_relations(self, annotator: str) -> None:
        difference = self.current()
        if difference is not None:
            self.desk.settle(
                adjudicating.take_relations,
                difference=difference,
                annotator=annotator,
                among=self._walk.places,
            )
            self._show_card()

    def let_go(self) -> bool:
        """Ask nothing any more; False where nothing was asked."""
        asked = bool(self._asked)
        if asked:
            self._show_card()
        return asked

    def write_own(self, label: str) -> None:
        """Make gold the selected words, or those of the place in hand, under a label."""
        difference, selected = self.current(), self.pane.selection()
        if difference is None:
            return
        near = selected is None or selected.overlaps(difference.span)
        fragments = (selected or difference.span,)
        changes = self.desk.settle(
            adjudicating.write_own,
            article=self.article,
            layer=difference.layer,
            label=label,
            fragments=fragments,
            difference=difference if near else None,
            reason=self._reason,
        )
        self._after(changes)

    def _settle(self, settle: Settle, **arguments: Any) -> None:  # noqa: ANN401
        """Settle the place in hand, and go on."""
        difference = self.current()
        if difference is not None:
            self._after(
                self.desk.settle(settle, difference=difference, reason=self._reason, **arguments)
            )

    def _after(self, changes: Changes | None) -> None:
        if changes is not None:
            self._leave_place()
            self.pane.clear_selection()
            self._go_on()

    def _go_on(self) -> None:
        """Go to the next place that is open; one that was just left open is passed over."""
        difference = self.current()
        if difference is not None and difference.left_open:
            self._walk.step(1)
        if not self._walk.to_open():
            self.desk.hint.emit(translate("review", "Every place of this article is settled."))
        self._show_place()

    # --- reasons and attributes

    def ask_why(self) -> None:
        """Let the person say why."""
        self.card.reason.setFocus()

    def _on_reason(self, reason: str) -> None:
        """Keep a reason with the decision that there is, or for the one to come."""
        difference = self.current()
        self.pane.setFocus()
        if difference is None or (difference.gold is None and difference.ruling is None):
            self._reason = reason
        elif difference.gold is not None:
            self.desk.settle(adjudicating.set_reason, gold=difference.gold, reason=reason)
        elif difference.ruling is not None:
            open_ = difference.ruling.decision.change == LEFT_OPEN
            again = adjudicating.leave_open if open_ else adjudicating.nothing_here
            self.desk.settle(again, difference=difference, reason=reason)

    def _set_attribute(self, attribute: str, value: str) -> None:
        difference = self.current()
        if difference is not None and difference.gold is not None:
            self.desk.settle(
                adjudicating.set_gold_attribute,
                gold=difference.gold,
                attribute=attribute,
                value=value,
            )
        self.pane.setFocus()
