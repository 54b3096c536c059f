"""A JSON array from strangers, taken item by item, so that no more than one item is held.

A file that holds one value and no array is that one item. Where an item is no JSON nothing after it
can be told apart, so the reading ends there.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import BinaryIO

from workbench.domain.errors import UserError
from workbench.formats.json_values import LONGEST, first

_CHUNK = 1 << 20
_BLANKS = re.compile(r"[ \t\r\n]*")


def items(file: BinaryIO) -> Iterator[object]:
    """The items of the array in a file; the last may be the `UserError` that ends it."""
    try:
        yield from _items(_Text(file))
    except UserError as error:
        yield error


def _items(text: "_Text") -> Iterator[object]:
    if text.peek() != "[":
        yield text.value()
        return
    text.take()
    if text.peek() == "]":
        return
    yield text.value()
    while (mark := text.take()) == ",":
        yield text.value()
    if mark != "]":
        raise UserError("formats.not_json_on")


class _Text:
    """The text of a file, of which only what is not yet taken is held."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = getincrementaldecoder("utf-8-sig")()
        self._held, self._at = "", 0

    def peek(self) -> str:
        """The next character that is no blank; none at the end."""
        while True:
            self._at = _BLANKS.match(self._held, self._at).end()  # type: ignore[union-attr]  # matches nothing too
            if self._at < len(self._held) or not self._read_on():
                return self._held[self._at : self._at + 1]

    def take(self) -> str:
        """The next character that is no blank, which is then behind."""
        mark = self.peek()
        self._at += len(mark)
        return mark

    def value(self) -> object:
        """The value that stands next, which is then behind."""
        self.peek()
        while True:
            try:
                value, self._at = first(self._held, self._at)
            except UserError as error:
                if error.key != "formats.not_json":
                    raise
                if not self._read_on():
                    raise UserError("formats.not_json_on") from error
            else:
                return value

    def _read_on(self) -> bool:
        """Read as much again as was too little; whether there was any more."""
        rest = self._held[self._at :]
        if len(rest) > LONGEST:
            raise UserError("formats.line_too_long")
        position = self._file.tell()
        data = self._file.read(max(_CHUNK, len(rest)))
        try:
            more = self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise UserError("formats.not_utf8", position=position + error.start) from error
        self._held, self._at = rest + more, 0
        return bool(data)
