"""Marking what is selected, by keys; the project is asked afterwards."""

from tests.ui.annotate.driven import Driven


def _swept(driven: Driven, *keys: str) -> str:
    """What a claim covers that was swept over by keys from the start of the quotation."""
    driven.pane.place_caret(driven.pane.text().index("The harbour is"))
    driven.keys(*keys, "C", "1", "Escape")
    (claim,) = driven.marked()
    return claim.quote


def test_a_claim_takes_the_last_mark_of_its_quotation_along(driven: Driven) -> None:
    assert _swept(driven, *["Shift+Right"] * 4) == "The harbour is closed,"


def test_a_claim_that_was_widened_to_takes_it_along_too(driven: Driven) -> None:
    assert _swept(driven, "+", "+") == "The harbour is closed,"


def test_bare_characters_stay_as_they_were_chosen(driven: Driven) -> None:
    driven.select("The harbour is closed")
    driven.keys("C", "1", "Escape")
    assert [claim.quote for claim in driven.marked()] == ["The harbour is closed"]


def test_a_name_leaves_the_mark_outside(driven: Driven) -> None:
    driven.pane.place_caret(driven.pane.text().index("closed,"))
    driven.keys("Shift+Right", "E", "1", "Escape")
    assert [name.quote for name in driven.marked()] == ["closed"]
