"""The regions of one annotation of a task, put together from the items of its result.

Items with the same id speak of one region; one that speaks of none is a label of the whole article.
Pieces that are joined by a relation, under the same labels, are one span.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.domain.errors import UserError
from workbench.formats.json_values import LIST, NUMBER, OBJECT, TEXT, Object, known, of_type
from workbench.formats.label_studio.config import (
    ANSWER,
    CONTINUES,
    QUESTION,
    article_label_of,
    attribute_of,
)
from workbench.formats.units import Claimed

_REGION, _RELATION = "labels", "relation"
_KINDS = (_REGION, _RELATION, "choices", "textarea", "number", "rating", "datetime")


@dataclass(frozen=True, slots=True)
class Region:
    """A place with its labels, and what other items say of it."""

    control: str
    labels: tuple[str, ...]
    claim: Claimed
    note: str
    said: dict[str, str] = field(default_factory=dict)

    @property
    def attributes(self) -> dict[str, str]:
        """What was chosen for it, without the question and its answer."""
        return {
            attribute_of(control, self.control): value
            for control, value in self.said.items()
            if control not in {QUESTION, ANSWER}
        }


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation between two regions, by their ids."""

    label: str
    source: str
    target: str


class Regions:
    """The regions of one person in a task, with their arrows and the labels of the article."""

    def __init__(self, result: list[object], place: str) -> None:
        """Raises `UserError` at the first item that cannot be taken."""
        self._place = place
        self.regions: dict[str, Region] = {}
        self.labels: dict[str, tuple[str, ...]] = {}
        self.source = ""  # the key of the text, where the regions name it
        self._arrows: list[Arrow] = []
        self._said: list[tuple[str, Object]] = []
        for number, item in enumerate(result, start=1):
            self._take(item, f"{place}, item {number}")
        for where, item in self._said:
            self._hand_out(item, where)
        self._heads = self._joined()

    def arrows(self) -> Iterator[Arrow]:
        """Every relation but those that join pieces, each between first pieces."""
        for arrow in self._arrows:
            if arrow.label != CONTINUES or not self._alike(arrow):
                yield Arrow(arrow.label, self.head(arrow.source), self.head(arrow.target))

    def head(self, id: str) -> str:
        """The first piece of the span that a region belongs to."""
        while self._heads[id] != id:
            id = self._heads[id]
        return id

    def _take(self, item: object, place: str) -> None:
        """Take one item; what speaks of regions is handed out when all are there."""
        fields = of_type({"item": item}, "item", (dict,), place)
        kind = known(of_type(fields, "type", (str,), place), _KINDS, place)
        if kind == _REGION:
            self._region(fields, place)
        elif kind == _RELATION:
            self._arrows += _arrows(fields, place)
        else:
            self._said.append((place, fields))

    def _region(self, fields: Object, place: str) -> None:
        id = of_type(fields, "id", (str,), place)
        if id in self.regions:
            raise UserError("formats.id_twice", place=place, id=id)
        value = of_type(fields, "value", (dict,), place)
        start, end = (of_type(value, key, (int,), place) for key in ("start", "end"))
        labels = _texts(value, "labels", place)
        if not labels:
            raise UserError("formats.missing_key", place=place, name="labels")
        self.source = (of_type(fields, "source", TEXT, place) or self.source).removeprefix("$")
        self.regions[id] = Region(
            of_type(fields, "from_name", TEXT, place) or "",
            labels,
            Claimed(place, ((start, end),), of_type(value, "text", TEXT, place)),
            "\n".join(_texts(of_type(fields, "meta", OBJECT, place) or {}, "text", place)),
        )

    def _hand_out(self, fields: Object, place: str) -> None:
        """Say of a region, or of the article, what was chosen or written."""
        control = of_type(fields, "from_name", (str,), place)
        value = of_type(fields, "value", (dict,), place)
        values = _values(of_type(fields, "type", (str,), place), value, place)
        region = self.regions.get(of_type(fields, "id", TEXT, place) or "")
        if region is not None:
            region.said[control] = ", ".join(values)
        elif "start" not in value:
            self.labels[article_label_of(control)] = values
        else:
            raise UserError("formats.dangling", place=place, id=fields.get("id"))

    def _joined(self) -> dict[str, str]:
        """Of each region the one that it continues, or itself."""
        self._heads = {id: id for id in self.regions}
        for arrow in self._arrows:
            for end in (arrow.source, arrow.target):
                if end not in self.regions:
                    raise UserError("formats.dangling", place=self._place, id=end)
            if arrow.label == CONTINUES and self._alike(arrow):
                self._heads[self.head(arrow.target)] = self.head(arrow.source)
        return self._heads

    def _alike(self, arrow: Arrow) -> bool:
        """Whether both ends are under the same labels."""
        return self.regions[arrow.source].labels == self.regions[arrow.target].labels


def _arrows(fields: Object, place: str) -> Iterator[Arrow]:
    """The relations of an item, one for each label."""
    source, target = (of_type(fields, key, (str,), place) for key in ("from_id", "to_id"))
    if of_type(fields, "direction", TEXT, place) == "left":
        source, target = target, source
    for label in _texts(fields, "labels", place):
        yield Arrow(label, source, target)


def _values(kind: str, value: Object, place: str) -> tuple[str, ...]:
    """What was chosen or written."""
    if kind == "choices":
        return _texts(value, "choices", place)
    if kind == "textarea":
        return _texts(value, "text", place)
    if kind == "datetime":
        return (of_type(value, kind, (str,), place),)
    return (str(of_type(value, kind, NUMBER[:-1], place)),)


def _texts(fields: Object, key: str, place: str) -> tuple[str, ...]:
    """A list of texts; one text is a list of one, and what is not there is empty."""
    listed = of_type(fields, key, (*LIST, str), place)
    if isinstance(listed, str):
        return (listed,)
    each = {str(number): value for number, value in enumerate(listed or ())}
    return tuple(of_type(each, number, (str,), f"{place}.{key}") for number in each)
