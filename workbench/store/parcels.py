"""An article on its way in: rows by table, and what is still open about them.

A worker process makes them, without the database. They are whole but for two things that only the
project knows: in `annotator` columns stand names instead of ids, and the article may be there
already under another id.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.store.rows import Row

Rows = dict[str, list[Row]]

_OF_PEOPLE = ("annotation", "relation", "article_label", "assignment", "suggestion_state")


@dataclass(frozen=True, slots=True)
class Parcel:
    """One article with all that was said of it; `where` names its place in a file.

    `covers` holds the layers, each (annotator, layer), on which the article is silent about how
    they stand while it has spans in them; None where it says how layers stand. `readers` are those
    who read it, None where the file does not tell. `format` names what it was read as, `unit` what
    its offsets counted where that is not what the format says, `passed` counts what its file has
    of types that are not read, and `unnamed` says that its file's name did not fit the pattern.
    """

    where: str
    article: str
    text_hash: str
    rows: Rows
    people: frozenset[str] = frozenset()
    covers: frozenset[tuple[str, str]] | None = None
    readers: frozenset[str] | None = None
    format: str = ""
    unit: str = ""
    passed: tuple[tuple[str, int], ...] = ()
    unnamed: bool = False


def name_people(rows: Rows, ids: Mapping[str, str]) -> None:
    """Put the ids of people where their names stand."""
    for table in _OF_PEOPLE:
        for row in rows.get(table, ()):
            row["annotator"] = ids[row["annotator"]]
