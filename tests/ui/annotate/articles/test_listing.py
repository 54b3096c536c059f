"""A long list is there at once by its first part, and follows whatever comes, changes and goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from tests.store.conftest import TEXT, add_article, add_articles
from tests.ui.annotate.driven import Driven, drive
from workbench.domain.changes import Changes, RowChange
from workbench.operations import importing, people, statuses
from workbench.operations.progress import finish
from workbench.store import articles, schema, twins
from workbench.store.twins import TABLE, Likeness
from workbench.ui.annotate.articles.article_model import ArticleRow
from workbench.ui.annotate.articles.listing import PART

LONG = 3 * PART + 10


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    driven = drive(qtbot, tmp_path)
    yield driven
    driven.close()


def view(driven: Driven) -> QListView:
    views = driven.workspace.list.findChildren(QListView)
    (view,) = (each for each in views if each.accessibleName() == "Articles")
    return view


def rows(driven: Driven) -> list[ArticleRow]:
    """The rows of the list, from above."""
    model = view(driven).model()
    places = (model.index(place, 0) for place in range(model.rowCount()))
    return [place.data(Qt.ItemDataRole.UserRole) for place in places]


def listed(driven: Driven) -> list[str]:
    return [row.id for row in rows(driven)]


def in_store(driven: Driven) -> list[str]:
    return [article.id for article in articles.list_articles(driven.project)]


def progress(driven: Driven) -> str:
    told = [label.text() for label in driven.workspace.list.findChildren(QLabel)]
    (progress,) = (text for text in told if " done" in text or "read so far" in text)
    return progress


def reopen(driven: Driven) -> None:
    """Open the window anew on a project of several parts."""
    add_articles(driven.project, LONG - 1)
    path = driven.project.path
    driven.program.window.leave_session()
    driven.program.projects.open_path(path)


def test_the_first_part_is_there_at_once_and_the_rest_follows(driven: Driven, qtbot: QtBot) -> None:
    reopen(driven)
    assert len(listed(driven)) == PART
    assert driven.session.article == in_store(driven)[0]
    assert progress(driven) == f"Articles read so far: {PART}"
    qtbot.waitUntil(lambda: listed(driven) == in_store(driven))
    assert progress(driven).startswith(f"0 of {LONG} done")


def test_what_is_typed_holds_for_what_is_read_later(driven: Driven, qtbot: QtBot) -> None:
    reopen(driven)
    with driven.project.transaction("planted", person="", kind="record") as transaction:
        last = in_store(driven)[-1]
        transaction.update(schema.article, last, {"title": "The ferry sails"})
    search = driven.workspace.list.findChild(QLineEdit)
    assert search is not None
    QTest.keyClicks(search, "ferry")
    assert listed(driven) == []
    qtbot.waitUntil(lambda: listed(driven) == [last])


def test_beside_an_article_that_is_not_read_yet_nothing_is_known(
    driven: Driven, qtbot: QtBot
) -> None:
    reopen(driven)
    before, last = in_store(driven)[-2:]
    driven.session.open_article(last)
    driven.keys("Ctrl+PgUp")
    assert driven.session.article == last
    qtbot.waitUntil(lambda: len(listed(driven)) == LONG)
    assert view(driven).currentIndex().row() == LONG - 1
    driven.keys("Ctrl+PgUp")
    assert driven.session.article == before


def test_a_status_that_changes_while_the_rest_is_read_is_shown(
    driven: Driven, qtbot: QtBot
) -> None:
    reopen(driven)
    first, last = in_store(driven)[0], in_store(driven)[-1]
    for article in (first, last):
        statuses.mark_done(
            driven.project, annotator=driven.session.annotator, article=article, layers=["entity"]
        )
    driven.session.look_for_news()
    qtbot.waitUntil(lambda: len(listed(driven)) == LONG)
    told = "Entity 2 · Claim 0 · Event 0 · Framing 0"
    qtbot.waitUntil(lambda: progress(driven).endswith(told))


def test_articles_that_come_in_are_read_and_no_others(driven: Driven) -> None:
    before = rows(driven)
    new = add_article(driven.project, TEXT)
    driven.session.look_for_news()
    assert listed(driven) == [before[0].id, new]
    assert rows(driven)[0] is before[0]


def test_an_article_that_came_in_before_others_stands_before_them(driven: Driven) -> None:
    article = add_article(driven.project, TEXT)
    with driven.project.transaction("merge", person="", kind="record") as transaction:
        transaction.update(schema.article, article, {"created": "1999"})
    driven.session.look_for_news()
    assert listed(driven) == in_store(driven)
    assert listed(driven)[0] == article


def test_an_article_that_goes_leaves_the_list(driven: Driven, tmp_path: Path) -> None:
    before, who = listed(driven), driven.session.annotator
    file = tmp_path / "new.txt"
    file.write_text("The ferry sails at dawn.\n")
    finish(importing.import_paths(driven.project, [file], annotator=who))
    driven.session.look_for_news()
    assert len(listed(driven)) == 2
    driven.session.undo()
    assert listed(driven) == before


def test_another_person_sees_their_own_statuses(driven: Driven) -> None:
    bo = people.annotator_named(driven.project, "bo")
    (article,) = in_store(driven)
    statuses.mark_done(driven.project, annotator=bo, article=article, layers=["entity"])
    assert rows(driven)[0].status["entity"] == "new"
    driven.session.become(bo)
    assert rows(driven)[0].status["entity"] == "done"
    assert listed(driven) == [article]


def test_near_duplicates_are_folded_once_they_are_found(driven: Driven) -> None:
    new = add_article(driven.project, TEXT)
    driven.session.look_for_news()
    hashes = articles.hashes(driven.project)
    twins.add(driven.project, [Likeness(text_hash, 1, b"") for text_hash in hashes])
    (known,) = twins.likenesses(driven.project)
    twins.place(driven.project, dict.fromkeys(known.numbers, known.numbers[0]))
    assert new in listed(driven)
    driven.session.changed.emit(Changes("twins", (RowChange(TABLE, "", ""),)))
    assert new not in listed(driven)
