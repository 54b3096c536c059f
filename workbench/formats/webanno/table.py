"""The marks of a file, put together from the rows that they run over, and the relations of these.

Rows with the same number in a layer are one mark; one without a number is in its row alone. In a
chain, the number of the chain and the place in it tell links apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from workbench.domain.errors import UserError
from workbench.formats.webanno.layers import ORDER, Layer, Slot
from workbench.formats.webanno.values import NOTHING, Value, listed, stacked, unescaped

_LINK = re.compile(r"(.*)->(\d{1,9})-(\d{1,9})", re.DOTALL)
_ANY = "uima.tcas.Annotation"

Key = tuple[object, ...]
"""What a mark is known by: its type, and what tells it from others of the type."""


@dataclass(frozen=True, slots=True)
class Row:
    """A token, or a part of one: its name, its place in the file's unit, words and cells."""

    name: str
    begin: int
    end: int
    words: str
    cells: Sequence[str]
    place: str


@dataclass(slots=True)
class Mark:
    """A span from its first row to its last, and what its features say."""

    layer: Layer
    begin: int
    end: int
    place: str
    features: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation between two marks: what it is called, its layer's type, and its features."""

    name: str
    type: str
    source: Key
    target: Key
    features: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Later:
    """The end of a relation by the row and number of a mark, which may be further down."""

    arrow: Arrow
    row: str
    id: int
    type: str
    place: str


class Table:
    """The marks and arrows of a file, as its rows come in."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.marks: dict[Key, Mark] = {}
        self._layers = layers
        self._types = {layer.type for layer in layers if not layer.base}
        self._at: dict[str, list[tuple[Key, int]]] = defaultdict(list)
        self._rows: dict[str, Row] = {}
        self._later: list[_Later] = []
        self._links: dict[tuple[str, int], dict[int, tuple[Key, str]]] = defaultdict(dict)

    def take(self, row: Row) -> None:
        """Take what stands in a row; spans come before the relations that end in them."""
        self._rows[row.name] = row
        for layer in sorted(self._layers, key=lambda layer: bool(layer.base)):
            cells = [stacked(row.cells[column]) for column in layer.columns]
            for number, values in enumerate(zip_longest(*cells, fillvalue=NOTHING)):
                if any(value.is_there for value in values):
                    said = dict(zip(layer.columns, values, strict=True))
                    self._take(layer, number, said, row)

    def arrows(self) -> Iterator[Arrow]:
        """Every relation; raises `UserError` where an end is no mark."""
        for later in self._later:
            source = self._mark_at(later.row, later.id, later.type, later.place)
            arrow = later.arrow
            if arrow.source:  # the end that is known holds the slot
                yield Arrow(arrow.name, arrow.type, arrow.source, source, arrow.features)
            else:
                yield Arrow(arrow.name, arrow.type, source, arrow.target, arrow.features)
        for (type, _), links in self._links.items():
            for place, (key, name) in links.items():
                if place + 1 in links:
                    yield Arrow(name, type, key, links[place + 1][0])

    def _take(self, layer: Layer, number: int, said: Mapping[int, Value], row: Row) -> None:
        """Take one of the things of a layer that stand on each other in a row."""
        if layer.base:
            self._relation(layer, said, row)
        elif layer.chain:
            self._link(layer, said, row)
        else:
            id = next((value.id for value in said.values() if value.id), 0)
            key = (layer.type, id) if id else (layer.type, row.name, number)
            if self._mark(key, layer, _features(layer, said), row, id):
                for slot in layer.slots:
                    self._slot(slot, layer.type, key, said, row)

    def _mark(self, key: Key, layer: Layer, features: Mapping[str, str], row: Row, id: int) -> bool:
        """Note that a mark covers a row; whether it is the first one."""
        self._at[row.name].append((key, id))
        if key in self.marks:
            mark = self.marks[key]
            mark.begin, mark.end = min(mark.begin, row.begin), max(mark.end, row.end)
            return False
        self.marks[key] = Mark(layer, row.begin, row.end, row.place, features)
        return True

    def _link(self, layer: Layer, said: Mapping[int, Value], row: Row) -> None:
        """Note a link of a chain; raises `UserError` where it does not say which."""
        found = (
            _LINK.fullmatch(said[layer.features[ORDER]].raw) if ORDER in layer.features else None
        )
        if found is None:
            raise UserError("formats.webanno_line", place=row.place)
        chain, place = int(found[2]), int(found[3])
        key = (layer.type, chain, place)
        features = _features(layer, said)
        del features[ORDER]
        self._mark(key, layer, features, row, 0)
        self._links[layer.type, chain][place] = key, Value(found[1]).text or layer.name

    def _slot(self, slot: Slot, type: str, key: Key, said: Mapping[int, Value], row: Row) -> None:
        """Note what fills a slot of a mark; without a role it is called as the slot is."""
        roles, fillers = listed(said[slot.roles]), listed(said[slot.fillers])
        for role, filler in zip_longest(roles, fillers, fillvalue=NOTHING):
            if filler.text:
                arrow = Arrow(role.text or slot.name, type, key, ())
                where = (filler.raw, filler.id, slot.type, row.place)
                self._later.append(_Later(arrow, *where))

    def _relation(self, layer: Layer, said: Mapping[int, Value], row: Row) -> None:
        """Note a relation, which stands in the row where its target begins."""
        end = said[layer.columns[-1]]
        features = _features(layer, said)
        name = features.pop(layer.label, layer.name)
        target = self._mark_at(row.name, end.other, layer.base, row.place)
        arrow = Arrow(name, layer.type, (), target, features)
        self._later.append(_Later(arrow, end.raw, end.id, layer.base, row.place))

    def _mark_at(self, name: str, id: int, type: str, place: str) -> Key:
        """The mark of a type in a row, by its number; raises `UserError` where there is none."""
        if name in self._rows and type not in {*self._types, _ANY}:
            return self._token(type, self._rows[name])
        found = [(key, own) for key, own in self._at[name] if type in {key[0], _ANY}]
        meant = [key for key, own in found if own == id] or [key for key, _ in found if not id]
        if not meant:
            raise UserError("formats.dangling", place=place, id=f"{name}[{id}]")
        return meant[0]

    def _token(self, type: str, row: Row) -> Key:
        """A token itself as a mark, where relations are between tokens."""
        key = (type, row.name)
        self.marks.setdefault(
            key, Mark(Layer(type, False, range(0)), row.begin, row.end, row.place)
        )
        return key


def _features(layer: Layer, said: Mapping[int, Value]) -> dict[str, str]:
    """What the features of a mark say, without those that say nothing."""
    found = {name: said[column].text for name, column in layer.features.items()}
    return {name: text for name, text in found.items() if text}


def words_of(form: str, text: str) -> str:
    """The words of a row: as they stand there, or with escapes if only so they are in the text."""
    return form if form in text else unescaped(form)
