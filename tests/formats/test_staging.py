"""An export takes its place whole, or what was there stays and nothing else is left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.domain.errors import UserError
from workbench.formats.staging import RECEIPT, staged
from workbench.operations import projects


def write(out: Path, *, folder: bool, **files: str) -> None:
    """Stage an export of these files."""
    with staged(out, folder=folder) as stage:
        for name, text in files.items():
            (stage / f"{name}.txt").write_text(text)


def there(folder: Path) -> dict[str, str]:
    """All files below a folder with what they say."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_text() for path in files}


def test_files_take_their_places_beside_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "mine").write_text("mine")
    write(tmp_path / "a.txt", folder=False, a="new", b="more")
    assert there(tmp_path) == {"a.txt": "new", "b.txt": "more", "mine": "mine"}


def test_a_folder_takes_the_place_of_an_earlier_export(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with staged(out, folder=True) as stage:
        (stage / RECEIPT).write_text("{}")
        (stage / "gone.txt").write_text("old")
    write(out, folder=True, a="new")
    assert there(tmp_path) == {"out/a.txt": "new"}


def write_parts(out: Path, *numbers: int) -> None:
    """Stage a corpus that is one file, or with several numbers a folder in its place."""
    with staged(out, folder=False) as stage:
        (stage / RECEIPT).write_text("{}")
        if len(numbers) == 1:
            (stage / out.name).write_text(str(*numbers))
            return
        (stage / out.name).mkdir()
        for number in numbers:
            (stage / out.name / f"{number}{out.suffix}").write_text(str(number))


def test_a_file_and_a_folder_in_its_place_take_the_place_of_each_other(tmp_path: Path) -> None:
    out = tmp_path / "a.spacy"
    for numbers in ((1,), (1, 2, 3), (4, 5), (6,)):
        write_parts(out, *numbers)
        found = there(out) if out.is_dir() else {out.name: out.read_text()}
        assert sorted(found.values()) == sorted(map(str, numbers))
        assert sorted(path.name for path in tmp_path.iterdir()) == [RECEIPT, "a.spacy"]


@pytest.mark.parametrize("name", ["1.txt", "thesis.spacy", ""])
def test_a_folder_that_is_no_corpus_in_parts_is_not_written_over(tmp_path: Path, name: str) -> None:
    out = tmp_path / "a.spacy"
    out.mkdir()
    if name:
        (out / name).write_text("mine")
    with pytest.raises(UserError, check=lambda e: e.key == "formats.is_folder"):
        write_parts(out, 1, 2)
    assert there(out) == ({name: "mine"} if name else {})


@pytest.mark.parametrize("folder", [True, False])
def test_a_fault_leaves_what_was_there(tmp_path: Path, *, folder: bool) -> None:
    def fail() -> None:
        with staged(tmp_path / "out", folder=folder) as stage:
            (stage / "half.txt").write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_no_export_made_is_not_written_over(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    with pytest.raises(UserError, match="no export made"):
        write(out, folder=True, a="new")
    with pytest.raises(UserError, match="is a file"):
        write(out / "thesis.txt", folder=True, a="new")
    projects.create(tmp_path / "a.txt").close()
    with pytest.raises(UserError, match="would lose all work"):
        write(tmp_path / "b.txt", folder=False, a="new", b="new")
    assert there(out) == {"thesis.txt": "mine"}
    assert not (tmp_path / "b.txt").exists()


def test_a_place_that_cannot_be_written_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere/out") as refused:
        write(tmp_path / "nowhere" / "out", folder=True, a="new")
    assert refused.value.key == "formats.cannot_write"


@pytest.mark.skipif(sys.platform == "win32", reason="whether a process runs is not asked there")
def test_what_a_killed_export_left_is_cleared_away_and_what_it_set_aside_returns(
    tmp_path: Path,
) -> None:
    out = tmp_path / "out"
    write(out, folder=True, RECEIPT="old")
    (out / "RECEIPT.txt").rename(out / RECEIPT)
    kill = (
        "import os, sys; from pathlib import Path; from workbench.formats.staging import staged\n"
        "with staged(Path(sys.argv[1]), folder=True) as stage:\n"
        "    Path(sys.argv[1]).rename(stage.with_suffix('.old')); os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", kill, out], check=False)
    assert len(there(tmp_path)) == 1
    assert not out.exists()
    running = tmp_path / f".out.{os.getppid()}.part"  # of one that is still at it
    running.mkdir()
    with pytest.raises(ZeroDivisionError), staged(out, folder=True):
        raise ZeroDivisionError
    assert sorted(tmp_path.iterdir()) == [running, out]
    assert there(out) == {RECEIPT: "old"}
