"""JSON from strangers: parsed line by line, and every value checked before it is used.

A corpus may be larger than the memory, so one line is held at a time, and a line may not be longer
than `LONGEST`. A key that is unknown, or stands twice, is refused rather than dropped, since what
is dropped in silence is missed years later.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, BinaryIO, NoReturn

from workbench.domain.errors import UserError

LONGEST = 100_000_000  # bytes of a line: an article of ten million words with its annotations
_CHUNK = 1 << 20

Object = dict[str, Any]
_MOST_SHAPES = 1_000  # a file whose objects all differ must not fill the memory


@dataclass(frozen=True, slots=True)
class Table:
    """The types that each key of an object may have.

    The objects of a file are all alike, so the shapes that were found sound are remembered.
    """

    types: Mapping[str, tuple[type, ...]]
    sound: set[tuple[object, ...]] = field(default_factory=set)


NONE = type(None)
TEXT = (str, NONE)
WHOLE = (int, NONE)
NUMBER = (int, float, NONE)
LIST = (list, NONE)
OBJECT = (dict, NONE)
_NAMES = {
    str: "text", int: "whole number", float: "number", bool: "true or false",
    list: "list", dict: "object", NONE: "null",
}  # fmt: skip


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a file with their numbers from 1; None stands for one that is too long."""
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) <= LONGEST:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_CHUNK)
        yield number, None


def parse(line: bytes) -> object:
    """The value of one line of JSON; raises `UserError` where it is none, or is abused.

    Lone surrogates, which JSON can spell and no file can hold, become U+FFFD.
    """
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("formats.not_utf8", position=error.start) from error
    with _refusals():
        value = _DECODER.decode(text)
    return _whole(value) if b"\\ud" in line or b"\\uD" in line else value


def first(text: str, at: int = 0) -> tuple[object, int]:
    """The value that begins at a position of a text, and where it ends; else as `parse`."""
    with _refusals():
        value, end = _DECODER.raw_decode(text, at)
    whole = text.find("\\ud", at, end) < 0 and text.find("\\uD", at, end) < 0
    return (value if whole else _whole(value)), end


@contextmanager
def _refusals() -> Iterator[None]:
    """Say of JSON that is none, or is abused, what is amiss."""
    try:
        yield
    except json.JSONDecodeError as error:
        raise UserError("formats.not_json", column=error.colno) from error
    except RecursionError as error:
        raise UserError("formats.json_too_deep") from error
    except ValueError as error:
        raise UserError("formats.json_number") from error


def _object(pairs: list[tuple[str, Any]]) -> Object:
    """An object whose keys are all different."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        raise UserError("formats.key_twice", name=next(k for k in keys if keys.count(k) > 1))
    return found


def _no_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which are not JSON."""
    raise ValueError(name)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant)


def _whole(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A value whose texts have no lone surrogates; each is replaced by one character."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def checked(value: object, table: Table, place: str) -> Object:
    """An object that has no keys but those of the table, each with a value of its types."""
    if type(value) is not dict:
        refuse_type(value, dict, place)
    shape = (*value, *map(type, value.values()))
    if shape in table.sound:
        return value
    for key, item in value.items():
        types = table.types.get(key)
        if types is None:
            names = ", ".join(table.types)
            raise UserError("formats.unknown_key", place=place, name=key, known=names)
        if type(item) not in types:
            refuse_type(item, types[0], f"{place}.{key}")
    if len(table.sound) < _MOST_SHAPES:
        table.sound.add(shape)
    return value


def refuse_type(found: object, expected: type, place: str) -> NoReturn:
    """Refuse a value for its type."""
    raise UserError(
        "formats.wrong_type", place=place, expected=_NAMES[expected], found=_NAMES[type(found)]
    )


def of_type(fields: Object, key: str, types: tuple[type, ...], place: str) -> Any:  # noqa: ANN401 - of the types
    """The value of a key, which must be of one of the types; None where it is not there."""
    value = fields.get(key)
    if type(value) not in types:
        refuse_type(value, types[0], f"{place}.{key}")
    return value


def texts(value: object, place: str) -> dict[str, str]:
    """An object whose values are all texts."""
    if type(value) is not dict:
        refuse_type(value, dict, place)
    for key, item in value.items():
        if type(item) is not str:
            refuse_type(item, str, f"{place}.{key}")
    return value


def known(value: str, values: Collection[str], place: str) -> str:
    """A text that is one of those known."""
    if value not in values:
        raise UserError("formats.unknown_value", place=place, found=value, known=", ".join(values))
    return value


def needed(fields: Object, key: str, place: str) -> str:
    """A text that must be there and not empty."""
    if not (value := fields.get(key)):
        raise UserError("formats.missing_key", place=place, name=key)
    return str(value)
