"""Whose work lies in which folder, where a corpus has a folder for each annotator."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from workbench.formats.staging import RECEIPT


def people_of(path: Path, files: Iterable[Path]) -> dict[Path, str]:
    """The folders that are people's, by their names.

    They are where an export of ours wrote them, or where the same files stand in several of them.
    """
    folders: dict[str, set[Path]] = defaultdict(set)
    for file in files:
        folders[file.name].add(file.parent)
    if is_ours(path) or any(len(found) > 1 for found in folders.values()):
        found = {folder for each in folders.values() for folder in each}
        return {folder: folder.name for folder in found if folder != path}
    return {}


def is_ours(path: Path) -> bool:
    """Whether a folder is an export of ours."""
    return (path / RECEIPT).is_file()
