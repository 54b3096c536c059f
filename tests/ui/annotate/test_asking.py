"""A label asks at once for what it needs: five keys make a claim whole."""

from tests.ui.annotate.driven import Driven

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
