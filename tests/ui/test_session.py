"""The session tells everyone of every change, whoever made it, and of each one once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article, add_person, small_scheme
from tests.store.test_undo import mark_everywhere
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.span import Span
from workbench.operations import annotating
from workbench.store import annotations
from workbench.store.opening import create_project, open_project
from workbench.ui.session import Session


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """A person's session on a project with one article in hand."""
    assert qtbot
    project = create_project(tmp_path / "a.workbench", small_scheme())
    article, ann = add_article(project), add_person(project, "ann")
    parent = QObject()
    session = Session(project, ann, parent)
    session.open_article(article)
    session.look_for_news()
    yield session
    session.close()


@pytest.fixture
def large(session: Session) -> int:
    """How many marks the person made in one act, which undo does not turn in a moment."""
    return len(mark_everywhere(session.project, session.annotator, session.article))


@pytest.fixture
def told(session: Session) -> list[str]:
    """The verbs that the session tells of, as they come."""
    verbs: list[str] = []
    session.changed.connect(lambda changes: verbs.append(changes.verb))
    return verbs


@pytest.fixture
def refused(session: Session) -> list[UserError]:
    """What the session refuses, as it comes."""
    errors: list[UserError] = []
    session.refused.connect(errors.append)
    return errors


def mark(session: Session, start: int) -> Changes | None:
    return session.do(
        annotating.annotate,
        article=session.article,
        span=Span(start, start + 1),
        layer="entity",
        label="person",
    )


def test_ones_own_acts_are_told_at_once_and_only_once(session: Session, told: list[str]) -> None:
    mark(session, 0)
    assert told == ["annotate"]
    session.undo()
    session.redo()
    assert told == ["annotate"] * 3
    session.look_for_news()
    session.look_for_news()
    assert told == ["annotate"] * 3


def test_what_another_program_did_between_ones_own_acts_is_told_too(
    session: Session, told: list[str]
) -> None:
    other = open_project(session.project.path, backups=session.project.path.parent)
    mark(session, 0)
    add_person(other, "bo")
    mark(session, 1)
    session.look_for_news()
    assert told == ["annotate", "annotate", "add_annotator"]
    add_person(other, "cy")
    session.look_for_news()
    assert told == ["annotate", "annotate", "add_annotator", "add_annotator"]
    other.close()


def test_news_comes_by_itself(qtbot: QtBot, session: Session, told: list[str]) -> None:
    other = open_project(session.project.path, backups=session.project.path.parent)
    add_person(other, "bo")
    qtbot.waitUntil(lambda: told == ["add_annotator"], timeout=5_000)
    other.close()


def test_a_refusal_is_told_as_one_and_changes_nothing(
    session: Session, told: list[str], refused: list[UserError]
) -> None:
    mark(session, 0)
    assert mark(session, 0) is None
    assert [error.key for error in refused] == ["operations.already_marked"]
    assert told == ["annotate"]


def test_another_person_goes_on_with_a_history_of_their_own(
    session: Session, told: list[str], refused: list[UserError]
) -> None:
    mark(session, 0)
    session.become(add_person(session.project, "bo"))
    session.undo()
    assert [error.key for error in refused] == ["store.nothing_to_undo"]
    assert told[:1] == ["annotate"]


def marked(session: Session) -> int:
    return len(annotations.of_article(session.project, session.article))


def test_a_large_act_is_taken_back_beside_the_window_and_told_once(
    session: Session, large: int, told: list[str], qtbot: QtBot
) -> None:
    session.look_for_news()
    told.clear()
    session.undo()
    assert session.acts.busy()
    qtbot.waitUntil(lambda: not session.acts.busy())
    assert marked(session) == 0
    session.look_for_news()
    assert told == ["mark_occurrences"]
    session.redo()
    qtbot.waitUntil(lambda: not session.acts.busy())
    assert marked(session) == large


def test_nothing_else_is_done_while_a_large_act_is_taken_back(
    session: Session, large: int, refused: list[UserError], qtbot: QtBot
) -> None:
    session.undo()
    assert mark(session, 70) is None
    session.undo()
    assert [error.key for error in refused] == ["ui.act_at_work"] * 2
    qtbot.waitUntil(lambda: not session.acts.busy())
    assert mark(session, 70) is not None
    assert large > 0


def test_a_large_act_stays_whole_where_its_undo_is_cancelled(
    session: Session, large: int, told: list[str], qtbot: QtBot
) -> None:
    session.look_for_news()
    told.clear()
    session.undo()
    session.acts.cancel("undo")
    qtbot.waitUntil(lambda: not session.acts.busy())
    session.look_for_news()
    assert marked(session) == large
    assert told == []
    session.undo()
    qtbot.waitUntil(lambda: not session.acts.busy())
    assert marked(session) == 0


def test_a_file_that_is_gone_is_told_once_before_anybody_works_on(
    session: Session, refused: list[UserError]
) -> None:
    path = session.project.path
    elsewhere = path.rename(path.with_name("elsewhere"))
    session.look_for_news()
    session.look_for_news()
    assert [error.key for error in refused] == ["store.gone"]
    mark(session, 0)
    assert [error.key for error in refused] == ["store.gone"] * 2
    elsewhere.rename(path)
    session.look_for_news()
    assert mark(session, 0)
    assert len(refused) == 2
