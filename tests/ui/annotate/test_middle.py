"""The text keeps room to be read, whatever the window's width."""

from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from workbench.ui.annotate.middle import LEAST


def test_the_columns_give_way_before_the_text_does(driven: Driven, qtbot: QtBot) -> None:
    window = driven.program.window
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.width() == 800)
    assert driven.workspace.middle.width() >= LEAST
    widths = driven.workspace.splitter.sizes()
    assert widths[0] >= driven.workspace.list.minimumWidth()
    assert widths[2] >= driven.workspace.side.minimumWidth()
