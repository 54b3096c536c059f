"""What a person types is read as they mean it."""

import pytest

from workbench.domain.terms import Term, parse_terms


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("harbour", [Term("harbour")]),
        ("harbour mayor", [Term("harbour"), Term("mayor")]),
        ('"the harbour" mayor', [Term("the harbour"), Term("mayor")]),
        ("„der Hafen“", [Term("der Hafen")]),
        ('"not closed', [Term("not closed")]),
        ("clos*", [Term("clos", open_end=True)]),
        ('"was clos*"', [Term("was clos", open_end=True)]),
        ("harbour -closed", [Term("harbour"), Term("closed", excluded=True)]),
        ('harbour -"is closed"', [Term("harbour"), Term("is closed", excluded=True)]),
        ("Russian-led", [Term("Russian-led")]),
        ("don’t", [Term("don’t")]),
        ("— … *", []),
        ("harbour -", [Term("harbour")]),
    ],
)
def test_terms(typed: str, terms: list[Term]) -> None:
    assert parse_terms(typed) == terms
