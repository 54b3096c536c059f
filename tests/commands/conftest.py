"""What the tests of commands start from."""

from pathlib import Path

import pytest

from tests.commands.line import ARTICLE, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article and an empty project."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    run("new", tmp_path / "p.workbench")
    return tmp_path
