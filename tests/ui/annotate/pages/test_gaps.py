"""Done lists what is open, walked by keys; said again it overrides."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from tests.ui.annotate.driven import Driven
from workbench.store import people


def statuses(driven: Driven) -> dict[str, str]:
    found = people.assignments(driven.project, annotator=driven.session.annotator.id)
    return {assignment.layer: assignment.status for assignment in found}


def done(driven: Driven) -> None:
    driven.program.window.dispatch.say("done_and_next")


def test_nothing_open_is_done_at_once(driven: Driven) -> None:
    done(driven)
    assert set(statuses(driven).values()) == {"done"}


def test_the_list_leads_to_what_is_missing(driven: Driven) -> None:
    driven.mark("Ilse Varn", "E", "1")
    claim = driven.mark("The harbour is closed", "C", "1")
    done(driven)
    assert driven.workspace.side.page() == "gaps"
    rows = driven.workspace.gaps.findChild(QListWidget)
    assert rows is not None
    assert [rows.item(place).text().split(" · ")[1] for place in range(rows.count())] == [
        "lacks Attribution",
        "lacks Stance",
    ]
    assert rows.hasFocus()
    driven.pane.focus_mark("")
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert driven.pane.focused() == claim.id
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert driven.pane.hasFocus()
    done(driven)
    assert set(statuses(driven).values()) == {"done"}


def test_escape_leaves_the_list_and_nothing_is_done(driven: Driven) -> None:
    driven.mark("The harbour is closed", "C", "1")
    done(driven)
    rows = driven.workspace.gaps.findChild(QListWidget)
    assert rows is not None
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    assert driven.workspace.side.page() == ""
    assert "done" not in statuses(driven).values()


def test_in_layer_focus_only_that_layer_is_asked_about_and_done(driven: Driven) -> None:
    driven.mark("The harbour is closed", "C", "1")
    driven.program.window.dispatch.say("focus_entity")
    done(driven)
    assert statuses(driven) == {"claim": "started", "entity": "done"}
