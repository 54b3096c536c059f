"""Whatever hands do to whatever text: the pane paints it, and selects whole characters.

Texts are thrown together from pieces that are hard each in its own way, marks from random places
in them; what is done comes in random order. A seed that failed once stays in the list.
"""

from collections.abc import Callable, Sequence
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.pane.hands import (
    ALT,
    CTRL,
    GREEN,
    LEFT,
    NONE,
    SHIFT,
    VIOLET,
    alike,
    click_times,
    grab,
    on_screen,
    painted,
    place,
    pull,
)
from workbench.domain.article import ArticleText
from workbench.domain.graphemes import is_border
from workbench.domain.span import Span, fragments_of
from workbench.domain.structure import structure_of
from workbench.ui.pane.marks import Link, Mark, MarkKind
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.travel import CaretUnit

PIECES = (
    *("a", "b ", " ", "\n", "\n\n", "The ", "minister ", "“", "”", ".", ", ", "U.S. ", "$3m "),
    *("שלום ", "عربي ", "\u200f", "\u202e", "👨‍👩‍👧", "e\u0301", "\u0301", "\u2028", "\t", "中文"),
    *("\U00020000", "\ufffc", "x" * 60, "ك" * 50),
)
UNITS: tuple[CaretUnit, ...] = (
    *("character", "word", "line", "sentence"),
    *("paragraph", "page", "edge", "text"),
)
KINDS: tuple[MarkKind, ...] = ("annotation", "annotation", "ghost")
IDS = [f"m{number}" for number in range(20)]


class Hands:
    """Does anything to a pane, one thing after another."""

    def __init__(
        self, pane: ReadingPane, random: Random, kinds: Sequence[MarkKind] = KINDS
    ) -> None:
        self.pane = pane
        self.kinds = kinds
        self.random = random
        self.text = "".join(random.choices(PIECES, k=random.randint(0, 400)))
        pane.set_article(ArticleText("a", self.text, structure_of(self.text)), self.marks())

    def marks(self) -> list[Mark]:
        return [self.mark(id) for id in IDS if len(self.text) > 6]

    def mark(self, id: str) -> Mark:
        pick, ends = self.random.choice, self.random.choice((2, 2, 4, 6))
        cuts = sorted(self.random.sample(range(len(self.text) + 1), ends))
        fragments = fragments_of(zip(cuts[::2], cuts[1::2], strict=True))
        layer = pick(("entity", "claim", "event", "framing", "of another scheme"))
        return Mark(id, layer, "label", fragments, pick(self.kinds), pick((GREEN, VIOLET)))

    def point(self) -> QPoint:
        view = self.pane.viewport().rect()
        return QPoint(
            self.random.randint(-10, view.width() + 10), self.random.randint(-10, view.height())
        )

    def modifier(self) -> Qt.KeyboardModifier:
        return self.random.choice((NONE, ALT, CTRL, SHIFT))

    def sweep(self) -> None:
        pull(self.pane, self.point(), self.point(), self.modifier())

    def begin_and_let_go(self) -> None:
        grab(self.pane, self.point(), self.point(), self.modifier())
        painted(self.pane)
        self.pane.cancel_drag()
        QTest.mouseRelease(self.pane.viewport(), LEFT)

    def drag_a_border(self) -> None:
        self.pane.next_mark(1, "annotation")
        pull(self.pane, place(self.pane, self.pane.caret()), self.point())

    def click(self) -> None:
        at = self.random.randint(0, len(self.text))
        click_times(self.pane, at, self.random.randint(1, 4))

    def walk(self) -> None:
        for unit in self.random.sample(UNITS, 4):
            extend = self.random.random() < 0.4
            self.pane.move_caret(unit, self.random.choice((1, -1)), extend=extend)

    def grow(self) -> None:
        self.pane.grow_selection()
        self.pane.grow_selection()
        self.pane.shrink_selection()

    def change_marks(self) -> None:
        self.pane.change_marks(self.marks()[::4], self.random.sample(IDS, 5))

    def focus(self) -> None:
        self.pane.focus_mark(self.random.choice(IDS))
        self.pane.set_numbers({id: str(place) for place, id in enumerate(IDS[:9])})

    def relate(self) -> None:
        links = [Link(f"{n}", "leads to", *self.random.choices(IDS, k=2)) for n in range(9)]
        self.pane.set_relations(links)

    def find(self) -> None:
        starts = range(0, len(self.text), 9)
        self.pane.set_hits([Span(at, min(at + 5, len(self.text))) for at in starts], 2)

    def look_otherwise(self) -> None:
        self.pane.resize(self.random.randint(60, 1000), self.random.randint(60, 700))
        self.pane.set_zoom(self.random.uniform(6, 42))
        self.pane.set_tags(shown=self.random.random() < 0.5)

    def scroll(self) -> None:
        bar = self.pane.verticalScrollBar()
        bar.setValue(self.random.randint(0, bar.maximum()))


DEEDS = (
    *(Hands.sweep, Hands.begin_and_let_go, Hands.drag_a_border, Hands.click, Hands.walk),
    *(Hands.grow, Hands.change_marks, Hands.focus, Hands.relate, Hands.find),
    *(Hands.look_otherwise, Hands.scroll),
)


@pytest.mark.parametrize("seed", range(6))
def test_anything_can_be_done_to_anything(show: Callable[..., ReadingPane], seed: int) -> None:
    random = Random(seed)  # noqa: S311  (no secret)
    hands = Hands(show(""), random)
    for deed in random.choices(DEEDS, k=60):
        deed(hands)
        painted(hands.pane)
        found = hands.pane.selection()
        if found is not None:
            assert 0 <= found.start < found.end <= len(hands.text)
            assert is_border(hands.text, found.start)
            assert is_border(hands.text, found.end)


@pytest.mark.parametrize("seed", range(2))
def test_what_is_painted_is_what_it_is_when_painted_again(
    show: Callable[..., ReadingPane], qtbot: QtBot, seed: int
) -> None:
    random = Random(seed)  # noqa: S311  (no secret)
    hands = Hands(show(""), random, ["annotation"])  # Qt begins dashes where the border cuts them
    for deed in random.choices(DEEDS, k=60):
        deed(hands)
        # What a sweep left out fades meanwhile.
        qtbot.waitUntil(lambda: alike(on_screen(hands.pane), painted(hands.pane)))
