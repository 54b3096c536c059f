"""An export is looked at while it is chosen, and written as it was shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from tests.ui.review.driven import reviewed
from workbench.operations import people
from workbench.ui.export.dialog import ExportDialog
from workbench.ui.export.form import ExportForm


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Driven:
    return reviewed(qtbot, tmp_path)


def opened(qtbot: QtBot, driven: Driven) -> ExportDialog:
    dialog = ExportDialog(driven.session, driven.program.window)
    dialog.show()
    rest(qtbot, dialog)
    return dialog


def rest(qtbot: QtBot, dialog: ExportDialog) -> None:
    """Wait until everything that was asked for is tried."""
    qtbot.waitUntil(
        lambda: not dialog._pause.isActive() and not dialog._jobs.busy(), timeout=60_000
    )


def choose(qtbot: QtBot, dialog: ExportDialog, name: str, text: str) -> None:
    """Choose an entry of a list, as a person does, and wait for what comes of it."""
    (field,) = (f for f in dialog.findChildren(QComboBox) if f.accessibleName() == name)
    place = field.findText(text, Qt.MatchFlag.MatchStartsWith)
    assert place >= 0
    field.setCurrentIndex(place)
    field.activated.emit(place)
    rest(qtbot, dialog)


def words(dialog: ExportDialog) -> str:
    text = dialog.preview.findChild(QPlainTextEdit)
    assert text is not None
    return text.toPlainText()


def counts(dialog: ExportDialog) -> str:
    (told,) = (x for x in dialog.preview.findChildren(QLabel) if x.text())
    return told.text()


def lost(dialog: ExportDialog) -> dict[str, str]:
    tree = dialog.preview.findChild(QTreeWidget)
    assert tree is not None
    rows = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    return {row.text(0): row.text(1) for row in rows if row}


def test_what_is_chosen_shows_as_it_would_be_written(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    assert words(dialog).startswith('{"id"')
    assert counts(dialog) == "Articles: 2. Annotations: 9."
    choose(qtbot, dialog, "Format", "CSV")
    assert words(dialog).splitlines()[1].count("Ilse Varn") == 1
    assert lost(dialog)
    assert dialog.recipe().format == "csv"
    dialog.reject()
    driven.close()


def test_layers_that_are_not_ticked_stay_at_home(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    (entities,) = (b for b in dialog.findChildren(QCheckBox) if b.text() == "Entity")
    QTest.mouseClick(entities, Qt.MouseButton.LeftButton)
    rest(qtbot, dialog)
    assert counts(dialog) == "Articles: 2. Annotations: 0."
    for box in dialog.findChild(ExportForm)._layers.values():  # type: ignore[union-attr]
        box.setChecked(False)
    rest(qtbot, dialog)
    assert counts(dialog) == "Tick a layer."
    dialog.reject()
    driven.close()


def test_what_is_refused_is_said_in_its_place(qtbot: QtBot, driven: Driven) -> None:
    dialog = opened(qtbot, driven)
    search = dialog.findChild(ExportForm)._search  # type: ignore[union-attr]
    QTest.keyClicks(search, "?!")
    rest(qtbot, dialog)
    assert "Articles" not in counts(dialog)
    search.clear()
    QTest.keyClicks(search, "ferry")
    rest(qtbot, dialog)
    assert counts(dialog).startswith("Articles: 1.")
    dialog.reject()
    driven.close()


def test_whoever_annotates_sees_no_words_of_others(qtbot: QtBot, driven: Driven) -> None:
    driven.session.become(people.annotator_named(driven.project, "ann"))
    dialog = opened(qtbot, driven)
    assert "Varn" not in words(dialog)
    assert counts(dialog) == "Articles: 2. Annotations: 9."
    choose(qtbot, dialog, "Whose work", "What suggesters")
    assert words(dialog).startswith('{"id"')
    dialog.reject()
    driven.close()


def test_closing_it_stops_trying_and_leaves_nothing_running(driven: Driven) -> None:
    dialog = ExportDialog(driven.session, driven.program.window)
    dialog.show()
    dialog.reject()
    assert not dialog._jobs.busy()
    driven.close()
