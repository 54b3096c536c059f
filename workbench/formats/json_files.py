"""Articles out of files of JSON, one after another: an article a line, or an article an item.

A folder is all files in it that end as those of the format do. What cannot be taken is refused with
its place, and stops none of the others.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.formats.json_array import items
from workbench.formats.json_values import lines, parse
from workbench.formats.staging import RECEIPT

Values = Iterator[tuple[str, object]]
_Take = Callable[[BinaryIO], Values]
ArticleOf = Callable[[object, str], CorpusArticle]
"""Makes an article of a value and the place where it stands, or raises `UserError`."""


def read_lines(path: Path, article_of: ArticleOf) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file that has one a line, or of a folder of such files."""
    return _read_all(path, (".jsonl", ".ndjson"), _lines, article_of)


def read_array(path: Path, article_of: ArticleOf) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file that is an array of them, or of a folder of such files."""
    return _read_all(path, (".json",), _items, article_of)


def _read_all(
    path: Path, suffixes: tuple[str, ...], values: _Take, article_of: ArticleOf
) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file, or of those files in a folder that are not beside a corpus."""
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        yield from _read(path, values, article_of)
        return
    files = sorted(
        each
        for each in path.rglob("*")
        if each.suffix.lower() in suffixes and each.name != RECEIPT and each.is_file()
    )
    if not files:
        yield Refusal(str(path), "formats.nothing_in_folder", (("suffix", suffixes[0]),))
    for file in files:
        yield from _read(file, values, _within(str(file.relative_to(path)), article_of))


def _within(name: str, article_of: ArticleOf) -> ArticleOf:
    """Makes the articles of a file in a folder, whose places name it."""
    return lambda value, place: article_of(value, f"{name}, {place}")


def _read(path: Path, values: _Take, article_of: ArticleOf) -> Iterator[CorpusArticle | Refusal]:
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
