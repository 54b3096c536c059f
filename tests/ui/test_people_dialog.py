"""Who works: known people have their role, a new name may take either."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.annotator import Annotator
from workbench.ui.people_dialog import PeopleDialog, PersonAnswer

KNOWN = [Annotator("1", "ann"), Annotator("2", "rev", "reviewer")]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_the_role_follows_the_name(window: QWidget) -> None:
    asked = PeopleDialog(KNOWN, "ann", window)
    assert asked.answer() == PersonAnswer("ann", "annotator")
    name = asked.findChild(QComboBox)
    assert name is not None
    name.setCurrentText("rev")
    assert asked.answer() == PersonAnswer("rev", "reviewer")


def test_a_new_name_takes_the_role_that_is_ticked(window: QWidget) -> None:
    asked = PeopleDialog(KNOWN, "ann", window)
    name, reviews = asked.findChild(QComboBox), asked.findChild(QCheckBox)
    assert name is not None
    assert reviews is not None
    edit = name.lineEdit()
    assert edit is not None
    edit.selectAll()
    QTest.keyClicks(edit, "Cleo ")
    reviews.click()
    assert asked.answer() == PersonAnswer("Cleo", "reviewer")
