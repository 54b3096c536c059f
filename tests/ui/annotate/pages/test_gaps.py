"""Done lists what is open, walked by keys; said again it overrides."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from tests.ui.annotate.driven import Driven
from tests.ui.annotate.test_sieve import propose
from workbench.domain.annotator import Assignment
from workbench.domain.ids import new_id
from workbench.store import people


def statuses(driven: Driven) -> dict[str, str]:
    found = people.assignments(driven.project, annotator=driven.session.annotator.id)
    return {assignment.layer: assignment.status for assignment in found}


def done(driven: Driven) -> None:
    driven.program.window.dispatch.say("done_and_next")


def said(rows: QListView) -> list[str]:
    """What the rows say that is lacking."""
    places = range(rows.model().rowCount())
    return [str(rows.model().index(place, 0).data()).split(" · ")[1] for place in places]


def test_nothing_open_is_done_at_once(driven: Driven) -> None:
    done(driven)
    assert set(statuses(driven).values()) == {"done"}


def test_the_list_leads_to_what_is_missing(driven: Driven) -> None:
    driven.mark("Ilse Varn", "E", "1")
    claim = driven.mark("The harbour is closed", "C", "1")
    done(driven)
    assert driven.workspace.side.page() == "gaps"
    rows = driven.workspace.gaps.findChild(QListView)
    assert rows is not None
    assert said(rows) == ["lacks Attribution", "lacks Stance"]
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
    rows = driven.workspace.gaps.findChild(QListView)
    assert rows is not None
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    assert driven.workspace.side.page() == ""
    assert "done" not in statuses(driven).values()


def test_in_layer_focus_only_that_layer_is_asked_about_and_done(driven: Driven) -> None:
    driven.mark("The harbour is closed", "C", "1")
    driven.program.window.dispatch.say("focus_entity")
    done(driven)
    assert statuses(driven) == {"claim": "started", "entity": "done"}


def test_a_ghost_is_open_unless_it_is_marked_already_or_may_not_be_seen(driven: Driven) -> None:
    propose(
        driven,
        ("Ilse Varn", "entity", "person", 0.9),
        ("Bo Reed", "entity", "person", 0.9),
        ("closed", "event", "other", 0.9),
    )
    driven.mark("Bo Reed", "E", "1")
    unaided = Assignment(
        new_id(), driven.session.article, driven.session.annotator.id, "event", help="off"
    )
    with driven.project.transaction("assign", person="", kind="record") as transaction:
        people.insert_assignments(transaction, [unaided])
    driven.session.look_for_news()
    done(driven)
    rows = driven.workspace.gaps.findChild(QListView)
    assert rows is not None
    assert said(rows) == ["open suggestion"]
    assert str(rows.model().index(0, 0).data()).startswith("Ilse Varn")
