"""What a spreadsheet would calculate is words."""

import pytest

from workbench.formats.cells import safe


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49", "@SUM(A1)", "-1+cmd", "\t1", "\r1", "\n1", " =1", "－1", "-"]
)
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("＝1+1", "'＝1+1"),
        ("a;=1+1", "a;'=1+1"),
        ("a\n@SUM(A1)", "a\n'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("a; =1", "a; =1"),
    ],
)
def test_what_a_spreadsheet_may_part_holds_no_formula_behind(cell: str, written: str) -> None:
    assert safe(cell) == written


@pytest.mark.parametrize("cell", ["", "-3.5", "1", "a=b", "“=”", "a - b"])
def test_anything_else_stays(cell: str) -> None:
    assert safe(cell) == cell
