"""The text keeps room to be read, whatever the window's width."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, open_again
from workbench.operations import projects
from workbench.ui.annotate.middle import LEAST


def test_the_columns_give_way_before_the_text_does(driven: Driven, qtbot: QtBot) -> None:
    window = driven.program.window
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.width() == 800)
    assert driven.workspace.middle.width() >= LEAST
    widths = driven.workspace.splitter.sizes()
    assert widths[0] >= driven.workspace.list.minimumWidth()
    assert widths[2] >= driven.workspace.side.minimumWidth()


def shown(driven: Driven) -> str:
    """What stands in the place of the text, empty where that is the text itself."""
    found = driven.workspace.middle.currentWidget()
    return found.text() if isinstance(found, QLabel) else ""


def test_an_empty_project_says_what_to_do_until_there_is_something_to_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    project = projects.create(tmp_path / "empty.workbench")
    project.close()
    driven = open_again(qtbot, project.path)
    assert "Import some" in shown(driven)
    for verb in ("history", "show_as_it_was", "show_as_it_was", "history"):
        driven.program.window.dispatch.say(verb)
    assert "Import some" in shown(driven)
    article = tmp_path / "a.txt"
    article.write_text("Harbour closed.\n", encoding="utf-8")
    driven.program.corpus.take_files([article])
    qtbot.waitUntil(lambda: bool(driven.session.article), timeout=20_000)
    assert not shown(driven)
    assert driven.workspace.middle.currentWidget() is driven.pane
    driven.close()
