"""Cells of a table for spreadsheets: none of them, and no part of one, is taken for a formula.

A spreadsheet may take the wide signs of East Asian writing for the narrow ones, may pass over
blanks, and may part a line at semicolons or tabs, as many do that are set up for a language with
decimal commas: what then stands first in a cell is no formula either.
"""

import re

_SIGNS = "=+@\\-＝＋＠－"
_FORMULA = re.compile(rf"\A(?=[\t\r\n]|\s*[{_SIGNS}])|(?<=[;\t\r\n])(?=[{_SIGNS}])")
_NEGATIVE = re.compile(r"-[0-9.]+")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number below nought is none."""
    return cell if _NEGATIVE.fullmatch(cell) else _FORMULA.sub("'", cell)
