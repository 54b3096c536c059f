"""What commands take, and how their options are read."""

import csv
import shlex
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer


def place(text: str) -> Path:
    """A path as it was written; an empty one, such as an unset variable gives, is none."""
    if not text:
        raise typer.BadParameter("a path must not be empty")
    return Path(text)


# What cannot be read is refused by the verb that reads it: in a sentence, and without the others.
File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The project, a .workbench file.", parser=place)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
As = Annotated[str, typer.Option("--as", metavar="NAME", help="Who acts; else the last user.")]
LayerName = Annotated[str, typer.Option("--layer", help="Only this layer.")]


def among(value: str, option: str, *known: str) -> None:
    """Refuse an option's value that is none of those known."""
    if value not in known:
        words = " or ".join(word for word in known if word)
        raise typer.BadParameter(f"choose {words}", param_hint=option)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list parted by commas; one that holds a comma stands in quotation marks."""
    found = chain.from_iterable(csv.reader([text], skipinitialspace=True))
    return tuple(name.strip() for name in found if name.strip())


def meanings_in(text: str, option: str) -> dict[str, str]:
    """What names mean, in a list parted by commas; each is NAME=MEANING.

    Between quotation marks a comma is part of a name.
    """
    try:
        pairs = [pair.rpartition("=") for pair in _parted(text)]
    except ValueError as error:
        raise typer.BadParameter("close the quotation mark", param_hint=option) from error
    if any(not name or not meaning for name, _, meaning in pairs):
        raise typer.BadParameter("write NAME=MEANING, parted by commas", param_hint=option)
    return {name.strip(): meaning.strip() for name, _, meaning in pairs}


def _parted(text: str) -> list[str]:
    """What commas part, outside of quotation marks; raises `ValueError` where one stays open."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars=False)
    lexer.whitespace, lexer.quotes, lexer.escape, lexer.commenters = ",", '"', "", ""
    lexer.whitespace_split = True
    return [part for part in lexer if part.strip()]
