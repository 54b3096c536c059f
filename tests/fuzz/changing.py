"""Hostile files out of sound ones: bytes and words anywhere, and changes that know the form.

All chance comes from one `Random`, so that a seed gives the same files again, and hypothesis, which
can lend a `Random` of its own, finds the smallest change that still does harm.
"""

import io
import json
import re
import sqlite3
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from copy import deepcopy
from random import Random
from typing import Any

Change = Callable[[bytes, Random], bytes]

LARGEST = 1_000_000  # bytes of a changed file
PARTS = b"\n%%%% "  # before the name of each file of an input that is several
_LONG = 20_000
_WORDS = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xc3",
        b"\r\n",
        b"\r",
        b"\n",
        b"\t",
    ),
    *(
        "\u2028\u2029\u202e\u0000\ufdd0\ud7ff🙂e\u0301".encode(),
        b" ",
        b'"',
        b"'",
        b"\\",
        b"\\ud83d",
    ),
    *(b"-1", b"0", b"1e999", b"NaN", b"9" * 30, b"2147483648", b"9223372036854775808", b"null"),
    *(b"../../../etc/passwd", b"=cmd|' /C calc'!A0", b"<script>", b"&amp;", b"%s%n", b"\x1b[2J"),
    *(b"<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>", b"&y;", b"]]>", b"<![CDATA["),
    *(b"&a", b"*a", b"!!python/object:os.system", b"<<: *a", b"%YAML 9.9\n", b"---\n", b"? "),
    *(b"[" * 2_000, b"{'a':" * 500, b"<b>" * 2_000, b"A" * _LONG, b"(" * 500),
)
_STRANGE: tuple[object, ...] = (
    *(None, True, -1, 0, 10**30, 1.5, 1e300, "", "x", "\ud800", "\x00", [], {}, [[]], [None]),
    *([1, 2, 3], {"x": None}, {"id": []}, "A" * _LONG, 2**63, -(2**31), "=1+1", "../x", "<b>"),
)
_NUMBERS = re.compile(rb"\d+")


def bytes_changed(data: bytes, random: Random) -> bytes:
    """A file with a few bytes or words put in, taken out, doubled or put elsewhere."""
    found = bytearray(data)
    for _ in range(random.randint(1, 4)):
        start = random.randint(0, len(found))
        end = min(len(found), start + random.choice((0, 1, 2, 8, 64, 1_000)))
        random.choice(_EDITS)(found, start, end, random)
    return bytes(found[:LARGEST])


def _insert(found: bytearray, start: int, _end: int, random: Random) -> None:
    found[start:start] = random.choice(_WORDS)


def _replace(found: bytearray, start: int, end: int, random: Random) -> None:
    found[start:end] = random.choice(_WORDS)


def _scramble(found: bytearray, start: int, end: int, random: Random) -> None:
    found[start:end] = bytes(random.randint(0, 255) for _ in range(min(end - start, 8)))


def _double(found: bytearray, start: int, end: int, random: Random) -> None:
    found[start:start] = found[start:end] * random.choice((1, 2, 30))


def _move(found: bytearray, start: int, end: int, random: Random) -> None:
    piece = found[start:end]
    del found[start:end]
    at = random.randint(0, len(found))
    found[at:at] = piece


def _drop(found: bytearray, start: int, end: int, _random: Random) -> None:
    del found[start:end]


def _cut(found: bytearray, start: int, _end: int, _random: Random) -> None:
    del found[start:]


def _renumber(found: bytearray, start: int, _end: int, random: Random) -> None:
    """Put another number in the place of the next one."""
    if number := _NUMBERS.search(found, start):
        found[number.start() : number.end()] = str(
            random.choice((0, -1, 1, 7, 255, 2**40))
        ).encode()


_EDITS = (_insert, _replace, _scramble, _double, _move, _drop, _cut, _renumber)


def lines_changed(data: bytes, random: Random) -> bytes:
    """A file of lines with some of them, or of their cells, elsewhere, doubled or gone."""
    lines = data.splitlines(keepends=True)
    for _ in range(random.randint(1, 3)):
        at, other = random.randrange(len(lines) + 1), random.randrange(len(lines) + 1)
        pieces = re.split(rb"([\t ,;:])", b"".join(lines[at : at + 1]))
        random.shuffle(pieces)
        lines[at : at + 1] = random.choice(
            ([], [b"".join(pieces)], lines[at : at + 1] * 2, lines[other : other + 2])
        )
    return _perhaps_bytes(b"".join(lines), random)


def json_changed(data: bytes, random: Random) -> bytes:
    """Lines of JSON, or one value of it, with strange things in places that hold others."""
    text = data.decode("utf-8", "replace")
    with suppress(ValueError, RecursionError):
        return _perhaps_bytes(_json_text(json.loads(text), random), random)
    lines = text.splitlines() or [""]
    at = random.randrange(len(lines))
    with suppress(ValueError, RecursionError):
        lines[at] = _json_text(json.loads(lines[at]), random).decode()
    return _perhaps_bytes("\n".join(lines).encode(), random)


def _json_text(value: object, random: Random) -> bytes:
    holder = [value]
    for _ in range(random.randint(1, 3)):
        places = list(_places(holder))
        container, key = random.choice(places)
        _change_place(container, key, random)
    return json.dumps(holder[0] if holder else None).encode()[:LARGEST]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any JSON value
    """Every place in a value that something can be put into: its container and its key."""
    waiting = [value]
    while waiting:
        container = waiting.pop()
        for key in range(len(container)) if isinstance(container, list) else container:
            yield container, key
            if isinstance(container[key], list | dict):
                waiting.append(container[key])


