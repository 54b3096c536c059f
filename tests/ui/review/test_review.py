"""A whole adjudication in the window: measured, walked, settled by keys, taken back."""

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from tests.ui.review.driven import gold_of, press, review_of, reviewed
from workbench.domain.span import Span
from workbench.operations import people
from workbench.store import golds
from workbench.ui.review import desk
from workbench.ui.review.lanes.card import Shown
from workbench.ui.review.lanes.choice_button import ChoiceButton
from workbench.ui.review.places import AGREED
from workbench.ui.review.workspace import ReviewWorkspace


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Driven:
    return reviewed(qtbot, tmp_path)


@pytest.fixture
def review(qtbot: QtBot, driven: Driven) -> ReviewWorkspace:
    return review_of(qtbot, driven)


def test_figures_say_what_was_compared_and_how_sure_they_are(
    driven: Driven, review: ReviewWorkspace
) -> None:
    grid = review.overview.layers.grid()
    assert grid.rows[0] == "Entity\nArticles: 2 of 2"
    first, *_ = grid.cells[0]
    assert first.value == pytest.approx(2 * 2 / (5 + 4))
    assert first.interval is not None
    pairs = review.overview.pairs.grid()
    assert (pairs.rows, pairs.columns) == (
        ("ann · bo\nArticles: 2",),
        ("all labels", "Person", "Organization", "Place"),
    )
    claim = grid.cells[grid.rows.index("Claim\nArticles: 0 of 0")][0]
    assert (claim.value, claim.said()) == (None, "–")
    assert claim.why
    driven.close()


def test_no_interval_is_cut_however_narrow_the_window(
    driven: Driven, review: ReviewWorkspace
) -> None:
    driven.program.window.resize(900, 700)
    layers = review.overview.layers
    widths = [layers.columnWidth(column) for column in range(layers.model().columnCount())]
    assert min(widths) > layers.fontMetrics().horizontalAdvance("-0.00–0.00")
    driven.close()


def test_a_cell_leads_to_the_places_behind_it(driven: Driven, review: ReviewWorkspace) -> None:
    places, pairs = review.overview.places, review.overview.pairs
    assert places.count() == 3  # one is missed, one has other borders, one another label
    pairs.setCurrentIndex(pairs.model().index(0, 2))
    QTest.keyClick(pairs, Qt.Key.Key_Return)
    assert [place.kinds for place in places._model.places] == [("label",), ("boundary",)]
    QTest.mouseClick(places._narrowed, Qt.MouseButton.LeftButton)
    assert places.count() == 3
    places._on_kind_chosen(AGREED)
    assert places.count() == 2
    driven.close()


