"""Folders of the user: where the system has them, or below WORKBENCH_HOME."""

import os
import stat
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path

import pytest

from workbench.settings.folders import find_folders

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")


def test_workbench_home_holds_every_folder_and_all_differ(workbench_home: Path) -> None:
    folders = astuple(find_folders())
    assert len(set(folders)) == 5
    assert all(folder.parent == workbench_home for folder in folders)


def test_without_it_the_systems_own_folders_are_taken(tmp_path: Path) -> None:
    code = (
        "from dataclasses import astuple; from workbench.settings.folders import find_folders;"
        "print(*astuple(find_folders()), sep='\\n')"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "WORKBENCH"))}
    environment |= {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    found = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout.split("\n")[:-1]
    assert len(set(found)) == 5
    assert all(Path(folder).is_relative_to(tmp_path) for folder in found)
    assert not list(tmp_path.iterdir()), "finding folders made some"


def test_an_empty_workbench_home_counts_as_none() -> None:
    assert find_folders({"WORKBENCH_HOME": ""}) == find_folders({})


def test_a_relative_workbench_home_does_not_move_with_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folders = find_folders({"WORKBENCH_HOME": "here"})
    assert folders.config == tmp_path / "here" / "config"


@ON_POSIX
def test_folders_are_made_for_the_user_alone() -> None:
    for folder in astuple(find_folders().made()):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@ON_POSIX
def test_folders_that_had_to_be_made_on_the_way_are_private_too(tmp_path: Path) -> None:
    find_folders({"WORKBENCH_HOME": str(tmp_path / "far" / "away")}).made()
    assert stat.S_IMODE((tmp_path / "far").stat().st_mode) & 0o077 == 0


def test_making_folders_again_keeps_what_is_in_them() -> None:
    folders = find_folders().made()
    (folders.backup / "kept").write_text("kept")
    assert (folders.made().backup / "kept").read_text() == "kept"
