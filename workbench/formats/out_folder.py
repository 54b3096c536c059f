"""The folder that an export is written into: its files, all closed at the end, under safe names.

Names come from people and from files of others. What becomes of them here leads out of no folder,
is not hidden, and means the same to every file system, and looks like what it is.
"""

import json
import re
import unicodedata
from pathlib import Path
from typing import IO

# What no name may hold somewhere, blanks, and what steers a terminal or turns the writing around.
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+'
)
_RESERVED = re.compile(r"(?i)(con(in\$|out\$)?|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)")  # of Windows
PEOPLE = "PEOPLE.json"
_LONGEST = 80  # characters of a name
_LARGEST = 200  # bytes of it, where file systems take 255 with an ending


class OutFolder:
    """Opens files in a folder, each once, and closes them all when the writing is over."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: dict[str, IO[str]] = {}
        self._names: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self._taken: set[str] = set()
        path.mkdir(parents=True, exist_ok=True)

    def text(self, name: str) -> IO[str]:
        """A file of text in UTF-8 with plain line ends, open from the first time it is asked for.

        `name` may lead through folders, with slashes.
        """
        if name not in self._open:
            path = self.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open[name] = path.open("w", encoding="utf-8", newline="\n")
        return self._open[name]

    def write(self, name: str, text: str) -> None:
        """Write a whole file, which stays open no longer."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def name_for(self, words: str, *, key: str = "") -> str:
        """A file's name, without end, for what goes by these words: always the same, and its own.

        Two that differ only in case, or in what no name may hold, are told apart by a number. With
        a `key` the same words may name several things.
        """
        key = key or words
        if key not in self._names:
            name = safe_name(words)
            number = 1
            while name.casefold() in self._taken:
                number += 1
                name = f"{safe_name(words)}-{number}"
            self._taken.add(name.casefold())
            self._names[key] = name
        return self._names[key]

    def folder_for(self, person: str) -> str:
        """The name of a person's folder; where it is not theirs, `write_people` says so."""
        name = self.name_for(person, key=f"person {person}")
        if name != person:
            self._people[name] = person
        return name

    def write_people(self) -> None:
        """Write whose folders those are that cannot say so by their names."""
        if self._people:
            said = dict(sorted(self._people.items()))
            self.write(PEOPLE, f"{json.dumps(said, ensure_ascii=False, indent=1)}\n")

    def close(self) -> None:
        """Close all files."""
        while self._open:
            self._open.popitem()[1].close()


def safe_name(words: str) -> str:
    """Words as a file may be called: no separators, no blanks, not hidden, not too long.

    What macOS takes for the same name is made the same one here.
    """
    plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", words)).strip("-. ")[:_LONGEST]
    name = plain.encode()[:_LARGEST].decode(errors="ignore").rstrip("-. ")
    return f"_{name}" if not name or _RESERVED.match(name) else name
