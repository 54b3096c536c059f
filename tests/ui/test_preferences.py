"""The settings as the window uses them."""

from pathlib import Path

import pytest

from workbench.ui.preferences import Preferences


def test_what_was_changed_is_there_the_next_time(tmp_path: Path) -> None:
    Preferences().change(theme="dark")
    Preferences().remember(tmp_path / "p.workbench")
    kept = Preferences().settings
    assert (kept.theme, kept.recent) == ("dark", (str(tmp_path / "p.workbench"),))


def test_a_folder_that_cannot_be_made_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "file" / "home"))
    preferences = Preferences()
    preferences.change(theme="dark")
    assert preferences.settings.theme == "dark"
    assert "cannot be kept" in caplog.text


def test_an_answer_given_elsewhere_meanwhile_is_kept() -> None:
    here, there = Preferences(), Preferences()
    there.change(pipelines={"/models/a": True})
    here.change(theme="dark")
    assert here.settings.pipelines == {"/models/a": True}
    here.change(pipelines={**here.settings.pipelines, "/models/b": False})
    there.change(zoom=120)
    there.change(pipelines={**there.settings.pipelines, "/models/a": False})
    assert Preferences().settings.pipelines == {"/models/a": False, "/models/b": False}
