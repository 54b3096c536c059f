"""Files take their places whole, or nothing changes."""

import os
from pathlib import Path

import pytest

from workbench.domain.errors import UserError
from workbench.formats.beside import written_beside
from workbench.operations import projects


def write(path: Path, content: bytes) -> None:
    with written_beside(path) as file:
        file.write(content)


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "o.txt"
    write(path, b"old")
    with written_beside(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_what_fails_half_way_leaves_what_was_there_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "o.txt"
    write(path, b"old")
    with pytest.raises(ZeroDivisionError), written_beside(path) as file:
        file.write(b"new" * (1 // 0))
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("o.txt", b"old")]


def test_no_project_is_ever_written_over(tmp_path: Path) -> None:
    path = tmp_path / "p.workbench"
    projects.create(path).close()
    (tmp_path / "link.jsonl").symlink_to(path)
    before = path.read_bytes()
    for place in (path, tmp_path / "link.jsonl"):
        with pytest.raises(UserError, match="would lose all work in it"):
            write(place, b"{}")
    assert path.read_bytes() == before


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    for place in (tmp_path, Path()):
        with pytest.raises(UserError, match="is a folder"):
            write(place, b"{}")


def test_a_pipe_is_written_over_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path / "pipe", b"{}")
    assert (tmp_path / "pipe").read_bytes() == b"{}"
