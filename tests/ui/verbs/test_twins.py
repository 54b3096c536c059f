"""Near-duplicates are found beside the window, right after articles came in, and grouped."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListView,
    QTreeWidget,
    QTreeWidgetItemIterator,
)
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven, drive
from workbench.operations import twins as finding
from workbench.operations.progress import finish
from workbench.store import annotations, articles
from workbench.ui.verbs import twins

STORY = " ".join(f"word{number} of the harbour report" for number in range(60))


def rest(qtbot: QtBot, driven: Driven) -> None:
    """Wait until all jobs are done."""
    qtbot.waitUntil(lambda: not driven.program.window.jobs.busy(), timeout=60_000)


def texts(driven: Driven) -> list[str]:
    """What stands in the side column."""
    labels = driven.workspace.inspector.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


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


def test_the_window_imports_nothing_that_compares_texts() -> None:
    code = (
        "import sys, workbench.ui.application; "
        "assert not {'datasketch', 'scipy', 'workbench.operations.twin_work'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_a_project_brings_is_found_in_a_quiet_moment(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive(qtbot, tmp_path)
    with qtbot.waitSignal(
        driven.program.window.jobs.finished,
        timeout=twins.IDLE + 30_000,
        check_params_cb=lambda name, _: name == "twins",
    ):
        pass
    driven.close()


def test_work_is_carried_over_once_it_was_looked_at(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven = drive(qtbot, tmp_path, f"Talks\n\nMayor Ilse Varn spoke. {STORY}")
    window = driven.program.window
    first = articles.list_articles(driven.project)[0].id
    driven.session.open_article(first)
    driven.mark("Ilse Varn", "E", "1")
    window.dispatch.say("carry_to_twins")
    qtbot.waitUntil(lambda: "no near-duplicates" in window.message.text(), timeout=60_000)
    late = add_article(driven.project, f"Port shut\n\nMayor Ilse Varn spoke. {STORY}")
    finish(finding.find(driven.project))
    answers = [False, True]
    monkeypatch.setattr(window.ask, "answered", lambda _: answers.pop(0))
    driven.keys("Ctrl+Shift+D")
    rest(qtbot, driven)
    assert annotations.of_article(driven.project, late) == []
    driven.keys("Ctrl+Shift+D")
    qtbot.waitUntil(lambda: bool(annotations.of_article(driven.project, late)), timeout=60_000)
    rest(qtbot, driven)
    driven.session.look_for_news()
    driven.session.open_article(late)
    (mark,) = driven.marked()
    driven.workspace.focus_on_mark(mark.id)
    told = "Carried over from a near-duplicate"
    qtbot.waitUntil(lambda: told in texts(driven), timeout=5_000)
    driven.session.undo()
    assert driven.marked() == []
    driven.close()


def test_what_was_marked_is_text_in_the_tips_as_well(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driven = drive(qtbot, tmp_path, f"Talks\n\nMayor Ilse <b>Varn spoke. {STORY}")
    driven.session.open_article(articles.list_articles(driven.project)[0].id)
    driven.mark("Ilse <b>Varn", "E", "1")
    add_article(driven.project, f"Port shut\n\nMayor Ilse <b>Varn spoke. {STORY}")
    finish(finding.find(driven.project))
    tips: list[str] = []

    def look(dialog: QDialog) -> bool:
        (tree,) = dialog.findChildren(QTreeWidget)
        iterator = QTreeWidgetItemIterator(tree)
        while item := iterator.value():
            tips.append(item.toolTip(0))
            iterator += 1
        return False

    monkeypatch.setattr(driven.program.window.ask, "answered", look)
    driven.keys("Ctrl+Shift+D")
    rest(qtbot, driven)
    assert "<span>Ilse &lt;b&gt;Varn</span>" in tips
    driven.close()
