"""A receipt counts every loss, keeps every place, and says of each kind what was done."""

import re

import pytest

from tests.conftest import CHECKOUT
from workbench.domain.corpus import Loss
from workbench.formats.receipt import DONE, OF_MARKS, Receipt

CODE = [*(CHECKOUT / "workbench").rglob("*.py")]


def loss(kind: str, number: int) -> Loss:
    return Loss(kind, "article", f"a{number}", "3–9", "a quote", 4, 8)


def test_losses_are_counted_by_kind_and_all_of_them_kept() -> None:
    receipt = Receipt(loss("span_widened", number) for number in range(20))
    receipt.add(loss("no_token", 99))
    said = receipt.as_json()
    assert list(said) == ["no_token", "span_widened"]
    assert said["span_widened"]["count"] == 20
    assert [each["annotation"] for each in said["span_widened"]["examples"]] == [
        f"a{number}" for number in range(20)
    ]
    assert said["no_token"] == {
        "count": 1,
        "done": DONE["no_token"],
        "examples": [
            {
                "article": "article",
                "annotation": "a99",
                "quote": "a quote",
                "start": 4,
                "end": 8,
                "detail": "3–9",
            }
        ],
    }


def test_a_few_examples_are_the_first_ones() -> None:
    receipt = Receipt(loss("span_widened", number) for number in range(20))
    assert [each.annotation for each in receipt.examples("span_widened", most=2)] == ["a0", "a1"]
    assert len(receipt.examples("span_widened")) == 5
    assert receipt.examples("no_token") == ()


def test_nothing_lost_is_an_empty_receipt() -> None:
    receipt = Receipt()
    assert (receipt.as_json(), dict(receipt.counts)) == ({}, {})


@pytest.mark.parametrize("kind", sorted(DONE))
def test_what_was_done_is_a_sentence_about_a_kind_that_the_code_names(kind: str) -> None:
    assert re.fullmatch(r"[A-Z][^.]+\.", DONE[kind])
    named = f'"{kind}"'
    assert any(named in path.read_text() for path in CODE if path.name != "receipt.py")


def test_every_kind_of_loss_that_the_code_names_says_what_was_done() -> None:
    named = {
        kind
        for path in CODE
        for kind in re.findall(r'\bLoss(?:\.of)?\(\s*"([a-z_]+)"', path.read_text())
    }
    assert named
    assert named <= DONE.keys()


def test_what_counts_as_a_loss_of_marks_is_a_kind_of_loss() -> None:
    assert DONE.keys() > OF_MARKS
    assert OF_MARKS.isdisjoint({"id", "provenance", "journal", "metadata", "zones"})
