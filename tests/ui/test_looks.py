"""How the text is set is remembered, whichever way it was changed."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive, open_again
from workbench.settings.folders import find_folders
from workbench.settings.settings import read_settings, settings_file
from workbench.ui.theme import DARK
from workbench.ui.verbs.looks import POINTS


class Dressings(QObject):
    """Counts how often a part is told that its style is another."""

    def __init__(self, part: QObject) -> None:
        super().__init__(part)
        self.number = 0
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Count, and let the event go on."""
        self.number += event.type() == QEvent.Type.StyleChange
        return False


def test_a_change_of_colours_dresses_no_part_once_for_each_around_it(driven: Driven) -> None:
    dressings = Dressings(driven.pane)
    driven.program.window.dispatch.say("dark_theme")
    assert 1 <= dressings.number <= 2  # however deep it lies
    shown = driven.program.window.top.grab().toImage()
    assert shown.pixelColor(2, 2).name() == DARK.window


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


def turn_the_wheel(driven: Driven) -> None:
    """Turn the mouse's wheel by a notch with Ctrl held, over the text."""
    port = driven.pane.viewport()
    middle = QPointF(port.rect().center())
    turned = QWheelEvent(
        middle,
        port.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, turned)


def test_the_wheel_writes_once_it_rests(driven: Driven, qtbot: QtBot) -> None:
    path = settings_file(find_folders().config)
    driven.program.window.dispatch.say("wide_measure")
    before, size = path.stat().st_ino, driven.pane.zoom()
    for _ in range(5):
        turn_the_wheel(driven)
    assert driven.pane.zoom() == size + 5
    assert path.stat().st_ino == before
    zoom = round(100 * driven.pane.zoom() / POINTS)
    qtbot.waitUntil(lambda: read_settings(path).zoom == zoom)
    assert read_settings(path).measure == "wide"


def test_the_wheel_is_heard_to_the_end_where_the_window_closes(driven: Driven) -> None:
    turn_the_wheel(driven)
    zoom = round(100 * driven.pane.zoom() / POINTS)
    driven.close()
    assert read_settings(settings_file(find_folders().config)).zoom == zoom


def test_layer_focus_hides_other_ghosts_and_all_brings_them_back(driven: Driven) -> None:
    window = driven.program.window
    window.dispatch.say("focus_claim")
    assert driven.workspace.layers_in_focus() == ("claim",)
    window.dispatch.say("focus_all")
    assert len(driven.workspace.layers_in_focus()) == 4