def test_very_many_places_are_looked_through_for_no_garbage(
    qtbot: QtBot, driven: Driven, review: ReviewWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for many, frozen in ((5, False), (4, True)):
        monkeypatch.setattr(desk, "MANY", many)
        gc.unfreeze()
        with qtbot.waitSignal(review.desk.listed):
            driven.program.window.dispatch.say("compare_again")
        assert (gc.get_freeze_count() > 0) is frozen
    driven.close()


def test_an_article_is_settled_by_keys_alone(driven: Driven, review: ReviewWorkspace) -> None:
    places = review.overview.places
    titles = [review.desk.title(place.article) for place in places._model.places]
    places.view.setCurrentIndex(places._model.index(titles.index("Harbour stays closed")))
    QTest.keyClick(places.view, Qt.Key.Key_Return)
    lanes = review.lanes
    press(lanes, "=")
    assert [(g.quote, g.decision.change) for g in gold_of(driven)] == [("Ilse Varn", "unanimous")]
    current = lanes.current()
    assert current is not None
    assert current.quote == "Bo Reed"
    press(lanes, "0")
    press(lanes, "B")
    assert [g.quote for g in gold_of(driven)] == ["Ilse Varn", "the Coast Guard"]
    assert driven.program.window.message.text() == "Every place of this article is settled."
    press(lanes, "Escape")
    assert review.currentWidget() is review.overview
    progress = review.desk.ranking.settled()
    assert (progress.settled, progress.places) == (3, 5)
    assert (progress.articles_settled, progress.articles) == (1, 2)
    driven.close()


def test_a_digit_takes_the_lane_of_its_row_and_undo_takes_it_back(
    driven: Driven, review: ReviewWorkspace
) -> None:
    place = next(p for p in review.desk.ranking.places() if "label" in p.kinds)
    review.settle(place)
    lanes = review.lanes
    rows = list(lanes.readers())
    names = {person.id: person.name for person in review.desk.people()}
    press(lanes, "2")
    (gold,) = gold_of(driven)
    (mark,) = [mark for mark in place.marks if mark.annotator == rows[1]]
    assert (gold.label, gold.decision.source) == (mark.label, (names[rows[1]],))
    driven.program.window.dispatch.say("undo")
    assert gold_of(driven) == []
    again = lanes.desk.of_article(place.article)
    assert [d.open for d in again if "label" in d.kinds] == [True]
    driven.close()


def test_what_is_taken_back_or_done_again_is_in_hand(
    driven: Driven, review: ReviewWorkspace
) -> None:
    place = next(p for p in review.desk.ranking.places() if "missed" in p.kinds)
    review.settle(place)
    lanes = review.lanes
    press(lanes, "0")
    for act in ("undo", "redo"):
        lanes.step(1)
        current = lanes.current()
        assert current is not None
        assert current.span != place.span
        driven.program.window.dispatch.say(act)
        current = lanes.current()
        assert current is not None
        assert current.span == place.span
    driven.close()


def test_a_reason_goes_with_the_decision_that_follows_or_that_stands(
    driven: Driven, review: ReviewWorkspace
) -> None:
    place = next(p for p in review.desk.ranking.places() if "label" in p.kinds)
    review.settle(place)
    lanes = review.lanes
    press(lanes, "M")
    QTest.keyClicks(lanes.card.reason, "a port")
    QTest.keyClick(lanes.card.reason, Qt.Key.Key_Return)
    assert lanes.pane.hasFocus()
    press(lanes, "1")
    assert [g.decision.reason for g in gold_of(driven)] == ["a port"]
    lanes.show_article(place.article, place)
    press(lanes, "M")
    QTest.keyClicks(lanes.card.reason, " town")
    QTest.keyClick(lanes.card.reason, Qt.Key.Key_Return)
    assert [g.decision.reason for g in gold_of(driven)] == ["a port town"]
    driven.close()


def test_a_reason_is_left_by_escape_and_is_of_the_place_that_it_was_given_for(
    driven: Driven, review: ReviewWorkspace
) -> None:
    place = next(p for p in review.desk.ranking.places() if "missed" in p.kinds)
    review.settle(place)
    lanes = review.lanes
    press(lanes, "M")
    QTest.keyClicks(lanes.card.reason, "not named")
    QTest.keyClick(lanes.card.reason, Qt.Key.Key_Escape)
    assert lanes.pane.hasFocus()
    press(lanes, "V")
    assert lanes.card.reason.text() == "not named"
    press(lanes, "N", "1")
    assert [g.decision.reason for g in gold_of(driven)] == [""]
    driven.close()


def test_long_words_of_a_lane_wrap_within_the_card(driven: Driven, review: ReviewWorkspace) -> None:
    place = next(p for p in review.desk.ranking.places() if "missed" in p.kinds)
    long = replace(place, marks=tuple(replace(m, quote="stormy " * 40) for m in place.marks))
    review.settle(place)
    card, scheme = review.lanes.card, review.desk.session.scheme
    card.show_place(Shown(long, 1, 1, 1, review.lanes.readers()), scheme)
    card.show()
    QTest.qWait(0)
    buttons = card.findChildren(ChoiceButton)
    high, plain = (b.height() for b in sorted(buttons, key=lambda b: b.height(), reverse=True))
    assert high > 2 * plain
    assert max(b.geometry().right() for b in buttons) < card.viewport().width()
    driven.close()


def test_what_was_asked_about_a_place_is_not_answered_at_the_next(
    driven: Driven, review: ReviewWorkspace
) -> None:
    place = next(p for p in review.desk.ranking.places() if "boundary" in p.kinds)
    review.settle(place)
    lanes = review.lanes
    press(lanes, "W", "N", "1")
    assert [g.decision.change for g in gold_of(driven)] == ["taken"]
    press(lanes, "9")
    assert driven.program.window.message.text() == "There is no lane with this number."
    driven.close()


def test_borders_under_several_labels_are_merged_under_the_one_that_is_picked(
    driven: Driven, review: ReviewWorkspace
) -> None:
    place = next(p for p in review.desk.ranking.places() if "label" in p.kinds)
    review.settle(place)
    press(review.lanes, "B")
    assert gold_of(driven) == []
    press(review.lanes, "2")
    (gold,) = gold_of(driven)
    assert (gold.quote, gold.label, gold.decision.change) == ("Port Ennis", "place", "boundary")
    driven.close()


def test_an_own_span_is_written_under_a_label_of_the_layer(
    driven: Driven, review: ReviewWorkspace
) -> None:
    place = next(p for p in review.desk.ranking.places() if "boundary" in p.kinds)
    review.settle(place)
    lanes = review.lanes
    start = lanes.pane.text().index("Guard")
    lanes.pane.select(Span(start, start + 5))
    press(lanes, "W", "Escape")
    assert review.currentWidget() is lanes
    press(lanes, "W", "1")
    (gold,) = gold_of(driven)
    assert (gold.quote, gold.label, gold.decision.change) == ("Guard", "person", "own")
    driven.close()


def test_only_some_people_layers_and_articles_are_compared(
    qtbot: QtBot, driven: Driven, review: ReviewWorkspace
) -> None:
    choice = review.overview.choice
    layers = choice._layers
    layers.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(
        lambda: set((review.desk.figures or {})["layers"]) == {"entity", "event", "framing"},
        timeout=30_000,
    )
    choice.filter._since.setText("2030")
    choice.filter.changed.emit()
    qtbot.waitUntil(lambda: review.desk.ranking.settled().places == 0, timeout=30_000)
    driven.close()


def test_pairs_are_measured_by_partial_overlap_too(driven: Driven, review: ReviewWorkspace) -> None:
    exact = review.overview.pairs.grid().cells[0][0].value
    review.overview.choice._measure.chosen.emit("partial_f1")
    partial = review.overview.pairs.grid().cells[0][0].value
    assert exact is not None
    assert partial is not None
    assert partial > exact
    driven.close()


def test_left_open_is_looked_at_and_still_open(driven: Driven, review: ReviewWorkspace) -> None:
    place = next(p for p in review.desk.ranking.places() if "missed" in p.kinds)
    review.settle(place)
    press(review.lanes, "L")
    (ruling,) = golds.rulings_of_articles(driven.project, [place.article])
    assert ruling.decision.change == "open"
    assert review.desk.ranking.settled().settled == 0
    review.lanes.show_article(place.article, place)
    press(review.lanes, "Delete")
    assert golds.rulings_of_articles(driven.project, [place.article]) == []
    driven.close()


def test_lanes_are_letters_until_the_names_are_asked_for(
    driven: Driven, review: ReviewWorkspace
) -> None:
    review.settle(review.desk.ranking.places()[0])
    lanes = review.lanes
    assert list(lanes.readers().values()) == ["A", "B"]
    press(lanes, "V")
    assert set(lanes.readers().values()) == {"ann", "bo"}
    driven.close()


def test_all_agreed_becomes_gold_in_one_act_after_a_look(
    qtbot: QtBot, driven: Driven, review: ReviewWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = driven.program.window
    looked: list[object] = []

    def answer(dialog: object) -> bool:
        looked.append(dialog)
        return True

    monkeypatch.setattr(window.ask, "answered", answer)
    window.dispatch.say("settle_all_agreed")
    qtbot.waitUntil(lambda: len(gold_of(driven)) == 2, timeout=30_000)
    qtbot.waitUntil(lambda: review.desk.ranking.settled().settled == 2, timeout=30_000)
    assert len(looked) == 1
    window.dispatch.say("undo")
    assert gold_of(driven) == []
    driven.close()


def test_whoever_annotates_is_blind_to_the_work_of_others(qtbot: QtBot, tmp_path: Path) -> None:
    driven = reviewed(qtbot, tmp_path, role="annotator")
    window = driven.program.window
    QTest.keySequence(window, QKeySequence("Alt+2"))
    assert window.rooms.currentWidget() is driven.workspace
    assert "Only a reviewer" in window.message.text()
    driven.close()


def test_a_refusal_goes_once_one_reviews_and_nothing_is_computed_for_whoever_may_not_see_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    driven = reviewed(qtbot, tmp_path, role="annotator")
    window, session = driven.program.window, driven.session
    window.dispatch.say("show_review")
    assert window.message.text()
    reviewer = people.with_role(driven.project, annotator=session.annotator, role="reviewer")
    session.become(reviewer)
    window.dispatch.say("show_review")
    assert window.message.text() == ""
    room = window.rooms.currentWidget()
    assert isinstance(room, ReviewWorkspace)
    session.become(people.with_role(driven.project, annotator=reviewer, role="annotator"))
    assert window.rooms.currentWidget() is window.workspace
    qtbot.waitUntil(lambda: not room.desk._jobs.busy(), timeout=30_000)
    assert room.desk.figures is None
    driven.close()


def test_leaving_for_annotate_brings_its_acts_back(driven: Driven, review: ReviewWorkspace) -> None:
    window = driven.program.window
    assert window.dispatch.find("done_and_next") is None
    QTest.keySequence(window, QKeySequence("Alt+1"))
    assert window.rooms.currentWidget() is driven.workspace
    assert window.dispatch.find("done_and_next") is not None
    assert window.dispatch.find("merge_borders") is None
    driven.close()
    assert review.desk.figures is not None


def test_a_project_is_left_while_it_is_measured(qtbot: QtBot, driven: Driven) -> None:
    window = driven.program.window
    window.dispatch.say("show_review")
    window.leave_session()
    qtbot.wait(100)
    assert window.rooms.currentWidget() is window.start
    driven.close()


def test_what_was_compared_before_is_let_go(
    qtbot: QtBot, driven: Driven, review: ReviewWorkspace
) -> None:
    before = review.desk.ranking
    assert before.places()
    driven.program.window.dispatch.say("compare_again")
    qtbot.waitUntil(lambda: not before.places(), timeout=30_000)
    assert review.desk.ranking.places()
