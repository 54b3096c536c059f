"""What in the project uses a thing of the scheme: counted by SQL alone, fast enough for every look.

What an edit does to the work is `refitting`'s to say, which reads the rows.
"""

from sqlalchemy import ColumnElement, Table, and_, func, select

from workbench.domain.refitting import Noun
from workbench.domain.scheme_places import Place
from workbench.store import schema
from workbench.store.reader import Reader

Users = list[tuple[Noun, Table, ColumnElement[bool]]]
_SPANS: tuple[tuple[Noun, Table], ...] = (
    ("annotation", schema.annotation),
    ("suggestion", schema.suggestion),
    ("gold", schema.gold),
)
_RELATIONS: tuple[tuple[Noun, Table], ...] = (
    ("relation", schema.relation),
    ("relation", schema.gold_relation),
)


def usage_of(reader: Reader, place: Place, id: str) -> dict[Noun, int]:
    """How many rows use a thing, by noun; nouns without any are left out."""
    found: dict[Noun, int] = {}
    for noun, table, uses in _users(place, id):
        number = reader.rows(select(func.count()).select_from(table).where(uses))[0][0]
        found[noun] = found.get(noun, 0) + number
    return {noun: number for noun, number in found.items() if number}


def _users(place: Place, id: str) -> Users:
    """The tables whose rows may use a thing, and which of the rows do."""
    match place.kind:
        case "layer":
            return [(noun, table, table.c.layer == id) for noun, table in _SPANS]
        case "label":
            return [
                (noun, table, and_(table.c.layer == place.owner, table.c.label == id))
                for noun, table in _SPANS
            ]
        case "attribute":
            return [
                (noun, table, and_(table.c.layer == place.owner, _has(table, id)))
                for noun, table in _SPANS
            ]
        case "relation":
            return [(noun, table, table.c.type == id) for noun, table in _RELATIONS]
        case "relation_attribute":
            return [
                (noun, table, and_(table.c.type == place.owner, _has(table, id)))
                for noun, table in _RELATIONS
            ]
        case "article_label":
            table = schema.article_label
            return [("article_label", table, table.c.name == id)]


def _has(table: Table, attribute: str) -> ColumnElement[bool]:
    """Whether a row has an attribute, by the key's place in its JSON: no value can look like it."""
    return table.c.attributes.contains(f'"{attribute}": ', autoescape=True)
