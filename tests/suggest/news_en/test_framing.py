"""Framing devices, and whose voice they are."""

from collections.abc import Callable

import pytest

from tests.suggest.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "device", "label"),
    [
        ("The self-styled judges left.", "self-styled", "distancing"),
        ("The supposed judges left.", "supposed", "distancing"),
        ("A so-called vote came.", "so-called", "distancing"),
        ("A barbaric act came.", "barbaric", "loaded"),
        ("He lashed out again.", "lashed out", "loaded"),
        ("He claims that the dam held.", "claims", "distancing"),
        ("The “fair” vote came.", "“fair”", "scare_quotes"),
    ],
)
def test_labels(read: Reader, text: str, device: str, label: str) -> None:
    assert read(text).one("framing", device).label == label


def test_the_voice_is_the_source_inside_its_claim(read: Reader) -> None:
    found = read("The barbaric act came. He said that it was a shameful act.")
    voices = {found.quote(d): d.attributes for d in found.drafts if d.layer == "framing"}
    assert voices == {"barbaric": {"voice": "outlet"}, "shameful": {"voice": "source"}}


@pytest.mark.parametrize(
    "text",
    ["A film called “fair” came.", "“Fair,” he said.", "He watched “The Road”.", "It is calm."],
)
def test_no_device(read: Reader, text: str) -> None:
    assert read(text).labels("framing") == {}


def test_claims_that_are_things_keep_no_distance(read: Reader) -> None:
    assert read("The claims were paid.").labels("framing") == {}


def test_a_quoted_verb_of_claiming_is_the_speakers(read: Reader) -> None:
    text = "“He claims that the dam held all night,” Anna Velde said."
    assert read(text).labels("framing") == {}
