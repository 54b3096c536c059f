"""What the command line shows of the window."""

from pathlib import Path

import pytest

from tests.commands.line import answer, run
from tests.conftest import NO_QT


@pytest.mark.skipif(bool(NO_QT), reason=NO_QT)
def test_a_picture_is_taken_of_a_project_that_is_there(folder: Path) -> None:
    picture = folder / "s.png"
    refused = run("open", folder / "no.workbench", "--screenshot", picture, code=1)
    assert refused.stderr.startswith("There is no")
    assert not picture.exists()


def test_the_demo_runs_without_a_display_and_twice(tmp_path: Path) -> None:
    first = answer("demo", "--dir", tmp_path / "demo", "--no-window")
    assert len(first["articles"]) == 4
    assert all(row["words"] >= 350 for row in first["articles"])
    assert answer("demo", "--dir", tmp_path / "demo", "--no-window") == first
