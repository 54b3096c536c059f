"""What commands stand on: a project that is opened, and what became of it meanwhile."""

import shutil
from pathlib import Path

import pytest

from workbench.commands.acting import opened
from workbench.operations import people, projects


def test_a_command_says_where_it_kept_what_a_file_that_came_meanwhile_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, other = tmp_path / "p.workbench", tmp_path / "other"
    projects.create(path).close()
    shutil.copy(path, other)
    with opened(path) as project:
        people.annotator_named(project, "ann")
        other.replace(path)
    (kept,) = tmp_path.glob("*(conflicted copy *")
    assert f"in “{kept.name}”. Merge the two." in capsys.readouterr().err
    with opened(path):
        pass
    assert kept.name in capsys.readouterr().err
