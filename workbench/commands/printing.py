"""What commands print: one JSON document, or text in which nothing steers a terminal."""

import io
import json
import logging
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import typer

from workbench.domain.errors import UserError
from workbench.domain.visible import visible

if TYPE_CHECKING:
    from workbench.domain.corpus import Refusal


def say(result: object, as_json: bool, text: str) -> None:  # noqa: FBT001  (a user's option)
    """Print a result as JSON, or as text for a person."""
    echo(json.dumps(result, ensure_ascii=not _holds_any_text(sys.stdout)) if as_json else text)


def echo(text: str, *, err: bool = False) -> None:
    """Print a text in which nothing steers the terminal."""
    typer.echo(visible(text), err=err)


class Warnings(logging.Handler):
    """Prints what is logged and concerns the user, where no log is kept."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print a record's message."""
        echo(record.getMessage(), err=True)


def _holds_any_text(stream: TextIO) -> bool:
    """Whether every character can be written to a stream as it is."""
    return (stream.encoding or "").lower().replace("-", "") == "utf8"


def as_table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A plain table for a terminal; numbers to the right, nothing interpreted as markup."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, head in enumerate(heads):
        numeric = bool(rows) and isinstance(rows[0][column], int)
        table.add_column(head, justify="right" if numeric else "left")
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row))
    console = Console(record=True, file=io.StringIO(), width=shutil.get_terminal_size().columns)
    console.print(table)
    return console.export_text().rstrip()


def counted(counts: Mapping[Any, int]) -> str:
    """How many of each kind, in one line."""
    return ", ".join(f"{count} {layer}" for layer, count in counts.items()) or "none"


def figure(value: float | None) -> str:
    """A coefficient to three places; a dash where it is undefined."""
    return "–" if value is None else f"{value:.3f}"


def printable(line: str) -> str:
    """A line without what a terminal would obey instead of show."""
    return "".join(c if c.isprintable() else "\ufffd" for c in line)


def printed(rows: "Sequence[tuple[str, ...]]") -> list[tuple[str, ...]]:
    """Rows of a table in which every cell can be printed."""
    return [tuple(map(printable, row)) for row in rows]


def refusals(refused: "Sequence[Refusal]") -> list[dict[str, str]]:
    """What was refused and why, as plain values."""
    return [{"path": refusal.path, "reason": _reason(refusal)} for refusal in refused]


def _reason(refusal: "Refusal") -> str:
    return str(UserError(refusal.key, **dict(refusal.values)))


def tell_refused(refused: list[dict[str, str]]) -> None:
    """Say on standard error what was refused, a line each."""
    for refusal in refused:
        echo(f"{refusal['path']}: {refusal['reason']}", err=True)
