"""An export takes its place whole, or what was there stays and nothing else is left."""

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
