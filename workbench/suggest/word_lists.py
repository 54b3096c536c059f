"""Word lists as people can read and mend them: plain text, one heading or row a line.

Blank lines and lines that begin with # are left out. A list is `heading: item, item, …`, and one
heading may stand on several lines; a table is `cell | cell | …`, each cell again items. Where the
last line has no end, the file was cut short.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

Lists = dict[str, tuple[str, ...]]
Row = tuple[tuple[str, ...], ...]

_TOLD = frozenset(("NOTICE.md", "scores.json", "sums.json"))
"""Files of a model that say something of it, and change nothing that it says."""


def read_lists(path: Path) -> Lists:
    """The items under each heading, in the order of the file."""
    lists: Lists = {}
    for line in _lines(path):
        heading, _, items = line.partition(":")
        lists[heading] = lists.get(heading, ()) + _items(items)
    return lists


def read_rows(path: Path) -> list[Row]:
    """The rows of a table, each a tuple of cells, each a tuple of items."""
    return [tuple(_items(cell) for cell in line.split("|")) for line in _lines(path)]


def words_of(text: str) -> frozenset[str]:
    """The words of a text as a set: for the closed classes that rules name themselves."""
    return frozenset(text.split())


def fingerprint(folder: Path, *, rules: str) -> str:
    """A version made of the rules' own and of the content of all word lists and weights."""
    digest = hashlib.sha256(rules.encode())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.name not in _TOLD:
            name = path.relative_to(folder).as_posix()
            digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{rules}-{digest.hexdigest()[:10]}"


def _lines(path: Path) -> Iterator[str]:
    """The lines that say something; raises `ValueError` where the file was cut short."""
    text = path.read_text(encoding="utf-8")
    if not text.endswith("\n"):
        raise ValueError(f"{path.name} was cut short")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _items(text: str) -> tuple[str, ...]:
    """The items between commas."""
    return tuple(item.strip() for item in text.split(",") if item.strip())
