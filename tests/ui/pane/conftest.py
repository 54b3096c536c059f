"""A pane on the screen, as every test of it needs one; it is read where Qt is missing too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from workbench.ui.pane.reading_pane import ReadingPane


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., ReadingPane]:
    """What puts a pane on the screen with a text and marks."""
    from tests.ui.pane.hands import shown  # noqa: PLC0415

    return partial(shown, qtbot)
