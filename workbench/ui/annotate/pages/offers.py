"""All suggestions of a label: ticked and unticked with keys, then accepted as one act.

It only shows and asks; who listens finds and accepts (see `acts.accepting`). All of the label are
found once, so that the slider needs no further look. Keys in the list: Space ticks, A all or none,
Return accepts; period and comma move the score, as they do in the text; O looks in all articles; a
layer's letter and a label's digit pick the label.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from workbench.domain.occurrences import one_line
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.operations.accepting_many import Offer, Offers, Wanted
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.concordance import ConcordanceView, Row
from workbench.ui.annotate.pages.label_choice import LabelChoice
from workbench.ui.annotate.pages.list_keys import RETURN, ListKeys
from workbench.ui.annotate.sieve import STEP
from workbench.ui.bars import ProgressLine
from workbench.ui.language import number, quoted
from workbench.ui.ticks import TickBox

_UP, _DOWN = QSlider.SliderAction.SliderSingleStepAdd, QSlider.SliderAction.SliderSingleStepSub


class OffersPage(QFrame):
    """Shows what could be accepted: where it stands, how sure it is, and what comes along."""

    asked = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._offers = Offers()
        self._rows: list[Row] = []  # of all offers, sure enough or not
        self._shown: list[int] = []  # the places of those that are listed
        self._scheme: Scheme | None = None
        self._labels = LabelChoice(self)
        self._labels.setAccessibleName(self.tr("Label to accept"))
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, 100)
        self._slider.setSingleStep(STEP)
        self._slider.setPageStep(4 * STEP)
        self._slider.setAccessibleName(self.tr("Least score of what is accepted, in percent"))
        self._score = plain_label("", "muted")
        self._everywhere = TickBox(self.tr("In all my unfinished articles (O)"), self)
        self.list = ConcordanceView(self)
        self.list.setAccessibleName(self.tr("Suggestions to accept"))
        self._told = plain_label("", "muted")
        self._accept = QPushButton(self)
        self._accept.setProperty("primary", True)
        self.progress = ProgressLine(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(plain_label(self.tr("Accept all of a label"), "section"))
        layout.addWidget(self._labels)
        row = QHBoxLayout()
        row.addWidget(self._slider, 1)
        row.addWidget(self._score)
        layout.addLayout(row)
        layout.addWidget(self._everywhere)
        layout.addWidget(self.list, 1)
        keys = self.tr(
            "Space ticks, A all or none, Return accepts; period and comma move the score. "
            "Letter and digit pick the label."
        )
        for below in (self.progress, self._told, plain_label(keys, "muted"), self._accept):
            layout.addWidget(below)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        concordance = self.list.concordance()
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_A: concordance.tick_all,
            Qt.Key.Key_O: self._everywhere.toggle,
            Qt.Key.Key_Period: lambda: self._slider.triggerAction(_UP),
            Qt.Key.Key_Comma: lambda: self._slider.triggerAction(_DOWN),
            **dict.fromkeys(RETURN, self._accept.click),
        }
        ListKeys(self.list, acts, self._meaning)
        self._labels.activated.connect(lambda _: self.asked.emit())
        self._slider.valueChanged.connect(lambda _: self._sift())
        self._everywhere.toggled.connect(lambda _: self.asked.emit())
        self._accept.clicked.connect(self.accepted)
        concordance.ticks_changed.connect(self._keep_ticks)

    # --- what is asked

    def begin(self, scheme: Scheme, label: tuple[str, str], *, least: int) -> None:
        """Ask for a label, by layer and id, from a percentage on, in the article in hand."""
        self._scheme = scheme
        self._labels.offer(scheme, label)
        with QSignalBlocker(self._slider), QSignalBlocker(self._everywhere):
            self._slider.setValue(least)
            self._everywhere.setChecked(False)
        self.asked.emit()

    def everywhere(self) -> bool:
        """Whether all articles are looked through, and not only the one in hand."""
        return self._everywhere.isChecked()

    def wanted(self, article: str) -> Wanted:
        """What is to be accepted, in the article in hand unless all are looked through."""
        layer, label = self._labels.label()
        here = "" if self.everywhere() else article
        return Wanted(layer, label, self._slider.value() / 100, here)

    def chosen(self) -> list[Offer]:
        """What is listed and ticked."""
        return [self._offers.found[place] for place in self._shown if self._rows[place].ticked]

    # --- what is found

    def show_offers(self, offers: Offers, here: Span | None = None) -> None:
        """Show these and no others, all ticked, with the one at a span in hand, else the first."""
        self._offers = offers
        self._rows = [self._row(offer) for offer in offers.found]
        self._list_sure_ones()
        listed = enumerate(self.list.concordance().rows())
        self.list.go_to(next((place for place, row in listed if row.span == here), 0))

    def spans_in(self, article: str) -> list[Span]:
        """The places listed in one article."""
        rows = self.list.concordance().rows()
        return [row.span for row in rows if row.article == article]

    def _row(self, offer: Offer) -> Row:
        parts = [self.tr("{} %").format(offer.suggestion.percent)]
        if offer.along:
            parts.append(self.tr("with {}").format(", ".join(map(self._named, offer.along))))
        if self.everywhere():
            parts.append(offer.title)
        return Row(
            offer.suggestion.article,
            offer.suggestion.span,
            offer.context,
            below=" · ".join(parts),
            ticked=True,
        )

    def _named(self, end: Suggestion) -> str:
        """What comes along: its words and its label."""
        label = self._scheme.label(end.layer, end.label).name if self._scheme else end.label
        return f"{quoted(one_line(end.quote))} ({label})"

    def _sift(self) -> None:
        """List what is sure enough now, with the row in hand, or the next one, still in hand."""
        row = self.list.currentIndex().row()
        here = self._shown[row] if row >= 0 else 0
        self._list_sure_ones()
        self.list.go_to(min(bisect_left(self._shown, here), max(0, len(self._shown) - 1)))

    def _list_sure_ones(self) -> None:
        """List what is sure enough; what was unticked stays so."""
        least, found = self._slider.value(), self._offers.found
        self._score.setText(self.tr("from {} %").format(least))
        self._shown = [p for p, offer in enumerate(found) if offer.suggestion.percent >= least]
        rows = [self._rows[place] for place in self._shown]
        self.list.concordance().show_rows(rows, at_once=len(rows) + 1)

    def _keep_ticks(self) -> None:
        """Keep what was ticked while the slider moves, and say how many are."""
        for place, row in zip(self._shown, self.list.concordance().rows(), strict=True):
            self._rows[place] = row
        self._say_how_many()

    def _say_how_many(self) -> None:
        chosen = self.chosen()
        told = self.tr("Suggestions: {}, ticked: {}").format(
            number(len(self._shown)), number(len(chosen))
        )
        along = _besides(chosen)
        if along:
            told = self.tr("{}; {} that they lead to come along").format(told, number(along))
        if self._offers.cut:
            told = self.tr("{}; there are more than are listed").format(told)
        self._told.setText(told)
        self._accept.setText(self.tr("Accept {}").format(number(len(chosen))))
        self._accept.setEnabled(bool(chosen))

    # --- keys

    def _meaning(self, key: str) -> Callable[[], object] | None:
        """What a letter or a digit means: a label."""
        place = self._labels.place_of_key(key)
        return None if place is None else lambda: self._choose(place)

    def _choose(self, place: int) -> None:
        self._labels.setCurrentIndex(place)
        self.asked.emit()


def _besides(chosen: Sequence[Offer]) -> int:
    """How many come along that are not chosen themselves."""
    along = {end.id for offer in chosen for end in offer.along}
    return len(along - {offer.suggestion.id for offer in chosen})
