"""The place in hand beside the text: what each reader has, what was decided, and how to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.agreement.differences import Mark
from workbench.domain.gold import Gold
from workbench.domain.scheme import Attribute, Scheme
from workbench.operations.comparing import Difference
from workbench.ui.annotate.fields import ChoiceField, LineField, plain_label
from workbench.ui.farewell import empty
from workbench.ui.language import number, short_quote
from workbench.ui.review.lanes.choice_button import ChoiceButton
from workbench.ui.review.words import decision_said, kinds_said

LEAST = 300  # pixels
_LONGEST = 120  # characters of a quote


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card shows: the place, where it stands among how many, who is called what."""

    difference: Difference
    number: int
    places: int
    open: int
    names: Mapping[str, str]  # ids of readers, in the order of their rows, and what they are called
    relations: Sequence[tuple[str, str]] = ()  # from its gold span: type, and words of the end
    reason: str = ""  # given before the decision


class Card(QScrollArea):
    """Shows a place, and says what a person chose to do with it."""

    digit_chosen = Signal(int)
    attribute_set = Signal(str, str)
    reason_given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMinimumWidth(LEAST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reason = LineField()
        self.reason.setPlaceholderText(self.tr("Why (M)"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.committed.connect(self.reason_given)
        self._head, self._kinds = plain_label("", "heading"), plain_label("", "muted")
        self._lanes, self._gold = QVBoxLayout(), QFormLayout()
        self._said = plain_label("")
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()

    def _lay_out(self) -> None:
        told = self.tr(
            "A digit takes a lane, 0 says that nothing is here, = takes all that agree. B merges "
            "borders, W writes your own, L leaves it open, N goes on, V shows whose lanes they are."
        )
        inner = QFrame(self)
        inner.setProperty("role", "panel")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        self._lanes.setSpacing(6)
        layout.addWidget(self._head)
        layout.addWidget(self._kinds)
        layout.addLayout(self._lanes)
        layout.addSpacing(8)
        layout.addWidget(plain_label(self.tr("Gold"), "section"))
        layout.addWidget(self._said)
        layout.addLayout(self._gold)
        layout.addWidget(self.reason)
        layout.addStretch(1)
        layout.addWidget(plain_label(told, "muted"))
        self.setWidget(inner)

    def show_nothing(self) -> None:
        """Say that there is nothing to settle."""
        self._head.setText(self.tr("Nothing to settle here"))
        self._kinds.setText(
            self.tr("No layer of this article was finished by two, or nobody marked anything.")
        )
        self._said.setText("")
        self.reason.show_value("")
        empty(self._lanes)
        self._show_attributes(None, ())

    def show_place(self, shown: Shown, scheme: Scheme) -> None:
        """Show a place, what each reader has there, and what was decided."""
        difference = shown.difference
        head = self.tr("{} of {}, {} open").format(
            number(shown.number), number(shown.places), number(shown.open)
        )
        self._head.setText(head)
        layer = scheme.layer(difference.layer).name
        self._kinds.setText(f"{layer} · {kinds_said(difference)}")
        empty(self._lanes)
        for row, annotator in enumerate(shown.names):
            if annotator in difference.readers:
                self._lanes.addWidget(self._lane(row + 1, annotator, shown, scheme))
        self._show_gold(shown, scheme)

    def ask(self, question: str, words: str, answers: Sequence[str]) -> None:
        """Ask something about some words, to be answered by a digit."""
        self._head.setText(question)
        self._kinds.setText(short_quote(words, _LONGEST))
        empty(self._lanes)
        for place, answer in enumerate(answers):
            self._lanes.addWidget(self._choice(place + 1, answer))

    def _choice(self, digit: int, said: str, lane: str = "") -> ChoiceButton:
        """Something that a digit or a click chooses."""
        button = ChoiceButton(digit, lane, said)
        button.clicked.connect(lambda: self.digit_chosen.emit(digit))
        return button

    def _lane(self, digit: int, annotator: str, shown: Shown, scheme: Scheme) -> ChoiceButton:
        """What one reader has, to be taken by a click."""
        marks = [mark for mark in shown.difference.marks if mark.annotator == annotator]
        layer = shown.difference.layer
        has = _mark_said(marks[0], layer, scheme) if marks else self.tr("nothing")
        return self._choice(digit, has, shown.names[annotator])

    def _show_gold(self, shown: Shown, scheme: Scheme) -> None:
        difference = shown.difference
        gold, ruling = difference.gold, difference.ruling
        decided = gold.decision if gold else ruling.decision if ruling else None
        said = [decision_said(difference)]
        if gold is not None:
            said.insert(0, _span_said(gold.layer, gold, scheme))
        if decided is not None and decided.source:
            said.append(self.tr("from {}").format(", ".join(decided.source)))
        for type, quote in shown.relations:
            kind = scheme.relation(type)
            said.append(f"→ {kind.name if kind else type} {short_quote(quote, _LONGEST)}")
        self._said.setText("\n".join(said) if decided else self.tr("not decided yet"))
        self.reason.show_value(decided.reason if decided else shown.reason)
        kinds = scheme.layer(difference.layer).attributes_of(gold.label) if gold else ()
        self._show_attributes(gold, kinds)

    def _show_attributes(self, gold: Gold | None, kinds: Sequence[Attribute]) -> None:
        """Offer the attributes of a gold span that are chosen from values."""
        while self._gold.rowCount():
            self._gold.removeRow(0)
        for kind in kinds if gold else ():
            if gold is None or kind.type != "choice":
                continue
            field = ChoiceField([("–", ""), *((value, value) for value in kind.values)])
            field.setAccessibleName(kind.name)
            field.show_value(gold.attributes.get(kind.id, ""))
            field.chosen.connect(
                lambda value, name=kind.id: self.attribute_set.emit(name, str(value))
            )
            self._gold.addRow(plain_label(kind.name), field)


def _mark_said(mark: Mark, layer: str, scheme: Scheme) -> str:
    """A reader's mark: label, words, attributes, and the kinds of relations that lead from it."""
    said = [_span_said(layer, mark, scheme)]
    said += [f"{name}: {value}" for name, value in mark.attributes.items()]
    kinds = (scheme.relation(type) for type, _ in sorted(mark.relations))
    said += [f"→ {kind.name}" for kind in kinds if kind is not None]
    return "\n".join(said)


def _span_said(layer: str, span: Mark | Gold, scheme: Scheme) -> str:
    """The label and the words of a mark, or of gold."""
    return f"{scheme.label_name(layer, span.label)} {short_quote(span.quote, _LONGEST)}"
