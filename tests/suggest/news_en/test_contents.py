"""Where the content of a reporting verb lies, construction by construction."""

import pytest

from tests.suggest.news_en.words import LEXICON, PARSER, cues_of, words_of_text
from workbench.suggest.news_en.contents import Clauses, Content


def content(text: str) -> tuple[Content | None, list[str]]:
    """The content of the first cue of a sentence, and the words of its parts."""
    reading = words_of_text(text)
    (sentence,) = reading.sentences
    cues = cues_of(reading, sentence)
    found = Clauses(reading, LEXICON, PARSER.read(reading), sentence, cues).of(cues[0])
    return found, [reading.quote(*part) for part in found.parts] if found else []


@pytest.mark.parametrize(
    ("text", "reason", "parts"),
    [
        ("He said that it rained all day.", "that-clause", ["it rained all day"]),
        ("He warned of floods.", "warned of", ["floods"]),
        ("He spoke of the old dam.", "spoke of", ["the old dam"]),
        ("He commented on the old dam.", "commented on", ["the old dam"]),
        ("He argued for the old dam.", "argued for", ["the old dam"]),
        ("He pointed to the old dam.", "pointed to", ["the old dam"]),
        ("He was sure they held it.", "clause behind a state of mind", ["they held it"]),
        ("He knew how it held.", "asked whether", ["how it held"]),
        (
            "He said on Monday it rained all day.",
            "clause behind the verb",
            ["it rained all day"],
        ),
        (
            "He told Anna Velde it rained all day.",
            "clause behind the hearer",
            ["it rained all day"],
        ),
        (
            "It has rained all day, Anna Velde said on Monday.",
            "clause before its source",
            ["It has rained all day"],
        ),
        (
            "The dam is old, Anna Velde said, in spite of all the repairs.",
            "clause around its source",
            ["The dam is old", "in spite of all the repairs"],
        ),
        ("She accused Baku of blocking the road.", "accused of", ["blocking the road"]),
        ("Baku was accused of blocking the road.", "accused of", ["blocking the road"]),
        ("She warned of new floods, which came.", "warned of", ["new floods"]),
        ("She blamed Baku for the floods.", "blamed for", ["the floods"]),
        ("She sees the floods as a threat.", "seen as", ["the floods as a threat"]),
        ("She vowed to leave.", "vowed to", ["to leave"]),
        ("She urged Baku to sign.", "urged to", ["Baku to sign"]),
        ("She called for new talks.", "called for", ["new talks"]),
        ("She called on Baku to sign.", "called for", ["Baku to sign"]),
        ("She asked whether it rained.", "asked whether", ["whether it rained"]),
        ("She refuted the tales of treason.", "object of the verb", ["the tales of treason"]),
        ("She rejected the charges.", "object of the verb", ["the charges"]),
    ],
)
def test_each_construction_has_its_content(text: str, reason: str, parts: list[str]) -> None:
    found, quotes = content(text)
    assert found is not None
    assert (found.reason, quotes) == (reason, parts)


@pytest.mark.parametrize(
    "text",
    [
        "She said nothing.",
        "She called him.",
        "She accused Baku, of all places.",
        "The figures show that was long ago.",
        "He vowed revenge.",
        "She rejected the gift.",
    ],
)
def test_a_verb_without_content_has_none(text: str) -> None:
    assert content(text) == (None, [])


def test_a_content_ends_before_the_clause_of_the_next_verb() -> None:
    found, quotes = content("He said that it rained all day, and she said that it snowed.")
    assert found is not None
    assert quotes == ["it rained all day"]


def test_the_source_of_an_inverted_sentence_stands_behind_the_verb() -> None:
    text = "The dam has stood all night, said engineer Anna Velde."
    reading = words_of_text(text)
    found, _ = content(text)
    assert found is not None
    assert found.source is not None
    assert reading.quote(*found.source) == "engineer Anna Velde"
