"""What a spreadsheet would calculate is words."""

import pytest

from workbench.formats.cells import safe


@pytest.mark.parametrize("cell", ["=1+1", "+49", "@SUM(A1)", "-1+cmd", "\t=1", "\r=1", "-"])
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-3.5", "1", "a=b", "“=”"])
def test_anything_else_stays(cell: str) -> None:
    assert safe(cell) == cell
