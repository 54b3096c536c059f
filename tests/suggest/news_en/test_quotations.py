"""Quotation marks in pairs."""

import pytest
import spacy

from workbench.domain.structure import structure_of
from workbench.suggest.news_en.pipeline import tokenised
from workbench.suggest.news_en.quotations import find_quotations
from workbench.suggest.news_en.reading import reading_of

NLP = spacy.blank("en")


def _quoted(text: str) -> list[str]:
    reading = reading_of(tokenised(NLP, text), structure_of(text).sentences)
    return [reading.quote(q.first, q.after) for q in find_quotations(reading)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We won,” she said. “Twice.”", ["We won,", "Twice."]),
        ('"We won," she said. "Twice."', ["We won,", "Twice."]),
        ("„Wir“ and «nous» met.", ["Wir", "nous"]),
        ("The dogs’ owner’s house didn’t burn.", []),
        ("A ‘fair’ vote, they say.", ["fair"]),
        ("“It goes on and on\nin the next one.”", ["It goes on and on"]),
        ('One " alone.\nAnd "two" here.', ["two"]),
        ("He calls it ''a farce'' again.", ["a farce"]),
        ("“”", []),
    ],
)
def test_pairs(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted
