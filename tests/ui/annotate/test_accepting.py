"""All suggestions of a label: looked at in context, ticked by keys, accepted as one act."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from tests.operations.test_accepting import assign
from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven
from tests.ui.annotate.test_occurrences import everyones, page, page_list, press, rows
from tests.ui.annotate.test_sieve import MADE, propose, write
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.operations import statuses
from workbench.store import suggestions
from workbench.ui.annotate.acts.listed import AT_ONCE
from workbench.ui.annotate.sieve import Sieve

Key = Qt.Key


@pytest.fixture
def people(driven: Driven) -> Driven:
    """Three persons of different certainty, and a place."""
    propose(
        driven,
        ("Ilse Varn", "entity", "person", 0.95),
        ("Varn", "entity", "person", 0.7),
        ("Bo Reed", "entity", "person", 0.3),
        ("Coast Guard", "entity", "place", 0.9),
    )
    return driven


def ask(driven: Driven, qtbot: QtBot, number: int) -> None:
    """Ask for all of the label in hand; so many must be listed."""
    driven.keys("Shift+Return")
    qtbot.waitUntil(lambda: len(rows(driven)) == number, timeout=20_000)


def words(driven: Driven) -> list[str]:
    """What is listed."""
    return [row.context.match for row in rows(driven)]


def quotes(driven: Driven) -> list[str]:
    return [annotation.quote for annotation in driven.marked()]


def said(driven: Driven) -> str:
    """All that stands on the page."""
    return "\n".join(label.text() for label in page(driven).findChildren(QLabel))


def button(driven: Driven) -> QPushButton:
    (found,) = (b for b in page(driven).findChildren(QPushButton) if b.property("primary"))
    return found


def test_all_of_the_label_in_hand_are_accepted_in_one_act(people: Driven, qtbot: QtBot) -> None:
    people.mark("Monday", "E", "5")
    people.workspace.focus_on_mark(ghost(people, "Bo Reed").id)
    ask(people, qtbot, 3)
    assert words(people) == ["Ilse Varn", "Varn", "Bo Reed"]
    assert [row.below for row in rows(people)] == ["95 %", "70 %", "30 %"]
    assert page_list(people).hasFocus()
    assert page_list(people).currentIndex().row() == 2
    press(people, Key.Key_Return)
    assert sorted(quotes(people)) == ["Bo Reed", "Ilse Varn", "Monday", "Varn"]
    assert {a.label for a in people.marked() if a.quote != "Monday"} == {"person"}
    assert people.pane.hasFocus()
    people.keys("Ctrl+Z")
    assert quotes(people) == ["Monday"]
    assert ghost(people, "Varn").state_for(people.session.annotator.id) == "open"


def ghost(driven: Driven, quote: str) -> Suggestion:
    """The suggestion for some words."""
    found = suggestions.of_article(driven.project, driven.session.article)
    return next(suggestion for suggestion in found if suggestion.quote == quote)


def test_the_suggestion_in_hand_says_how_sure_is_sure_enough(people: Driven, qtbot: QtBot) -> None:
    people.workspace.focus_on_mark(ghost(people, "Varn").id)
    ask(people, qtbot, 2)
    assert words(people) == ["Ilse Varn", "Varn"]
    assert "from 70 %" in said(people)


def test_period_and_comma_move_the_score_and_what_was_unticked_stays_so(
    people: Driven, qtbot: QtBot
) -> None:
    ask(people, qtbot, 3)
    press(people, Key.Key_Down, Key.Key_Space)
    press(people, *[Key.Key_Period] * 7)
    assert words(people) == ["Ilse Varn", "Varn"]
    assert page_list(people).currentIndex().row() == 1
    press(people, *[Key.Key_Period] * 9)
    assert words(people) == ["Ilse Varn"]
    assert button(people).text() == "Accept 1"
    press(people, *[Key.Key_Comma] * 16)
    assert [row.ticked for row in rows(people)] == [True, False, True]
    assert "Suggestions: 3, ticked: 2" in said(people)
    press(people, Key.Key_Return)
    assert quotes(people) == ["Ilse Varn", "Bo Reed"]


def test_the_slider_moves_the_score_as_well(people: Driven, qtbot: QtBot) -> None:
    ask(people, qtbot, 3)
    slider = page(people).findChild(QSlider)
    assert slider is not None
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_End)
    assert rows(people) == []
    assert not button(people).isEnabled()


def test_another_label_is_picked_by_its_keys(people: Driven, qtbot: QtBot) -> None:
    ask(people, qtbot, 3)
    place = next(
        label for label in people.session.scheme.layer("entity").labels if label.id == "place"
    )
    press(people, Key.Key_E, getattr(Key, f"Key_{place.key}"))
    qtbot.waitUntil(lambda: words(people) == ["Coast Guard"], timeout=20_000)


def propose_claim(driven: Driven) -> None:
    """A sure claim that leads to a doubtful source."""
    made = []
    for quote, layer, label, score in (
        ("The harbour is closed", "claim", "factual", 0.9),
        ("Varn", "entity", "person", 0.2),
    ):
        start = driven.pane.text().index(quote)
        span = Span(start, start + len(quote))
        head = replace(MADE, id=new_id(), article=driven.session.article, quote=quote)
        made.append(replace(head, layer=layer, label=label, fragments=(span,), score=score))
    leads = SuggestionRelation(new_id(), made[0].id, "source", made[1].id)
    with driven.project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, made, [leads])
    driven.session.look_for_news()


def test_what_comes_along_is_said_though_the_sieve_hides_it(driven: Driven, qtbot: QtBot) -> None:
    propose_claim(driven)
    driven.workspace.sift(Sieve(least=50))
    driven.workspace.focus_on_mark(ghost(driven, "The harbour is closed").id)
    ask(driven, qtbot, 1)
    assert rows(driven)[0].below == "90 % · with “Varn” (Person)"
    assert "1 that they lead to" in said(driven)
    press(driven, Key.Key_Return)
    assert quotes(driven) == ["Varn", "The harbour is closed"]
    assert len(driven.relations()) == 1
    driven.keys("Ctrl+Z")
    assert (quotes(driven), driven.relations()) == ([], [])


def test_all_unfinished_articles_are_looked_through_and_taken_back_in_one(
    people: Driven, qtbot: QtBot
) -> None:
    here = people.session.article
    others = [add_article(people.project, f"Varn resigns {number}\n") for number in range(2)]
    made = replace(MADE, label="person", fragments=(Span(0, 4),), quote="Varn", score=0.8)
    write(people, [replace(made, id=new_id(), article=other) for other in others])
    who = people.session.annotator
    statuses.mark_done(people.project, annotator=who, article=others[1], layers=["entity"])
    ask(people, qtbot, 3)
    press(people, Key.Key_O)
    qtbot.waitUntil(lambda: len(rows(people)) == 4, timeout=20_000)
    assert {row.article for row in rows(people)} == {here, others[0]}
    assert rows(people)[-1].below == "80 % · t"
    press(people, Key.Key_End)
    assert (people.session.article, people.pane.selected_text()) == (others[0], "Varn")
    assert page_list(people).hasFocus()
    press(people, Key.Key_Return)
    assert len(everyones(people, here, *others)) == 4
    people.keys("Ctrl+Z")
    assert everyones(people, here, *others) == []


def test_a_ticks_all_or_none_and_escape_accepts_nothing(people: Driven, qtbot: QtBot) -> None:
    ask(people, qtbot, 3)
    press(people, Key.Key_A)
    assert not button(people).isEnabled()
    press(people, Key.Key_A)
    assert button(people).text() == "Accept 3"
    press(people, Key.Key_Escape)
    assert (people.workspace.side.page(), quotes(people)) == ("", [])
    assert people.pane.hasFocus()


def test_in_a_layer_without_help_nothing_is_listed(people: Driven, qtbot: QtBot) -> None:
    assign(people.project, people.session.annotator, people.session.article, "entity", "off")
    with qtbot.waitSignal(people.program.window.lookups.finished):
        people.keys("Shift+Return")
    assert rows(people) == []
    assert "Suggestions: 0" in said(people)


def test_many_are_accepted_beside_the_window(driven: Driven, qtbot: QtBot) -> None:
    article = add_article(driven.project, "Varn spoke. " * (AT_ONCE + 20))
    made = replace(MADE, article=article, label="person", quote="Varn", score=0.8)
    spans = [Span(12 * place, 12 * place + 4) for place in range(AT_ONCE + 20)]
    write(driven, [replace(made, id=new_id(), fragments=(span,)) for span in spans])
    driven.session.open_article(article)
    ask(driven, qtbot, AT_ONCE + 20)
    press(driven, Key.Key_Return)
    qtbot.waitUntil(lambda: len(driven.marked()) == AT_ONCE + 20, timeout=20_000)
    qtbot.waitUntil(lambda: driven.workspace.side.page() == "")
    driven.keys("Ctrl+Z")
    assert driven.marked() == []
