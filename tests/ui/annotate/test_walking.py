"""Walking through a text by the arrows, whichever way it runs."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import drive


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
