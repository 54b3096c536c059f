"""The list by expected gain, asked for by key: what would teach most comes first, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from tests.operations.test_queueing import propose
from tests.store.conftest import TEXT, add_article
from tests.ui.annotate.driven import Driven, drive
from workbench.store import articles


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Driven:
    """The window on three articles, of which the last is the most doubtful."""
    driven = drive(qtbot, tmp_path)
    for number in range(2):
        add_article(driven.project, f"{TEXT}{number}")
    ids = [article.id for article in articles.list_articles(driven.project)]
    propose(driven.project, ids[1], 0.9)
    propose(driven.project, ids[2], 0.5, 0.5)
    driven.session.look_for_news()
    return driven


def listed(driven: Driven) -> list[str]:
    """The ids of the articles in the list, from above."""
    views = driven.workspace.list.findChildren(QListView)
    (view,) = (view for view in views if view.accessibleName() == "Articles")
    model = view.model()
    places = (model.index(place, 0) for place in range(model.rowCount()))
    return [place.data(Qt.ItemDataRole.UserRole).id for place in places]


def test_the_list_is_ordered_by_gain_and_back_by_one_key(qtbot: QtBot, driven: Driven) -> None:
    window = driven.program.window
    first, second, third = listed(driven)
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+G"))
    qtbot.waitUntil(lambda: listed(driven) == [first, third, second], timeout=10_000)
    assert driven.session.article == first  # in hand, it stays where it is
    driven.keys("Ctrl+PgDown")
    assert driven.session.article == third
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+G"))
    assert listed(driven) == [first, second, third]
    driven.close()
