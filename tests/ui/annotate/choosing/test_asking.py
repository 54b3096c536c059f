"""A label asks at once for what it needs: five keys make a claim whole."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.annotate.driven import Driven
from workbench.operations import importing
from workbench.store import articles
from workbench.ui.annotate.choosing.chooser import Chooser

CLAIM = "The harbour is closed"


def test_five_keys_give_a_claim_its_label_attribution_stance_and_source(driven: Driven) -> None:
    varn = driven.mark("Ilse Varn", "E", "1")
    driven.select(CLAIM)
    driven.keys("C", "1", "1", "1", "Return")
    (claim,) = (a for a in driven.marked() if a.layer == "claim")
    assert (claim.quote, claim.label) == (CLAIM, "factual")
    assert claim.attributes == {"attribution": "direct quote", "stance": "asserts"}
    (relation,) = driven.relations()
    assert (relation.type, relation.source, relation.target) == ("source", claim.id, varn.id)


def test_the_likeliest_source_is_the_name_in_the_sentence(driven: Driven) -> None:
    driven.mark("Bo Reed", "E", "1")
    driven.mark("Ilse Varn", "E", "1")
    start = driven.pane.text().rindex("Varn")
    driven.pane.place_caret(start)
    driven.keys("Shift+Right", "E", "1")
    (near,) = (a for a in driven.marked() if a.quote == "Varn")
    driven.select(CLAIM)
    driven.keys("C", "1", "1", "1", "Return")
    assert [relation.target for relation in driven.relations()] == [near.id]


def test_a_claim_of_the_outlet_is_asked_for_no_source(driven: Driven) -> None:
    driven.mark("Ilse Varn", "E", "1")
    driven.select(CLAIM)
    driven.keys("C", "1", "5", "1", "Return")
    assert driven.relations() == []
    assert len(driven.marked()) == 2


def test_space_leaves_an_attribute_unset_and_goes_on(driven: Driven) -> None:
    driven.select(CLAIM)
    driven.keys("C", "1", "Space", "2")
    (claim,) = driven.marked()
    assert claim.attributes == {"stance": "denies"}


def test_a_motion_of_the_caret_lets_go(driven: Driven) -> None:
    driven.select(CLAIM)
    driven.keys("C", "1", "Right", "1")
    (claim,) = driven.marked()
    assert claim.attributes == {}


def test_a_digit_relabels_a_mark_that_asks_for_nothing(driven: Driven) -> None:
    driven.select("Coast Guard")
    driven.keys("E", "1", "2")
    assert [a.label for a in driven.marked()] == ["organization"]


def test_undo_lets_go_of_the_question_about_what_it_took_away(driven: Driven) -> None:
    driven.select(CLAIM)
    driven.keys("C", "1")
    assert chooser(driven).isVisible()
    driven.program.window.dispatch.say("undo")
    assert not chooser(driven).isVisible()


def test_undo_lets_go_of_the_role_of_a_relation_that_it_took_away(driven: Driven) -> None:
    driven.mark("Bo Reed", "E", "1")
    driven.select("collapse")
    driven.keys("V", "2", "Escape", "R", "1", "1")
    driven.program.window.dispatch.say("undo")
    driven.keys("2")
    assert driven.program.window.message.text() == ""


def test_another_article_is_asked_nothing_that_was_asked_before(driven: Driven) -> None:
    take_in_another(driven)
    driven.keys("T")
    driven.program.window.dispatch.say("next_article")
    driven.keys("1")
    assert articles.labels_of(driven.project, [driven.session.article]) == []


def test_no_relation_is_drawn_in_an_article_that_was_left(driven: Driven) -> None:
    take_in_another(driven)
    driven.mark("Bo Reed", "E", "1")
    driven.select("collapse")
    driven.keys("V", "2", "Escape", "R", "1")
    driven.program.window.dispatch.say("next_article")
    driven.keys("1")
    driven.program.window.dispatch.say("previous_article")
    assert driven.relations() == []


def take_in_another(driven: Driven) -> None:
    path = driven.project.path.with_name("another.txt")
    path.write_text("Another\n\nJo Hall spoke.\n", encoding="utf-8")
    who = driven.session.annotator
    for _ in importing.import_paths(driven.project, [path], annotator=who):
        pass
    driven.session.look_for_news()


def chooser(driven: Driven) -> Chooser:
    return driven.program.window.findChildren(Chooser)[0]


def test_a_click_on_another_mark_lets_go_of_the_question_about_the_first(
    driven: Driven,
) -> None:
    driven.mark("Bo Reed", "C", "1")
    driven.select(CLAIM)
    driven.keys("C", "1")
    box = driven.pane.caret_rect(driven.pane.text().index("Bo Reed") + 3)
    viewport = driven.pane.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.mapFromGlobal(box.center()))
    assert not chooser(driven).isVisible()
    driven.keys("1")
    assert all(a.attributes == {} for a in driven.marked())


def test_a_refusal_calls_the_label_by_its_name(driven: Driven) -> None:
    for _ in range(2):
        driven.select("Coast Guard")
        driven.keys("E", "2")
    assert "“Organization” already" in driven.program.window.message.text()
