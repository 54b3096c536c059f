"""The small tag chooser beside a selection: what can be said, with its keys and guideline.

It never takes the focus and never covers what it is about. What it offered lately it keeps, since
whoever marks place after place is offered the same again with each of them.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.domain.scheme import Scheme
from workbench.ui.annotate.choosing.choice_page import ChoicePage
from workbench.ui.annotate.choosing.keys import Question
from workbench.ui.farewell import part_with

_GAP = 8
_WIDTH = 460
_KEPT = 8  # pages: the layers, the labels of each, and some answers


class Chooser(QFrame):
    """Offers layers, or the answers to a question, by key and by mouse."""

    layer_chosen = Signal(str)
    choice_made = Signal(object)  # Choice

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(self.tr("Tags"))
        self.setFixedWidth(_WIDTH)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._pages: OrderedDict[Hashable, ChoicePage] = OrderedDict()  # by what they offer
        self._page: ChoicePage | None = None

    def show_layers(self, scheme: Scheme, recent: str) -> None:
        """Offer the layers, and the label of that name once more; an empty name offers none."""
        layers = tuple(
            (layer.id, layer.key.upper(), layer.name, layer.labels[0].color if layer.labels else "")
            for layer in scheme.layers
        )
        rule = self.tr("Space: {} again").format(recent) if recent else ""
        self._turn_to((layers, rule), lambda page: page.offer_layers(layers, rule))

    def show_question(self, question: Question) -> None:
        """Offer the answers in reach; the guideline of the one pointed at stands below."""
        rule = question.rule or self._how(question)
        offered = (question.name, question.in_reach(), question.offer(), rule)
        self._turn_to(offered, lambda page: page.offer_answers(question, rule))

    def _how(self, question: Question) -> str:
        """The keys that are not digits."""
        told = [self.tr("0: more")] if question.pages() else []
        if question.mode != "label":
            told.append(self.tr("Space: leave it"))
        return " · ".join(told)

    def _turn_to(self, offered: Hashable, fill: Callable[[ChoicePage], object]) -> None:
        """Show the page with what is offered, made now where it is not kept."""
        page = self._pages.get(offered)
        if page is None:
            page = self._pages[offered] = self._made(fill)
        self._pages.move_to_end(offered)
        if self._page is not None and self._page is not page:
            self._layout.removeWidget(self._page)
            self._page.hide()
        self._page = page
        self._layout.addWidget(page)
        page.show()
        while len(self._pages) > _KEPT:
            part_with(self._pages.popitem(last=False)[1])

    def _made(self, fill: Callable[[ChoicePage], object]) -> ChoicePage:
        page = ChoicePage(self)
        page.layer_chosen.connect(self.layer_chosen)
        page.choice_made.connect(self.choice_made)
        fill(page)
        return page

    def place(self, anchor: QRect, inside: QRect) -> None:
        """Stand below the anchor, or above it where there is no room, inside a rectangle."""
        frame = self.size() - self.contentsRect().size()
        least = self._page.height_at(_WIDTH - frame.width()) if self._page is not None else 0
        self.resize(_WIDTH, least + frame.height())
        self.move(beside(anchor, inside, self.size()))


def beside(anchor: QRect, inside: QRect, size: QSize) -> QPoint:
    """The corner of a box of that size below the anchor, else above it, never over it.

    Where there is no room on either side, the box stands below and reaches out of `inside`.
    """
    left = max(inside.left() + _GAP, min(anchor.left(), inside.right() - size.width() - _GAP))
    below = anchor.bottom() + _GAP
    if below + size.height() <= inside.bottom():
        return QPoint(left, below)
    above = anchor.top() - _GAP - size.height()
    if above >= inside.top():
        return QPoint(left, above)
    return QPoint(left, below)
