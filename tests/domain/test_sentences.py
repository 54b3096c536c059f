"""Sentence borders inside one paragraph, in the scripts that news is written in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.sentences import sentences_of
from workbench.domain.span import Span

MARKS = ".!?…。！？؟।։ \u00a0“”«»()'\""
PIECES = ["Mr", "U.S", "He", "said", "3", "etc", "Inc", "他来了", "ის", "🙂", *MARKS]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [span.of(text) for span in sentences_of(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Doe met Dr. Roe.", "They spoke."],
        ["He lives in the U.S.", "He works."],
        ["The U.S. Army left."],
        ["Acme Inc. said so.", "It fell."],
        ["It paid $3.5m.", "Then it rose 2.5 percent."],
        ["“We won’t go.”", "He left."],
        ["“Why?” he asked.", "“Because!” she said."],
        ["“No,” he said.", "“Never.”", "And left."],
        ["Wait… what?", "Yes."],
        ["He said … nothing.", "Really."],
        ["At 9 p.m. the bus left.", "At 10 p.m.", "It rained."],
        ["(He left.)", "She stayed."],
        ["Am 3. Mai kam er.", "Er blieb."],
        ["Das ist z. B. so.", "Ja."],
        ["他来了。", "她走了！", "真的？", "是。"],
        ["「行く。」と言った。", "終わり。"],
        ["यह है।", "वह है॥", "अंत"],
        ["هل جاء؟", "نعم.", "انتهى"],
        ["Սա է։", "Նա է։"],
        ["« Oui. »", "Il part."],
        ["“Stop!”, he cried.", "Then left."],
        ["See www.example.com.", "Then go."],
        ["J. K. Rowling wrote.", "She did."],
        ["It is No. 10.", "Fine."],
        ["It was 1999.", "Then 2000."],
        ["Yahoo! said it.", "Ok."],
        ["Gov. Smith, Sen. Poe and Rep. Lee met.", "Fin."],
        ["He was born on Jan. 6.", "She on Feb. 7."],
        ["She moved to Washington, D.C.", "The city is big."],
        ["D.C. Mayor Bowser spoke."],
        ["He asked: “Is it so?”", "Nobody knew."],
        ["One.", "Two.", "Three."],
        ["It ended.", "🙂 Then more."],
        ["No stop at all"],
        ["He said ‘go.’", "She went."],
        ["ეს არის.", "ის არის."],
        ["ይህ ነው።", "ያ ነው።"],
        ["ဒါပါ။", "ဟုတ်တယ်။"],
        ["Is it?!", "Yes!!", "No..."],
        ["“I… I don’t know,” he said.", "Fine."],
    ],
    ids=" ".join,
)
def test_sentences_end_where_a_reader_would_end_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_only_the_zone_is_looked_at() -> None:
    text = "One. Two. Three. Four."
    zone = Span(text.index("Two"), text.index(" Four"))
    assert [span.of(text) for span in sentences_of(text, zone)] == ["Two.", "Three."]


def test_an_empty_zone_has_no_sentence() -> None:
    assert list(sentences_of("One.", Span(2, 2))) == []


@given(texts)
def test_sentences_follow_one_another_over_blanks_alone(text: str) -> None:
    spans = list(sentences_of(text, Span(0, len(text))))
    assert all(len(span) for span in spans)
    borders = [Span(0, 0), *spans, Span(len(text), len(text))]
    for left, right in pairwise(borders):
        assert left.end <= right.start
        assert not text[left.end : right.start].strip()


@given(texts, st.integers(0, 5), st.integers(0, 5))
def test_what_stands_around_a_zone_changes_nothing_in_it(
    text: str, before: int, after: int
) -> None:
    around = "x. " * before + text + " Y." * after
    zone = Span(3 * before, 3 * before + len(text))
    found = [span.of(around) for span in sentences_of(around, zone)]
    assert found == sentences(text)
