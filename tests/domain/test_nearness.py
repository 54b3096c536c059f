"""The likeliest other end of a relation stands first."""

from dataclasses import dataclass

from workbench.domain.nearness import nearest
from workbench.domain.span import Span

TEXT = "Ann spoke. Bo said the mayor Cy lied. Dee left."
SENTENCES = [Span(0, 10), Span(11, 37), Span(38, 47)]


@dataclass(frozen=True)
class Mark:
    span: Span


def mark(words: str) -> Mark:
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)))


CLAIM = mark("the mayor Cy lied").span
ANN, BO, CY, DEE = (mark(name) for name in ("Ann", "Bo", "Cy", "Dee"))


def test_the_sentence_counts_before_the_characters() -> None:
    near_but_outside = Mark(Span(38, 41))
    assert near_but_outside == DEE
    assert nearest([DEE, ANN, BO], CLAIM, SENTENCES) == [BO, DEE, ANN]


def test_what_stands_inside_the_words_comes_last() -> None:
    assert nearest([CY, ANN], CLAIM, SENTENCES) == [ANN, CY]


def test_equally_near_marks_stay_in_their_order() -> None:
    first, second = Mark(Span(11, 13)), Mark(Span(11, 13))
    assert nearest([second, first], CLAIM, SENTENCES)[0] is second


def test_without_sentences_characters_decide() -> None:
    assert nearest([ANN, DEE], CLAIM, []) == [DEE, ANN]
