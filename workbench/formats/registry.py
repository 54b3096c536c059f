"""The formats by name, and what each of them can; a format's module is imported when it is used."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError

Reader = Callable[[Path], Iterator[CorpusArticle | Refusal]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the end of its files' names, what it can, and what it always loses."""

    name: str
    suffix: str
    module: str
    reads: bool = False
    writes: bool = False
    loses: tuple[str, ...] = ()


FORMATS = (
    Format(
        "jsonl", ".jsonl", "workbench.formats.jsonl", reads=True, writes=True, loses=("journal",)
    ),
    Format("spacy", ".spacy", "workbench.formats.spacy_rows", writes=True),
)
READABLE = tuple(format.name for format in FORMATS if format.reads)


def find(name: str) -> Format:
    """The format of that name; raises `UserError` naming the known ones."""
    return _among(FORMATS, name)


def reader(format: str) -> Reader:
    """The function that reads a file of that format; raises `UserError` where none does."""
    found = _among(tuple(known for known in FORMATS if known.reads), format)
    return cast("Reader", import_module(found.module).read)


def _among(formats: tuple[Format, ...], name: str) -> Format:
    """The one of these formats that has the name."""
    for format in formats:
        if format.name == name:
            return format
    known = ", ".join(format.name for format in formats)
    raise UserError("formats.unknown_format", format=name, known=known)
