"""Relations are drawn by digits or by a click, and removed in the inspector."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive
from workbench.domain.annotation import Annotation
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.store import annotations
from workbench.ui.annotate.choosing.asking import candidates


def with_event(driven: Driven) -> None:
    driven.mark("Bo Reed", "E", "1")
    driven.mark("Coast Guard", "E", "2")
    driven.select("collapse")
    driven.keys("V", "2", "Escape")


def click(driven: Driven, mark: Annotation) -> None:
    box = driven.pane.caret_rect(mark.span.start + 1)
    viewport = driven.pane.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.mapFromGlobal(box.center()))


def marked(driven: Driven, layer: str, place: Span) -> Annotation:
    """What the person has of a layer in a place."""
    label = driven.session.scheme.layer(layer).labels[0].id
    return Annotation(
        id=new_id(),
        article=driven.session.article,
        annotator=driven.session.annotator.id,
        layer=layer,
        label=label,
        fragments=(place,),
        quote="word",
    )


def test_digits_pick_the_kind_the_end_and_the_role(driven: Driven) -> None:
    with_event(driven)
    driven.keys("R", "1", "1", "2")
    (relation,) = driven.relations()
    guard = next(a for a in driven.marked() if a.quote == "Coast Guard")
    assert (relation.type, relation.target) == ("participant", guard.id)
    assert relation.attributes == {"role": "target"}


def test_one_undo_takes_the_relation_back(driven: Driven) -> None:
    with_event(driven)
    driven.keys("R", "1", "1", "Escape")
    assert len(driven.relations()) == 1
    driven.program.window.dispatch.say("undo")
    assert driven.relations() == []


def test_a_click_picks_the_other_end(driven: Driven) -> None:
    with_event(driven)
    driven.keys("R", "1")
    reed = next(a for a in driven.marked() if a.quote == "Bo Reed")
    click(driven, reed)
    assert [relation.target for relation in driven.relations()] == [reed.id]


@pytest.mark.parametrize(("apart", "offered"), [(100, 100), (1_000, 40), (15_000, 4)])
def test_the_nearest_are_offered_from_afar_where_few_are_near(
    qtbot: QtBot, tmp_path: Path, apart: int, offered: int
) -> None:
    length = 60_000
    driven = drive(qtbot, tmp_path, "word " * (length // 5))
    places = [Span(at, at + 4) for at in range(0, length, apart)]
    with driven.project.transaction("annotate", person=driven.session.annotator.id) as transaction:
        annotations.insert_many(transaction, [marked(driven, "entity", place) for place in places])
    driven.session.look_for_news()
    middle = Span(length // 2 - 50, length // 2 - 46)
    source = marked(driven, "event", middle)
    kind = driven.session.scheme.relation("participant")
    assert kind is not None
    found = candidates(driven.workspace, kind, source)
    gaps = [max(place.start - middle.end, middle.start - place.end) for place in places]
    nearest = [place for _, place in sorted(zip(gaps, places, strict=True))]
    assert [mark.span for mark in found] == nearest[:offered]
    driven.close()


def test_a_click_picks_an_end_that_no_digit_stands_for(qtbot: QtBot, tmp_path: Path) -> None:
    driven = drive(qtbot, tmp_path, "word " * 200)
    places = [Span(at, at + 4) for at in range(0, 200, 5)]
    with driven.project.transaction("annotate", person=driven.session.annotator.id) as transaction:
        ends = [marked(driven, "entity", place) for place in places]
        annotations.insert_many(transaction, ends)
    driven.session.look_for_news()
    driven.pane.select(Span(900, 904))
    driven.keys("V", "2", "Escape", "R", "1")
    click(driven, ends[0])
    assert [relation.target for relation in driven.relations()] == [ends[0].id]
    driven.close()


def test_a_label_without_relations_says_so(driven: Driven) -> None:
    driven.mark("harbour", "F", "2")
    driven.keys("R", "1")
    assert driven.relations() == []
    assert driven.program.window.message.text()


def test_a_relation_goes_by_its_button(driven: Driven) -> None:
    with_event(driven)
    driven.keys("R", "1", "1", "Escape")
    driven.workspace.inspect()
    buttons = driven.workspace.inspector.findChildren(QPushButton)
    (button,) = (b for b in buttons if b.accessibleName().startswith("Remove the relation"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert driven.relations() == []
