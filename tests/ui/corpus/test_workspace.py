"""The Corpus workspace: what one may see is counted, drawn, told in a table, and goes out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from tests.ui.review.driven import review_of, reviewed
from tests.ui.test_accessibility import nameless
from workbench.operations import people
from workbench.operations.charts.drawing import Box
from workbench.ui.corpus.workspace import CorpusWorkspace

ALL, ANNS = 9, 5  # annotations of two people, and of one of them


@pytest.fixture
def both(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    """The window of a reviewer, on two articles that two people have finished."""
    driven = reviewed(qtbot, tmp_path)
    yield driven
    driven.close()


def corpus_of(qtbot: QtBot, driven: Driven) -> CorpusWorkspace:
    """The Corpus workspace, in front and with everything counted."""
    window = driven.program.window
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    room = window.rooms.currentWidget()
    assert isinstance(room, CorpusWorkspace)
    qtbot.waitUntil(lambda: room.tally.counts is not None)
    return room


def counted(room: CorpusWorkspace) -> int:
    assert room.tally.counts is not None
    return room.tally.counts.annotations


def cells(room: CorpusWorkspace) -> list[list[str]]:
    model = room.table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]


def test_a_reviewer_sees_what_all_have_done(qtbot: QtBot, both: Driven) -> None:
    room = corpus_of(qtbot, both)
    assert counted(room) == ALL
    told = "\n".join(label.text() for label in room.findChildren(QLabel))
    assert f"Articles: 2\nAnnotations: {ALL}\n" in told
    assert ["Entity", "Person", "5", "0"] in cells(room)
    room.charts.setCurrentRow(1)
    assert [row[0] for row in cells(room)] == ["ann", "bo"]


def test_an_annotator_sees_their_own_work_alone(qtbot: QtBot, both: Driven) -> None:
    room = corpus_of(qtbot, both)
    both.session.become(people.annotator_named(both.project, "ann"))
    assert room.tally.counts is None  # nothing of what the reviewer saw
    assert both.program.window.rooms.currentWidget() is room
    qtbot.waitUntil(lambda: room.tally.counts is not None)
    assert counted(room) == ANNS
    room.charts.setCurrentRow(1)
    assert [row[0] for row in cells(room)] == ["ann"]


def test_what_comes_in_is_counted_while_one_looks_and_later_otherwise(
    qtbot: QtBot, both: Driven
) -> None:
    room = corpus_of(qtbot, both)
    window = both.program.window
    window.dispatch.say("show_annotate")
    both.mark("spoke first", "E", "1")
    both.mark("blamed", "V", "1")
    assert counted(room) == ALL
    window.dispatch.say("show_corpus")
    qtbot.waitUntil(lambda: counted(room) == ALL + 2, timeout=10_000)
    window.dispatch.say("undo")
    qtbot.waitUntil(lambda: counted(room) == ALL + 1, timeout=10_000)


def test_the_chart_in_hand_stays_in_hand_when_something_comes_in(
    qtbot: QtBot, both: Driven
) -> None:
    room = corpus_of(qtbot, both)
    room.charts.setCurrentRow(1)
    both.program.window.dispatch.say("show_annotate")
    both.mark("spoke first", "E", "1")
    both.program.window.dispatch.say("show_corpus")
    qtbot.waitUntil(lambda: counted(room) == ALL + 1, timeout=10_000)
    assert room.charts.currentRow() == 1
    chart = room.chart()
    assert chart is not None
    assert chart.id == "annotators"


def test_a_picture_is_saved_by_a_key_as_png_or_svg(
    qtbot: QtBot, both: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = corpus_of(qtbot, both)
    window = both.program.window
    for name, written in (("a.svg", "a.svg"), ("b.png", "b.png"), ("c", "c.png")):
        monkeypatch.setattr(window.ask, "picture_to_write", lambda _, name=name: tmp_path / name)
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window, Qt.Key.Key_E, modifiers)
        qtbot.waitUntil((tmp_path / written).is_file)
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").count("<text") > 30
    drawing = room.drawing()
    assert drawing is not None
    image = QImage(str(tmp_path / "b.png"))
    assert (image.width(), image.height()) == (round(2 * drawing.width), round(2 * drawing.height))
    colors = {image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(image.height())}
    assert len(colors) > 10


def test_the_page_has_every_chart(
    qtbot: QtBot, both: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus_of(qtbot, both)
    window, out = both.program.window, tmp_path / "counts.html"
    monkeypatch.setattr(window.ask, "file_to_write", lambda _: out)
    window.dispatch.say("write_counts")
    qtbot.waitUntil(out.is_file)
    assert out.read_text(encoding="utf-8").count("<svg") == 5


def test_the_table_goes_to_other_programs(qtbot: QtBot, both: Driven) -> None:
    room = corpus_of(qtbot, both)
    both.program.window.dispatch.say("copy_table")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Layer\tLabel\tAnnotations\tGold"
    assert "Entity\tPerson\t5\t0" in lines
    assert len(lines) == 1 + room.table.model().rowCount()
    room.table.setCurrentIndex(room.table.model().index(1, 1))
    QTest.keyClick(room.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Label\nOrganization"


def test_keys_go_round_charts_picture_and_table_and_all_have_names(
    qtbot: QtBot, both: Driven
) -> None:
    room = corpus_of(qtbot, both)
    window = both.program.window
    room.charts.setFocus()
    assert nameless(window) == []
    seen = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [room.view, room.table, room.charts]
    told = QAccessible.queryAccessibleInterface(room.view)
    assert told.text(QAccessible.Text.Name) == "Annotations by label"
    assert "table" in told.text(QAccessible.Text.Description)


def test_a_mark_says_what_it_stands_for(qtbot: QtBot, both: Driven) -> None:
    room = corpus_of(qtbot, both)
    drawing = room.drawing()
    assert drawing is not None
    bar = next(s for s in drawing.shapes if isinstance(s, Box) and s.said.startswith("Person"))
    here = QPoint(round(bar.x + 2), round(bar.y + bar.height / 2))
    canvas = room.view.widget()
    assert canvas is not None
    event = QHelpEvent(QHelpEvent.Type.ToolTip, here, canvas.mapToGlobal(here))
    QApplication.sendEvent(canvas, event)
    assert QToolTip.text() == "Person: 5"
    QToolTip.hideText()


def test_the_window_paints_in_the_colours_of_its_theme(qtbot: QtBot, both: Driven) -> None:
    room = corpus_of(qtbot, both)
    grounds = []
    for theme in ("dark_theme", "light_theme"):
        both.program.window.dispatch.say(theme)
        grounds.append(room.view.grab().toImage().pixelColor(3, 3).lightnessF())
    dark, light = grounds
    assert dark < 0.3
    assert light > 0.8


def test_an_empty_project_says_what_is_not_there_yet(qtbot: QtBot, driven: Driven) -> None:
    room = corpus_of(qtbot, driven)
    for row in range(room.charts.count()):
        room.charts.setCurrentRow(row)
        chart, drawing = room.chart(), room.drawing()
        assert chart is not None
        assert drawing is not None
        room.view.grab()
        assert room.table.model().rowCount() == len(chart.rows)


def test_a_room_that_is_left_is_forgotten_with_its_project(qtbot: QtBot, both: Driven) -> None:
    room = corpus_of(qtbot, both)
    window, path = both.program.window, both.project.path
    window.leave_session()
    both.program.projects.open_path(path)
    window.dispatch.say("show_corpus")
    assert window.rooms.currentWidget() is not room


def test_the_heat_map_of_agreement_is_saved_as_it_is_seen(
    qtbot: QtBot, both: Driven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review_of(qtbot, both)
    window, out = both.program.window, tmp_path / "heat.svg"
    monkeypatch.setattr(window.ask, "picture_to_write", lambda _: out)
    window.dispatch.say("save_heat_map")
    qtbot.waitUntil(out.is_file)
    drawn = out.read_text(encoding="utf-8")
    assert "ann · bo" in drawn
    assert "Articles: 2" in drawn
    assert "Entity: pairs of people by label" in drawn
