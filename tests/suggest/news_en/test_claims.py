"""Claims: their borders, their cues, their sources."""

from collections.abc import Callable

import pytest

from tests.suggest.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "claim", "cue", "source"),
    [
        (
            "“We will pay for it all,” said Anna Velde.",
            "We will pay for it all,",
            "said",
            "Anna Velde",
        ),
        (
            '"We will pay for it all," Anna Velde said.',
            "We will pay for it all,",
            "said",
            "Anna Velde",
        ),
        ("Anna Velde said: “We pay for it all.”", "We pay for it all.", "said", "Anna Velde"),
        ("Anna Velde said that the dam held.", "the dam held", "said", "Anna Velde"),
        ("Anna Velde said on Thursday the dam held.", "the dam held", "said", "Anna Velde"),
        (
            "Moscow has said it did everything it could.",
            "it did everything it could",
            "has said",
            "Moscow",
        ),
        (
            "The dam has held all night, Anna Velde said on Monday.",
            "The dam has held all night",
            "said",
            "Anna Velde",
        ),
        (
            "The dam has held all night, said engineer Anna Velde.",
            "The dam has held all night",
            "said",
            "Anna Velde",
        ),
        ("According to NATO, the dam held.", "the dam held", "According to", "NATO"),
        (
            "The dam held all night, according to NATO.",
            "The dam held all night",
            "according to",
            "NATO",
        ),
        ("She accused Armenia of breaking its word.", "breaking its word", "accused", "She"),
        ("Moscow blames Baku for the collapse.", "the collapse", "blames", "Moscow"),
        ("Anna Velde told reporters that the dam held.", "the dam held", "told", "Anna Velde"),
        ("Anna Velde urged Armenia to sign.", "Armenia to sign", "urged", "Anna Velde"),
        (
            "Baku, which Turkey backs, has denied that the road is blocked.",
            "the road is blocked",
            "has denied",
            "Baku",
        ),
        (
            "This is wrong, minister Anna Velde justified the decision.",
            "This is wrong",
            "justified",
            "Anna Velde",
        ),
        ("The local newspaper said that the dam held.", "the dam held", "said", "local newspaper"),
    ],
)
def test_borders_cue_and_source(read: Reader, text: str, claim: str, cue: str, source: str) -> None:
    found = read(text)
    assert found.ends(found.one("claim", claim)) == {"cue": cue, "source": source}


@pytest.mark.parametrize(
    ("text", "claim", "label"),
    [
        ("He said that the dam held.", "the dam held", "factual"),
        ("He said that the dam will hold.", "the dam will hold", "prediction"),
        ("He said that this is unacceptable.", "this is unacceptable", "opinion"),
        ("He said that they must go.", "they must go", "demand"),
        ("He predicts that prices fall.", "prices fall", "prediction"),
        (
            "“It’s important to keep talking to them,” he said.",
            "It’s important to keep talking to them,",
            "demand",
        ),
    ],
)
def test_labels(read: Reader, text: str, claim: str, label: str) -> None:
    assert read(text).one("claim", claim).label == label


@pytest.mark.parametrize(
    ("text", "claim", "attribution", "stance"),
    [
        ("“We pay for it all,” he said.", "We pay for it all,", "direct quote", "asserts"),
        ("“We pay for it all”, he said.", "We pay for it all", "direct quote", "asserts"),
        ("He said that the dam “held well”.", "the dam “held well”", "mixed", "asserts"),
        ("He denied that the dam broke.", "the dam broke", "indirect", "denies"),
        ("He doubts that the dam held.", "the dam held", "indirect", "doubts"),
        ("According to him, the dam held.", "the dam held", "indirect", "reports"),
    ],
)
def test_attribution_and_stance(
    read: Reader, text: str, claim: str, attribution: str, stance: str
) -> None:
    draft = read(text).one("claim", claim)
    assert draft.attributes == {"attribution": attribution, "stance": stance}


def test_a_claim_around_its_source_has_two_fragments(read: Reader) -> None:
    found = read("The dam is old, Anna Velde said, in spite of all repairs.")
    assert found.one("claim", "The dam is old in spite of all repairs").label == "factual"


def test_a_quotation_without_a_verb_goes_on_with_the_source_before(read: Reader) -> None:
    found = read("“The dam held,” said Anna Velde. “Nobody had to leave the town.”")
    draft = found.one("claim", "Nobody had to leave the town.")
    assert found.ends(draft) == {"source": "Anna Velde"}


def test_two_cues_in_a_sentence_share_its_subject(read: Reader) -> None:
    found = read("Armenia sees Baku as the culprit and accuses Moscow of looking away.")
    assert found.ends(found.one("claim", "looking away"))["source"] == "Armenia"


@pytest.mark.parametrize(
    "text",
    [
        "He did not say that the dam broke.",
        "The ministry declined to say whether it held.",
        "The claims were many.",
        "They were denied visas.",
        "He read the book “The Old Dam” again.",
        "The dam held.",
        "The figures show that was long ago.",
    ],
)
def test_no_claim(read: Reader, text: str) -> None:
    assert read(text).labels("claim") == {}


def test_a_speaking_pronoun_is_a_mention(read: Reader) -> None:
    assert read("She said that it rained.").labels("entity") == {"She": "mention"}


def test_the_owned_body_speaks_and_not_its_owner(read: Reader) -> None:
    found = read("The dam held all night, according to Norway’s Water Authority.")
    draft = found.one("claim", "The dam held all night")
    assert found.ends(draft)["source"] == "Water Authority"


def test_a_noun_introduces_a_claim_but_is_no_cue(read: Reader) -> None:
    found = read("There is no proof that the dam held all night.")
    assert found.ends(found.one("claim", "the dam held all night")) == {}
    assert [draft for draft in found.drafts if draft.label == "cue"] == []


@pytest.mark.parametrize(
    ("text", "claim", "stance"),
    [
        ("Anna Velde does not believe that the dam will hold.", "the dam will hold", "doubts"),
        ("Anna Velde is sure that the dam will hold.", "the dam will hold", "asserts"),
        ("Anna Velde is not sure whether the dam held.", "whether the dam held", "doubts"),
        ("Anna Velde wants to close the dam.", "to close the dam", "asserts"),
        ("Anna Velde spoke about the old dam.", "the old dam", "reports"),
        ("Anna Velde opposes the new dam.", "the new dam", "denies"),
        ("Anna Velde called him a liar.", "him a liar", "asserts"),
    ],
)
def test_what_is_thought_wanted_and_talked_of(
    read: Reader, text: str, claim: str, stance: str
) -> None:
    found = read(text)
    draft = found.one("claim", claim)
    assert draft.attributes["stance"] == stance
    assert found.ends(draft)["source"] == "Anna Velde"


@pytest.mark.parametrize(
    "text",
    ["I want to close the dam.", "We support the dam.", "Anna Velde refused to say why it held."],
)
def test_what_reports_nothing(read: Reader, text: str) -> None:
    assert read(text).labels("claim") == {}
