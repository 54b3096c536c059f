"""Screen readers get a name for everything, and keys reach everything, in the order it is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QWidget

from tests.ui.annotate.driven import Driven
from workbench.ui.commands import COMMANDS

SILENT = {QAccessible.Role.NoRole, QAccessible.Role.Client}


def focusable(root: QWidget) -> Iterator[QWidget]:
    """The widgets in sight that keys can reach."""
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            yield widget


def nameless(root: QWidget) -> list[str]:
    """The widgets that keys reach and that have no name or no role."""
    found = []
    for widget in focusable(root):
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name)
        # A scroll area is a client area by its role, and says by its name what it holds.
        silent = told.role() in SILENT and not isinstance(widget, QAbstractScrollArea)
        if not name or silent:
            found.append(f"{type(widget).__name__} {widget.objectName()} {told.role()}")
    return found


def test_everything_that_takes_the_focus_has_a_name_and_a_role(driven: Driven) -> None:
    driven.mark("Ilse Varn", "E", "1")
    driven.workspace.inspect()
    assert nameless(driven.program.window) == []
    driven.select("The harbour is closed")
    driven.keys("C", "1", "Escape")
    driven.workspace.inspect()
    assert nameless(driven.program.window) == []


@pytest.mark.parametrize(
    "page", [c.id for c in COMMANDS if c.id in {"show_questions", "guideline", "done_and_next"}]
)
def test_the_pages_beside_the_text_have_names_too(driven: Driven, page: str) -> None:
    driven.mark("The harbour is closed", "C", "1")
    driven.program.window.dispatch.say(page)
    assert driven.workspace.side.page()
    assert nameless(driven.program.window) == []


def test_the_start_screen_has_names_too(driven: Driven) -> None:
    driven.program.window.leave_session()
    assert nameless(driven.program.window) == []


def test_f6_goes_round_list_text_and_side_and_back(driven: Driven) -> None:
    window = driven.program.window
    driven.pane.setFocus()
    parts = [driven.workspace.list, driven.pane, driven.workspace.side]

    def part_in_focus() -> int:
        focused = QApplication.focusWidget()
        assert focused is not None
        return next(n for n, p in enumerate(parts) if p is focused or p.isAncestorOf(focused))

    round_trip = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        round_trip.append(part_in_focus())
    assert round_trip == [2, 0, 1]
    QTest.keyClick(driven.pane, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert part_in_focus() == 0


def test_tab_leaves_every_part_but_the_text(driven: Driven) -> None:
    driven.mark("The harbour is closed", "C", "1")
    driven.workspace.inspect()
    driven.workspace.inspector.focus_note()
    seen = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert len(set(seen)) > 4


def test_in_the_inspector_tab_goes_down_the_page(driven: Driven) -> None:
    driven.select("The harbour is closed")
    driven.keys("C", "1", "Escape")
    driven.workspace.inspect()
    driven.workspace.inspector.focus_attributes()
    tops = []
    for _ in range(6):  # attribution, stance, more, note, question, delete
        focused = QApplication.focusWidget()
        assert focused is not None
        assert driven.workspace.inspector.isAncestorOf(focused)
        tops.append(focused.mapTo(driven.workspace.inspector, focused.rect().topLeft()).y())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert tops == sorted(tops)
