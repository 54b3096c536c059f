"""The formats by name; a format's module is imported when it is first used."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError

Reader = Callable[[Path], Iterator[CorpusArticle | Refusal]]

READABLE = ("jsonl",)


def reader(format: str) -> Reader:
    """The function that reads a file of that format; raises `UserError` where none does."""
    if format not in READABLE:
        raise UserError("formats.unknown_format", format=format, known=", ".join(READABLE))
    return cast("Reader", import_module(f"workbench.formats.{format}").read)
