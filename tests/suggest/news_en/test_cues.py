"""Which words attribute: verbs that report, and no noun that looks like one."""

import pytest

from tests.suggest.news_en.words import LEXICON, PARSER, cues_of, words_of_text
from workbench.suggest.news_en.cues import find_cues


def cues(text: str) -> list[str]:
    reading = words_of_text(text)
    return [
        cue.span.of(text) for sentence in reading.sentences for cue in cues_of(reading, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Anna Velde said that it rained.", "said"),
        ("Moscow has repeatedly indicated that it rained.", "has repeatedly indicated"),
        ("The poll shows that few went.", "shows"),
        ("A senior executive claims that it rained.", "claims"),
        ("It is enough to say that it rained.", "say"),
        ("The court first ruled that it rained.", "ruled"),
        ("She left, warning that it would rain.", "warning"),
    ],
)
def test_a_verb_that_reports_is_a_cue_with_its_auxiliaries(text: str, cue: str) -> None:
    assert cues(text) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "Each warning was filed, stamped and forgotten.",
        "The warning was filed.",
        "Mounting criticism, warning was useless.",
        "The claims were many.",
        "They had 50 questions, many of them new.",
        "It was a controversial comment that nobody forgot.",
        "There were no criminal charges that stood.",
        "She tore up reports that nobody had read.",
        "It left little doubt that the planet warms.",
        "They met in the United States, and left.",
        "It was published by reports by the press.",
    ],
)
def test_a_noun_is_no_cue(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He did not say that it rained.",
        "He never claimed that it rained.",
        "The ministry declined to say that it rained.",
        "She cannot confirm that it rained.",
    ],
)
def test_what_is_not_said_is_no_cue(text: str) -> None:
    assert cues(text) == []


def test_a_verb_inside_a_quotation_is_none_of_the_articles() -> None:
    reading = words_of_text("She said that it rained.")
    quoted = bytearray([0, 1, *[0] * (len(reading.words) - 2)])
    (sentence,) = reading.sentences
    syntax = PARSER.read(reading)
    assert list(find_cues(reading, LEXICON, syntax, sentence=sentence, quoted=quoted)) == []


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Armenia was repeatedly accused of treason.", True),
        ("Armenia accused Baku of treason.", False),
    ],
)
def test_a_passive_is_told_from_an_active(text: str, passive: bool) -> None:  # noqa: FBT001
    reading = words_of_text(text)
    (cue,) = cues_of(reading, reading.sentences[0])
    assert cue.passive is passive
