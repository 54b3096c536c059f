"""The lines of a text file in UTF-8, one after another, however long it is."""

from collections.abc import Iterator
from pathlib import Path

from workbench.domain.errors import UserError


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a file without their ends; raises `UserError` where it is not UTF-8."""
    position = 0
    with path.open("rb") as file:
        for raw in file:
            try:
                line = raw.decode()
            except UnicodeDecodeError as error:
                raise UserError("formats.not_utf8", position=position + error.start) from error
            position += len(raw)
            yield line.rstrip("\r\n").removeprefix("\ufeff")
