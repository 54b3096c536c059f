"""Folders are people's in an export of ours, and where the same files stand in several."""

from pathlib import Path

from workbench.formats.folders import people_of
from workbench.formats.staging import RECEIPT


def test_whose_folders_are() -> None:
    root = Path("corpus")
    assert people_of(root, [root / "one" / "a.ann", root / "two" / "b.ann"]) == {}
    same = people_of(root, [root / "a.ann", root / "one" / "a.ann", root / "two" / "b.ann"])
    assert same == {root / "one": "one", root / "two": "two"}


def test_an_export_of_ours_has_a_folder_for_everyone(tmp_path: Path) -> None:
    (tmp_path / RECEIPT).write_text("{}")
    assert people_of(tmp_path, [tmp_path / "ann" / "a.ann"]) == {tmp_path / "ann": "ann"}
