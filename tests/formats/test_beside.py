"""A file takes its place whole, or what was there stays and nothing else is left."""

import os
from pathlib import Path

import pytest

from workbench.domain.errors import UserError
from workbench.formats.beside import written_beside
from workbench.operations import projects


def test_a_file_is_there_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with written_beside(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


def broken_off(path: Path) -> None:
    """Write half a file and then fail."""
    with written_beside(path) as file:
        file.write(b"half")
        raise ZeroDivisionError


def test_a_fault_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        broken_off(path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("where", ["nowhere/out.jsonl", "file/out.jsonl"])
def test_a_place_that_cannot_be_written_is_refused_by_name(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("no folder")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UserError) as refused, written_beside(tmp_path / where) as file:
        file.write(b"new")
    assert refused.value.key == "formats.cannot_write"
    assert str(tmp_path / where) in str(refused.value)
    assert sorted(tmp_path.rglob("*")) == before


def write(path: Path) -> None:
    with written_beside(path) as file:
        file.write(b"{}")


def test_no_project_is_ever_written_over(tmp_path: Path) -> None:
    path = tmp_path / "p.workbench"
    projects.create(path).close()
    (tmp_path / "link.jsonl").symlink_to(path)
    before = path.read_bytes()
    for place in (path, tmp_path / "link.jsonl"):
        with pytest.raises(UserError, match="would lose all work in it"):
            write(place)
    assert path.read_bytes() == before


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine")
    for place in (tmp_path, Path()):
        with pytest.raises(UserError, match="is a folder"):
            write(place)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_pipe_is_written_over_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path / "pipe")
    assert (tmp_path / "pipe").read_bytes() == b"{}"
