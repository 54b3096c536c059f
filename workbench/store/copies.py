"""Copies of a project: which one this file is, and how far it has heard the others.

A file that was copied or moved to a new place gets a new id: two that counted on under one id would
make entries that cannot be told apart. The first entry of a new copy notes what the file held when
it was made, and an entry that takes others in notes what the file holds since; merging knows by
these notes who knew of what. They travel with the entries, in their parameters.
"""

import json
import socket
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from workbench.domain.ids import new_id, now
from workbench.domain.versions import together
from workbench.store.reader import Reader
from workbench.store.schema import copy, journal, project

# The parameters of an entry that hold its copy's note, and which ids became others.
HEARD, BECAME = "heard", "became"


def copy_of(connection: Connection, path: Path) -> str:
    """The id of the copy that this file is, a new one where it came to a new place."""
    place = _place(path)
    last = connection.execute(_NEWEST).one_or_none()
    if last is not None and last.place == place:
        return str(last.id)
    return _add(connection, place=place, number=last.number + 1 if last is not None else 1)


def is_at_home(connection: Connection, path: Path) -> bool:
    """Whether a file is where it was opened last."""
    last = connection.execute(_NEWEST).one_or_none()
    return last is not None and last.place == _place(path)


def _place(path: Path) -> str:
    """What tells a file on a machine from every other."""
    status = path.stat()
    return f"{socket.gethostname()}:{status.st_dev}:{status.st_ino}"


def begin(connection: Connection, *, first: str) -> str:
    """The id of a new copy in a file that is written anew; `first` is the project's first copy.

    It has no place yet, and becomes another copy wherever it is opened.
    """
    _add(connection, place="", number=1, id=first)
    return _add(connection, place="", number=2)


def _add(connection: Connection, *, place: str, number: int, id: str = "") -> str:
    known = id or new_id()
    row = {"id": known, "place": place, "created": now(), "number": number}
    connection.execute(insert(copy), row)
    return known


def project_of(connection: Connection) -> str:
    """The id of the project that a file is a copy of."""
    return str(connection.execute(select(project.c.id)).scalar_one())


def became(reader: Reader) -> dict[str, str]:
    """What ids of people and articles have become where copies were joined, by former id."""
    entry = journal.c
    query = select(entry.params).where(entry.verb == "merge", entry.kind == "act")
    found: dict[str, str] = {}
    for row in reader.rows(query.order_by(entry.seq)):
        found |= json.loads(row.params).get(BECAME, {})
    return found


def heard(connection: Connection) -> dict[str, int]:
    """How far this file has heard each copy, those included of which it holds only a part."""
    furthest = func.max(journal.c.counter).label("last")
    counted = select(journal.c.copy, furthest).group_by(journal.c.copy)
    noted = select(journal.c.params).where(journal.c.params.contains(f'"{HEARD}"'))
    last = {row.copy: row.last for row in connection.execute(counted)}
    notes = [json.loads(params)[HEARD] for params in connection.execute(noted).scalars()]
    return together([last, *notes])


def first(connection: Connection) -> str:
    """The copy in which the project was made."""
    return str(connection.execute(select(copy.c.id).order_by(copy.c.number).limit(1)).scalar_one())


_NEWEST = select(copy).order_by(copy.c.number.desc()).limit(1)
