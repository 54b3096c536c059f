"""Selections by keys: steps, growing and shrinking, without a window."""

import pytest

from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.ui.pane.selection import Selection
from workbench.ui.pane.steps import SpanSteps, Unit, steps_of

TEXT = (
    "Talks failed again\n\n“We must talk,” the minister said in Moscow. Nobody came, "
    "and the U.S. envoy left 😀 early.\n\nThe next day was quiet.\n"
)


def selection_at(position: int) -> Selection:
    article = ArticleText("a", TEXT, structure_of(TEXT))
    found = Selection(TEXT, steps_of(article, ()))
    found.place(position)
    return found


def chosen(selection: Selection) -> str:
    span = selection.meant()
    return span.of(TEXT) if span else ""


def test_the_first_extending_step_takes_the_word_at_the_caret() -> None:
    selection = selection_at(TEXT.index("inister"))
    selection.step("word", 1, extend=True)
    assert chosen(selection) == "minister"
    selection.step("word", 1, extend=True)
    assert chosen(selection) == "minister said"
    selection.step("word", -1, extend=True)
    selection.step("word", -1, extend=True)
    assert chosen(selection) == "the minister"
    selection.step("word", 1, extend=True)
    assert chosen(selection) == "minister"


def test_extending_back_from_the_start_of_a_word_takes_the_one_before() -> None:
    selection = selection_at(TEXT.index("minister"))
    selection.step("word", -1, extend=True)
    assert chosen(selection) == "the"


def test_words_are_stepped_over_with_the_marks_between() -> None:
    selection = selection_at(TEXT.index("talk,"))
    selection.step("word", 1, extend=False)
    assert selection.caret == TEXT.index("the minister")
    selection.step("word", -1, extend=False)
    assert selection.caret == TEXT.index("talk,")
    assert selection.meant() is None


def test_sentences_and_paragraphs_extend_by_whole_units() -> None:
    selection = selection_at(TEXT.index("envoy"))
    selection.step("sentence", 1, extend=True)
    assert chosen(selection) == "Nobody came, and the U.S. envoy left 😀 early"
    selection.step("sentence", -1, extend=True)
    assert chosen(selection).startswith("“We must talk,” the minister")
    selection.place(TEXT.index("quiet"))
    selection.step("paragraph", -1, extend=True)
    assert chosen(selection) == "The next day was quiet"


@pytest.mark.parametrize(
    ("unit", "expected"), [("sentence", "Nobody"), ("paragraph", "The next"), ("word", "came")]
)
def test_the_caret_goes_to_the_next_unit(unit: Unit, expected: str) -> None:
    selection = selection_at(TEXT.index("Nobody") if unit == "word" else TEXT.index("minister"))
    selection.step(unit, 1, extend=False)
    assert TEXT.startswith(expected, selection.caret)


def test_character_steps_move_the_seen_end_and_keep_what_they_take() -> None:
    selection = selection_at(TEXT.index("left"))
    selection.step("word", 1, extend=True)
    selection.step("character", 1, extend=True)
    selection.step("character", 1, extend=True)
    assert chosen(selection) == "left 😀"
    selection.step("character", -1, extend=True)
    assert chosen(selection) == "left "


def test_growing_goes_from_word_to_phrase_to_sentence_to_paragraph_and_back() -> None:
    selection = selection_at(TEXT.index("nvoy"))
    seen = []
    for _ in range(5):
        selection.grow()
        seen.append(chosen(selection))
    assert seen[:3] == [
        "envoy",
        "and the U.S. envoy left 😀 early",
        "Nobody came, and the U.S. envoy left 😀 early",
    ]
    assert seen[3].startswith("“We must talk,”")
    assert seen[4] == seen[3]
    for expected in (seen[2], seen[1], seen[0], ""):
        selection.shrink()
        assert chosen(selection) == expected


def test_shrinking_without_growing_narrows_to_a_smaller_unit() -> None:
    selection = selection_at(0)
    start = TEXT.index("Nobody")
    selection.choose(Span(start, TEXT.index(" early") + 6))
    selection.shrink()
    assert chosen(selection) == "Nobody came"


def test_choosing_keeps_exactly_the_span() -> None:
    selection = selection_at(0)
    selection.choose(Span(3, 9))
    assert selection.meant() == Span(3, 9)
    assert selection.caret == 9


def test_the_ends_of_the_text_hold_every_step() -> None:
    for unit in ("character", "word", "sentence", "paragraph"):
        for extend in (False, True):
            selection = selection_at(len(TEXT))
            selection.step(unit, 1, extend=extend)
            assert 0 <= selection.caret <= len(TEXT)
            selection.place(0)
            selection.step(unit, -1, extend=extend)
            assert selection.caret == 0


def test_a_text_without_units_is_one() -> None:
    steps = SpanSteps((), 7)
    assert steps.at(3) == Span(0, 7)
    assert steps.next_end(3) == 7
    assert steps.previous_start(3) == 0
    empty = Selection("", steps_of(ArticleText("e", "", structure_of("")), ()))
    empty.grow()
    empty.step("word", 1, extend=True)
    assert empty.meant() is None


def test_a_unit_that_begins_inside_a_character_leaves_that_out() -> None:
    text = " \u0301 and words."
    selection = Selection(text, steps_of(ArticleText("e", text, structure_of(text)), ()))
    selection.choose_unit("sentence", 4)
    assert selection.meant() == Span(3, 12)