def _change_place(container: Any, key: Any, random: Random) -> None:  # noqa: ANN401
    """Put something strange, something doubled or nothing into a place."""
    way = random.randrange(5)
    if way == 0 and isinstance(container, dict):
        del container[key]
    elif way == 1 and isinstance(container, dict):
        container[random.choice(("x", "id", "text", "start", "", "\ud800"))] = container[key]
    elif way == 1:
        container.insert(key, container[key])
    elif way == 2 and isinstance(container[key], int):
        container[key] += random.choice((-1, 1, 1_000))
    else:
        container[key] = deepcopy(random.choice(_STRANGE))  # which is changed further there


def _perhaps_bytes(data: bytes, random: Random) -> bytes:
    """A file as it is, or now and then with changes that know no form."""
    return bytes_changed(data, random) if random.randrange(4) == 0 else data[:LARGEST]


def parts_changed(change: Change) -> Change:
    """What changes one of the files that make up an input."""

    def changed(data: bytes, random: Random) -> bytes:
        first, *parts = data.split(PARTS)
        at = random.randrange(len(parts)) if parts else 0
        if not parts or random.randrange(10) == 0:
            return bytes_changed(data, random)
        name, _, content = parts[at].partition(b"\n")
        parts[at] = name + b"\n" + change(content, random)
        return PARTS.join((first, *parts))

    return changed


def archive_changed(data: bytes, random: Random) -> bytes:
    """An archive with a changed part, a part too many, or one that is not what it says."""
    if random.randrange(4) == 0:
        return bytes_changed(data, random)
    made = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(made, "w") as archive:
        parts = _parts_of(data)
        chosen = random.choice(sorted(parts) or ["word/document.xml"])
        for name, content in parts.items():
            text = bytes_changed(content, random) if name == chosen else content
            archive.writestr(name, text)
        if random.randrange(8) == 0:
            name = random.choice(("../../escaped", "/escaped", chosen, "a" * 300, "word/\ud7ff"))
            archive.writestr(name, b"\0" * random.choice((0, 10, 1_000_000)), zipfile.ZIP_DEFLATED)
    return made.getvalue()[:LARGEST]


def _parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of an archive, none where it is none."""
    with suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
    return {}


def project_changed(data: bytes, random: Random) -> bytes:
    """A project file with damaged pages, SQL in its schema, or wrong values in its rows."""
    if random.randrange(4) == 0:
        return _page_changed(data, random)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        with suppress(sqlite3.Error):
            for _ in range(random.randint(1, 3)):
                _alter(connection, random)
            connection.commit()
        return connection.serialize()


def _page_changed(data: bytes, random: Random) -> bytes:
    """A file of SQLite with a few bytes changed where it hurts: in a header, or on a page."""
    found = bytearray(data)
    for _ in range(random.randint(1, 8)):
        page = random.randrange(max(1, len(found) // 4096)) * 4096
        start = page + random.randrange(random.choice((8, 100, 4096)))
        found[start : start + 1] = bytes([random.randrange(256)])
    return bytes(found[: random.choice((len(found), len(found), random.randint(0, len(found))))])


def _alter(connection: sqlite3.Connection, random: Random) -> None:
    """Do one thing to a project that only a crafted one has."""
    tables = _names(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")
    table = random.choice(tables)
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    column = random.choice(columns or ["id"])
    if random.randrange(8):
        value = random.choice(_values(connection, table, column, random))
        some = random.choice(("1", f'rowid = (SELECT min(rowid) FROM "{table}")'))  # noqa: S608
        connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {some}', (value,))  # noqa: S608
        return
    connection.execute(random.choice(_CRAFTED).format(table=table, column=column))


def _values(
    connection: sqlite3.Connection, table: str, column: str, random: Random
) -> Sequence[object]:
    """Values for a column: strange ones, and its own with a change."""
    rows = connection.execute(f'SELECT "{column}" FROM "{table}" LIMIT 20').fetchall()  # noqa: S608
    own = random.choice(rows)[0] if rows else ""
    if isinstance(own, str) and own[:1] in ("{", "["):
        return (json_changed(own.encode(), random).decode("utf-8", "replace"),)
    changed = bytes_changed(str(own).encode(), random)
    strange = [None, -1, 2**62, 1.5, "", "x", "{}", "[]", "[[0]]", "null", b"\xff\x00", "A" * _LONG]
    return (*strange, changed, changed.decode("utf-8", "replace"))


def _names(connection: sqlite3.Connection, query: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(query)]


_CRAFTED = (
    'CREATE TRIGGER evil AFTER INSERT ON "{table}" BEGIN DELETE FROM "{table}"; END',
    "CREATE VIEW evil AS SELECT load_extension('evil')",
    'DROP TABLE "{table}"',
    'ALTER TABLE "{table}" RENAME TO evil',
    'ALTER TABLE "{table}" ADD COLUMN evil AS (hex(randomblob(9)))',
    'CREATE INDEX evil ON "{table}"(lower("{column}"))',
    'DELETE FROM "{table}"',
    "PRAGMA user_version = 1",
    "PRAGMA application_id = 0",
)
