"""Cells of a table for spreadsheets: none of them is taken for a formula."""

import re

_BEGINS = ("=", "+", "@", "\t", "\r")
_NEGATIVE = re.compile(r"-[0-9.]+\Z")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number below nought is none."""
    begins = cell.startswith(_BEGINS) or (cell.startswith("-") and not _NEGATIVE.match(cell))
    return f"'{cell}" if begins else cell
