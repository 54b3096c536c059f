"""What a digit means next, without a window."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.scheme import ArticleLabelType, Attribute, Label, Layer
from workbench.ui.annotate.choosing import keys

LAYER = Layer(
    "claim",
    "Claim",
    "c",
    "the content",
    (Label("factual", "Factual", "1", "#112233"), Label("cue", "Cue", "9", "#445566")),
)
STANCE = Attribute("stance", "Stance", values=("asserts", "denies"))
CHECK = Attribute("check", "Check", values=("worth", "not"))
NOTE = Attribute("wording", "Wording", type="text")


def test_labels_have_the_keys_of_the_scheme() -> None:
    question = keys.for_label(LAYER)
    answer = question.answer("9")
    assert answer is not None
    assert answer.value == "cue"
    assert question.answer("2") is None


def test_attributes_with_lists_are_asked_one_after_the_other() -> None:
    question = keys.in_turn(keys.for_attributes([STANCE, NOTE, CHECK], {"stance": "denies"}, {}))
    assert question.about == "stance"
    assert [choice.chosen for choice in question.choices] == [False, True]
    assert question.following().about == "check"
    assert question.following().following() == keys.IDLE


def test_enter_stands_for_what_is_offered_and_else_for_nothing() -> None:
    (question,) = keys.for_attributes([STANCE], {}, {"stance": "denies"})
    offer = question.offer()
    assert offer is not None
    assert offer.key == "2"
    (silent,) = keys.for_attributes([STANCE], {}, {})
    assert silent.offer() is None


@given(number=st.integers(1, 60))
def test_zero_brings_every_choice_into_reach_once(number: int) -> None:
    kind = ArticleLabelType("frames", "Frames", tuple(f"v{n}" for n in range(number)))
    question = first = keys.for_article_label(kind, ())
    seen = []
    while True:
        reach = question.in_reach()
        assert [choice.key for choice in reach] == [str(n + 1) for n in range(len(reach))]
        seen += [choice.value for choice in reach]
        question = question.turned()
        if question == first:
            break
    assert seen == list(kind.values)


def test_nothing_to_ask_is_no_question() -> None:
    assert not keys.in_turn([])
    assert keys.for_label(LAYER)
