"""Articles out of a file of JSON, one after another: an article a line, or an article an item.

What cannot be taken is refused with its place, and stops none of the others.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.formats.json_array import items
from workbench.formats.json_values import lines, parse

Values = Iterator[tuple[str, object]]
ArticleOf = Callable[[object, str], CorpusArticle]
"""Makes an article of a value and the place where it stands, or raises `UserError`."""


def read_lines(path: Path, article_of: ArticleOf) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file that has one a line."""
    return _read(path, _lines, article_of)


def read_array(path: Path, article_of: ArticleOf) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file that is an array of them."""
    return _read(path, _items, article_of)


def _read(
    path: Path, values: Callable[[BinaryIO], Values], article_of: ArticleOf
) -> Iterator[CorpusArticle | Refusal]:
    try:
        file = path.open("rb")
    except OSError as error:
        said = (("path", path.name), ("reason", error.strerror))
        yield Refusal(path.name, "formats.cannot_read", said)
        return
    with file:
        for place, value in values(file):
            yield _taken(value, place, path, article_of)


def _taken(value: object, place: str, path: Path, article_of: ArticleOf) -> CorpusArticle | Refusal:
    """The article of a value, or why it is none; an error stands for a value that is none."""
    try:
        if isinstance(value, UserError):
            raise value
        return article_of(value, place)
    except UserError as error:
        return Refusal.of(f"{path.name}, {place}", error)


def _lines(file: BinaryIO) -> Values:
    for number, line in lines(file):
        if line is None:
            yield f"line {number}", UserError("formats.line_too_long")
        elif line.strip():
            yield f"line {number}", _parsed(line)


def _parsed(line: bytes) -> object:
    try:
        return parse(line)
    except UserError as error:
        return error


def _items(file: BinaryIO) -> Values:
    return ((f"item {number}", item) for number, item in enumerate(items(file), start=1))
