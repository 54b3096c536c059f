"""Every occurrence of some words: ticked and unticked with keys, then marked as one act.

It only shows and asks; who listens finds and marks (see `acts.occurrences`). Keys in the list:
Space ticks, A all or none, Return marks; O looks in all articles, U minds capitals, W whole words;
a layer's letter and a label's digit pick the label, as in the text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.occurrences import Wanted
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.operations.occurrences import Occurrence, Occurrences
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.concordance import ConcordanceView, Row
from workbench.ui.annotate.pages.label_choice import LabelChoice
from workbench.ui.annotate.pages.list_keys import RETURN, ListKeys
from workbench.ui.bars import ProgressLine
from workbench.ui.language import number
from workbench.ui.ticks import TickBox

WAIT = 250  # milliseconds after the last letter typed


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is looked for, and what the places are to be marked with."""

    words: str
    layer: str
    label: str
    attributes: tuple[tuple[str, str], ...] = ()


class OccurrencesPage(QFrame):
    """Shows the places where words stand, with what is marked there already."""

    asked = Signal()
    marked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._found = Occurrences()
        self._attributes: dict[str, str] = {}
        self._line = QLineEdit(self)
        self._line.setAccessibleName(self.tr("Words"))
        self._everywhere = TickBox(self.tr("In all articles (O)"), self)
        self._case = TickBox(self.tr("Capitals count (U)"), self)
        self._whole = TickBox(self.tr("Whole words (W)"), self)
        self._whole.setChecked(True)
        self._labels = LabelChoice(self)
        self._labels.setAccessibleName(self.tr("Label to give"))
        self._copied = TickBox("", self)
        self.list = ConcordanceView(self)
        self.list.setAccessibleName(self.tr("Occurrences"))
        self._told = plain_label("", "muted")
        self._mark = QPushButton(self)
        self._mark.setProperty("primary", True)
        self.progress = ProgressLine(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(plain_label(self.tr("Every occurrence"), "section"))
        boxes = (self._everywhere, self._case, self._whole)
        for above in (self._line, *boxes, self._labels, self._copied):
            layout.addWidget(above)
        layout.addWidget(self.list, 1)
        keys = self.tr("Space ticks, A all or none, Return marks. Letter and digit pick the label.")
        told = plain_label(keys, "muted")
        for below in (self.progress, self._told, told, self._mark):
            layout.addWidget(below)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        concordance = self.list.concordance()
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_A: concordance.tick_all,
            Qt.Key.Key_O: self._everywhere.toggle,
            Qt.Key.Key_U: self._case.toggle,
            Qt.Key.Key_W: self._whole.toggle,
            **dict.fromkeys(RETURN, self._mark.click),
        }
        ListKeys(self.list, acts, self._meaning)
        self._timer.timeout.connect(self.asked)
        self._line.textEdited.connect(lambda _: self._timer.start())
        for box in (self._everywhere, self._case, self._whole):
            box.toggled.connect(lambda _: self.asked.emit())
        self._labels.activated.connect(lambda _: self._fill())
        self._copied.toggled.connect(lambda _: self._say_how_many())
        self._mark.clicked.connect(self.marked)
        concordance.ticks_changed.connect(self._say_how_many)

    # --- what is asked

    def begin(self, pattern: Pattern, scheme: Scheme) -> None:
        """Take words to look for and a label to give, in the article in hand at first."""
        self._line.setText(" ".join(pattern.words.split()))
        self._labels.offer(scheme, (pattern.layer, pattern.label))
        self._offer_attributes(dict(pattern.attributes))
        self._everywhere.blockSignals(True)
        self._everywhere.setChecked(False)
        self._everywhere.blockSignals(False)
        self.asked.emit()

    def _offer_attributes(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        values = ", ".join(f"{name}: {value}" for name, value in attributes.items())
        self._copied.setText(self.tr("With {}").format(values))
        self._copied.setChecked(bool(attributes))
        self._copied.setVisible(bool(attributes))

    def wanted(self) -> Wanted:
        """The words, and how closely they must agree."""
        return Wanted(self._line.text(), self._case.isChecked(), self._whole.isChecked())

    def everywhere(self) -> bool:
        """Whether all articles are looked through, and not only the one in hand."""
        return self._everywhere.isChecked()

    def label(self) -> tuple[str, str]:
        """The layer and the label to give."""
        return self._labels.label()

    def attributes(self) -> dict[str, str]:
        """The attributes to give along with the label."""
        return self._attributes if self._copied.isChecked() else {}

    def chosen(self) -> list[Occurrence]:
        """The places that are ticked and do not have the label yet."""
        rows = self.list.concordance().rows()
        both = zip(self._found.found, rows, strict=True)
        return [found for found, row in both if row.ticked and not row.fixed]

    # --- what is found

    def show_found(self, found: Occurrences, here: Span | None = None) -> None:
        """Show these places and no others, with the one at a span in hand, else the first."""
        self._found = found
        self._fill()
        places = (place for place, one in enumerate(found.found) if one.span == here)
        self.list.go_to(next(places, 0))

    def spans_in(self, article: str) -> list[Span]:
        """The places in one article."""
        return [one.span for one in self._found.found if one.article == article]

    def _fill(self) -> None:
        """Show the places anew, ticked where they and their neighbours lack the label."""
        label, everywhere = self.label(), self.everywhere()
        said = {"": "", "same": self.tr("already marked"), "overlap": self.tr("overlaps one")}
        rows = [
            _row(occurrence, said, label, occurrence.title if everywhere else "")
            for occurrence in self._found.found
        ]
        self.list.concordance().show_rows(rows, at_once=len(rows) + 1)

    def _say_how_many(self) -> None:
        rows, ticked = self.list.concordance().rows(), len(self.chosen())
        told = self.tr("Places: {}, ticked: {}").format(number(len(rows)), number(ticked))
        self._told.setText(
            self.tr("{}; there are more than are listed").format(told) if self._found.cut else told
        )
        self._mark.setText(self.tr("Mark {}").format(ticked))
        self._mark.setEnabled(ticked > 0)

    # --- keys

    def _meaning(self, key: str) -> Callable[[], object] | None:
        """What a letter or a digit means: a label."""
        place = self._labels.place_of_key(key)
        return None if place is None else lambda: self._choose(place)

    def _choose(self, place: int) -> None:
        self._labels.setCurrentIndex(place)
        self._fill()


def _row(
    occurrence: Occurrence, said: Mapping[str, str], label: tuple[str, str], title: str
) -> Row:
    """A place with what is marked there, ticked where that is not the label."""
    mark = occurrence.marked(*label)
    return Row(
        occurrence.article,
        occurrence.span,
        occurrence.context,
        below=" · ".join(part for part in (said[mark], title) if part),
        ticked=mark == "",
        fixed=mark == "same",
    )
