"""The old journal is packed when somebody asks for it, and the window says what came of it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive
from workbench.operations import history
from workbench.store import compacting


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Driven:
    return drive(qtbot, tmp_path)


def packed(qtbot: QtBot, driven: Driven) -> str:
    """What the window says after it was told to pack."""
    window = driven.program.window
    with qtbot.waitSignal(window.jobs.finished, timeout=10_000):
        window.dispatch.say("compact_journal")
    return window.message.text()


def test_what_is_old_is_packed_and_still_in_the_history(
    qtbot: QtBot, driven: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compacting, "LATEST", 2)
    monkeypatch.setattr(compacting, "TOGETHER", 1_000)
    driven.mark("Coast Guard", "E", "1")
    driven.mark("Bo Reed", "E", "1")
    driven.mark("Monday", "E", "2")
    before = history.read(driven.project)
    assert "old entries of the journal packed" in packed(qtbot, driven)
    assert history.read(driven.project) == before
    driven.keys("Ctrl+Z")
    driven.close()


def test_a_short_journal_stays_as_it_is(qtbot: QtBot, driven: Driven) -> None:
    assert packed(qtbot, driven) == "Nothing more of the journal is old enough."
    driven.close()
