"""Which suggestions stand as ghosts: asked for by keys and mouse, counted, and remembered."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from tests.clock import bare_loops
from tests.ui.annotate.driven import Driven, drive, open_again
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.store import suggestions
from workbench.ui.annotate.sieve import Sieve
from workbench.ui.ticks import TickBox

MADE = Suggestion("", "", "entity", "person", (), "", "nobody", "0", 0.0)
AT_ONCE = 8  # bare loops


def propose(driven: Driven, *proposed: tuple[str, str, str, float]) -> None:
    """Let somebody propose words: each with layer, label and score."""
    text, article = driven.pane.text(), driven.session.article
    made = []
    for words, layer, label, score in proposed:
        start = text.index(words)
        place = (Span(start, start + len(words)),)
        made.append(
            replace(
                MADE,
                id=new_id(),
                article=article,
                layer=layer,
                label=label,
                fragments=place,
                quote=words,
                score=score,
            )
        )
    write(driven, made)


def write(driven: Driven, made: Collection[Suggestion]) -> None:
    with driven.project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, made)
    driven.session.look_for_news()


@pytest.fixture
def three(driven: Driven) -> Driven:
    """Two entities, one of them doubtful, and a framing, which is hidden at first."""
    label = driven.session.scheme.layer("entity").labels[0].id
    framing = driven.session.scheme.layer("framing").labels[0].id
    propose(
        driven,
        ("Varn", "entity", label, 0.9),
        ("Bo Reed", "entity", label, 0.42),
        ("collapse", "framing", framing, 0.8),
    )
    return driven


def shown(driven: Driven) -> list[str]:
    return sorted(ghost.quote for ghost in driven.workspace.ghosts())


def counted(driven: Driven) -> str:
    driven.workspace.inspect()
    labels = driven.workspace.ghost_bar.findChildren(QLabel)
    return next(label.text() for label in labels if "shown" in label.text())


def slider(driven: Driven) -> QSlider:
    found = driven.workspace.ghost_bar.findChild(QSlider)
    assert isinstance(found, QSlider)
    return found


def tick(driven: Driven, name: str) -> TickBox:
    ticks = driven.workspace.ghost_bar.findChildren(TickBox)
    return next(tick for tick in ticks if tick.text() == name)


def test_framing_is_hidden_at_first_and_counted(three: Driven) -> None:
    assert shown(three) == ["Bo Reed", "Varn"]
    assert counted(three) == "Suggestions · 2 of 3 shown"


def test_keys_hide_what_is_less_sure_and_bring_it_back(three: Driven) -> None:
    three.keys(*["."] * 8)  # 40 %
    assert shown(three) == ["Bo Reed", "Varn"]
    three.keys(".")
    assert shown(three) == ["Varn"]
    assert slider(three).value() == 45
    assert counted(three) == "Suggestions · 1 of 3 shown"
    three.keys(",")
    assert shown(three) == ["Bo Reed", "Varn"]


def test_what_is_hidden_is_neither_walked_to_nor_accepted(three: Driven) -> None:
    three.keys(*["."] * 10)
    three.pane.place_caret(0)
    for _ in range(3):
        three.keys("Tab", "Return")
    assert [annotation.quote for annotation in three.marked()] == ["Varn"]


def test_a_ghost_in_hand_that_is_hidden_is_let_go(three: Driven) -> None:
    doubtful = next(g for g in three.workspace.ghosts() if g.quote == "Bo Reed")
    three.workspace.focus_on_mark(doubtful.id)
    slider(three).setFocus()
    QTest.keyClick(slider(three), Qt.Key.Key_End)
    assert shown(three) == []
    assert three.workspace.suggestion() is None


def test_a_click_on_a_layer_shows_it(three: Driven) -> None:
    QTest.mouseClick(tick(three, "Framing"), Qt.MouseButton.LeftButton)
    assert shown(three) == ["Bo Reed", "Varn", "collapse"]
    name = three.session.scheme.layer("entity").name
    QTest.mouseClick(tick(three, name), Qt.MouseButton.LeftButton)
    assert shown(three) == ["collapse"]


def test_it_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive(qtbot, tmp_path)
    driven.keys(".", ".")
    driven.program.window.dispatch.say("show_framing")
    driven.close()
    again = open_again(qtbot, tmp_path / "p.workbench")
    assert again.workspace.sieve == Sieve(frozenset({"claim", "entity", "event", "framing"}), 10)
    assert slider(again).value() == 10
    assert tick(again, "Framing").isChecked()
    again.close()


def test_ten_thousand_are_sifted_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive(qtbot, tmp_path, "word " * 10_000)
    label = driven.session.scheme.layer("entity").labels[0].id
    article = driven.session.article
    made = [
        replace(
            MADE,
            id=new_id(),
            article=article,
            label=label,
            fragments=(Span(5 * place, 5 * place + 4),),
            quote="word",
            score=place / 10_000,
        )
        for place in range(10_000)
    ]
    write(driven, made)
    assert len(driven.workspace.ghosts()) == 10_000
    took = bare_loops(lambda: driven.workspace.sift(Sieve(least=50)), runs=1)
    assert len(driven.workspace.ghosts()) == 5_050
    driven.close()
    assert took < AT_ONCE, took
