"""The layers of a file, as its first lines declare them, and in which columns each stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, pairwise

_SLOT = re.compile(r"ROLE_[^:]*:([^_]*).*")
_KINDS = ("#T_SP=", "#T_CH=", "#T_RL=")
_CHAIN = "#T_CH="
ORDER = "referenceRelation"  # of a chain: where a link stands in it, and what leads to the next


@dataclass(frozen=True, slots=True)
class Slot:
    """A feature that other marks fill, each in a role: its columns, and what may fill it."""

    name: str
    roles: int
    fillers: int
    type: str


@dataclass(frozen=True, slots=True)
class Layer:
    """A type of marks, or of relations where there is a `base`: the type of their ends.

    `columns` are all of its cells in a row, and `features` those with a plain value.
    """

    type: str
    chain: bool
    columns: range
    features: dict[str, int] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    base: str = ""

    @property
    def name(self) -> str:
        """Its type without the namespace."""
        return self.type.rpartition(".")[2]

    @property
    def label(self) -> str:
        """The feature that says what a mark is: `value`, or else the first one."""
        if "value" in self.features:
            return "value"
        return next((name for name in self.features if name != ORDER), "")


def is_layer(line: str) -> bool:
    """Whether a line declares a layer."""
    return line.startswith(_KINDS)


def layers_of(lines: Iterable[str]) -> list[Layer]:
    """The layers that some lines declare, one each."""
    columns = count()
    return [_layer(line, columns) for line in lines]


def _layer(line: str, numbers: Iterator[int]) -> Layer:
    """A layer with its columns, which are as many as its line has parts behind the type."""
    kind, said = line[: len(_CHAIN)], line[len(_CHAIN) :]
    type, *names = said.split("|")
    columns = [next(numbers) for _ in names]
    pairs = list(zip(names, columns, strict=True))
    slots = tuple(_slots(pairs))
    taken = {column for slot in slots for column in (slot.roles, slot.fillers)}
    base = next((name for name in names if name.startswith("BT_")), "")
    features = {
        name: column for name, column in pairs if name not in {"", base} and column not in taken
    }
    whole = range(columns[0], columns[-1] + 1) if columns else range(0)
    return Layer(type, kind == _CHAIN, whole, features, slots, base.removeprefix("BT_"))


def _slots(pairs: list[tuple[str, int]]) -> Iterator[Slot]:
    """The slots among columns, each followed by the column of what fills it."""
    for (name, column), (type, fillers) in pairwise(pairs):
        found = _SLOT.fullmatch(name)
        if found is not None:
            yield Slot(found[1], column, fillers, type)
