"""Which way paragraphs run."""

import pytest

from workbench.domain.direction import paragraph_start, runs_left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", False),
        ("Words", False),
        ("שלום", True),
        ("سلام", True),
        ("“(12) שלום and more", True),
        ("👨‍👩‍👧 – Words שלום", False),
        ("123 …\nשלום", False),
        ("क्षेत्र", False),
    ],
)
def test_a_paragraph_runs_as_its_first_letter_does(text: str, *, left: bool) -> None:
    assert runs_left(text, 0) == left


def test_a_paragraph_begins_behind_the_last_line_break() -> None:
    text = "Words\nשלום עולם"
    assert paragraph_start(text, 3) == 0
    assert paragraph_start(text, len(text)) == 6
    assert runs_left(text, paragraph_start(text, len(text)))
