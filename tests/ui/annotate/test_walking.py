"""Walking through a text by the arrows, whichever way it runs."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive


def test_the_arrows_go_where_they_point_also_in_hebrew(qtbot: QtBot, tmp_path: Path) -> None:
    text = "שלום עולם ועוד מילים.\n\nFour English words here.\n"
    driven = drive(qtbot, tmp_path, text)
    pane = driven.pane
    for paragraph, onward, back in (("שלום", "Left", "Right"), ("Four", "Right", "Left")):
        start = pane.text().index(paragraph)
        pane.place_caret(start)
        driven.keys(onward, onward)
        assert pane.caret() > start + 5
        driven.keys(back, back)
        assert pane.caret() == start
        driven.keys(f"Shift+{onward}", f"Shift+{onward}")
        assert pane.selected_text() == " ".join(pane.text()[start:].split()[:2])
    driven.close()


def test_home_end_and_pages_move_the_caret(driven: Driven) -> None:
    pane = driven.pane
    pane.resize(700, 300)
    driven.keys("Ctrl+End")
    assert pane.caret() == len(pane.text())
    driven.keys("Ctrl+Home", "End")
    assert pane.caret() == pane.text().index("\n")
    driven.keys("Home")
    assert pane.caret() == 0
    driven.keys("PgDown")
    on = pane.caret()
    assert on > pane.text().index("Varn")
    driven.keys("PgUp")
    assert pane.caret() == 0
    driven.keys("Shift+End")
    assert pane.selected_text() == "Harbour stays closed"


def test_pages_with_control_are_for_articles_and_move_no_caret(driven: Driven) -> None:
    driven.keys("Down")
    before = driven.pane.caret()
    driven.keys("Ctrl+PgDown", "Ctrl+PgUp")
    assert driven.pane.caret() == before > 0
