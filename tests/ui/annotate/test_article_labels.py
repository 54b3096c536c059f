"""The article itself is labelled by digits, and by fields where no mark is in hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu

from tests.ui.annotate.driven import Driven
from workbench.store import articles
from workbench.ui.annotate.fields import SeveralField


def given(driven: Driven) -> dict[str, str | tuple[str, ...]]:
    labels = articles.labels_of(driven.project, [driven.session.article])
    return {label.name: label.value for label in labels}


def test_digits_answer_one_label_after_the_other(driven: Driven) -> None:
    driven.keys("T", "2", "1")
    assert given(driven) == {"genre": "analysis", "relevant": "relevant"}


def test_zero_reaches_the_values_beyond_nine(driven: Driven) -> None:
    driven.keys("T", "1", "1", "0", "6")
    assert given(driven)["primary_frame"] == "other"


def test_several_values_are_taken_and_given_up(driven: Driven) -> None:
    driven.keys("T", "T", "T", "T", "1", "3", "1")
    assert given(driven) == {"frames": ("morality",)}


def test_what_has_a_value_is_asked_last(driven: Driven) -> None:
    driven.keys("T", "1", "Escape", "T", "3")
    assert given(driven) == {"genre": "report", "relevant": "broken_text"}


def test_a_field_sets_a_label_and_unsets_it(driven: Driven) -> None:
    driven.workspace.inspect()
    fields = driven.workspace.inspector.findChildren(QComboBox)
    genre = next(field for field in fields if field.accessibleName().startswith("Genre"))
    QTest.keyClick(genre, Qt.Key.Key_Down)
    assert given(driven) == {"genre": "report"}
    driven.workspace.inspect()
    fields = driven.workspace.inspector.findChildren(QComboBox)
    genre = next(field for field in fields if field.accessibleName().startswith("Genre"))
    QTest.keyClick(genre, Qt.Key.Key_Up)
    assert given(driven) == {}


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of any menu
def test_several_values_are_ticked_in_a_menu(driven: Driven) -> None:
    driven.workspace.inspect()
    (field,) = driven.workspace.inspector.findChildren(SeveralField)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    (menu,) = field.findChildren(QMenu)
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert given(driven) == {"frames": ("economic",)}
