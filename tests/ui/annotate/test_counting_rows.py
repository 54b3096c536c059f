"""The list says how many marks an article has where its row is in sight, once the hands rest."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import drive, open_again


def test_a_row_in_sight_is_counted_after_the_window_has_opened(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driven = drive(qtbot, tmp_path)
    driven.mark("Ilse Varn", "E", "1")
    path = driven.project.path
    driven.close()
    again = open_again(qtbot, path)
    articles = again.workspace.list
    assert articles.uncounted() == [again.session.article]
    qtbot.waitUntil(lambda: not articles.uncounted())
    again.close()
