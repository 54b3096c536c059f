"""What the tests of the window share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    """The window on a project with one article."""
    driven = drive(qtbot, tmp_path)
    yield driven
    driven.close()
