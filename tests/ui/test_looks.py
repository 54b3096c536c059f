"""How the text is set is remembered, whichever way it was changed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive, open_again
from workbench.settings.folders import find_folders
from workbench.settings.settings import read_settings, settings_file


def test_size_face_column_and_labels_outlast_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive(qtbot, tmp_path)
    before = driven.pane.zoom()
    for command in ("zoom_in", "zoom_in", "sans_face", "wide_measure", "show_tags"):
        assert driven.program.window.dispatch.say(command)
    driven.close()
    again = open_again(qtbot, tmp_path / "p.workbench")
    settings = read_settings(settings_file(find_folders().config))
    assert again.pane.zoom() == before + 2
    assert (settings.typeface, settings.measure, settings.tags) == ("sans", "wide", True)
    again.close()


def test_layer_focus_hides_other_ghosts_and_all_brings_them_back(driven: Driven) -> None:
    window = driven.program.window
    window.dispatch.say("focus_claim")
    assert driven.workspace.layers_in_focus() == ("claim",)
    window.dispatch.say("focus_all")
    assert len(driven.workspace.layers_in_focus()) == 4
