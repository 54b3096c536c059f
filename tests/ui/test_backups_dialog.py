"""A backup is put back from the window, after a look at what that takes away."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QListWidget, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive
from workbench.operations import backups
from workbench.store import annotations, articles
from workbench.ui.backups_dialog import BackupsDialog


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Driven:
    return drive(qtbot, tmp_path)


def acts(dialog: BackupsDialog) -> dict[str, str]:
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    rows = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    return {row.text(0): row.text(1) for row in rows if row}


def test_what_was_done_since_is_shown_and_goes_and_the_window_goes_on(
    qtbot: QtBot, driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = driven.program.window
    driven.mark("Ilse Varn", "E", "1")
    backups.keep(driven.project)
    driven.mark("Bo Reed", "E", "1")
    seen: list[dict[str, str]] = []

    def agree(dialog: QDialog) -> bool:
        assert isinstance(dialog, BackupsDialog)
        seen.append(acts(dialog))
        return True

    monkeypatch.setattr(window.ask, "answered", agree)
    window.dispatch.say("restore_backup")
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    assert seen == [{"mark a span": "1"}]
    (article,) = articles.list_articles(driven.project)
    marked = annotations.of_article(driven.project, article.id)
    assert [mark.quote for mark in marked] == ["Ilse Varn"]
    assert len(backups.kept(driven.project)) == 2
    driven.close()


def test_every_backup_says_what_was_done_since(qtbot: QtBot, driven: Driven) -> None:
    backups.keep(driven.project)
    driven.mark("Ilse Varn", "E", "1")
    backups.keep(driven.project)
    kept = backups.kept(driven.project)
    dialog = BackupsDialog(
        kept, lambda each: backups.done_since(driven.project, each), driven.program.window
    )
    qtbot.addWidget(dialog)
    assert acts(dialog) == {}
    listed = dialog.findChild(QListWidget)
    assert listed is not None
    listed.setCurrentRow(1)
    assert acts(dialog) == {"mark a span": "1"}
    assert dialog.chosen() == kept[1]
    driven.close()


def test_an_older_backup_of_the_hour_is_there_until_it_is_put_back(
    qtbot: QtBot, driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = driven.program.window
    for words in ("Ilse Varn", "Bo Reed", "Monday"):
        driven.mark(words, "E", "1")
        backups.keep(driven.project)
    driven.mark("Coast Guard", "E", "1")

    def agree(dialog: QDialog) -> bool:
        listed = dialog.findChild(QListWidget)
        assert listed is not None
        listed.setCurrentRow(1)
        return True

    monkeypatch.setattr(window.ask, "answered", agree)
    window.dispatch.say("restore_backup")
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    (article,) = articles.list_articles(driven.project)
    marked = annotations.of_article(driven.project, article.id)
    assert [mark.quote for mark in marked] == ["Ilse Varn", "Bo Reed"]
    driven.close()


def test_without_a_backup_nothing_is_asked(driven: Driven) -> None:
    for backup in backups.kept(driven.project):  # of before the import
        backup.path.unlink()
    driven.program.window.dispatch.say("restore_backup")
    assert "no backup yet" in driven.program.window.message.text()
    driven.close()
