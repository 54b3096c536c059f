"""Who says it: the name, the pronoun or the description beside a verb."""

import pytest

from tests.suggest.news_en.words import LEXICON, words_of_text
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.sources import Sources


def source_before(text: str, verb: str, *names: tuple[str, str]) -> str | None:
    """The words of the source of a verb, in a text with some names and their labels."""
    reading = words_of_text(text)
    found = []
    for name, label in names:
        parts = name.split()
        first = next(
            i for i in range(len(reading.words)) if reading.words[i : i + len(parts)] == parts
        )
        after = first + len(parts)
        found.append(Name(first, after, reading.span(first, after), label, 1.0, "test"))
    (sentence,) = reading.sentences
    sources = Sources(reading, LEXICON, sorted(found, key=lambda name: name.first))
    source = sources.before(reading.words.index(verb), sentence)
    return reading.quote(source.first, source.after) if source else None


def test_a_person_is_likelier_than_the_body_beside() -> None:
    text = "Anna Velde of the Weslow Institute said no."
    names = ("Anna Velde", "person"), ("Weslow Institute", "organization")
    assert source_before(text, "said", *names) == "Anna Velde"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("She said no.", "She"),
        ("The local newspaper said no.", "local newspaper"),
        ("It rained and a police officer said no.", "police officer"),
        ("Then it was said no.", "it"),
        ("The stone said no.", None),
    ],
)
def test_a_pronoun_or_a_description_speaks_where_no_name_does(
    text: str, source: str | None
) -> None:
    assert source_before(text, "said") == source


def test_a_subject_before_an_insertion_is_found_at_the_start_of_the_sentence() -> None:
    text = "Baku, which the neighbours back, denied it."
    assert source_before(text, "denied", ("Baku", "place")) == "Baku"


def test_a_described_speaker_behind_a_place_is_nearer_than_the_place() -> None:
    text = "In Yerevan the mayor said no."
    assert source_before(text, "said", ("Yerevan", "place")) == "mayor"


def test_a_name_that_cannot_speak_is_no_source() -> None:
    text = "The Clean Water Act said no."
    assert source_before(text, "said", ("Clean Water Act", "other")) is None


def test_what_is_owned_speaks_for_its_owner() -> None:
    reading = words_of_text("According to Norway's Water Authority, it held.")
    names = [
        Name(2, 3, reading.span(2, 3), "place", 1.0, "test"),
        Name(4, 6, reading.span(4, 6), "organization", 1.0, "test"),
    ]
    source = Sources(reading, LEXICON, names).within(2, 6, last=False)
    assert source is not None
    assert source.name == 1
