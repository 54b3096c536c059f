"""Whose work lies in which folder, where a corpus has a folder for each annotator."""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from workbench.formats.out_folder import PEOPLE
from workbench.formats.staging import RECEIPT

_MOST = 1_000_000  # bytes of what is said of folders


def people_of(path: Path, files: Iterable[Path]) -> dict[Path, str]:
    """The folders that are people's, by their names.

    They are where an export of ours wrote them, or where the same files stand in several of them.
    """
    folders: dict[str, set[Path]] = defaultdict(set)
    for file in files:
        folders[file.name].add(file.parent)
    if is_ours(path) or any(len(found) > 1 for found in folders.values()):
        found = {folder for each in folders.values() for folder in each}
        return {folder: _person(folder) for folder in found if folder != path}
    return {}


def _person(folder: Path) -> str:
    """Whose folder it is: as an export of ours says beside it, or else by its name."""
    try:
        with (folder.parent / PEOPLE).open("rb") as file:
            said = json.loads(file.read(_MOST))
    except (OSError, ValueError, RecursionError):
        return folder.name
    name = said.get(folder.name) if isinstance(said, dict) else None
    return name if isinstance(name, str) and name.strip() else folder.name


def is_ours(path: Path) -> bool:
    """Whether a folder is an export of ours."""
    return (path / RECEIPT).is_file()
