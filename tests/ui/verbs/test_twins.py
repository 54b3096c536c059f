"""Near-duplicates are found beside the window, right after articles came in, and grouped."""

from pathlib import Path

from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive
from workbench.store import articles
from workbench.ui.verbs import twins

STORY = " ".join(f"word{number} of the harbour report" for number in range(60))


def shown(driven: Driven) -> int:
    view = driven.workspace.list.findChild(QListView)
    assert view is not None
    return view.model().rowCount()


def test_what_came_in_is_grouped_folded_and_filtered(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive(qtbot, tmp_path)
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for file in files:
        file.write_text(f"{file.stem} headline\n\n{STORY}\n", encoding="utf-8")
    driven.program.corpus.take_files(files)
    qtbot.waitUntil(lambda: shown(driven) == 3, timeout=60_000)
    qtbot.waitUntil(lambda: shown(driven) == 2, timeout=60_000)
    first = articles.list_articles(driven.project)[1]
    driven.session.open_article(first.id)
    driven.keys("Ctrl+D")
    assert shown(driven) == 3
    driven.keys("Ctrl+D")
    assert shown(driven) == 2
    driven.close()


def test_what_a_project_brings_is_found_in_a_quiet_moment(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive(qtbot, tmp_path)
    with qtbot.waitSignal(
        driven.program.window.jobs.finished,
        timeout=twins.IDLE + 30_000,
        check_params_cb=lambda name, _: name == "twins",
    ):
        pass
    driven.close()
