"""The cells of a row: values one on another, each with the number that tells it apart."""

import re
from dataclasses import dataclass

_STACKED = re.compile(r"((?:\\.|[^|])*)\|")
_LISTED = re.compile(r"((?:\\.|[^;])*);")
_PARTS = re.compile(r"(?P<raw>(?:\\.|[^\\])*?)(?:\[(?P<first>\d{1,9})(?:_(?P<second>\d{1,9}))?\])?")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_ABSENT, _EMPTY = "_", "*"


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it stands there, and the numbers behind it: 0 where there are none.

    Behind a mark stands its own number, and behind the end of a relation those of both ends.
    """

    raw: str = _ABSENT
    id: int = 0
    other: int = 0

    @property
    def is_there(self) -> bool:
        """Whether there is a mark: one whose value is absent has a number."""
        return self.raw != _ABSENT or self.id > 0

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.raw in {_ABSENT, _EMPTY} else unescaped(self.raw)


NOTHING = Value()


def stacked(cell: str) -> list[Value]:
    """The values of a cell."""
    return [_value(part) for part in _STACKED.findall(f"{cell}|")]


def listed(value: Value) -> list[Value]:
    """The parts of a value that is a list, such as what fills a slot."""
    return [_value(part) for part in _LISTED.findall(f"{value.raw};")]


def _value(part: str) -> Value:
    found = _PARTS.fullmatch(part)
    if found is None:  # it ends with half an escape
        return Value(part)
    return Value(found["raw"], int(found["first"] or 0), int(found["second"] or 0))


def unescaped(said: str) -> str:
    """Words as they were before tabs, marks of the format and wide characters were escaped."""
    if "\\" not in said:
        return said
    plain = _ESCAPE.sub(_meant, said)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _meant(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _CONTROLS.get(found[2], found[2])
