"""Folders are people's in an export of ours, and where the same files stand in several."""

from pathlib import Path

import pytest

from workbench.formats.folders import people_of
from workbench.formats.out_folder import PEOPLE, OutFolder
from workbench.formats.staging import RECEIPT


def test_whose_folders_are() -> None:
    root = Path("corpus")
    assert people_of(root, [root / "one" / "a.ann", root / "two" / "b.ann"]) == {}
    same = people_of(root, [root / "a.ann", root / "one" / "a.ann", root / "two" / "b.ann"])
    assert same == {root / "one": "one", root / "two": "two"}


def test_an_export_of_ours_has_a_folder_for_everyone(tmp_path: Path) -> None:
    (tmp_path / RECEIPT).write_text("{}")
    assert people_of(tmp_path, [tmp_path / "ann" / "a.ann"]) == {tmp_path / "ann": "ann"}


def test_a_folder_that_cannot_be_called_as_its_person_says_so_beside_it(tmp_path: Path) -> None:
    (tmp_path / RECEIPT).write_text("{}")
    names = ["Zoë Quint", "Zoë-Quint", 'ben, the "2nd"', "ann", "../.."]
    folder = OutFolder(tmp_path / "train")
    folders = [tmp_path / "train" / folder.folder_for(name) for name in names]
    folder.write_people()
    people = people_of(tmp_path, [each / "a.ann" for each in folders])
    assert people == dict(zip(folders, names, strict=True))


@pytest.mark.parametrize("said", ["", "[]", '{"one": 1, "two": " "}', "[" * 100_000])
def test_what_is_said_of_folders_may_be_nonsense(tmp_path: Path, said: str) -> None:
    (tmp_path / RECEIPT).write_text("{}")
    (tmp_path / PEOPLE).write_text(said)
    for name in ("one", "two"):
        assert people_of(tmp_path, [tmp_path / name / "a.ann"]) == {tmp_path / name: name}
